// swift-tools-version: 6.2
// The targets stand in the order of the data's path. Each imports only what stands before it.
import PackageDescription

let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

// The page that a map is looked at with, a file an idea.
let page =
    ["index.html", "page.css", "narrow.css"]
    + [
        "address", "base", "calls", "chart", "compare", "dom", "doubt", "gestures", "hover", "land", "legend", "main",
        "measure",
        "mercator", "packed", "paint-areas", "paint-front", "paint-ground", "paint-places", "paint-reports", "palette",
        "pick", "picture", "reasons", "regions", "save", "scene", "search", "tiles", "time", "view", "why",
    ].map { "\($0).js" }

let package = Package(
    name: "frontline",
    products: [.executable(name: "frontline", targets: ["frontline"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // geos_c.h, the reentrant calls only; opened when it is needed, so nothing is linked.
        .systemLibrary(name: "CGEOS", providers: [.apt(["libgeos-dev"])]),
        // geodesic.h of PROJ, which is opened when it is needed, so nothing is linked.
        .systemLibrary(name: "CGeodesic", providers: [.apt(["libproj-dev"])]),
        // proj.h, for tests: the oracle of our projection.
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        // sqlite3.h, and its variadic calls in a form that Swift can make.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        // sha2.h: SHA-256.
        .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        // malloc.h: how glibc treats what is freed.
        .systemLibrary(name: "CMalloc"),
        // Coordinates, geodesics, an equal-area plane, areas, the tessellation of places. GEOS and PROJ stay inside.
        .target(name: "Geometry", dependencies: ["CGEOS", "CGeodesic"], swiftSettings: strict),
        // The bytes of a file → rows and JSON values that know their line; and the way back.
        .target(name: "Rows", swiftSettings: strict),
        // A name in any spelling → places, with the reason; a point → where that is.
        .target(
            name: "Places", dependencies: ["Geometry", "Rows"],
            // What a linguist reads and extends: how names are spelt, as tables.
            resources: ["letters", "spellings", "symbols", "costs", "words", "weights", "activity"].map {
                .embedInCode("Names/Rules/\($0).tsv")
            } + [.embedInCode("Relative/relative-words.tsv")],
            swiftSettings: strict),
        // Rows → dated, attributed claims about places; actors, sources; a scenario.
        .target(name: "Reports", dependencies: ["Places"], swiftSettings: strict),
        // Claims → who holds each place at a time, as known at a time, and by which reports.
        .target(name: "Control", dependencies: ["Reports"], swiftSettings: strict),
        // Held places → control areas and the front lines between them.
        .target(name: "Fronts", dependencies: ["Geometry"], swiftSettings: strict),
        // One moment as a value; the difference of two.
        .target(name: "Snapshots", dependencies: ["Control", "Fronts", "CMessageDigest"], swiftSettings: strict),
        // A snapshot or a diff → GeoJSON, CSV, text.
        .target(name: "Formats", dependencies: ["Snapshots"], swiftSettings: strict),
        // A series → a folder that opens offline as a map with time.
        .target(
            name: "MapPage", dependencies: ["Formats"], resources: page.map { .embedInCode("Page/\($0)") },
            swiftSettings: strict),
        // A scenario and its maps in one GeoPackage file, which only grows.
        .target(name: "Store", dependencies: ["Formats", "CSQLite"], swiftSettings: strict),
        // The command, one file a subcommand.
        .executableTarget(
            name: "frontline",
            dependencies: [
                "CMalloc", "MapPage", "Store", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // A seeded generator, golden files, grids of letters.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        // Measures the project, beside its peers.
        .executableTarget(
            name: "benchmarks", dependencies: ["CMalloc", "Formats", "TestSupport"], path: "Tests/Benchmarks",
            exclude: [
                "Areas/areas.py", "Diff/diff.py", "Lines/lines.py", "Lines/pieces.py", "Map/year.py",
                "Names/activity.py",
                "Names/dumped.py", "Names/judge.py", "Names/logit.py", "Names/refit.sh", "Names/tune.py",
                "Names/weights.py",
                "Nearest/nearest.py", "Series/series.py", "Store/import.py",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "GeometryTests", dependencies: ["Geometry", "CGEOS", "CGeodesic", "CPROJ", "TestSupport"],
            swiftSettings: strict,
            // The oracles are called as they stand in the header.
            linkerSettings: [.linkedLibrary("geos_c")]),
        .testTarget(name: "RowsTests", dependencies: ["Rows", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "PlacesTests", dependencies: ["Places", "Rows", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ControlTests", dependencies: ["Control", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "FrontsTests", dependencies: ["Fronts", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "SnapshotsTests", dependencies: ["Snapshots", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "FormatsTests", dependencies: ["Formats", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "MapPageTests", dependencies: ["MapPage", "TestSupport"], exclude: ["Browser"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "TestSupport"], exclude: ["kills.py"], swiftSettings: strict),
        .testTarget(
            name: "frontlineTests", dependencies: ["frontline", "TestSupport"], exclude: ["Hostile"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
