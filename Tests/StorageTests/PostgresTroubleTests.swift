import Clinical
import Foundation
import Storage
import Synchronization
import TestStores
import Testing

/// What happens when the server is gone, busy or full: whoever waits hears it, and nothing that was acknowledged is lost.
@Suite(.enabled(if: TestStore.isOnPostgres)) struct PostgresTroubleTests {
    private static let pots = [
        Migration("2026-01-01 pot", "CREATE TABLE storage_pot (id BIGINT NOT NULL PRIMARY KEY, word TEXT)")
    ]

    @Test func `a store waits for its server, and works as soon as it is there`() async throws {
        let postgres = try PrivatePostgres()
        defer { postgres.kill(SIGQUIT) }
        let store = try Store(postgres.address)
        let failure = await #expect(throws: StorageFailure.self) { try await store.assertWritable() }
        #expect(failure?.mayPass == true)
        try postgres.start()
        try await Task.sleep(for: .milliseconds(600))
        try await store.migrate(Self.pots, at: Instant(milliseconds: 0))
        try await store.assertWritable()
        try store.close()
    }

    @Test func `no acknowledged change is lost when the server is killed at work`() async throws {
        let postgres = try PrivatePostgres()
        defer { postgres.kill(SIGQUIT) }
        try postgres.start()
        let store = try Store(postgres.address)
        try await store.migrate(Self.pots, at: Instant(milliseconds: 0))
        let log = Log()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<16 {
                group.addTask {
                    for number in 0..<10_000 where !log.isOver {
                        let id = writer * 10_000 + number
                        do {
                            try await store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (\(id))") }
                            log.acknowledge(id)
                        } catch {
                            log.refuse()
                        }
                    }
                }
            }
            group.addTask {
                try await Task.sleep(for: .milliseconds(800))
                postgres.kill(SIGKILL)
                try await Task.sleep(for: .milliseconds(300))
                try postgres.start()
                let before = log.acknowledged.count
                // It goes on by itself: nobody starts the node again.
                for _ in 0..<100 where log.acknowledged.count < before + 100 {
                    try await Task.sleep(for: .milliseconds(100))
                }
                log.end()
            }
            try await group.waitForAll()
        }
        let kept = Set(try await store.read { try $0.rows("SELECT id FROM storage_pot") { try $0.int(0) } })
        #expect(log.acknowledged.count > 100)
        #expect(log.refused > 0)
        #expect(log.acknowledged.subtracting(kept).isEmpty, "acknowledged and lost")
        try store.close()
    }

    @Test func `whoever waits too long for a lock is told that it is busy`() async throws {
        let home = try await TestStore(Self.pots)
        let other = try Store(home.store.address)
        try await home.store.write { try $0.run("INSERT INTO storage_pot (id) VALUES (1)") }
        let log = Log()
        let holds = Task {
            try await other.write { db in
                _ = try db.change("UPDATE storage_pot SET word = 'held' WHERE id = 1")
                log.acknowledge(1)
                while !log.isOver { Thread.sleep(forTimeInterval: 0.05) }
            }
        }
        while log.acknowledged.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        let failure = await #expect(throws: StorageFailure.self) {
            try await home.store.write { try $0.run("UPDATE storage_pot SET word = 'wanted' WHERE id = 1") }
        }
        #expect(failure?.mayPass == true)
        log.end()
        try await holds.value
        try other.close()
    }

    @Test func `two nodes that change the same row both succeed`() async throws {
        let home = try await TestStore(Self.pots)
        let other = try Store(home.store.address)
        try await home.store.write { try $0.run("INSERT INTO storage_pot (id, word) VALUES (1, '0')") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for store in [home.store, other, home.store, other] {
                group.addTask {
                    for _ in 0..<25 {
                        try await store.write { db in
                            let word = try db.row("SELECT word FROM storage_pot WHERE id = 1") { try $0.text(0) }
                            let next = (word.flatMap { Int($0) } ?? 0) + 1
                            try db.run("UPDATE storage_pot SET word = \("\(next)") WHERE id = 1")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let word = try await home.store.read {
            try $0.row("SELECT word FROM storage_pot WHERE id = 1") { try $0.text(0) }
        }
        #expect(word == "100", "read, add one, write: as if one came after the other")
        try other.close()
    }

    @Test func `ten nodes start at once, and one makes the tables`() async throws {
        let server = try #require(TestStore.server)
        let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        try await server.make(name)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    let store = try Store(server.address(of: name))
                    try await store.migrate(Self.pots, at: Instant(milliseconds: 0))
                    try store.close()
                }
            }
            try await group.waitForAll()
        }
        try await server.drop(name)
    }

    @Test func `a server with too few places says so, and a server that does not wait for its disk is refused`()
        async throws
    {
        let postgres = try PrivatePostgres()
        defer { postgres.kill(SIGQUIT) }
        try postgres.start(["max_connections=4", "superuser_reserved_connections=0", "fsync=off"])
        let stores = try (0..<8).map { _ in try Store(postgres.address) }
        let failure = await #expect(throws: StorageFailure.self) { try await stores[0].assertFit() }
        #expect(failure?.description.contains("fsync=off") == true)
        var refused = 0
        for store in stores {
            do {
                _ = try await store.ask { try $0.row("SELECT 1") { try $0.int(0) } }
            } catch let failure as StorageFailure {
                #expect(failure.mayPass)
                refused += 1
            }
        }
        #expect(refused > 0)
        for store in stores { try store.close() }
    }

    @Test(.enabled(if: PrivatePostgres.canHaveDisk))
    func `a full disk is said, loses nothing, and passes when there is room again`() async throws {
        let postgres = try PrivatePostgres(on: .own(megabytes: 72))
        defer { postgres.kill(SIGQUIT) }
        try postgres.start()
        let store = try Store(postgres.address)
        try await store.migrate(Self.pots, at: Instant(milliseconds: 0))
        let log = Log()
        // A server packs what repeats itself within one text.
        let noise = Data((0..<60_000).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
        for id in 0..<2000 where log.refused < 3 {
            do {
                let word = "\(id)\(noise)"
                try await store.write { try $0.run("INSERT INTO storage_pot (id, word) VALUES (\(id), \(word))") }
                log.acknowledge(id)
            } catch let failure as StorageFailure {
                #expect(failure.mayPass, "\(failure)")
                log.refuse()
            }
        }
        #expect(log.refused == 3, "72 megabytes do not hold 160")
        try postgres.enlargeDisk(to: 400)
        // A server that could not write its log reads it again, or has stopped and is started by its keeper.
        for _ in 0..<60 {
            do {
                try await store.assertWritable()
                break
            } catch {
                try? postgres.start()  // it may be there already, and still reading
                try await Task.sleep(for: .milliseconds(600))
            }
        }
        try await store.write { try $0.run("INSERT INTO storage_pot (id, word) VALUES (3000, 'room')") }
        let kept = Set(try await store.read { try $0.rows("SELECT id FROM storage_pot") { try $0.int(0) } })
        #expect(log.acknowledged.count > 10)
        #expect(log.acknowledged.subtracting(kept).isEmpty, "acknowledged and lost")
        try store.close()
    }

    @Test func `a statement that takes too long is ended, and the next one works`() async throws {
        let home = try await TestStore(Self.pots)
        let failure = await #expect(throws: StorageFailure.self) {
            try await home.store.read { _ = try $0.row("SELECT pg_sleep(60)") { _ in 0 } }
        }
        #expect(failure?.mayPass == true)
        #expect(try await home.store.ask { try $0.row("SELECT 1") { try $0.int(0) } } == 1)
    }

    @Test func `a migration may take longer than a page`() async throws {
        let slow = Migration("2026-02-01 slow", "CREATE TABLE storage_slow AS SELECT 1 AS one FROM pg_sleep(11)")
        let home = try await TestStore(Self.pots)
        try await home.store.migrate(Self.pots + [slow], at: Instant(milliseconds: 0))
        #expect(try await home.store.ask { try $0.row("SELECT one FROM storage_slow") { try $0.int(0) } } == 1)
    }

    @Test func `a server elsewhere is spoken to in secret, and only under its own name`() async throws {
        let postgres = try PrivatePostgres()
        defer { postgres.kill(SIGQUIT) }
        let port = Int.random(in: 20_000..<60_000)
        try postgres.certify("server", for: "DNS:localhost,IP:127.0.0.1")
        try postgres.certify("stranger", for: "DNS:localhost")
        func answers(_ address: String) async throws -> String? {
            let store = try Store(.postgres(url: "postgres://hartlijn@\(address)"))
            defer { try? store.close() }  // what matters is the answer
            return try await store.ask { db in
                try db.row("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl") { try $0.text(0) }
            }
        }
        let place = "postgres?sslmode=verify-full&sslrootcert=\(postgres.folder)"
        try postgres.start(["listen_addresses=127.0.0.1", "port=\(port)"])
        await #expect(throws: StorageFailure.self, "no secret, no answer") {
            try await answers("127.0.0.1:\(port)/postgres")
        }
        postgres.kill(SIGINT)
        try postgres.start([
            "listen_addresses=127.0.0.1", "port=\(port)", "ssl=on", "ssl_cert_file=\(postgres.folder)/server.pem",
            "ssl_key_file=\(postgres.folder)/server.key",
        ])
        #expect(try await answers("127.0.0.1:\(port)/\(place)/server.pem")?.hasPrefix("TLSv1.") == true)
        await #expect(throws: StorageFailure.self, "nobody we know vouches for it") {
            try await answers("127.0.0.1:\(port)/postgres")
        }
        await #expect(throws: StorageFailure.self, "another name") {
            try await answers("127.0.0.2:\(port)/\(place)/server.pem&hostaddr=127.0.0.1&host=elsewhere.example")
        }
        await #expect(throws: StorageFailure.self, "somebody else's certificate") {
            try await answers("127.0.0.1:\(port)/\(place)/stranger.pem")
        }
    }

    /// What the writers of a test were told.
    private final class Log: Sendable {
        private let state = Mutex((acknowledged: Set<Int>(), refused: 0, isOver: false))

        var acknowledged: Set<Int> { state.withLock { $0.acknowledged } }
        var refused: Int { state.withLock { $0.refused } }
        var isOver: Bool { state.withLock { $0.isOver } }
        func acknowledge(_ id: Int) { state.withLock { _ = $0.acknowledged.insert(id) } }
        func refuse() { state.withLock { $0.refused += 1 } }
        func end() { state.withLock { $0.isOver = true } }
    }
}
