import ArgumentParser
import Crypto
import Foundation
import Sealing
import Web

/// The key with which the access log is sealed, and the public halves of those before it: a file that is never in the
/// database and never in a backup of it.
///
/// - Shape: `hartlijn-seal 1`, then one line each: `current NAME SEED` and `before NAME PUBLIC`, in hexadecimal digits
struct SealFile {
    let seal: Seal
    let keys: SealKeys

    /// - Throws: when it is not such a file, or others on the machine may read it
    static func read(_ path: String) throws -> SealFile {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else {
            throw ValidationError("\(path) may be read by others. Make its mode 0600.")
        }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: " ")
        }
        guard lines.first == ["hartlijn-seal", "1"] else { throw ValidationError("\(path) is not a file of seals.") }
        var current: Seal?
        var known: [String: [UInt8]] = [:]
        for line in lines.dropFirst() {
            guard line.count == 3, let bytes = [UInt8](hexadecimal: String(line[2])) else {
                throw ValidationError("\(path) has a line that cannot be read.")
            }
            switch line[0] {
            case "current" where current == nil: current = try Seal(bytes, named: String(line[1]))
            case "before": known[String(line[1])] = bytes
            default: throw ValidationError("\(path) has a line that cannot be read.")
            }
        }
        guard let current else { throw ValidationError("\(path) has no current seal.") }
        known[current.keyID] = current.publicKey
        return SealFile(seal: current, keys: try SealKeys(known))
    }

    /// A new file with a new key, for this user alone.
    static func make(_ path: String) throws -> SealFile {
        let key = Curve25519.Signing.PrivateKey()
        let name = "seal-\(Array(key.publicKey.rawRepresentation.prefix(4)).hexadecimal)"
        let text = "hartlijn-seal 1\ncurrent \(name) \(Array(key.rawRepresentation).hexadecimal)\n"
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard isMade, DiskSync.file(path), DiskSync.folder(of: path) else {
            throw ValidationError("\(path) cannot be written.")
        }
        return try read(path)
    }
}

/// The file of anchors: copies of signed heads, only ever added to.
struct AnchorPlace: Sendable {
    let path: String

    func read() throws -> AnchorFile {
        guard FileManager.default.fileExists(atPath: path) else { return AnchorFile([]) }
        return AnchorFile(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    /// Adds a head and waits until it is on disk.
    func add(_ head: Head) throws {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let end = try file.seekToEnd()
        var last: UInt8?
        if end > 0 {
            try file.seek(toOffset: end - 1)
            last = try file.read(upToCount: 1)?.first
        }
        try file.write(contentsOf: Data(AnchorFile.bytes(for: head, after: last)))
        try file.synchronize()
        try file.close()
    }
}
