import Reports
import TestSupport

/// A front that wanders over a grid of villages, told by fair, partisan, copying and poor sources: small enough to be
/// computed a hundred times, with all that can happen to a log.
struct RandomWar {
    var scenario: SmallScenario
    private var generator: SeededGenerator
    private let side: Int

    init(seed: UInt64, side: Int = 9, reports: Int = 160) {
        self.side = side
        generator = SeededGenerator(seed: seed)
        scenario = SmallScenario(count: side * side)
        for place in 0..<(side * side) {
            scenario.places[place].longitude = 37 + 0.05 * Double(place % side)
            scenario.places[place].latitude = 36.5 + 0.04 * Double(place / side)
        }
        for number in 0..<reports { add("r\(number)") }
    }

    /// One report more, dated anywhere in the year, told soon or late; now and then a copy, a correction, a denial.
    mutating func add(_ id: String) {
        let place = Int.random(in: 0..<(side * side), using: &generator)
        let day = Int.random(in: 0..<330, using: &generator)
        let line = Double(side) * (0.4 + 0.2 * Double(day) / 330)
        let truth = Double(place % side) < line ? "red" : place / side > side - 2 ? "green" : "blue"
        let source = ["monitor", "agency", "paper", "redtv", "bluetv", "relay", "rumour", "unlisted"]
            .randomElement(using: &generator)!
        let isFalse = Int.random(in: 0..<8, using: &generator) == 0
        let actor = source == "redtv" ? "red" : source == "bluetv" ? "blue" : isFalse ? "blue" : truth
        let claim = ["holds", "holds", "holds", "holds", "present", "withdrew", "clash", "denies", "contested"]
            .randomElement(using: &generator)!
        let late = Int.random(in: 0..<5, using: &generator) == 0 ? Int.random(in: 0..<60, using: &generator) : 0
        let corrected =
            Int.random(in: 0..<12, using: &generator) == 0 ? scenario.reports.randomElement(using: &generator) : nil
        scenario.report(
            id, Self.date(day), place: place, actor, claim, source: source,
            credibility: Int.random(in: 1...6, using: &generator), published: Self.date(day + late),
            extent: Int.random(in: 0..<9, using: &generator) == 0 ? "part" : "",
            supersedes: corrected.map { String($0.split(separator: ",")[0]) } ?? "",
            evidence: Int.random(in: 0..<10, using: &generator) == 0
                ? "our heroes have freed the village of all foes" : "")
    }

    static func date(_ day: Int) -> String {
        let (month, rest) = (day / 28 % 12 + 1, day % 28 + 1)
        return "20\(20 + day / 336)-\(month < 10 ? "0" : "")\(month)-\(rest < 10 ? "0" : "")\(rest)"
    }
}
