import Geometry
import Rows

/// The members of a geometry that was read before its type was known.
struct GeometryParts {
    var nesting: CoordinatesReader.Nesting?
    var sawGeometries = false
    /// Where the geometry's coordinates stand in the file.
    var offset = 0
}

extension ForeignParser {
    /// Reads a geometry of a feature.
    mutating func geometry(of number: Int, depth: Int) throws {
        guard scanner.peek() == UInt8(ascii: "{") else {
            throw Located(.wrongMember(name: "geometry", expected: "an object"), at: scanner.position)
        }
        guard depth <= Self.collectionLimit else {
            throw Located(.collectionsTooDeep(limit: Self.collectionLimit), at: scanner.position)
        }
        let start = scanner.position
        var type: String?
        var parts = GeometryParts()
        var members = try scanner.openObject()
        while let name = try scanner.nextMember(&members) {
            switch name {
            case "type": type = try scanner.string()
            case "coordinates", "geometries": try part(name, &parts, of: number, depth: depth)
            case "bbox": try box()
            case "crs": try referenceSystem()
            default: try scanner.skip()
            }
        }
        guard let type else { throw Located(.noType, at: start) }
        guard Self.geometryTypes.contains(type) else {
            throw Located(
                type.hasPrefix("Feature") ? .misplaced(seen: type, expected: "a geometry") : .unknownType(seen: type),
                at: start)
        }
        try finish(type, parts, of: number, at: start)
    }

    /// Reads `coordinates` or `geometries`.
    mutating func part(_ name: String, _ parts: inout GeometryParts, of number: Int, depth: Int) throws {
        guard scanner.peek() == UInt8(ascii: "[") else {
            throw Located(.wrongMember(name: name, expected: "an array"), at: scanner.position)
        }
        if name == "coordinates" {
            parts.offset = scanner.position
            coordinates.clear()
            parts.nesting = try coordinates.read(&scanner)
        } else {
            parts.sawGeometries = true
            var isFirst = try scanner.openArray()
            while try scanner.nextElement(&isFirst) { try geometry(of: number, depth: depth + 1) }
        }
    }

    /// Takes over what was read, now that the type is known.
    mutating func finish(_ type: String, _ parts: GeometryParts, of number: Int, at start: Int) throws {
        if type == "GeometryCollection" {
            guard parts.sawGeometries else { throw Located(.missing(member: "geometries", of: type), at: start) }
            return
        }
        guard let nesting = parts.nesting, !parts.sawGeometries else {
            throw Located(.missing(member: "coordinates", of: type), at: start)
        }
        let levels =
            switch type {
            case "Point": 0
            case "MultiPoint", "LineString": 1
            case "MultiLineString", "Polygon": 2
            default: 3
            }
        switch nesting {
        case .levels(levels): break
        case .empty(within: 0) where levels > 0: break
        case .empty(within: 1) where levels == 3: break
        case .empty(within: 1) where type == "Polygon": throw Located(.emptyRing, at: parts.offset)
        default: throw Located(.wrongNesting(type: type), at: parts.offset)
        }
        if coordinates.extraOrdinates > 0 { note(.extraOrdinate, number, count: coordinates.extraOrdinates) }
        switch type {
        case "Point", "MultiPoint":
            features[number].points += coordinates.points.count
            features[number].point = coordinates.points.first
        case "LineString", "MultiLineString": features[number].lines += max(1, coordinates.ringEnds.count)
        default: takeLand(of: number, at: parts.offset)
        }
    }

    /// Adds the polygons that were read to the land.
    private mutating func takeLand(of number: Int, at offset: Int) {
        features[number].hasLand = true
        if coordinates.emptyMembers > 0 { note(.emptyMember, number, count: coordinates.emptyMembers) }
        var first = 0
        var ring = 0
        for end in coordinates.polygonEnds {
            var hasOutline = false
            let firstOfPolygon = ring
            var polygon = LayeredRings()
            while ring < end {
                let positions = coordinates.points[first..<coordinates.ringEnds[ring]]
                first = coordinates.ringEnds[ring]
                let isOutline = ring == firstOfPolygon
                ring += 1
                // Holes in nothing are nothing.
                guard isOutline || hasOutline else { continue }
                let outcome = cleaner.clean(positions)
                if outcome == .kept, coordinates.nearlyClosed.contains(ring - 1) { note(.nearlyClosed, number) }
                if cleaner.spikes > 0 { note(.spike, number, count: cleaner.spikes) }
                switch outcome {
                case .kept:
                    if cleaner.wasUnclosed { note(.unclosedRing, number) }
                    noteLongEdges(of: number)
                    if isOutline { hasOutline = true }
                    land.append(cleaner.ring, layer: Int32(truncatingIfNeeded: number), isHole: !isOutline)
                    if end - firstOfPolygon > 1 { polygon.append(cleaner.ring, layer: 0, isHole: !isOutline) }
                case .short, .flat:
                    note(.degenerateRing, number)
                    if isOutline, firstFlat == nil {
                        firstFlat = Located(
                            outcome == .short ? .shortRing(count: positions.count) : .noInside, at: offset)
                    }
                }
            }
            noteHoles(HoleFaults(polygon), of: number)
        }
    }

    private mutating func noteHoles(_ faults: HoleFaults, of number: Int) {
        if faults.leaveNothing {
            note(.noLandLeft, number)
        } else if faults.followOutline {
            note(.holeOnOutline, number)
        }
        if faults.reachOutside { note(.holeOutside, number) }
        if faults.overlap { note(.holesOverlap, number) }
        if faults.split { note(.splitByHole, number) }
    }

    private mutating func noteLongEdges(of number: Int) {
        var last = cleaner.ring.last!
        var count = 0
        for p in cleaner.ring {
            if abs(Int64(p.x) - Int64(last.x)) > 1_800_000_000 { count += 1 }
            last = p
        }
        if count > 0 { note(.longEdge, number, count: count) }
    }
}
