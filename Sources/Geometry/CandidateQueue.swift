/// A binary heap of what remains to be looked at, nearest first.
struct CandidateQueue {
    enum Kind {
        case node(level: Int, node: Int)
        case point(Int)
        case exact(Int)
    }

    struct Candidate {
        var metres: Double
        var kind: Kind

        /// At equal distance, what may still hide a lower index comes before what is certain.
        static func < (a: Candidate, b: Candidate) -> Bool {
            a.metres != b.metres ? a.metres < b.metres : a.rank < b.rank
        }

        private var rank: Int {
            switch kind {
            case .node: -2
            case .point: -1
            case .exact(let index): index
            }
        }
    }

    private var heap: [Candidate] = []

    mutating func push(_ c: Candidate) {
        heap.append(c)
        var i = heap.count - 1
        while i > 0, heap[i] < heap[(i - 1) / 2] {
            heap.swapAt(i, (i - 1) / 2)
            i = (i - 1) / 2
        }
    }

    mutating func pop() -> Candidate? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var i = 0
        while true {
            var least = i
            for child in [2 * i + 1, 2 * i + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            if least == i { return first }
            heap.swapAt(i, least)
            i = least
        }
    }
}
