import Clinical
import Foundation
import Storage
import TestStores
import Testing

/// Everything moves from one database to another, on the same engine as the tests and from the embedded one to it.
@Suite struct MoveTests {
    private static let schema = [
        Migration(
            "2026-01-01 jars",
            """
            CREATE TABLE storage_jar (
                shelf  BYTEA NOT NULL,
                place  BIGINT NOT NULL,
                word   TEXT CHECK (length(word) < 100),
                PRIMARY KEY (shelf, place)
            );
            CREATE TABLE storage_label (name TEXT PRIMARY KEY, seal BYTEA);
            """),
        Migration(
            "2026-01-02 jars: weight",
            "ALTER TABLE storage_jar ADD COLUMN weight BIGINT; ALTER TABLE storage_jar ADD COLUMN lid TEXT;"),
        Migration("2026-01-03 jars: no lid", "ALTER TABLE storage_jar DROP COLUMN lid;", .contracts),
    ]

    private static func fill(_ store: Store, _ count: Int, from first: Int = 0) async throws {
        try await store.write { db in
            for number in first..<(first + count) {
                let shelf = ID<Practice>(high: UInt64(number % 3), low: 7)
                let word: String? = number % 5 == 0 ? nil : "pot \(number) – ïé ' \"\n"
                try db.run(
                    """
                    INSERT INTO storage_jar (shelf, place, word, weight)
                    VALUES (\(shelf), \(number - 50), \(word), \(number % 7 == 0 ? nil : number))
                    """)
            }
        }
    }

    private static func embedded() throws -> (Store, String) {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("move-\(UUID().uuidString)").path
        return (try Store(path: path), path)
    }

    @Test func `everything is copied, compared, and copied back`() async throws {
        let (home, there, back) = (
            try await TestStore(Self.schema), try await TestStore(Self.schema), try Self.embedded()
        )
        try await back.0.migrate(Self.schema, at: Instant(milliseconds: 0))
        try await Self.fill(home.store, 5300)
        try await home.store.write {
            try $0.run("INSERT INTO storage_label (name, seal) VALUES (\("z"), \([UInt8](0...255)))")
        }
        for (source, target) in [(home.store, there.store), (there.store, back.0)] {
            let move = Move(from: source, to: target, migrations: Self.schema)
            try await move.copy { _ in }
            let checked = try await move.compare { _ in }
            #expect(checked.map(\.rows) == [5300, 1])
        }
        try back.0.close()
        try? FileManager.default.removeItem(atPath: back.1)  // a file left behind harms nobody
    }

    @Test func `a copy that stopped half-way goes on behind its last row`() async throws {
        let (home, there) = (try await TestStore(Self.schema), try await TestStore(Self.schema))
        try await Self.fill(home.store, 4100)
        let move = Move(from: home.store, to: there.store, migrations: Self.schema)
        let stopped = Task {
            try await move.copy { progress in
                if progress.done >= 2000 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        _ = await stopped.result
        try await move.copy { _ in }
        #expect(try await move.compare { _ in }.map(\.rows) == [4100, 0])
    }

    @Test func `a row that differs is found`() async throws {
        let (home, there) = (try await TestStore(Self.schema), try await TestStore(Self.schema))
        try await Self.fill(home.store, 500)
        let move = Move(from: home.store, to: there.store, migrations: Self.schema)
        try await move.copy { _ in }
        try await there.store.write { try $0.run("UPDATE storage_jar SET weight = 1 WHERE place = 100") }
        await #expect(throws: Move.Difference.self) { try await move.compare { _ in } }
    }
}
