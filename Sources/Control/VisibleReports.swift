import Geometry
import Places
import Reports

/// The reports known at a moment, by the place that they speak of.
struct VisibleReports {
    struct Mention {
        let reportIndex: Int
        /// The area that the report speaks of, where it is not the place itself.
        let area: String?
        /// The id of the report that corrects it.
        let supersededBy: String?
    }

    private let known: [Int]
    private let supersededBy: [Int: String]

    init(_ log: ReportLog, asKnownOn: Moment?) {
        known = log.reports.indices.filter { index in
            guard let asKnownOn else { return true }
            return log.reports[index].recordedAt.start < asKnownOn.end
        }
        var supersededBy: [Int: String] = [:]
        for index in known {
            guard let old = log.reports[index].supersedes.flatMap(log.index(id:)), old != index else { continue }
            // Only a source can take its own word back.
            if log.reports[old].source == log.reports[index].source { supersededBy[old] = log.reports[index].id }
        }
        self.supersededBy = supersededBy
    }

    /// Index of a place → its reports, in the order of the log. What is said of a canton is said of each place in it.
    func byPlace(in scenario: Scenario) -> [Int: [Mention]] {
        var out: [Int: [Mention]] = [:]
        var membersOfArea: [Int: [Int]] = [:]
        let places = scenario.gazetteer.places
        for index in known {
            guard let place = scenario.log.placements[index].placeIndex else { continue }
            out[place, default: []].append(Mention(reportIndex: index, area: nil, supersededBy: supersededBy[index]))
            guard case .area(let shape) = places[place].shape, scenario.log.reports[index].claim.speaksOfControl else {
                continue
            }
            if membersOfArea[place] == nil {
                membersOfArea[place] = places.indices.filter {
                    places[$0].kind.isPointLike && PointInPolygon.contains(shape, places[$0].coordinate)
                }
            }
            for member in membersOfArea[place]! {
                out[member, default: []].append(
                    Mention(reportIndex: index, area: places[place].name, supersededBy: supersededBy[index]))
            }
        }
        return out
    }
}
