extension NameMatcher {
    /// The names of the features, in order.
    package static var featureNames: [String] { Feature.allCases.map { "\($0)" } }

    /// Every candidate with its features, for `Tests/Benchmarks/Names/tune.py`.
    package func trainingRows(_ name: String) -> [(place: Int, features: [Double])] {
        var name = name
        let scored = name.withUTF8 { self.scored($0, context: .none) }
        return scored.map { item in
            let features = completeFeatures(item)
            return (Int(item.place), (0..<Feature.count).map { Double(features[$0]) })
        }
    }
}
