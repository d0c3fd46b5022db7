import Geometry
import Places
import Reports

/// The reports known at a moment, by the place that they speak of.
struct KnownReports {
    struct Mention {
        let reportIndex: Int
        /// The canton that the report speaks of, where it is not the place itself.
        let area: String?
        /// The id of the report that corrects it.
        let supersededBy: String?
    }

    /// Index of a place → its reports, in the order of the log. What is said of a canton is said of each place in it.
    let mentionsOfPlace: [Int: [Mention]]

    init(_ scenario: Scenario, asKnownOn: Moment?) {
        let log = scenario.log
        let known = log.reports.indices.filter { index in
            asKnownOn.map { log.reports[index].recordedAt.start < $0.end } ?? true
        }
        var supersededBy: [Int: String] = [:]
        for index in known {
            guard let old = log.reports[index].supersedes.flatMap(log.index(id:)), old != index else { continue }
            // Only a source can take its own word back.
            if log.reports[old].source == log.reports[index].source { supersededBy[old] = log.reports[index].id }
        }
        let places = scenario.gazetteer.places
        var mentions: [Int: [Mention]] = [:]
        var membersOfArea: [Int: [Int]] = [:]
        for index in known {
            guard let place = log.placements[index].placeIndex else { continue }
            mentions[place, default: []].append(
                Mention(reportIndex: index, area: nil, supersededBy: supersededBy[index]))
            guard case .area(let shape) = places[place].shape, log.reports[index].claim.speaksOfControl else {
                continue
            }
            if membersOfArea[place] == nil {
                membersOfArea[place] = places.indices.filter {
                    places[$0].kind.isPointLike && PointInPolygon.contains(shape, places[$0].coordinate)
                }
            }
            for member in membersOfArea[place]! {
                mentions[member, default: []].append(
                    Mention(reportIndex: index, area: places[place].name, supersededBy: supersededBy[index]))
            }
        }
        mentionsOfPlace = mentions
    }
}
