import Glibc
import Reports

extension ControlModel {
    /// What is believed of all places at a moment. By place and side where nothing else is said.
    struct State {
        let time: Double
        let era: Blocs.Era
        /// By the places' own reports.
        let own: [Double]
        /// Whether anything was reported of each place.
        let reports: [Bool]
        /// Chance that an enemy is inside.
        let visitors: [Double]
        var chances: [Double]
        /// Log-odds that the surroundings added.
        var pull: [Double]
        /// How the surroundings leaned in the past year.
        var past: [Double]
        /// How far behind its line each place lies, by the share of each side in the wide view.
        var wideShares: [Double]
        /// Whether two good voices agree on the likeliest side and none contradicts: no surroundings overrule that.
        let isAttested: [Bool]
        /// Whether anything reported speaks for the place.
        var inReach: [Bool]
    }

    /// The chances of each side at each place by its own reports, and which places have any.
    func ownBelief(at time: Double, _ era: Blocs.Era) -> (chances: [Double], reports: [Bool], visitors: [Double]) {
        let sides = era.sides.count
        var chances = [Double](repeating: 1 / Double(max(sides, 1)), count: courses.count * sides)
        var reports = [Bool](repeating: false, count: courses.count)
        var visitors = [Double](repeating: 0, count: courses.count)
        var belief = Belief(blocs: blocs.count)
        for place in courses.indices where !courses[place].counted.isEmpty {
            guard courses[place].read(at: time, even: era.evenShares, into: &belief) else { continue }
            reports[place] = true
            visitors[place] = belief.visitors
            for side in 0..<sides { chances[place * sides + side] = 0 }
            for bloc in 0..<blocs.count {
                chances[place * sides + era.sideOfBloc[bloc]] += belief.chances[bloc]
            }
        }
        return (chances, reports, visitors)
    }

    /// Who votes on the surroundings of others, and how much: a place counts by the lead of its likeliest side.
    func votes(_ chances: [Double], _ reports: [Bool], sides: Int) -> (votes: [Bool], leads: [Double]) {
        var votes = [Bool](repeating: false, count: reports.count)
        var leads = [Double](repeating: 0, count: reports.count)
        for place in neighbourhoods.reporting where reports[place] {
            var (first, second) = (-1.0, -1.0)
            for side in 0..<sides {
                let value = chances[place * sides + side]
                if value > first {
                    (first, second) = (value, first)
                } else if value > second {
                    second = value
                }
            }
            let lead = first - (sides > 1 ? second : 0)
            votes[place] = lead > Constants.leastLead
            leads[place] = lead * voteWeights[place]
        }
        return (votes, leads)
    }

    /// Shares of the blocs, not of the sides, in the surroundings of each place at a moment.
    func sharesOfBlocs(at time: Double, pass: Int) -> [Double] {
        let era = blocs.eras[blocs.era(upTo: time)]
        let own = ownBelief(at: time, era)
        let votes = votes(own.chances, own.reports, sides: era.sides.count)
        var chances = own.chances
        if era.sides.count != blocs.count {
            chances = [Double](repeating: 0, count: courses.count * blocs.count)
            var belief = Belief(blocs: blocs.count)
            for place in courses.indices where courses[place].read(at: time, even: era.evenShares, into: &belief) {
                for bloc in 0..<blocs.count { chances[place * blocs.count + bloc] = belief.chances[bloc] }
            }
        }
        return ask(
            &nearThen, .init(time: time, question: .epoch(pass: pass)), chances, votes, sides: blocs.count)
    }

    /// How the surroundings of each place leaned on the way to `time`: the mean over the year before.
    private func past(before time: Double, era: Int) -> [Double] {
        let moments = Set(Constants.pastInDays.map { max(time - $0, firstTime + 1) }).sorted()
        let sides = blocs.eras[era].sides.count
        var past = [Double](repeating: 0, count: courses.count * sides)
        for moment in moments {
            let lean = lean(at: moment, era: era)
            for entry in past.indices { past[entry] += lean[entry] / Double(moments.count) }
        }
        return past
    }

