import ArgumentParser
import Formats
import Geometry
import Places
import Reports
import Rows
import Snapshots

struct DescribeCommand: FrontlineCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract:
            "Tells where a place or a point is: from the nearest town, from a named place, from a road, from the front.",
        discussion: """
            EXAMPLES
              frontline describe Jarez
              frontline describe Jarez --from Marea
              frontline describe 37.16,36.57 --json
              frontline describe Kafrah --scenario azaz-2015 --at 2015-12-02
              frontline describe "Bab al-Salama – Aazaz – Aleppo road" --scenario azaz-2015 --at 2015-12-02

            Distances run along the geodesic of WGS 84; directions are those of the place from the other one. With a \
            scenario it is told, too, who holds the land, how far the front is and in which direction from the place, \
            and whether the way out is closed; of a road, whether it is cut.
            """)

    @Argument(help: ArgumentHelp("A place's name or id, or LON,LAT.", valueName: "place"))
    var target: String

    @Option(help: ArgumentHelp("Also tell the position from this place.", valueName: "place"))
    var from: String?

    @Option(help: ArgumentHelp("A place known to be near, where several share the name.", valueName: "place"))
    var near: String?

    @OptionGroup var places: GazetteerOption

    @OptionGroup var front: FrontOptions

    @OptionGroup(title: "Manners") var common: CommonOptions

    private var json: Bool { common.json }

    func run() throws {
        let scenario = try front.scenario(gazetteer: places.gazetteer)
        let gazetteer = try scenario?.gazetteer ?? places.load()
        // As in `why`: a name that several places share is the one amid the reports.
        let context =
            try near.map { [try NamedPoint.find($0, in: gazetteer).coordinate] }
            ?? scenario?.centre.map { [$0] } ?? []
        let point = try NamedPoint.find(target, in: gazetteer, near: context)
        let anchor = try from.map { text in
            let found = try NamedPoint.find(text, in: gazetteer)
            guard let place = found.place else {
                throw ValidationError("--from \(text): expected the name of a place, not a point")
            }
            return place
        }
        let position = RelativePosition(of: point.coordinate, in: gazetteer, from: anchor, itself: point.place?.id)
        let standing = try scenario.map { scenario in
            try FrontAnswer(point, label: target, scenario, front)
        }
        try Output.data(
            json
                ? PositionJSON.object(position, place: point.place) { standing?.write(into: &$0) }
                : Output.shown(text(position, place: point.place, gazetteer) + (standing?.text ?? "")))
    }

    private func text(_ position: RelativePosition, place: Place?, _ gazetteer: Gazetteer) -> String {
        var out = ""
        if let place {
            out += ResolutionText.title(place) + "\n  " + ResolutionText.position(place) + "\n"
        } else {
            out += "point \(printable(String(target.drop { $0 == " " })))\n"
        }
        var table: [(String, String)] = []
        if let anchor = position.anchor { table.append((anchor.text, "as asked")) }
        if let town = position.town { table.append((town.text, "nearest town")) }
        if let nearest = position.nearest, nearest.place.id != position.town?.place.id {
            table.append((nearest.text, "nearest place"))
        }
        if let road = position.road { table.append((road.text, "nearest road")) }
        for area in position.areas { table.append(("in \(area.name)", area.kind.rawValue)) }
        let width = table.map(\.0.unicodeScalars.count).max() ?? 0
        for (text, label) in table {
            out +=
                "  " + printable(text) + String(repeating: " ", count: width - text.unicodeScalars.count)
                + "   \(label)\n"
        }
        return out
    }
}
