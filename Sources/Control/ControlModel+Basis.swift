import Places
import Reports

extension ControlModel {
    /// The mentions that were never weighed.
    func leftOut(_ place: Int) -> [Weighing] {
        built[place].leftOut.map {
            Weighing(
                reportIndex: Int(mentions[place][Int($0.mention)].reportIndex), role: $0.role, weight: 0,
                cause: $0.cause)
        }
    }

    /// Every report of the place with its part in the call, by the order of the log.
    func basis(_ place: Int, _ told: Told) -> [Weighing] {
        let course = courses[place]
        func index(_ mention: Int32) -> Int { Int(mentions[place][Int(mention)].reportIndex) }
        var weighings = leftOut(place)
        weighings.reserveCapacity(weighings.count + course.statements.count)
        var isWeighed = [Bool](repeating: false, count: course.statements.count)
        for step in told.steps {
            let one = course.statements[step.statement]
            isWeighed[step.statement] = true
            weighings.append(
                Weighing(
                    reportIndex: index(one.mention), role: step.isFor ? .carried : .overruled, weight: step.counted,
                    cause: .weighed(grounds(place, one, at: told.time))))
        }
        for (number, one) in course.statements.enumerated() where !isWeighed[number] {
            let cause: Cause
            switch one.folded {
            case nil: cause = .ofALaterDay
            case .contradictsItself: cause = .contradictsItself
            case .crowd: cause = .crowd
            case .copies(let source): cause = .copies(names[source])
            case .repeats(let mention): cause = .repeats(report(place, mention).id)
            }
            weighings.append(Weighing(reportIndex: index(one.mention), role: .discounted, weight: 0, cause: cause))
        }
        return weighings.sorted { ($0.reportIndex, $0.role.rawValue) < ($1.reportIndex, $1.role.rawValue) }
    }

    private func grounds(_ place: Int, _ one: Statement, at time: Double) -> Cause.Grounds {
        let area = mentions[place][Int(one.mention)].area
        return Cause.Grounds(
            reliability: scenario.sources.hasGrades ? one.reliability : nil, credibility: one.credibility,
            relation: one.relation,
            fightingSeen: one.fightingSeen, followsAdmission: one.followsAdmission, isRedated: one.isRedated,
            isDenial: one.kind == .denies, isDatedLater: one.time >= time,
            area: area < 0 ? nil : scenario.gazetteer.places[Int(area)].name, byGrades: chance(one.logOdds),
            adjusted: chance(one.adjustedLogOdds),
            record: one.isOfArea ? nil : records[one.recordKey]?.record(without: one.judged))
    }
}
