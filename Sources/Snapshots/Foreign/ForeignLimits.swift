/// How much of a map of others is read. More is refused, with the number.
package enum ForeignLimits {
    package static let bytes = 64 << 20
    /// What `--max-mb` may raise it to.
    package static let mostMegabytes = 1024
    package static let verticesOfFeature = 1_000_000
    package static let propertiesOfFeature = 1000
    package static let bytesOfMemberName = 1 << 16
    package static let nestedCollections = 4
}
