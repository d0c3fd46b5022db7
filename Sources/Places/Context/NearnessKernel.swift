/// How much more likely a place is because it lies so far from where the report is about.
///
/// The ratio of two densities: places of one report scatter round a centre (heavy-tailed, `scale` kilometres), all others
/// lie anywhere in the area. A share of outliers keeps one odd mention from deciding.
struct NearnessKernel {
    var scaleInKilometres = 5.0
    /// Of the area that the gazetteer covers, roughly: Syria.
    var areaInSquareKilometres = 185_000.0
    var outliers = 0.08

    /// Two names given as one place hint at a wider neighbourhood.
    static let report = NearnessKernel()
    static let hint = NearnessKernel(scaleInKilometres: 12)
    static let district = NearnessKernel(scaleInKilometres: 45)

    func ratio(_ kilometres: Double) -> Double {
        let distance = kilometres / scaleInKilometres
        let spread = 1 + distance * distance
        let density = 1 / (3.14159 * scaleInKilometres * scaleInKilometres * spread * spread)
        return (1 - outliers) * density * areaInSquareKilometres + outliers
    }
}
