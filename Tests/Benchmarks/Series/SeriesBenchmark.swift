import Control
import Formats
import Geometry
import Reports
import Snapshots

/// What a further day of a series takes inside the process, step by step: `benchmarks series SCENARIO FIRST DAY…`.
///
/// The days are made one after the other on one thread; of each step the least over the days after the first is printed,
/// and the median, in milliseconds. `series.py` makes a scenario and has the peer.
enum SeriesBenchmark {
    static func run(_ arguments: [String]) throws {
        let moments = arguments.dropFirst().compactMap { Moment($0) }
        guard let folder = arguments.first, moments.count > 2, moments.count == arguments.count - 1 else {
            print(
                "usage: benchmarks series SCENARIO DAY DAY DAY… (three or more, see Tests/Benchmarks/Series/series.py)")
            return
        }
        let scenario = try Scenario.load(folder)
        let theatre = try Theatre(scenario)
        let model = ControlModel(scenario)
        var maker = SnapshotMaker(theatre)
        var figures = SnapshotMaker(theatre)
        var lands = LandMaker(theatre)
        var changed = GeoJSONSeriesWriter(theatre, places: .changed, styled: false)
        var all = GeoJSONSeriesWriter(theatre, places: .all, styled: false)
        var times: [(name: String, times: [Double])] = []
        func timed<Value>(_ name: String, _ body: () -> Value) -> Value {
            let start = now()
            let value = body()
            let time = (now() - start) * 1000
            if let index = times.firstIndex(where: { $0.name == name }) {
                times[index].times.append(time)
            } else {
                times.append((name, [time]))
            }
            return value
        }
        var last: Snapshot?
        var lastCalls: [Call] = []
        for moment in moments {
            lastCalls = timed("calls: who holds what") { model.calls(at: moment) }
            _ = timed("figures of the areas") { figures.snapshot(at: moment, calls: lastCalls, draws: false) }
            let snapshot = timed("snapshot: areas, lines, digest") { maker.snapshot(at: moment, calls: lastCalls) }
            if let last {
                let difference = timed("difference: places, land, sectors") {
                    theatre.difference(from: last, to: snapshot)
                }
                _ = timed("its rows") { ChangesCSV.rows(difference, theatre) }
            }
            let land = timed("parts and populated land") { lands.land(of: snapshot) }
            _ = timed("GeoJSON with changed places") { changed.bytes(of: snapshot, land, after: last) }
            _ = timed("GeoJSON with all places") { all.bytes(of: snapshot, land, after: last) }
            last = snapshot
        }
        print("\(lastCalls.count) places, \(theatre.tessellation.cellCount) cells, \(moments.count) moments")
        for (name, times) in times {
            let further = times.dropFirst().sorted()
            guard let least = further.first else { continue }
            print("\(name): first \(times[0]) ms, further least \(least) ms, median \(further[further.count / 2]) ms")
        }
    }
}
