import Foundation

/// What is done to a server as a whole: databases are made and dropped, for tests and for measuring.
package struct PostgresServer: Sendable {
    private let url: String

    /// - Parameter url: a database of the server to speak from, as somebody who may make others
    package init(url: String) { self.url = url }

    /// Makes a database: empty, or as a copy of another one that nobody uses.
    ///
    /// Texts are put in order by their bytes, as the embedded engine does.
    package func make(_ name: String, like template: String? = nil) async throws {
        let like = template ?? "template0"
        let order = template == nil ? " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" : ""
        try await tell("CREATE DATABASE \(name) TEMPLATE \(like)\(order)")
    }

    package func drop(_ name: String) async throws { try await tell("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }

    /// The address of another database of the same server.
    package func address(of name: String) -> StoreAddress {
        let halves = url.split(separator: "?", maxSplits: 1)
        let server = halves[0].split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return .postgres(url: "\(server)/\(name)" + (halves.count > 1 ? "?\(halves[1])" : ""))
    }

    private func tell(_ statement: String) async throws {
        let connection = PostgresConnection(address: url)
        try await PostgresEngine.beside {
            try connection.tell("SET statement_timeout = '5min'")
            try connection.tell(statement)
            connection.hangUp()
        }
    }
}
