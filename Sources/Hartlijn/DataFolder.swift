import ArgumentParser
import Clinical
import Foundation
import Identity
import Storage
import Vault

/// Where the database is; every command that touches it takes the same options.
struct DataFolder: ParsableArguments {
    @Option(help: "The folder of the embedded database; without it HARTLIJN_DATA, or hartlijn-data.")
    var data: String?

    @Option(
        help: """
            A PostgreSQL database instead, as postgres://USER@HOST/NAME; a password stands in HARTLIJN_DATABASE or in \
            ~/.pgpass, where other users of the machine do not see it.
            """)
    var database: String?

    @Option(
        help: """
            The file with the keys that seal fields; without it HARTLIJN_KEYS, or fields.key in the folder of the data.
            """)
    var keys: String?

    private var path: String { data ?? ProcessInfo.processInfo.environment["HARTLIJN_DATA"] ?? "hartlijn-data" }

    /// The server that is asked for. A folder on the command line wins over a server in the environment, so that nobody's
    /// server is filled with a demonstration or a benchmark.
    private var server: String? {
        database ?? (data == nil ? ProcessInfo.processInfo.environment["HARTLIJN_DATABASE"] : nil)
    }

    func validate() throws {
        guard database == nil || data == nil else { throw ValidationError("Give --data or --database, not both.") }
        guard let database = server else { return }
        guard case .postgres = StoreAddress(database) else {
            throw ValidationError("--database begins with postgres://.")
        }
    }

    var isServer: Bool { server != nil }

    /// Finds the database: a file is made when there is none, a server is not called yet.
    func find() throws -> Store {
        if let address = server.flatMap({ StoreAddress($0) }) { return try Store(address, keys: try keysOfServer()) }
        // The files of the database are for this user alone, whatever the folder allows.
        umask(0o077)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return try Store(path: "\(path)/hartlijn.sqlite", keys: try SafeFile.find(try keyFile()))
    }

    /// What somebody does with a database.
    enum Use { case anything, withoutKeys }

    /// Finds the database and brings its tables up to date.
    ///
    /// - Parameter use: whoever opens nothing that is sealed needs no keys
    func open(for use: Use = .anything) async throws -> Store {
        let store = try find()
        try await store.bringUpToDate()
        guard case .anything = use else { return store }
        do {
            try await store.assertKeys()
        } catch let missing as MissingKeys {
            tell("\(missing)")
            throw ExitCode.failure
        }
        return store
    }

    private var namedKeys: String? { keys ?? ProcessInfo.processInfo.environment["HARTLIJN_KEYS"] }

    /// Where the keys are.
    func keyFile() throws -> String { try namedKeys ?? file("fields.key") }

    /// Every node beside a server has the same ones, so they are never made by themselves there.
    private func keysOfServer() throws -> MasterKeys? {
        guard let path = namedKeys else { return nil }
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("\(path) is not there. Make it once, with `hartlijn key new \(path)`.")
        }
        return try SafeFile.read(path)
    }

    /// A file beside the embedded database.
    ///
    /// - Throws: when there is a server instead, and no folder
    func file(_ name: String) throws -> String {
        guard !isServer else { throw ValidationError("Beside a database on a server, say where \(name) is.") }
        return "\(path)/\(name)"
    }

    func mustExist() throws {
        guard isServer || FileManager.default.fileExists(atPath: "\(path)/hartlijn.sqlite") else {
            throw ValidationError("There is no database in \(path). Start with `hartlijn demo` or `hartlijn serve`.")
        }
    }
}

extension Store {
    /// Makes or changes the tables, and says in words why it cannot.
    func bringUpToDate() async throws {
        do {
            try await migrate(Schema.migrations, at: Clock.real.occasion.now)
        } catch let failure as StorageFailure {
            tell("\(address): \(failure)")
            throw ExitCode.failure
        }
    }
}

extension Store {
    /// Whether the keys are here with which this database was sealed.
    ///
    /// - Throws: ``MissingKeys``
    func assertKeys() async throws {
        let held = keys.map { Set([$0.currentID] + $0.olderIDs) } ?? []
        let missing = try await read { try Identity.keysInUse($0) }.subtracting(held)
        guard missing.isEmpty else { throw MissingKeys(ids: missing) }
    }
}

/// This database was sealed with keys that are not here.
struct MissingKeys: Error, CustomStringConvertible {
    let ids: Set<KeyID>

    var description: String {
        """
        This database is sealed with keys that are not here: \(ids.sorted().map(\.description).joined(separator: ", ")).
        Give the file that holds them with --keys FILE or HARTLIJN_KEYS, or put it back as fields.key in the folder.
        """
    }
}

/// Says something on the side, where it does not mix with what a machine reads.
func tell(_ words: String) {
    FileHandle.standardError.write(Data("\(words)\n".utf8))
}
