import Control
import Fronts
import Geometry
import Places
import Reports

/// Which places stand beside a line, and which two face each other across it.
struct FacingPlaces {
    private let theatre: Theatre
    private let states: [Snapshot.PlaceState]
    private let owners: [Int32]
    private let positions: CellPositions
    private let labels: CellLabels

    init(_ theatre: Theatre, _ states: [Snapshot.PlaceState], _ labels: CellLabels, _ owners: [Int32]) {
        self.labels = labels
        self.theatre = theatre
        self.states = states
        self.owners = owners
        positions = theatre.cells.positions(in: theatre)
    }

    /// The places that the cells go with, sorted.
    func places(_ cells: [Int32]) -> [Int] {
        Set(cells.map { owners[Int($0)] }).flatMap { positions.ofCell($0) }.sorted()
    }

    /// Each two places once, in the order in which the line passes between them first.
    func pairs(_ cells: [Front.CellPair]) -> [Snapshot.Facing] {
        struct Pair: Hashable {
            let left: Int
            let right: Int
        }
        var seen: Set<Pair> = []
        return cells.compactMap { cells in
            guard let pair = facing(cells), seen.insert(Pair(left: pair.left, right: pair.right)).inserted else {
                return nil
            }
            return pair
        }
    }

    /// Where along the line which two places face each other, without stretches between the same two points.
    func stretches(_ front: Front) -> [Snapshot.Stretch] {
        var stretches: [Snapshot.Stretch] = []
        for (cells, start) in zip(front.cells, front.cellStarts) where start < front.points.count - 1 {
            guard let pair = facing(cells) else { continue }
            if let last = stretches.last {
                if last.facing.left == pair.left && last.facing.right == pair.right { continue }
                if last.start == start { stretches.removeLast() }
            }
            stretches.append(Snapshot.Stretch(facing: pair, start: start))
        }
        return stretches
    }

    private func facing(_ cells: Front.CellPair) -> Snapshot.Facing? {
        guard let left = labels.decidingState[Int(owners[Int(cells.left)])],
            let right = labels.decidingState[Int(owners[Int(cells.right)])]
        else { return nil }
        let places = theatre.scenario.gazetteer.places
        return Snapshot.Facing(
            left: left, right: right,
            distanceInMetres: theatre.cells.distanceInMetres(left, right) {
                Geodesic.distanceInMetres(
                    places[states[left].placeIndex].coordinate, places[states[right].placeIndex].coordinate)
            },
            isSure: min(states[left].call.probability, states[right].call.probability) >= Doubt.sureProbability)
    }
}

extension Theatre {
    /// The lines between the same two sides numbered in their order, certain and likely ones apart.
    func numbered(_ fronts: [Snapshot.FrontLine]) -> [Snapshot.FrontLine] {
        var numbers: [String: Int] = [:]
        return fronts.map { front in
            let key = "\(front.isCertain) \(front.left)|\(front.right)"
            numbers[key, default: 0] += 1
            return front.numbered(numbers[key]!)
        }
    }
}

extension Snapshot.FrontLine {
    fileprivate func numbered(_ number: Int) -> Snapshot.FrontLine {
        Snapshot.FrontLine(
            left: left, right: right, isCertain: isCertain, line: line, lengthInMetres: lengthInMetres,
            number: number, facing: facing, stretches: stretches, leftPlaces: leftPlaces, rightPlaces: rightPlaces,
            reports: reports)
    }
}
