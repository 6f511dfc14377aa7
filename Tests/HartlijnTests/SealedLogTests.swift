import Audit
import Clinical
import Sealing
import Storage
import Testing

@testable import Hartlijn

/// The access log of a practice in use, sealed and then changed in the database by hand.
@Suite struct SealedLogTests {
    private static func seal() throws -> Seal { try Seal(Array(repeating: 9, count: 32), named: "seal-test") }

    /// A practice where something happened, sealed; and the anchors that were kept elsewhere.
    private struct Sealed {
        let clinic: Clinic
        let anchors: [Head]

        init(rounds: Int = 3) async throws {
            clinic = try await Clinic()
            var heads: [Head] = []
            for _ in 0..<rounds {
                try await clinic.visit { site in
                    try await site.signIn("marieke")
                    for _ in 0..<4 { try await site.open("/patients/\(site.fatma)") }
                    try await site.signIn("fatma")
                    try await site.open("/today")
                }
                clinic.wait(.minutes(1))
                heads += try await Sealer(store: clinic.store, seal: SealedLogTests.seal()).round(at: clinic.now)
                clinic.wait(.minutes(1))
            }
            anchors = heads
        }

        func check(_ anchors: [Head] = []) async throws -> Report {
            let seal = try SealedLogTests.seal()
            let file = AnchorFile(anchors.flatMap { AnchorFile.bytes(for: $0, after: nil) })
            return try await LogCheck(
                store: clinic.store, keys: SealKeys([seal.keyID: seal.publicKey]), anchors: file
            ).check(clinic.practice, at: clinic.now)
        }

        func change(_ sql: SQL) async throws { try await clinic.store.write { try $0.run(sql) } }
    }

    @Test func `a log that nobody touched has nothing to tell`() async throws {
        let log = try await Sealed()
        let report = try await log.check(log.anchors)
        #expect(report.isClean, "\(report)")
        #expect(report.lines >= 18)
        #expect(report.unsealed == 0)
        #expect(report.agreedUntil == report.chainEndsAt)
        #expect(report.anchors == 3)
    }

    @Test func `what happened since the last round has no link yet, and is told when it waits too long`() async throws {
        let log = try await Sealed()
        try await log.clinic.visit { site in try await site.signIn("fatma") }
        #expect(try await log.check().isClean)
        #expect(try await log.check().unsealed > 0)
        log.clinic.wait(.minutes(6))
        #expect(try await !log.check().isClean)
    }

    @Test(arguments: [
        "UPDATE audit_line SET actor_id = patient_id WHERE object = 'record'",
        "UPDATE audit_line SET ground = 'emergency' WHERE ground = 'treatment'",
        "UPDATE audit_line SET trace = 'x' WHERE at = (SELECT max(at) FROM audit_line)",
        "DELETE FROM audit_line WHERE object = 'today'",
        "DELETE FROM audit_link WHERE sequence = 5",
        "DELETE FROM audit_link WHERE sequence > 10",
        "UPDATE audit_link SET line_id = X'00000000000000000000000000000001' WHERE sequence = 4",
        "UPDATE audit_link SET sequence = sequence + 100 WHERE sequence = 6",
        "UPDATE audit_head SET sequence = sequence - 1 WHERE sequence = (SELECT max(sequence) FROM audit_head)",
        "UPDATE audit_head SET key_id = 'another'",
        "UPDATE audit_head SET sealed_at = sealed_at + 1",
    ])
    func `whatever is changed by hand is found`(sql: String) async throws {
        let log = try await Sealed()
        // PostgreSQL writes bytes another way.
        let words = log.clinic.isPostgres ? sql.replacing("X'", with: "'\\x") : sql
        try await log.change(SQL(stringLiteral: words))
        let report = try await log.check(log.anchors)
        #expect(!report.isClean)
    }

    @Test func `a log that was put back to an older day is found by what stands outside the database`() async throws {
        let log = try await Sealed()
        let day = log.anchors[1].sequence
        try await log.change("DELETE FROM audit_head WHERE sequence > \(Int(day))")
        try await log.change(
            """
            DELETE FROM audit_line WHERE id IN (SELECT line_id FROM audit_link WHERE sequence > \(Int(day)))
            """)
        try await log.change("DELETE FROM audit_link WHERE sequence > \(Int(day))")
        #expect(try await log.check().isClean, "inside the database nothing shows")
        #expect(try await !log.check(log.anchors).isClean)
    }

    @Test func `who has the database but not the key cannot chain it anew`() async throws {
        let log = try await Sealed()
        try await log.change("UPDATE audit_line SET object = 'nothing' WHERE object = 'record'")
        try await log.change("DELETE FROM audit_head")
        try await log.change("DELETE FROM audit_link")
        let forged = try Seal(Array(repeating: 1, count: 32), named: "seal-test")
        _ = try await Sealer(store: log.clinic.store, seal: forged).round(at: log.clinic.now)
        #expect(try await !log.check().isClean)
        #expect(try await !log.check(log.anchors).isClean)
    }

    @Test func `two nodes that seal at once do not break the chain`() async throws {
        let log = try await Sealed(rounds: 1)
        try await log.clinic.visit { site in
            try await site.signIn("marieke")
            for _ in 0..<20 { try await site.open("/patients/\(site.fatma)") }
        }
        let (store, now) = (log.clinic.store, log.clinic.now)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    // The one that comes second may be told that it did.
                    _ = try? await Sealer(store: store, seal: SealedLogTests.seal()).round(at: now)
                }
            }
        }
        _ = try await Sealer(store: store, seal: Self.seal()).round(at: now)
        let report = try await log.check(log.anchors)
        #expect(report.isClean, "\(report)")
        #expect(report.unsealed == 0)
    }
}
