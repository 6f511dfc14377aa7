import Clinical
import Foundation
import Storage
import Vault

/// An empty database of one test: a file of its own, or, when `HARTLIJN_TEST_POSTGRES` names a server, a database of its
/// own there. It is gone when the test is.
package final class TestStore: Sendable {
    package let store: Store
    private let folder: URL?

    /// - Parameter migrations: the tables to begin with
    /// - Parameter keys: with which fields are sealed; without them everything stands there as it is
    package init(
        _ migrations: [Migration], keys: MasterKeys? = nil, at now: Instant = Instant(milliseconds: 0)
    ) async throws {
        if let server = Self.server {
            folder = nil
            let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
            try await server.make(name, like: try await Templates.shared.name(of: migrations, on: server))
            store = try Store(server.address(of: name), keys: keys)
        } else {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hartlijn-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            self.folder = folder
            store = try Store(path: folder.appendingPathComponent("test.sqlite").path, keys: keys)
            try await store.migrate(migrations, at: now)
        }
    }

    deinit {
        try? store.close()  // what is left goes all the same
        if let folder { try? FileManager.default.removeItem(at: folder) }  // a folder left behind harms nobody
    }

    /// Whether the tests run on PostgreSQL; its databases go with the server that `bin/test` started.
    package static var isOnPostgres: Bool { server != nil }

    package static let server = ProcessInfo.processInfo.environment["HARTLIJN_TEST_POSTGRES"].map {
        PostgresServer(url: $0)
    }
}

/// Databases with tables and nothing in them; copying one is quicker than making its tables again.
private actor Templates {
    static let shared = Templates()

    private var made: [String: Task<String, any Error>] = [:]

    func name(of migrations: [Migration], on server: PostgresServer) async throws -> String {
        let key = migrations.map { $0.name + $0.sql }.joined(separator: "|")
        let number = made.count
        let task =
            made[key]
            ?? Task {
                let name = "template_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
                try await server.make(name)
                let store = try Store(server.address(of: name))
                try await store.migrate(migrations, at: Instant(milliseconds: 0))
                try store.close()
                return name
            }
        made[key] = task
        return try await task.value
    }
}
