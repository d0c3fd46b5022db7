import Geometry
import Rows

extension ForeignMap {
    /// Puts together what was read: who holds the land, and what was passed over.
    ///
    /// Throws `Located` or `InputError`.
    init(_ parser: ForeignParser, file: String, _ options: ForeignOptions) throws {
        let features = parser.features
        var repairs = parser.repairs
        if features.contains(where: { $0.featureType == "change" || $0.featureType == "event" }) {
            throw InputError(file: file, fact: ForeignFact.difference)
        }
        let isOurs = features.contains { $0.hasLand && $0.featureType == "control_area" }
        let source = try Self.source(parser, isOurs: isOurs, options)

        func holder(_ feature: ForeignFeature) -> Holder? {
            switch source {
            case .ours: feature.ownHolder()
            case .property(let name, let isGuess):
                feature.value(rank: isGuess ? HolderProperty.rank(of: name)! : ForeignParser.askedRank)
                    .flatMap { $0.isEmpty ? nil : Holder(namedByOthers: $0) }
            case .one(let name): Holder(namedByOthers: name)
            }
        }
        /// By the number of the feature; nil for those that are no land of a holder.
        var holderOfFeature = [Holder?](repeating: nil, count: features.count)
        var places: [Place] = []
        for (number, feature) in features.enumerated() {
            func note(_ kind: MapRepairs.Kind, _ count: Int = 1) {
                repairs.note(kind, number: number, feature: feature.label, count: count)
            }
            if feature.hasLand {
                if isOurs, feature.featureType != "control_area" {
                    note(.featureIgnored)
                } else {
                    holderOfFeature[number] = holder(feature) ?? .unknown
                    if holder(feature) == nil { note(.noHolder) }
                    if let side = holder(feature)?.side, Holder.isEscaped(side) { note(.reservedName) }
                }
            }
            if let point = Self.place(feature, source.names ? holder(feature) : nil) {
                places.append(point)
            } else if feature.points > 0 {
                note(.pointIgnored, feature.points)
            }
            // Our own lines follow from the areas.
            if feature.lines > 0, !isOurs { note(.lineIgnored, feature.lines) }
        }
        if parser.land.count == 0 {
            if let flat = parser.firstFlat { throw flat }
            let points = features.reduce(0) { $0 + $1.points }
            let lines = features.reduce(0) { $0 + $1.lines }
            if places.isEmpty, points + lines > 0 {
                throw InputError(file: file, fact: ForeignFact.noPolygon(points: points, lines: lines))
            }
        }
        let holders = Set(holderOfFeature.lazy.compactMap { $0 }).sorted()
        var layer: [Holder: Int32] = [:]
        for (i, holder) in holders.enumerated() { layer[holder] = Int32(i) }
        var land = parser.land
        land.relabel { holderOfFeature[Int($0)].map { layer[$0]! } ?? -1 }
        let kept = land.layers.indices.filter { land.layers[$0] >= 0 }
        self.init(
            file: file, land: kept.count < land.count ? land.withoutLayer(-1) : land, holders: holders,
            places: places.sorted { ($0.id, $0.name) < ($1.id, $1.name) }, holderSource: source,
            origin: parser.origin, repairs: repairs, featureOfRing: kept.map { Int(parser.land.layers[$0]) },
            labels: features.map(\.label))
    }

    private static func source(
        _ parser: ForeignParser, isOurs: Bool, _ options: ForeignOptions
    ) throws -> HolderSource {
        if let name = options.holder { return .one(name) }
        if let name = options.holderProperty {
            let has = parser.features.contains { $0.hasLand && $0.value(rank: ForeignParser.askedRank) != nil }
            guard has || parser.land.count == 0 else {
                let seen = parser.propertyNames.sorted()
                throw Located(
                    .noSuchProperty(
                        name: name, nearest: EditDistance.nearest(to: name, among: seen), seen: Array(seen.prefix(12))),
                    at: 0)
            }
            return .property(name, isGuess: false)
        }
        if isOurs { return .ours }
        if let rank = HolderProperty.guess(parser.features) {
            return .property(HolderProperty.names[rank], isGuess: true)
        }
        return .one(unnamedHolder)
    }

    /// A point that tells who holds a place: of a file of ours, or with an id and the property of the holders.
    private static func place(_ feature: ForeignFeature, _ holder: Holder?) -> Place? {
        guard let point = feature.point, !feature.hasLand, let id = feature.placeID ?? feature.id,
            let holder = feature.featureType == "place" ? feature.ownHolder() : holder
        else { return nil }
        return Place(id: id, name: feature.name ?? id, point: point, holder: holder)
    }
}
