import Geometry
import Places
import Reports

/// The reports known at a moment, by the place that they speak of.
struct KnownReports {
    struct Mention {
        let reportIndex: Int32
        /// The canton that the report speaks of, as a gazetteer index, where it is not the place itself; else -1.
        let area: Int32
        /// Index of the report that corrects it, or -1.
        let supersededBy: Int32
    }

    /// For each place its reports, in the order of the log. What is said of a canton is said of each place in it.
    let mentions: [[Mention]]

    init(_ scenario: Scenario, asKnownOn: Moment?) {
        let log = scenario.log
        let known = log.reports.indices.filter { index in
            asKnownOn.map { log.reports[index].recordedAt.start < $0.end } ?? true
        }
        var supersededBy: [Int: Int] = [:]
        for index in known {
            guard let old = log.reports[index].supersedes.flatMap(log.index(id:)), old != index else { continue }
            // Only a source can take its own word back.
            if log.reports[old].source == log.reports[index].source { supersededBy[old] = index }
        }
        let places = scenario.gazetteer.places
        var mentions = [[Mention]](repeating: [], count: places.count)
        var membersOfArea: [Int: [Int]] = [:]
        for index in known {
            guard let place = log.placements[index].placeIndex else { continue }
            let successor = Int32(supersededBy[index] ?? -1)
            mentions[place].append(Mention(reportIndex: Int32(index), area: -1, supersededBy: successor))
            guard case .area(let shape) = places[place].shape, log.reports[index].claim.speaksOfControl else {
                continue
            }
            if membersOfArea[place] == nil {
                membersOfArea[place] = places.indices.filter {
                    places[$0].kind.isPointLike && PointInPolygon.contains(shape, places[$0].coordinate)
                }
            }
            for member in membersOfArea[place]! {
                mentions[member].append(
                    Mention(reportIndex: Int32(index), area: Int32(place), supersededBy: successor))
            }
        }
        self.mentions = mentions
    }
}
