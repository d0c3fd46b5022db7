/// What the feature classes and codes of GeoNames (geonames.org/export/codes.html) are here.
enum GeoNamesFeature {
    static func kind(class featureClass: String, code: String, population: Int) -> PlaceKind {
        if let known = codes[code] { return known }
        switch featureClass {
        case "P": return settlement(code, population)
        case "A": return code.hasPrefix("PCL") ? .country : .district
        case "H": return code.hasPrefix("STM") || code.hasPrefix("CNL") ? .river : .other
        case "R": return .road
        case "T": return code.hasPrefix("MT") ? .mountain : code.hasPrefix("HLL") ? .hill : .other
        default: return .other
        }
    }

    private static func settlement(_ code: String, _ population: Int) -> PlaceKind {
        // Seats of a region are cities even where nobody counted.
        if code == "PPLC" || code == "PPLA" || population >= 100_000 { return .city }
        if code == "PPLA2" || population >= 10_000 { return .town }
        return .village
    }

    private static let codes: [String: PlaceKind] = [
        "PPLX": .quarter, "PPLF": .farm, "PPLL": .hamlet, "PPLQ": .ruin, "PPLW": .ruin, "PPLH": .ruin,
        "ADM1": .region, "TERR": .region, "ZN": .zone,
        "HLL": .hill, "HLLS": .hill, "RDGE": .hill, "SPUR": .hill, "MND": .hill, "PK": .mountain, "VLC": .mountain,
        "ISL": .island, "ISLS": .island, "ISLT": .island, "VAL": .valley, "VALS": .valley, "WAD": .valley,
        "WADS": .valley, "RVN": .valley, "LK": .lake, "LKS": .lake, "LKI": .lake, "RSV": .lake, "SPNG": .spring,
        "SPNS": .spring, "WLL": .spring, "WLLS": .spring, "DAM": .dam, "PS": .plant, "PSH": .plant, "PSN": .plant,
        "MFG": .plant, "OILR": .plant, "OILF": .plant, "MN": .plant, "AIRP": .airport, "AIRF": .airport,
        "AIRH": .airport, "AIRB": .base, "MILB": .base, "INSM": .base, "NVB": .base, "FT": .base, "PRN": .prison,
        "BDG": .bridge, "FRM": .farm, "FRMS": .farm, "FRMT": .farm, "RUIN": .ruin, "ANS": .ruin, "CSTL": .ruin,
        "PSTB": .crossing, "CMPRF": .camp, "CMP": .camp, "SILO": .silo,
    ]
}
