import ArgumentParser
import Formats
import Snapshots

/// How large a still picture is.
struct PictureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How wide an SVG or PNG is; 1100 where it is left out.", valueName: "pixels"))
    var width: Int?

    func check(isPicture: Bool) throws {
        guard let width else { return }
        guard isPicture else { throw ValidationError("--width is for pictures: write to a .svg or .png file") }
        guard MapPicture.widths.contains(width) else {
            let (least, most) = (MapPicture.widths.lowerBound, MapPicture.widths.upperBound)
            throw ValidationError("--width \(width): expected \(least) to \(most) pixels")
        }
    }

    func svg(_ snapshot: Snapshot, _ theatre: Theatre, _ bands: [FrontBand]) -> [UInt8] {
        MapPicture(snapshot, theatre, bands: bands, width: width ?? 1100).bytes
    }
}
