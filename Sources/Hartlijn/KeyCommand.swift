import ArgumentParser
import Clinical
import Foundation
import Identity
import Storage
import Stories
import Vault

/// The keys with which fields of patients are sealed.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "The keys that seal fields of patients and what people sign in with.",
        subcommands: [New.self, Print.self, Rotate.self, SealBackup.self, OpenBackup.self])

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a file with a first key, for a database on a server; every node needs the same file.")

        @Argument(help: "Where the file comes; there must be none yet.")
        var path: String

        func run() throws {
            guard !FileManager.default.fileExists(atPath: path) else {
                throw ValidationError("\(path) is there already, and is left as it is.")
            }
            _ = try SafeFile.find(path)
            tell("Keep a copy of \(path) in two safe places: `hartlijn key print` gives it on paper.")
        }
    }

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the keys, to lock away on paper in two places. Whoever has the paper can open every field."
        )

        @OptionGroup var data: DataFolder

        func run() async throws {
            for line in try SafeFile.read(try data.keyFile()).paper { print(line) }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a new master key, and wrap the key of every patient in it.",
            discussion: """
                Stop the service first. The older key stays in the file, for what stands in backups, and because passwords \
                stay under it until their owners sign in. Give every node the new file.
                """)

        @OptionGroup var data: DataFolder

        func run() async throws {
            try data.mustExist()
            let path = try data.keyFile()
            var chance = SystemRandomNumberGenerator()
            let safe = Safe(try SafeFile.read(path).rotated(using: &chance))
            try SafeFile.write(safe.keys, to: path)
            let store = try await data.open()
            // What is of accounts, and what still stood readable.
            try await FieldsAreSealed(store: store).tell()
            var count = 0
            for practice in try await store.read({ try Identity.practices($0) }) {
                count += try await store.write { try ServiceNumber.rewrap(in: practice.id, safe, $0) }
            }
            tell("There is a new key; \(count) keys of patients are wrapped in it.")
        }
    }
}

/// The file with the keys, for this user alone.
enum SafeFile {
    static func read(_ path: String) throws -> MasterKeys {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else {
            throw ValidationError("\(path) may be read by others. Make its mode 0600.")
        }
        return try MasterKeys(file: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    /// In one step: there is never half a file.
    static func write(_ keys: MasterKeys, to path: String) throws {
        let beside = "\(path).new"
        let isMade = FileManager.default.createFile(
            atPath: beside, contents: Data(keys.fileText.utf8), attributes: [.posixPermissions: 0o600])
        guard isMade, DiskSync.file(beside), rename(beside, path) == 0, DiskSync.folder(of: path) else {
            throw ValidationError("\(path) cannot be written.")
        }
    }

    /// Made when it is not there.
    static func find(_ path: String) throws -> MasterKeys {
        if !FileManager.default.fileExists(atPath: path) {
            var chance = SystemRandomNumberGenerator()
            try write(try MasterKeys.new(using: &chance), to: path)
        }
        return try read(path)
    }
}
