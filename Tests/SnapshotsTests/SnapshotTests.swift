import Control
import Fronts
import Geometry
import Places
import Reports
import Snapshots
import TestSupport
import Testing

@Suite struct SnapshotTests {
    private func theatre(_ scenario: SmallScenario) throws -> Theatre {
        let scratch = try Scratch()
        return try Theatre(Scenario.load(try scenario.write(to: scratch)))
    }

    /// Six places in a row: three red, three blue, one of them changing hands on the 5th.
    private func row() -> SmallScenario {
        var scenario = SmallScenario(count: 6)
        for place in 0..<6 {
            for source in ["monitor", "agency"] {
                scenario.report(
                    "a\(place)\(source)", "2020-01-01", place: place, place < 3 ? "red" : "blue", source: source)
            }
        }
        for source in ["monitor", "agency", "paper"] {
            scenario.report("z\(source)", "2020-01-05", place: 3, "red", against: "blue", source: source)
        }
        return scenario
    }

    @Test func areasAndFrontFollowThePlaces() throws {
        let theatre = try theatre(row())
        let snapshot = theatre.snapshot(at: Moment("2020-01-03")!)
        #expect(snapshot.areas.map(\.holder.key) == ["blue", "red"])
        #expect(snapshot.areas.map(\.places.count) == [3, 3])
        let front = try #require(snapshot.fronts.first)
        #expect(snapshot.fronts.count == 1)
        #expect([front.left, front.right] == ["blue", "red"])
        // The border between the third and the fourth place, at 37.125° E.
        #expect(front.line.allSatisfy { abs($0.coordinate.longitude - 37.125) < 0.001 })
        #expect(
            front.leftPlaces.map { theatre.scenario.gazetteer.places[snapshot.places[$0].placeIndex].id } == ["t:3"])
    }

    @Test func aMovedPlaceIsTheWholeDifference() throws {
        let theatre = try theatre(row())
        let before = theatre.snapshot(at: Moment("2020-01-03")!)
        let after = theatre.snapshot(at: Moment("2020-01-06")!)
        let difference = theatre.difference(from: before, to: after)
        #expect(difference.places.map { theatre.scenario.gazetteer.places[$0.placeIndex].id } == ["t:3"])
        #expect(difference.places[0].changedHands)
        let makers = Set(difference.places[0].reports.map { theatre.scenario.log.reports[$0].id })
        #expect(makers == ["zmonitor", "zagency", "zpaper"])
        let cell = theatre.tessellation.cellAreasInSquareMetres[Int(theatre.tessellation.cellOfSite[3])]
        let balance = difference.balance
        #expect(balance.map(\.side) == ["blue", "red"])
        #expect(abs(balance[0].lost - cell) < 1 && abs(balance[1].gained - cell) < 1)
        let line = try #require(difference.lines.first)
        #expect(abs(line.gainedByRightInSquareMetres - cell) < 1 && line.gainedByLeftInSquareMetres == 0)
        // One place further east. The cells are round at the edge of their reach.
        let advance = try #require(difference.advances.first)
        #expect(difference.advances.count == 1 && advance.from == "blue" && advance.to == "red")
        let measure = advance.measure
        #expect(
            abs(measure.meanInMetres! * (measure.lineBeforeInMetres + measure.lineNowInMetres) / 2 - cell) < 1)
        #expect(abs(advance.measure.azimuthInDegrees! - 90) < 1 && advance.kind == .advance)
        #expect(abs(advance.areaInSquareMetres - cell) < 1 && abs(advance.calledAreaInSquareMetres - cell) < 1)
        #expect(advance.places.map { theatre.scenario.gazetteer.places[$0].id } == ["t:3"])
        #expect(Set(advance.reports.map { theatre.scenario.log.reports[$0].id }) == makers)
    }

    @Test func theSameMomentHasNoDifference() throws {
        let theatre = try theatre(row())
        let snapshot = theatre.snapshot(at: Moment("2020-01-03")!)
        let difference = theatre.difference(from: snapshot, to: theatre.snapshot(at: Moment("2020-01-03")!))
        #expect(difference.places.isEmpty && difference.transfers.isEmpty)
        #expect(difference.advances.isEmpty)
        #expect(difference.lines.allSatisfy { $0.lengthBeforeInMetres == $0.lengthAfterInMetres })
    }

    @Test func aDigestTellsStatesApart() throws {
        let theatre = try theatre(row())
        let digests = ["2020-01-03", "2020-01-03", "2020-01-06"].map { theatre.snapshot(at: Moment($0)!).digest }
        #expect(digests[0] == digests[1])
        #expect(digests[0] != digests[2])
        #expect(digests[0].hasPrefix("sha256:") && digests[0].count == 71)
    }

    /// Land never appears or vanishes: whatever changes hands, all areas sum to the same.
    @Test func gainsAndLossesBalance() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<20 {
            var scenario = SmallScenario(count: 0)
            for index in 0..<40 {
                let letters = [UInt8(97 + index / 26), UInt8(97 + index % 26)]
                let longitude = 37 + Double.random(in: 0..<1, using: &generator)
                let latitude = 36 + Double.random(in: 0..<1, using: &generator)
                scenario.places.append(
                    ("t:\(index)", "N" + String(decoding: letters, as: UTF8.self), longitude, latitude))
            }
            for index in 0..<120 {
                scenario.report(
                    "r\(index)", "2020-01-\(10 + Int.random(in: 0..<19, using: &generator))",
                    place: Int.random(in: 0..<40, using: &generator),
                    ["red", "blue", "green"].randomElement(using: &generator)!,
                    source: ["monitor", "agency", "paper"].randomElement(using: &generator)!)
            }
            let theatre = try theatre(scenario)
            let moments = ["2020-01-12", "2020-01-19", "2020-01-28"].map { theatre.snapshot(at: Moment($0)!) }
            let totals = moments.map { $0.areas.reduce(0) { $0 + $1.areaInSquareMetres } }
            #expect(abs(totals[0] - totals[1]) < 1 && abs(totals[1] - totals[2]) < 1)
            func passed(_ a: Snapshot, _ b: Snapshot) -> [String: Double] {
                Dictionary(
                    theatre.difference(from: a, to: b).transfers.flatMap {
                        [($0.to.key, $0.areaInSquareMetres), ($0.from.key, -$0.areaInSquareMetres)]
                    }, uniquingKeysWith: +)
            }
            // Whatever goes to others half-way, a place lies on the land of who holds it.
            for snapshot in moments {
                for area in snapshot.areas {
                    let shape = MultiPolygon(polygons: area.polygons.map(\.polygon))
                    for place in area.places {
                        let point = theatre.scenario.gazetteer.places[snapshot.places[place].placeIndex].coordinate
                        #expect(PointInPolygon.contains(shape, point))
                    }
                }
            }
            // diff(a,b) + diff(b,c) = diff(a,c), holder by holder.
            var sum = passed(moments[0], moments[1])
            sum.merge(passed(moments[1], moments[2]), uniquingKeysWith: +)
            let direct = passed(moments[0], moments[2])
            for key in Set(sum.keys).union(direct.keys) {
                #expect(abs((sum[key] ?? 0) - (direct[key] ?? 0)) < 1, "\(key)")
            }
            // And back: what was gained is lost.
            for (key, area) in passed(moments[2], moments[0]) { #expect(abs(area + (direct[key] ?? 0)) < 1) }
        }
    }
}
