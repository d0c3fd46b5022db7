import Control
import Fronts
import Geometry
import Places
import Reports

extension ForeignMap {
    /// A snapshot of ours as a map among others, to lay one of theirs over it.
    package init(_ snapshot: Snapshot, _ theatre: Theatre) {
        var land = LayeredRings()
        for (layer, area) in snapshot.areas.enumerated() {
            for polygon in area.polygons {
                for (i, ring) in polygon.rings.enumerated() {
                    land.append(ring.dropLast(), layer: Int32(layer), isHole: i > 0)
                }
            }
        }
        let gazetteer = theatre.scenario.gazetteer
        self.init(
            file: theatre.scenario.settings.title ?? theatre.scenario.folder, land: land,
            holders: snapshot.areas.map(\.holder),
            places: snapshot.places.map { state in
                let place = gazetteer.places[state.placeIndex]
                return Place(
                    id: place.id, name: place.name, point: GridPoint(place.coordinate),
                    holder: Holder(state.call.status))
            },
            holderSource: .ours,
            origin: Origin(
                asOf: snapshot.at.text, digest: snapshot.digest, method: snapshot.method.label,
                parameters: snapshot.method.parameters.map { Origin.Parameter(name: $0.name, value: $0.value) }),
            repairs: MapRepairs(), featureOfRing: [], labels: [])
    }

    /// Gives sides that an actor of the scenario goes by another name for the ids of that scenario: `ISIL` is `isis`.
    package mutating func rename(toSidesOf theatre: Theatre, at snapshot: Snapshot) {
        var names: [String: String] = [:]
        for case .held(let name) in holders {
            guard let actor = theatre.scenario.actors[name] else { continue }
            names[name] = actor.side(at: snapshot.at.start)
        }
        rename(names)
    }
}
