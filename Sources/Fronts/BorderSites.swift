package import Geometry

/// Extra sites for a tessellation, so that a border between two places need not run half-way between them.
///
/// On every edge of the Delaunay triangulation of the places stand two, a little to either side of its middle. Each goes
/// with the end that it is nearer to or, where the places around say so (``BorderVote``), with the other one. No place
/// loses the land right around it.
package struct BorderSites: Sendable {
    /// The part of the edge from an end to the site that is nearer to it.
    package static let partOfEdge = 0.47
    /// Edges shorter than this carry none: nobody knows a line any better there.
    static let shortestEdgeInMetres = 100.0
    /// With them no land farther than so many reaches from every place goes to one. More than one, or the line would keep
    /// to half-way just where places are few and it is worst known.
    package static let reachesAtMost = 1.25

    package private(set) var coordinates: [Coordinate] = []
    /// For each extra site the place that it is nearer to, as an index into the places.
    package private(set) var near: [Int32] = []
    /// For each the place at the other end of the edge.
    package private(set) var far: [Int32] = []
    /// Positions in metres, and which places are neighbours.
    let web: PlaceWeb
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []

    /// Sets out the sites for places in any order; of places on one spot the first stands for all.
    ///
    /// A site is left out where its cell could hold land much out of reach of all places (`reachesAtMost`).
    /// - Complexity: O(n log n).
    package init(places: [Coordinate], reachInMetres: Double?) {
        web = PlaceWeb(places)
        guard let plane = web.plane else { return }
        var cavity = Cavity(web)
        let corners = web.triangulation.corners
        for e in corners.indices where Int(web.triangulation.twins[e]) > e {
            let (a, b) = (Int(corners[e]), Int(corners[Int(Delaunay.next(Int32(e)))]))
            let (dx, dy) = (web.x[b] - web.x[a], web.y[b] - web.y[a])
            let length = (dx * dx + dy * dy).squareRoot()
            guard length >= Self.shortestEdgeInMetres else { continue }
            for (near, far, part) in [(a, b, Self.partOfEdge), (b, a, 1 - Self.partOfEdge)] {
                let (px, py) = (web.x[a] + part * dx, web.y[a] + part * dy)
                if let reachInMetres {
                    let most = Self.reachesAtMost * reachInMetres
                    guard cavity.radius(ofCellAt: px, py, beside: e) < most else { continue }
                }
                guard let coordinate = plane.inverse(PlanePoint(x: px, y: py)), abs(coordinate.longitude) <= 180 else {
                    continue
                }
                coordinates.append(coordinate)
                x.append(px)
                y.append(py)
                self.near.append(web.sites[near])
                self.far.append(web.sites[far])
            }
        }
    }
}
