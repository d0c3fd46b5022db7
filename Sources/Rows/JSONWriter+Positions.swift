extension JSONWriter {
    /// `[x,y]` in degrees out of units of 1e-7 degrees: no zeros at the end, no detour over floating point or text.
    ///
    /// Nearly all bytes of a map are positions.
    package mutating func position(_ x: Int32, _ y: Int32) {
        comma()
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
            var end = 0
            buffer[end] = 0x5B
            end += 1
            Self.degrees(x, buffer, &end)
            buffer[end] = 0x2C
            end += 1
            Self.degrees(y, buffer, &end)
            buffer[end] = 0x5D
            end += 1
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<end]))
        }
        needsComma = true
    }

    /// Degrees out of units of 1e-7 degrees.
    package mutating func degrees(_ units: Int32) {
        comma()
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { buffer in
            var end = 0
            Self.degrees(units, buffer, &end)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<end]))
        }
        needsComma = true
    }

    @inline(__always)
    private static func degrees(_ units: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ end: inout Int) {
        if units < 0 {
            buffer[end] = 0x2D
            end += 1
        }
        let whole = units.magnitude / 10_000_000
        var fraction = units.magnitude % 10_000_000
        if whole >= 100 {
            buffer[end] = 0x30 + UInt8(truncatingIfNeeded: whole / 100)
            end += 1
        }
        if whole >= 10 {
            buffer[end] = 0x30 + UInt8(truncatingIfNeeded: whole / 10 % 10)
            end += 1
        }
        buffer[end] = 0x30 + UInt8(truncatingIfNeeded: whole % 10)
        end += 1
        guard fraction > 0 else { return }
        buffer[end] = 0x2E
        // Seven digits from the back; zeros at the end are not kept.
        var last = end + 7
        while fraction % 10 == 0 {
            fraction /= 10
            last -= 1
        }
        var place = last
        while place > end {
            buffer[place] = 0x30 + UInt8(truncatingIfNeeded: fraction % 10)
            fraction /= 10
            place -= 1
        }
        end = last + 1
    }
}
