#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A list on disk that is open for reading; it closes when nobody needs it any more.
package final class ListFile: ListBytes {
    package let size: Int
    private let descriptor: Int32

    /// - Throws: ``BreachedListFailure/cannotOpen``, ``BreachedListFailure/notAFile``
    package init(path: String) throws(BreachedListFailure) {
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { throw .cannotOpen }
        var facts = stat()
        guard fstat(opened, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw .notAFile
        }
        descriptor = opened
        size = Int(facts.st_size)
    }

    deinit { close(descriptor) }

    package func bytes(at offset: Int, count: Int) throws(BreachedListFailure) -> [UInt8] {
        guard offset >= 0, count >= 0 else { throw .cannotRead }
        let wanted = min(count, max(0, size - offset))
        var bytes = [UInt8](repeating: 0, count: wanted)
        let read = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, wanted, off_t(offset)) }
        guard read == wanted else { throw .cannotRead }
        return bytes
    }
}
