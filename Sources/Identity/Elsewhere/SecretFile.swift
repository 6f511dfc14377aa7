#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a file with a secret is not used.
package enum SecretFileFailure: Error, Hashable, Sendable {
    case cannotOpen, notAFile, tooLong, cannotRead
    /// Somebody else than the user of the service may read it, or write it.
    case open
}

/// A secret in a file of its own: never in the database, its copies and its backups.
///
/// - Shape: at most 4096 bytes, mode 0600 or less, of the user of the service or of root
package enum SecretFile {
    private static let longest = 4096

    /// - Throws: ``SecretFileFailure``
    package static func read(_ path: String) throws(SecretFileFailure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard file >= 0 else { throw .cannotOpen }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard facts.st_mode & 0o077 == 0, facts.st_uid == geteuid() || facts.st_uid == 0 else { throw .open }
        guard facts.st_size <= longest else { throw .tooLong }
        return try bytes(of: file)
    }

    private static func bytes(of file: Int32) throws(SecretFileFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: longest)
        var filled = 0
        while filled < longest {
            let more = bytes.withUnsafeMutableBytes {
                pread(file, $0.baseAddress?.advanced(by: filled), longest - filled, off_t(filled))
            }
            guard more >= 0 else { throw .cannotRead }
            if more == 0 { break }
            filled += more
        }
        return Array(bytes.prefix(filled))
    }
}
