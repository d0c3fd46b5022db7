internal import CGeodesic
internal import Glibc

/// PROJ's `geodesic.h`, opened when the first distance is asked for.
///
/// The library brings forty others with it, which take longer to load than most commands to run. Those that ask for no
/// distance never load them.
struct GeodesicLibrary: @unchecked Sendable {
    typealias Inverse =
        @convention(c) (
            UnsafePointer<geod_geodesic>, Double, Double, Double, Double, UnsafeMutablePointer<Double>?,
            UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?
        ) -> Void
    typealias Direct = Inverse
    private typealias Start = @convention(c) (UnsafeMutablePointer<geod_geodesic>, Double, Double) -> Void

    /// Latitude and longitude of two points → distance, azimuth at the first, azimuth at the second.
    let inverse: Inverse
    /// Latitude, longitude, azimuth, distance → latitude, longitude, azimuth.
    let direct: Direct
    /// The ellipsoid's constants, worked out once and read by all threads.
    let earth: UnsafePointer<geod_geodesic>

    static let shared = GeodesicLibrary()

    /// PROJ 9.1 is what Debian 12 has; the structure is the same in all of these.
    private static let names = ["libproj.so.25", "libproj.so", "libproj.so.26", "libproj.so.22", "libproj.so.19"]

    private init() {
        guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
            let start = dlsym(library, "geod_init"), let inverse = dlsym(library, "geod_inverse"),
            let direct = dlsym(library, "geod_direct")
        else { Self.giveUp() }
        self.inverse = unsafeBitCast(inverse, to: Inverse.self)
        self.direct = unsafeBitCast(direct, to: Direct.self)
        let earth = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
        earth.initialize(to: geod_geodesic())
        unsafeBitCast(start, to: Start.self)(earth, Geodesic.semiMajorAxisInMetres, Geodesic.flattening)
        self.earth = UnsafePointer(earth)
    }

    /// Without it there are no distances, as without any other library that the program is linked to.
    private static func giveUp() -> Never {
        let message = "frontline: PROJ is missing (\(names[0])); on Debian: apt-get install libproj25\n"
        message.utf8CString.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
        exit(69)
    }
}
