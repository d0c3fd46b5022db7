import Glibc

/// Bytes that grow at the end, without the checks that an array makes at each of millions of small additions.
final class ByteBlock {
    private var start: UnsafeMutableRawPointer
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 1024
        start = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { start.deallocate() }

    /// Makes room for so many more.
    func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = max(count + more, 2 * capacity)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: start, byteCount: count)
        start.deallocate()
        start = larger
    }

    /// Little-endian.
    @inline(__always)
    func put<Number: FixedWidthInteger>(_ number: Number) {
        reserve(MemoryLayout<Number>.size)
        (start + count).storeBytes(of: number.littleEndian, as: Number.self)
        count += MemoryLayout<Number>.size
    }

    @inline(__always)
    func put(_ bytes: UnsafeRawBufferPointer) {
        guard let from = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).copyMemory(from: from, byteCount: bytes.count)
        count += bytes.count
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(UnsafeRawBufferPointer(start: start, count: count)) }
    }
}
