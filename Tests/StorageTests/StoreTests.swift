import Clinical
import Dispatch
import Storage
import Synchronization
import TestStores
import Testing

/// A database with one table.
final class Scratch: Sendable {
    private let home: TestStore
    var store: Store { home.store }

    init() async throws {
        home = try await TestStore([
            Migration(
                "2026-01-01 pot",
                "CREATE TABLE storage_pot (id BIGINT NOT NULL PRIMARY KEY, word TEXT UNIQUE, seal BYTEA)")
        ])
    }

    func count() async throws -> Int? {
        try await store.read { try $0.row("SELECT count(*) FROM storage_pot") { try $0.int(0) } }
    }
}

@Suite struct StoreTests {
    @Test func `the writer waits for the disk`() async throws {
        let scratch = try await Scratch()
        try await scratch.store.assertFit()
    }

    @Test func `what is bound comes back as it was`() async throws {
        let scratch = try await Scratch()
        let id = ID<Patient>(high: .max, low: 1)
        try await scratch.store.write {
            try $0.run(
                "INSERT INTO storage_pot (id, word, seal) VALUES (\(Int.min), \("it's; DROP TABLE 'ïç'"), \(id))")
        }
        let found = try await scratch.store.read {
            try $0.row("SELECT id, word, seal FROM storage_pot") {
                (try $0.int(0), try $0.text(1), try $0.id(2, of: Patient.self))
            }
        }
        #expect(found?.0 == Int.min)
        #expect(found?.1 == "it's; DROP TABLE 'ïç'")
        #expect(found?.2 == id)
    }

    @Test func `a column that holds something else is told, not guessed`() async throws {
        let scratch = try await Scratch()
        try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (1)") }
        await #expect(throws: StorageFailure.unreadable(column: 0)) {
            try await scratch.store.read { try $0.row("SELECT word FROM storage_pot") { try $0.text(0) } }
        }
    }

