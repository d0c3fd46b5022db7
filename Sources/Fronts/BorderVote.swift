internal import Geometry
internal import Glibc

/// Tells with which end of its edge each extra site goes (``BorderSites``), by the places around.
///
/// A plane is laid through the votes of the nearest places, one for each, weighted by a Gaussian of distance (local
/// linear regression; Cleveland & Devlin 1988, J. Am. Stat. Assoc. 83: 596): its value is the part of each end's side at
/// the site. The site goes with the end that has more of it, so the line bends towards where the places of a side are
/// few.
package struct BorderVote {
    package static let neighbours = 16
    /// The width of the Gaussian in distances to the sixth nearest place.
    package static let bandwidth = 0.4
    private static let bandwidthNeighbour = 6
    private static let ridge = 0.3
    /// Rings of neighbours are gathered until so many places are met; the nearest are taken of those.
    private static let gathered = 48

    private let sites: BorderSites
    private let positionOfPlace: [Int32]
    private var met: [Int32]
    private var search: Int32 = 0
    private var ring: [Int32] = []
    private var nearest: [(square: Double, place: Int32)] = []
    /// What was found out about sites asked for before: the first of their votes in `voters`, or -1.
    private var firstVoter: [Int32]
    private var voters: [Voter] = []
    /// What was asked last, and the answer.
    private var last: (sides: [Int32], labels: [Int32], owners: [Int32])?
    /// For each place the extra sites that it has a say in; from the second question on.
    private var sitesOfPlace: [[Int32]] = []

    /// A place that votes at a site, by its index, and what its vote counts there.
    private struct Voter {
        var place: Int32
        var weight: Double
    }

    package init(_ sites: BorderSites) {
        self.sites = sites
        met = [Int32](repeating: 0, count: sites.web.sites.count)
        firstVoter = [Int32](repeating: -1, count: sites.near.count)
        var positions = [Int32](repeating: -1, count: Int((sites.web.sites.max() ?? -1) + 1))
        for (position, site) in sites.web.sites.enumerated() { positions[Int(site)] = Int32(position) }
        positionOfPlace = positions
    }

    /// For each extra site the place that it goes with.
    ///
    /// - Parameters:
    ///   - sides: for each place who has it; what speaks first.
    ///   - labels: for each place what it is drawn as, where the sides are the same.
    /// - Complexity: O(extra sites), and some microseconds for each between two places that differ, the first time. When
    ///   asked again, the sites in which no place has a say that now has another side or label are taken over.
    package mutating func owners(sides: [Int32], labels: [Int32]) -> [Int32] {
        var owners = last?.owners ?? sites.near
        if let last {
            if sitesOfPlace.isEmpty { findSitesOfPlaces(count: sides.count) }
            var isDone = [Bool](repeating: false, count: owners.count)
            for place in sides.indices where sides[place] != last.sides[place] || labels[place] != last.labels[place] {
                // By index, since a site weighed now is added to the lists of its voters.
                for index in sitesOfPlace[place].indices {
                    let site = Int(sitesOfPlace[place][index])
                    guard !isDone[site] else { continue }
                    isDone[site] = true
                    owners[site] = owner(of: site, sides, labels)
                }
            }
        } else {
            for site in owners.indices { owners[site] = owner(of: site, sides, labels) }
        }
        last = (sides, labels, owners)
        return owners
    }

    private mutating func owner(of site: Int, _ sides: [Int32], _ labels: [Int32]) -> Int32 {
        let (near, far) = (Int(sites.near[site]), Int(sites.far[site]))
        let by: [Int32]
        if sides[near] != sides[far] {
            by = sides
        } else if labels[near] != labels[far] {
            by = labels
        } else {
            return sites.near[site]
        }
        return lead(of: by[far], over: by[near], at: site, by) > 1e-9 ? sites.far[site] : sites.near[site]
    }

    private mutating func findSitesOfPlaces(count: Int) {
        sitesOfPlace = [[Int32]](repeating: [], count: count)
        for site in sites.near.indices {
            sitesOfPlace[Int(sites.near[site])].append(Int32(site))
            sitesOfPlace[Int(sites.far[site])].append(Int32(site))
            if firstVoter[site] >= 0 { addToVoters(site) }
        }
    }

    private mutating func addToVoters(_ site: Int) {
        let first = Int(firstVoter[site])
        for voter in voters[first..<(first + Int(voters[first].place) + 1)].dropFirst() {
            sitesOfPlace[Int(voter.place)].append(Int32(site))
        }
    }

    /// By how much the part of one side is greater than that of another at an extra site.
    private mutating func lead(of one: Int32, over other: Int32, at site: Int, _ labels: [Int32]) -> Double {
        if firstVoter[site] < 0 {
            weigh(site)
            if !sitesOfPlace.isEmpty { addToVoters(site) }
        }
        let first = Int(firstVoter[site])
        var lead = 0.0
        for voter in voters[first..<(first + Int(voters[first].place) + 1)].dropFirst() {
            let label = labels[Int(voter.place)]
            if label == one { lead += voter.weight } else if label == other { lead -= voter.weight }
        }
        return lead
    }

    /// Puts the votes for a site behind one that has their number in the place of a place.
    private mutating func weigh(_ site: Int) {
        gather(around: site)
        let (px, py) = (sites.x[site], sites.y[site])
        let web = sites.web
        let width =
            max(nearest[min(Self.bandwidthNeighbour, nearest.count) - 1].square.squareRoot(), 1) * Self.bandwidth
        // Normal equations of the plane: by symmetry the first row of the inverse is enough for the value at the site.
        var (s, sx, sy, sxx, sxy, syy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        var points: [(place: Int32, weight: Double, dx: Double, dy: Double)] = []
        for (square, place) in nearest {
            let weight = exp(-square / (2 * width * width)) + 1e-9
            let (dx, dy) = ((web.x[Int(place)] - px) / width, (web.y[Int(place)] - py) / width)
            s += weight
            sx += weight * dx
            sy += weight * dy
            sxx += weight * dx * dx
            sxy += weight * dx * dy
            syy += weight * dy * dy
            points.append((web.sites[Int(place)], weight, dx, dy))
        }
        let ridge = Self.ridge * s / 2
        sxx += ridge
        syy += ridge
        let c00 = sxx * syy - sxy * sxy
        let c01 = sxy * sy - sx * syy
        let c02 = sx * sxy - sxx * sy
        let determinant = s * c00 + sx * c01 + sy * c02
        firstVoter[site] = Int32(voters.count)
        voters.append(Voter(place: Int32(points.count), weight: 0))
        for point in points {
            voters.append(
                Voter(
                    place: point.place,
                    weight: point.weight * (c00 + c01 * point.dx + c02 * point.dy) / determinant))
        }
    }

    /// Fills `nearest` with the nearest places, nearest first, out of the rings around both ends of the site's edge.
    private mutating func gather(around site: Int) {
        search += 1
        ring.removeAll(keepingCapacity: true)
        for end in [sites.near[site], sites.far[site]] {
            let position = positionOfPlace[Int(end)]
            met[Int(position)] = search
            ring.append(position)
        }
        var next = 0
        var ringEnd = ring.count
        while next < ring.count {
            if next == ringEnd {
                if ring.count >= Self.gathered { break }
                ringEnd = ring.count
            }
            for other in sites.web.neighbours(of: ring[next]) where met[Int(other)] != search {
                met[Int(other)] = search
                ring.append(other)
            }
            next += 1
        }
        let (px, py) = (sites.x[site], sites.y[site])
        nearest.removeAll(keepingCapacity: true)
        for place in ring {
            let (dx, dy) = (sites.web.x[Int(place)] - px, sites.web.y[Int(place)] - py)
            nearest.append((dx * dx + dy * dy, place))
        }
        nearest.sort { ($0.square, $0.place) < ($1.square, $1.place) }
        if nearest.count > Self.neighbours { nearest.removeLast(nearest.count - Self.neighbours) }
    }
}
