import Glibc
package import Rows

/// The bytes of a file of any size, mapped, not read: only what is looked at takes memory. Pipes are read.
package final class MappedBytes {
    let bytes: UnsafeBufferPointer<UInt8>
    private let mapped: UnsafeMutableRawPointer?

    /// Throws `InputError`: not found, a folder, not readable.
    package init(_ path: String) throws(InputError) {
        let file = path == "-" ? -1 : open(path, O_RDONLY | O_CLOEXEC)
        defer { if file >= 0 { close(file) } }
        var status = stat()
        if file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
            let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
        {
            madvise(start, Int(status.st_size), MADV_SEQUENTIAL)
            mapped = start
            bytes = UnsafeBufferPointer(
                start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: Int(status.st_size))
            return
        }
        let read = try FileBytes.read(path)
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: read.count)
        _ = copy.initialize(from: read)
        mapped = nil
        bytes = UnsafeBufferPointer(copy)
    }

    deinit {
        if let mapped {
            munmap(mapped, bytes.count)
        } else {
            bytes.deallocate()
        }
    }
}
