import ArgumentParser
import Formats
import Geometry
import Places
import Rows

struct GazetteerNearCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "near",
        abstract: "Lists the places nearest to a point, within a distance of it, or in a box.",
        discussion: """
            EXAMPLES
              frontline gazetteer near Aazaz --count 5
              frontline gazetteer near 37.16,36.57 --within-km 3
              frontline gazetteer near --box 37.0,36.5,37.1,36.6 --format geojson

            Distances are geodesics of WGS 84. A box whose west is greater than its east spans the meridian of 180°.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, geojson }

    @Argument(help: ArgumentHelp("A place's name or id, or LON,LAT.", valueName: "place"))
    var target: String?

    @Option(help: "The so many nearest.")
    var count: Int?

    @Option(help: ArgumentHelp("All within this distance.", valueName: "km"))
    var withinKm: Double?

    @Option(help: ArgumentHelp("All in this box: WEST,SOUTH,EAST,NORTH in degrees.", valueName: "w,s,e,n"))
    var box: String?

    @Option(
        help: ArgumentHelp("Only these kinds of places, with commas.", valueName: "kinds"),
        completion: .list(PlaceKind.allCases.map(\.rawValue)))
    var kinds: String?

    @Option(help: "text, json (an object a line) or geojson; text where nothing is said.")
    var format: Format?

    @OptionGroup var places: GazetteerOption

    @OptionGroup(title: "Manners") var common: CommonOptions

    func validate() throws {
        guard (target == nil) != (box == nil) else {
            throw ValidationError("name a place or LON,LAT, or give a --box, and not both")
        }
        if let count, count < 1 { throw ValidationError("--count \(count): expected a number above 0") }
        if let withinKm, !(withinKm >= 0 && withinKm <= 20_100) {
            throw ValidationError("--within-km \(withinKm): expected 0 to 20100")
        }
        guard count == nil || withinKm == nil || box == nil else {
            throw ValidationError("--count and --within-km go with a place, not with a box")
        }
    }

    func run() throws {
        let gazetteer = try places.load()
        let wanted = try KindList.parse(kinds)
        var list = NearPlaces(gazetteer: gazetteer)
        if let box {
            list.found = gazetteer.names.spots.within(try Self.box(box)).map { .init(number: $0) }
        } else if let target {
            let point = try NamedPoint.find(target, in: gazetteer)
            list.origin = point.coordinate
            let spots = gazetteer.names.spots
            let limit = withinKm.map { $0 * 1000 } ?? .infinity
            let itself = point.place.flatMap { gazetteer.index(id: $0.id) }
            let number = count ?? (withinKm == nil ? 10 : gazetteer.count)
            // Kinds are sorted out afterwards, so ask for more until there are enough.
            var asked = number + 1
            while true {
                list.found = spots.nearest(to: point.coordinate, count: asked, limitInMetres: limit)
                    .filter { $0.index != itself }
                    .map { .init(number: $0.index, distanceInMetres: $0.distanceInMetres) }
                    .filter { wanted.isEmpty || wanted.contains(gazetteer.place(at: $0.number).kind) }
                if wanted.isEmpty || list.found.count >= number || asked >= gazetteer.count { break }
                asked = min(gazetteer.count, asked * 8)
            }
            list.found = Array(list.found.prefix(number))
        }
        if !wanted.isEmpty { list.found.removeAll { !wanted.contains(gazetteer.place(at: $0.number).kind) } }
        switch format ?? (common.json ? .json : .text) {
        case .text: try Output.show(list.text)
        case .json: try Output.data(list.lines)
        case .geojson: try Output.data(list.geoJSON)
        }
    }

    private static func box(_ text: String) throws -> BoundingBox {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.filter { $0 != " " })
        }
        guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
            let north = numbers[3], abs(west) <= 180, abs(east) <= 180, abs(south) <= 90, abs(north) <= 90,
            south <= north
        else {
            throw ValidationError(
                "--box \(printable(text)): expected WEST,SOUTH,EAST,NORTH in degrees, such as 37.0,36.5,37.1,36.6")
        }
        return BoundingBox(west: west, south: south, east: east, north: north)
    }
}
