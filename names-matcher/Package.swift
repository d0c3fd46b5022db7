// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "names-matcher",
    targets: [
        // A name in any spelling -> ranked places, with reasons.
        .target(
            name: "NameMatching",
            resources: [
                .embedInCode("Rules/letters.tsv"), .embedInCode("Rules/spellings.tsv"), .embedInCode("Rules/symbols.tsv"),
                .embedInCode("Rules/costs.tsv"), .embedInCode("Rules/words.tsv"), .embedInCode("Rules/weights.tsv"),
            ]),
        // Measures the matcher on the development sets.
        .executableTarget(name: "names-eval", dependencies: ["NameMatching"]),
        .testTarget(name: "NameMatchingTests", dependencies: ["NameMatching"]),
    ]
)
