import Glibc
import Places
package import Reports

extension ControlModel {
    /// One call for each place of the gazetteer, in its order, up to the end of `at` (a day counts whole).
    ///
    /// To be asked for as many moments as wanted: what does not change between them is computed once. Without `basis`
    /// the calls name no reports, which is quicker.
    package func calls(at: Moment, basis: Bool = true) -> [Call] {
        guard blocs.count > 0 else { return courses.indices.map { Call.unknown($0, basis: basis ? leftOut($0) : []) } }
        let state = state(at: at.endDayNumber)
        let specks = specks(state)
        var calls: [Call] = []
        calls.reserveCapacity(courses.count)
        for place in courses.indices { calls.append(call(place, state, speckAmid: specks[place], basis: basis)) }
        withdrawIslands(&calls, state)
        return calls
    }

    /// Land that nobody reported must hang together with a place of which somebody did: an island made by inference alone
    /// is called unknown.
    private func withdrawIslands(_ calls: inout [Call], _ state: State) {
        let sides = state.era.sides.count
        let holder = calls.map { call -> Int in
            if case .held = call.status { likeliest(state.chances, call.placeIndex, sides) } else { -1 }
        }
        var isRooted = calls.map { !$0.isInferred }
        var open = calls.indices.filter { isRooted[$0] && holder[$0] >= 0 }
        let adjacent = neighbourhoods.map.adjacent
        while let place = open.popLast() {
            for other in adjacent[place] where !isRooted[Int(other)] && holder[Int(other)] == holder[place] {
                isRooted[Int(other)] = true
                open.append(Int(other))
            }
        }
        for place in calls.indices where !isRooted[place] { calls[place] = calls[place].withdrawn }
    }

    private func call(_ place: Int, _ state: State, speckAmid: Int?, basis: Bool) -> Call {
        let sides = state.era.sides
        let best = likeliest(state.chances, place, sides.count)
        let probability = state.chances[place * sides.count + best]
        let names = sides[best] != Blocs.nobodyNamed && isDrawn[place] && state.inReach[place]
        guard !courses[place].statements.isEmpty else {
            let isHeld = names && probability >= Constants.leastProbability && speckAmid == nil
            return Call(
                placeIndex: place, status: isHeld ? .held(side: sides[best], actor: lead(sides[best])) : .unknown,
                probability: isHeld ? probability : 0, likeliestSide: names ? sides[speckAmid ?? best] : nil,
                since: nil,
                lastReportAt: nil, isInferred: isHeld, basis: basis ? leftOut(place) : [])
        }
        let told = Told(courses[place], state, best: best, blocs: blocs)
        var status = Call.Status.unknown
        if isDrawn[place], state.reports[place], state.visitors[place] > 0.5 {
            let inside = sidesInside(place, told, state, best: best)
            if inside.count > 1 { status = .contested(sides: inside) }
        }
        let isAreaOnly = !told.isOfPlace
        if status == .unknown, names, speckAmid == nil, probability >= needed(told, isAreaOnly),
            !isTurnedInSilence(place, told, state, best: best)
        {
            status = .held(side: sides[best], actor: told.actor.map { self.names[$0] } ?? lead(sides[best]))
        }
        func validFrom(_ index: Int) -> Moment { report(place, courses[place].statements[index].mention).validFrom }
        return Call(
            placeIndex: place, status: status,
            probability: status == .unknown
                ? 0 : isAreaOnly && told.isWeighed ? min(probability, Constants.mostOfAreaStatement) : probability,
            likeliestSide: names ? sides[speckAmid ?? best] : nil,
            since: status == .unknown ? nil : told.since.map(validFrom),
            lastReportAt: told.last.map(validFrom), isInferred: status != .unknown && (!told.isSupported || isAreaOnly),
            basis: basis ? self.basis(place, told) : [])
    }

    /// How likely the side must be to carry the call.
    private func needed(_ told: Told, _ isAreaOnly: Bool) -> Double {
        told.isSupported && !isAreaOnly && !told.isDisputed
            ? Constants.leastProbabilityUndisputed : Constants.leastProbability
    }

    /// The place's own reports name another side, the surroundings of the past year agreed with them, and nobody has ever
    /// told of a change: unknown, until somebody does.
    private func isTurnedInSilence(_ place: Int, _ told: Told, _ state: State, best: Int) -> Bool {
        let sides = state.era.sides.count
        let own = likeliest(state.own, place, sides)
        return state.reports[place] && own != best && !told.isSupported
            && state.past[place * sides + own] > Constants.agreedInThePast
    }

    private func lead(_ side: String) -> String { scenario.actors.lead(ofSide: side)?.id ?? side }

    func report(_ place: Int, _ mention: Int32) -> Report {
        scenario.log.reports[Int(mentions[place][Int(mention)].reportIndex)]
    }

    /// The likeliest holder and those seen inside since it was last said to hold all of it.
    private func sidesInside(_ place: Int, _ told: Told, _ state: State, best: Int) -> [String] {
        var inside: Set<Int> = [best]
        let course = courses[place]
        for index in course.counted[..<told.count].reversed() {
            let one = course.statements[Int(index)]
            if one.kind == .holds, one.extent == nil || one.extent == .whole, one.adjustedLogOdds > 0 { break }
            if one.kind == .contested {
                let actors = report(place, one.mention).claim.actors
                inside.formUnion(actors.compactMap { blocs.bloc(of: $0).map { state.era.sideOfBloc[$0] } })
            } else if !one.speaksForOthers {
                inside.insert(state.era.sideOfBloc[one.bloc])
            }
        }
        return inside.map { state.era.sides[$0] }.sorted()
    }
}
