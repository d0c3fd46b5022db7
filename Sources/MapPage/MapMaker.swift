import Control
package import Reports
import Rows
package import Snapshots
import Synchronization

/// Makes the moments of a map, several at a time: each thread a run of them, so that it takes over from each what is the
/// same in the next.
package struct MapMaker: Sendable {
    /// A moment, and what was known when.
    package struct Step: Sendable {
        package let at: Moment
        package let knownOn: Moment?

        package init(at: Moment, knownOn: Moment?) {
            self.at = at
            self.knownOn = knownOn
        }
    }

    private let theatre: Theatre

    /// Runs shorter than this are not worth weighing all reports for once more.
    private static let leastPerThread = 8

    package init(_ theatre: Theatre) { self.theatre = theatre }

    /// The record of the steps in their order; `told` how many are done.
    package func record(_ steps: [Step], told: @escaping @Sendable (_ done: Int, _ step: Step) -> Void) -> MapRecord {
        let parts = max(1, min(Threads.count, steps.count / Self.leastPerThread))
        let records = Mutex<[MapRecord?]>(.init(repeating: nil, count: parts))
        let done = Mutex(0)
        Threads.run(parts) { part in
            var record = MapRecord(theatre)
            var maker = SnapshotMaker(theatre)
            var model: ControlModel?
            for number in (steps.count * part / parts)..<(steps.count * (part + 1) / parts) {
                let step = steps[number]
                if model == nil || model?.asKnownOn != step.knownOn {
                    model = ControlModel(
                        theatre.scenario, asKnownOn: step.knownOn, reusing: model, keepsWork: step.knownOn != nil)
                }
                guard let model else { continue }
                record.add(maker.snapshot(at: step.at, model: model, draws: false), number: number)
                done.withLock {
                    $0 += 1
                    told($0, step)
                }
            }
            records.withLock { $0[part] = record }
        }
        return records.withLock { records in
            var all = MapRecord(theatre)
            for record in records { if let record { all.append(record) } }
            return all
        }
    }
}
