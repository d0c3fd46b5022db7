/// Why no tessellation could be made.
package enum TessellationError: Error, Hashable, Sendable, CustomStringConvertible {
    case noSites
    /// A site with a value that is not finite or out of range.
    case badSite(index: Int, Coordinate)
    /// A coordinate of the area that is not finite or out of range.
    case badAreaCoordinate(polygon: Int, ring: Int, index: Int, Coordinate)
    /// A ring of the area whose last coordinate does not repeat the first, or with fewer than four.
    case areaRingNotClosed(polygon: Int, ring: Int)
    /// Rings of the area cross themselves or each other.
    case areaRingsCross(reason: String)
    /// The area has no inside.
    case emptyArea
    /// A reach that is not within 10 m and 2,000 km.
    case badReach(Double)
    /// The sites, or the area, span more than half the Earth, or lie across ±180 degrees.
    case tooWide
    /// Without an area that ends there, the reach of a site goes across ±180 degrees.
    case reachAcrossDateLine
    /// Our fault: the edges could not be brought onto the grid.
    case notNoded

    package var description: String {
        switch self {
        case .noSites:
            "no sites: expected at least one place"
        case .badSite(let index, let c):
            "site \(index) lies at longitude \(c.longitude), latitude \(c.latitude): expected -180…180 and -90…90"
        case .badAreaCoordinate(let polygon, let ring, let index, let c):
            "the area's polygon \(polygon), ring \(ring), position \(index) is longitude \(c.longitude), "
                + "latitude \(c.latitude): expected -180…180 and -90…90"
        case .areaRingNotClosed(let polygon, let ring):
            "the area's polygon \(polygon), ring \(ring) is not closed: "
                + "expected four positions or more, the last like the first"
        case .areaRingsCross(let reason):
            "the area is not valid: \(reason) (ogr2ogr -makevalid FIXED.geojson FILE repairs it)"
        case .emptyArea:
            "the area is empty"
        case .badReach(let metres):
            "a reach of \(metres) m: expected 10 m to 2,000 km"
        case .tooWide:
            "the places or the area span too much of the Earth: "
                + "expected less than half of it, and nothing across longitude ±180"
        case .reachAcrossDateLine:
            "the reach of a place goes across longitude ±180: expected a shorter one, or an area that ends there "
                + "(--boundary, or area.geojson in the scenario)"
        case .notNoded:
            "the edges could not be brought onto the grid; this is a bug"
        }
    }
}
