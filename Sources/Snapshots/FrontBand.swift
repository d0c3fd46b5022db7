package import Fronts
package import Geometry
import Reports

/// The land in which a part of a line should run.
package struct FrontBand: Sendable {
    package enum Share: String, CaseIterable, Sendable {
        case half
        case nineInTen = "nine_in_ten"

        /// The part of the line that should lie in the band.
        package var part: Double { self == .half ? 0.5 : 0.9 }
    }

    package let front: Snapshot.FrontLine
    package let share: Share
    package let polygons: [GridPolygon]
    package let areaInSquareMetres: Double

    /// `front_band/isis|rebels/2/nine_in_ten`.
    package var id: String {
        "\(front.isCertain ? "" : "likely_")front_band/\(front.left)|\(front.right)/\(front.number)/\(share.rawValue)"
    }
}

extension Theatre {
    /// The bands around all lines of a snapshot, for each line the narrower one first: around each piece of a line as wide
    /// as the doubt of its two places, cut to the area of interest.
    ///
    /// - Throws: ``GEOSError``.
    /// - Complexity: O(n log n) in the points of the lines.
    package func bands(_ snapshot: Snapshot) throws(GEOSError) -> [FrontBand] {
        var bands: [FrontBand] = []
        for front in snapshot.fronts {
            let segments = snapshot.segments(of: front)
            guard !segments.isEmpty else { continue }
            for share in FrontBand.Share.allCases {
                let shape = try Buffer.union(
                    of: segments.map { segment in
                        let doubt = Doubt(segment.facing[0])
                        return (
                            segment.line.map(\.coordinate),
                            share == .half ? doubt.halfInMetres : doubt.nineInTenInMetres
                        )
                    }, within: scenario.area)
                let polygons = shape.polygons.map(GridPolygon.init).sorted {
                    $0.rings[0].lexicographicallyPrecedes($1.rings[0])
                }
                bands.append(
                    FrontBand(
                        front: front, share: share, polygons: polygons,
                        areaInSquareMetres: AuthalicArea.area(of: shape)))
            }
        }
        return bands
    }
}
