import Glibc
import Reports

/// What the reports of one place leave to believe, walked through time: a chance for each bloc.
///
/// Each `holds` moves the chances towards its bloc by the chance that it is so; a later one moves on from there, so the
/// newer of two equals wins. Between reports the chances drift towards even by the chance of a change that nobody told.
struct Belief {
    /// One chance a bloc, summing to 1.
    var chances: [Double]
    /// Chance that an enemy is inside beside the holder.
    var visitors = 0.0
    private(set) var time = -Double.infinity

    init(blocs: Int) {
        chances = [Double](repeating: 0, count: blocs)
    }

    /// Starts anew, knowing nothing.
    mutating func reset(_ even: [Double]) {
        for bloc in chances.indices { chances[bloc] = even[bloc] }
        visitors = 0
        time = -.infinity
    }

    /// Takes up the walk where it stood at `time`.
    mutating func resume(_ row: ArraySlice<Double>, visitors: Double, time: Double) {
        for (bloc, value) in row.enumerated() { chances[bloc] = value }
        self.visitors = visitors
        self.time = time
    }

    mutating func advance(to later: Double, even: [Double]) {
        defer { time = max(time, later) }
        guard time > -.infinity, later > time else { return }
        let count = Double(chances.count)
        let drift = 1 - exp(-count / max(count - 1, 1) * Constants.silentChangePerDay * (later - time))
        for bloc in chances.indices { chances[bloc] += drift * (even[bloc] - chances[bloc]) }
        if visitors > 0 { visitors *= exp(-(later - time) / Constants.memoryOfVisitorsInDays) }
    }

    mutating func weaken(_ bloc: Int, by logOdds: Double) {
        chances[bloc] *= exp(-logOdds)
        var sum = 0.0
        for bloc in chances.indices { sum += chances[bloc] }
        for bloc in chances.indices { chances[bloc] /= sum }
    }

    private mutating func move(to bloc: Int, by weight: Double) {
        for other in chances.indices { chances[other] *= 1 - weight }
        chances[bloc] += weight
    }

    /// Takes in a statement that is so with the chance `counted`, and says with log-odds `news` that another held the
    /// place before.
    mutating func take(_ one: Statement, counted: Double, news: Double) {
        let bloc = one.bloc
        switch one.kind {
        case .holds:
            if news > 0 { weaken(bloc, by: news) }
            switch one.extent {
            case .part:
                visitors = 1 - (1 - visitors) * (1 - counted * (1 - chances[bloc]))
                move(to: bloc, by: 0.3 * counted)
            case .most:
                visitors = 1 - (1 - visitors) * (1 - 0.32 * counted)
                move(to: bloc, by: 0.8 * counted)
            default:
                visitors *= 1 - counted
                move(to: bloc, by: counted)
            }
        case .present:
            let inside = one.extent == .part ? 1.0 : Constants.insideWithoutHolding
            visitors = 1 - (1 - visitors) * (1 - inside * counted * (1 - chances[bloc]))
            move(to: bloc, by: 0.15 * counted)
        case .contested:
            visitors = 1 - (1 - visitors) * (1 - counted)
        case .withdrew, .denies:
            let share = counted * (one.kind == .denies ? Constants.weightOfDenial : 1)
            let given = chances[bloc] * share
            let others = 1 - chances[bloc]
            for other in chances.indices where other != bloc {
                chances[other] +=
                    given * (others > 1e-9 ? chances[other] / others : 1 / Double(max(chances.count - 1, 1)))
            }
            chances[bloc] -= given
            visitors *= 1 - share
        }
    }
}
