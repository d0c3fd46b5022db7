import Control
import Formats
import Reports
import Rows
import Snapshots
import Synchronization

/// Makes the moments of a series, several at a time: each thread a run of them, so that it can take over from one what
/// is the same in the next.
struct SeriesRun: Sendable {
    /// One moment, and all that it hangs on.
    struct Step: Sendable {
        let at: Moment
        /// The moment before it, from which its changes count.
        let since: Moment?
        let knownOn: Moment?
        let sinceKnownOn: Moment?
        /// Where its GeoJSON goes, if any.
        let file: String?
    }

    let theatre: Theatre
    let folder: String
    let journal: SeriesJournal
    let places: SeriesPlaces
    let isStyled: Bool

    /// Runs shorter than this are not worth weighing all reports for once more.
    private static let leastPerThread = 3

    /// The entries of the steps, in their order. What was made before an error stays noted.
    func make(_ steps: [Step], told: @escaping @Sendable (_ done: Int, _ step: Step) -> Void) throws -> [SeriesEntry] {
        struct Shared: ~Copyable {
            var entries: [SeriesEntry?]
            var done = 0
            var error: (any Error)?
        }
        let parts = max(1, min(Threads.count, steps.count / Self.leastPerThread))
        let shared = Mutex(Shared(entries: .init(repeating: nil, count: steps.count)))
        Threads.run(parts) { part in
            var worker = Worker(self)
            for index in (steps.count * part / parts)..<(steps.count * (part + 1) / parts) {
                if shared.withLock({ $0.error != nil }) { return }
                do {
                    let entry = try worker.make(steps[index])
                    try shared.withLock { shared in
                        try journal.note(entry)
                        shared.entries[index] = entry
                        shared.done += 1
                        told(shared.done, steps[index])
                    }
                } catch {
                    shared.withLock { $0.error = $0.error ?? error }
                }
            }
        }
        return try shared.withLock { shared in
            if let error = shared.error { throw error }
            return shared.entries.compactMap { $0 }
        }
    }

    /// What one thread keeps from moment to moment.
    private struct Worker {
        private let run: SeriesRun
        private var maker: SnapshotMaker
        private var land: LandMaker
        private var writer: GeoJSONSeriesWriter
        private var model: ControlModel?
        private var last: Snapshot?

        init(_ run: SeriesRun) {
            self.run = run
            maker = SnapshotMaker(run.theatre)
            land = LandMaker(run.theatre)
            writer = GeoJSONSeriesWriter(run.theatre, places: run.places, styled: run.isStyled)
        }

        mutating func make(_ step: Step) throws -> SeriesEntry {
            var before: Snapshot?
            if let since = step.since {
                before =
                    last?.at == since
                    ? last : self.snapshot(at: since, knownOn: step.sinceKnownOn, draws: step.file != nil)
            }
            let snapshot = self.snapshot(at: step.at, knownOn: step.knownOn, draws: step.file != nil)
            last = snapshot
            let land = land.land(of: snapshot)
            let difference = before.map { run.theatre.difference(from: $0, to: snapshot) }
            var checksum: String?
            if let file = step.file {
                let bytes = writer.bytes(of: snapshot, land, after: before)
                try AtomicFile.write(bytes, to: run.folder + "/" + file, syncs: false)
                checksum = SeriesEntry.checksum(of: bytes)
            }
            let handed = difference?.places.count { $0.changedHands } ?? 0
            return SeriesEntry(
                at: step.at.text, since: step.since?.text, knownAt: step.knownOn?.text, digest: snapshot.digest,
                file: step.file, checksum: checksum, changedHands: handed,
                calledOtherwise: (difference?.places.count ?? 0) - handed,
                areaRows: AreasCSV.rows(snapshot, land: land),
                changeRows: difference.map { ChangesCSV.rows($0, run.theatre) } ?? "")
        }

        private mutating func snapshot(at moment: Moment, knownOn: Moment?, draws: Bool) -> Snapshot {
            if model == nil || model?.asKnownOn != knownOn {
                model = ControlModel(
                    run.theatre.scenario, asKnownOn: knownOn, reusing: model, keepsWork: knownOn != nil)
            }
            return maker.snapshot(at: moment, model: model!, draws: draws)
        }
    }
}