    @Test func `one bad change in a shared commit fails alone`() async throws {
        let scratch = try await Scratch()
        try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (13)") }
        let outcomes = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (\(number))") }
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { !$0 }.count == 1)
        #expect(try await scratch.count() == 200)
    }

    @Test func `a change that throws leaves nothing behind`() async throws {
        struct Halfway: Error {}
        let scratch = try await Scratch()
        await #expect(throws: Halfway.self) {
            try await scratch.store.write { db in
                try db.run("INSERT INTO storage_pot (id) VALUES (1)")
                throw Halfway()
            }
        }
        #expect(try await scratch.count() == 0)
    }

    @Test func `a broken rule of the schema is known as one`() async throws {
        let scratch = try await Scratch()
        try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (1)") }
        let failure = await #expect(throws: StorageFailure.self) {
            try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (1)") }
        }
        #expect(failure?.isConstraint == true)
    }

    @Test func `a migration is applied once, and tables are clustered by their key`() async throws {
        let migrations = [Migration("2026-01-01 test", "CREATE TABLE storage_jar (id BIGINT NOT NULL PRIMARY KEY);")]
        let home = try await TestStore(migrations)
        try await home.store.migrate(migrations, at: Instant(milliseconds: 2))
        guard !TestStore.isOnPostgres else { return }
        let made = try await home.store.read {
            try $0.row("SELECT sql FROM sqlite_master WHERE name = 'storage_jar'") { try $0.text(0) }
        }
        #expect(made?.hasSuffix("WITHOUT ROWID") == true)
    }

    @Test func `an older program works on beside what a newer one added, and stops when something was taken away`()
        async throws
    {
        let old = [Migration("2026-01-01 jar", "CREATE TABLE storage_jar (id BIGINT NOT NULL PRIMARY KEY);")]
        let adds = old + [Migration("2026-02-01 jar: word", "ALTER TABLE storage_jar ADD COLUMN word TEXT;")]
        let home = try await TestStore(adds)
        try await home.store.migrate(old, at: Instant(milliseconds: 1))
        try await home.store.write { try $0.run("INSERT INTO storage_jar (id) VALUES (1)") }
        let takes =
            adds + [Migration("2026-03-01 jar: no word", "ALTER TABLE storage_jar DROP COLUMN word;", .contracts)]
        try await home.store.migrate(takes, at: Instant(milliseconds: 2))
        await #expect(throws: StorageFailure.newerDatabase) {
            try await home.store.migrate(adds, at: Instant(milliseconds: 3))
        }
        try await home.store.write { try $0.run("INSERT INTO storage_jar (id) VALUES (2)") }
    }

    @Test(arguments: [
        (
            "postgres://me:secret@db.example.org/hartlijn?sslmode=verify-full&sslrootcert=/etc/ca.crt",
            "postgres://…/hartlijn"
        ),
        ("postgres://me@/hartlijn?host=/run/a,/run/b", "postgres://…/hartlijn"),
        ("sqlite:/srv/x.sqlite", "sqlite:/srv/x.sqlite"),
    ])
    func `an address is told without who and with which password`(text: String, told: String) {
        #expect(StoreAddress(text)?.description == told)
    }

    @Test(arguments: ["", "sqlite:", "mysql://x", "/srv/x.sqlite"])
    func `anything else is no address`(text: String) { #expect(StoreAddress(text) == nil) }

    @Test func `a question that fails does not disturb the next ones`() async throws {
        let scratch = try await Scratch()
        try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (7)") }
        for _ in 0..<6 {
            for wrong: SQL in ["SELECT nothing FROM nowhere", "SELECT word FROM storage_pot"] {
                await #expect(throws: StorageFailure.self) {
                    _ = try await scratch.store.ask { try $0.row(wrong) { try $0.text(0) } }
                }
                await #expect(throws: StorageFailure.self) {
                    _ = try await scratch.store.read { try $0.row(wrong) { try $0.text(0) } }
                }
                await #expect(throws: StorageFailure.self) {
                    try await scratch.store.append { try $0.run("INSERT INTO nowhere (id) VALUES (1)") }
                }
            }
            let found = try await scratch.store.ask { try $0.row("SELECT id FROM storage_pot") { try $0.int(0) } }
            #expect(found == 7)
            #expect(try await scratch.count() == 1)
        }
    }

    /// Neither engine ends it within the time of a test.
    private static let endless: SQL = """
        WITH RECURSIVE counted (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 9000000000)
        SELECT count(*) FROM counted
        """

    @Test(.timeLimit(.minutes(2))) func `a read that nobody waits for any more is stopped`() async throws {
        let scratch = try await Scratch()
        let isOver = Atomic(false)
        // On a server it would end by itself after a while, so it is held against one that goes on.
        let other = Task {
            defer { isOver.store(true, ordering: .relaxed) }
            return try await scratch.store.read { try $0.row(Self.endless) { try $0.int(0) } }
        }
        let ask = Task { try await scratch.store.ask { try $0.row(Self.endless) { try $0.int(0) } } }
        // By a clock of its own: on SQLite a read keeps the thread it is asked on.
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { ask.cancel() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 30) { other.cancel() }
        await #expect(throws: CancellationError.self) { try await ask.value }
        let hasOtherEnded = isOver.load(ordering: .relaxed)
        #expect(!hasOtherEnded, "it ended with the other one")
        other.cancel()
        await #expect(throws: CancellationError.self) { try await other.value }
        for _ in 0..<5 { #expect(try await scratch.count() == 0) }
    }

    @Test func `a read that is cancelled before it begins does nothing`() async throws {
        let scratch = try await Scratch()
        let reads = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await scratch.count()
        }
        reads.cancel()
        await #expect(throws: CancellationError.self) { try await reads.value }
    }

    @Test func `a closed store refuses, and does not hang`() async throws {
        let scratch = try await Scratch()
        try scratch.store.close()
        await #expect(throws: (any Error).self) {
            try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (1)") }
        }
    }

    @Test func `everything acknowledged is there after the process is gone`() async throws {
        let scratch = try await Scratch()
        for number in 0..<50 {
            try await scratch.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (\(number))") }
        }
        let other = try Store(scratch.store.address)
        let count = try await other.read { try $0.row("SELECT count(*) FROM storage_pot") { try $0.int(0) } }
        #expect(count == 50)
        try other.close()
    }
}