    private func lean(at time: Double, era: Int) -> [Double] {
        let key = LeanKey(time: time, era: era)
        if let known = leanAtTime[key] { return known }
        let sides = blocs.eras[era].sides.count
        let own = ownBelief(at: time, blocs.eras[era])
        let votes = votes(own.chances, own.reports, sides: sides)
        let shares = ask(
            &nearThen, .init(time: time, question: .past(era: era)), own.chances, votes, sides: sides)
        let lean = shares.map { Pull.lean($0) }
        if leanAtTime.count > 400 { leanAtTime.removeAll() }
        leanAtTime[key] = lean
        return lean
    }

    func state(at time: Double) -> State {
        let number = blocs.era(upTo: time)
        let era = blocs.eras[number]
        let sides = era.sides.count
        let own = ownBelief(at: time, era)
        var state = State(
            time: time, era: era, own: own.chances, reports: own.reports, visitors: own.visitors, chances: own.chances,
            pull: .init(repeating: 0, count: own.chances.count), past: past(before: time, era: number), wideShares: [],
            isAttested: courses.indices.map { own.reports[$0] && isAttested($0, own.chances, era, time) },
            inReach: own.reports)
        let isFought = built.map { !$0.fights.isEmpty && Fight.isFought($0.fights, at: time) }
        for pass in 0..<Constants.passes {
            let isLast = pass == Constants.passes - 1
            let isWanted = isLast ? nil : state.reports
            let votes = votes(state.chances, state.reports, sides: sides)
            let nearShares = ask(
                &near[pass], .init(time: time, question: .near(pass: pass)), state.chances, votes, sides: sides,
                isWanted: isWanted)
            let wideShares = ask(
                &wide[pass], .init(time: time, question: .wide(pass: pass)), state.chances, votes, sides: sides,
                isWanted: isWanted)
            for place in courses.indices where isLast || state.reports[place] {
                if isLast, !state.reports[place] { state.inReach[place] = near[pass].reaches(place) }
                let limit = (state.isAttested[place] ? Constants.mostPullWhereAttested : Constants.mostPull) / 2
                var most = -Double.infinity
                for entry in (place * sides)..<(place * sides + sides) {
                    let lean = Pull.lean(nearShares[entry])
                    let pull =
                        (state.reports[place]
                            ? Pull.reported(lean) * (isFought[place] ? Constants.pullWhereFought : 1)
                            : Pull.silent(lean, past: state.past[entry])) + Pull.wide(wideShares[entry])
                    state.pull[entry] = min(max(pull, -limit), limit)
                    let score =
                        Constants.weightOfOwnReports * log(min(max(own.chances[entry], 1e-4), 1)) + state.pull[entry]
                    state.chances[entry] = score
                    most = max(most, score)
                }
                var sum = 0.0
                for entry in (place * sides)..<(place * sides + sides) {
                    state.chances[entry] = exp(state.chances[entry] - most)
                    sum += state.chances[entry]
                }
                for entry in (place * sides)..<(place * sides + sides) { state.chances[entry] /= sum }
            }
            if isLast { state.wideShares = wideShares }
        }
        return state
    }

    /// Whether several voices graded C or better, not for their own side, or one whose word is confirmed, name the likeliest
    /// side and are hardly all wrong, and no likely one has named another since.
    private func isAttested(_ place: Int, _ chances: [Double], _ era: Blocs.Era, _ time: Double) -> Bool {
        let best = likeliest(chances, place, era.sides.count)
        var voices: Set<Int32> = []
        var allWrong = 1.0
        var isConfirmed = false
        let course = courses[place]
        for index in course.counted {
            let one = course.statements[Int(index)]
            guard one.time < time else { break }
            guard one.kind == .holds, !one.isOfArea else { continue }
            if era.sideOfBloc[one.bloc] != best {
                if one.adjustedLogOdds >= 0 { (voices, allWrong, isConfirmed) = ([], 1, false) }
            } else if one.isFair, one.reliability < .d, voices.insert(one.voice).inserted {
                allWrong *= 1 - chance(one.adjustedLogOdds)
                // Confirmed means by others, independently (AJP-2.1).
                isConfirmed = isConfirmed || one.credibility == .confirmed
            }
        }
        return allWrong <= Constants.attestedAllWrong && (voices.count > 1 || isConfirmed)
    }

    /// The likeliest side at a place; of equals the first.
    func likeliest(_ chances: [Double], _ place: Int, _ sides: Int) -> Int {
        var best = 0
        for side in 1..<max(sides, 1) where chances[place * sides + side] > chances[place * sides + best] {
            best = side
        }
        return best
    }
}
