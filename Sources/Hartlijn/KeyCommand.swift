import ArgumentParser
import Clinical
import Foundation
import Identity
import Storage
import Vault

/// The keys with which fields of patients are sealed.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "The keys that seal fields of patients.", subcommands: [Print.self, Rotate.self])

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the keys, to lock away on paper in two places. Whoever has the paper can open every field."
        )

        @OptionGroup var data: DataFolder
        @OptionGroup var safe: SafeOptions

        func run() async throws {
            for line in try SafeFile.read(try safe.path(in: data)).keys.paper { print(line) }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a new master key, and wrap the key of every patient in it.",
            discussion: "Stop the service first. The older key stays in the file, for what stands in backups.")

        @OptionGroup var data: DataFolder
        @OptionGroup var safe: SafeOptions

        func run() async throws {
            try data.mustExist()
            let path = try safe.path(in: data)
            var chance = SystemRandomNumberGenerator()
            let safe = Safe(try SafeFile.read(path).keys.rotated(using: &chance))
            try SafeFile.write(safe.keys, to: path)
            let store = try await data.open()
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
    static func read(_ path: String) throws -> Safe {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else {
            throw ValidationError("\(path) may be read by others. Make its mode 0600.")
        }
        return Safe(try MasterKeys(file: Array(try Data(contentsOf: URL(fileURLWithPath: path)))))
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

    static func find(_ path: String) throws -> Safe {
        if !FileManager.default.fileExists(atPath: path) {
            var chance = SystemRandomNumberGenerator()
            try write(try MasterKeys.new(using: &chance), to: path)
        }
        return try read(path)
    }
}

/// Where the keys are.
struct SafeOptions: ParsableArguments {
    @Option(
        help: "The file with the keys of fields; without it HARTLIJN_KEYS, or fields.key in the folder of the data.")
    var keys: String?

    func path(in data: DataFolder) throws -> String {
        if let path = keys ?? ProcessInfo.processInfo.environment["HARTLIJN_KEYS"] { return path }
        return try data.file("fields.key")
    }

    /// Made when it is not there, in the folder of the data; beside a server it has to be given.
    func find(in data: DataFolder) throws -> Safe? {
        // Beside a server without a place for them, no field is sealed, and there is no page for a number.
        guard let path = try? path(in: data) else { return nil }
        return try SafeFile.find(path)
    }
}
