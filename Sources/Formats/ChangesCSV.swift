import Control
import Geometry
import Places
import Reports
import Rows
package import Snapshots

/// What changed between two moments as CSV, a row for each place called otherwise, each two holders between whom land
/// passed, and each sector in which the line moved:
/// `date,since,kind,from,to,place_id,name,km2,called_km2,mean_km,greatest_km,direction,lon,lat,probability,reports`.
package enum ChangesCSV {
    package static let header =
        "date,since,kind,from,to,place_id,name,km2,called_km2,mean_km,greatest_km,direction,lon,lat,probability,reports\n"

    package static func rows(_ difference: Difference, _ theatre: Theatre) -> String {
        let writer = Writer(difference: difference, theatre: theatre)
        return difference.places.map(writer.row).joined() + difference.transfers.map(writer.row).joined()
            + difference.advances.map(writer.row).joined()
    }

    private struct Writer {
        let difference: Difference
        let theatre: Theatre

        /// `changed_hands` where one side held it and another does now, else `called_otherwise`.
        func row(_ change: Difference.PlaceChange) -> String {
            let place = theatre.scenario.gazetteer.places[change.placeIndex]
            return row(
                change.changedHands ? "changed_hands" : "called_otherwise",
                Holder(change.before.status).key, Holder(change.after.status).key,
                [
                    place.id, place.name, "", "", "", "", "", degrees(place.coordinate.longitude),
                    degrees(place.coordinate.latitude), Decimals.fixed(change.after.probability, decimals: 3),
                ], change.reports)
        }

        func row(_ transfer: Difference.Transfer) -> String {
            let cells = ["", "", squareKilometres(transfer.areaInSquareMetres), "", "", "", "", "", "", ""]
            return row("land", transfer.from.key, transfer.to.key, cells, transfer.reports)
        }

        /// The place is the nearest to the middle of the sector, which is where `lon,lat` lie.
        func row(_ advance: Advance) -> String {
            let measure = advance.measure
            let place = advance.nearest.map { theatre.scenario.gazetteer.places[$0.placeIndex] }
            return row(
                advance.kind.rawValue, advance.from, advance.to,
                [
                    place?.id ?? "", place?.name ?? "", squareKilometres(advance.areaInSquareMetres),
                    squareKilometres(advance.calledAreaInSquareMetres), measure.meanInMetres.map(kilometres) ?? "",
                    measure.greatestInMetres.map(kilometres) ?? "", AdvanceText.direction(advance) ?? "",
                    degrees(measure.middle.longitude), degrees(measure.middle.latitude), "",
                ], advance.reports)
        }

        private func row(_ kind: String, _ from: String, _ to: String, _ cells: [String], _ reports: [Int]) -> String {
            let ids = reports.map { theatre.scenario.log.reports[$0].id }.joined(separator: " ")
            let all = [difference.to.at.text, difference.from.at.text, kind, from, to] + cells + [ids]
            return CSVCell.row(all)
        }

        private func kilometres(_ metres: Double) -> String { Decimals.fixed(metres / 1000, decimals: 3) }

        private func squareKilometres(_ area: Double) -> String { Decimals.fixed(area / 1e6, decimals: 3) }

        private func degrees(_ value: Double) -> String { Decimals.shortest(value, decimals: 7) }
    }
}
