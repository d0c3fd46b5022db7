import Rows
import Synchronization
import Testing

@Suite struct ThreadsTests {
    @Test(arguments: [0, 1, 2, 3, 100])
    func everyPartRunsOnce(parts: Int) {
        let runs = Mutex([Int](repeating: 0, count: parts))
        Threads.run(parts) { part in runs.withLock { $0[part] += 1 } }
        #expect(runs.withLock { $0 } == [Int](repeating: 1, count: parts))
    }
}
