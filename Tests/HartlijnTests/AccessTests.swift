import Foundation
import Identity
import Storage
import Testing

@testable import Hartlijn

@Suite struct AccessTests {
    /// In two parts, each with a world of its own, so that two cores can take one each.
    @Test(arguments: 0..<2) func `everybody comes in where they may, and nowhere else`(part: Int) async throws {
        let world = try await AccessWorld()
        let isLong = ProcessInfo.processInfo.environment["HARTLIJN_LONG"] == "true"
        let result = try await AccessMatrix(
            world: world, everySubject: isLong ? .always : .whereASessionHolds, part: (part, of: 2)
        ).run()
        print(
            "access, part \(part + 1) of 2: \(result.cases) cases, \(result.allowed) let in, \(result.wrong.count) wrong"
        )
        let wrong = result.wrong.prefix(20).map(\.description).joined(separator: "\n")
        #expect(result.wrong.count == 0, "\(wrong)")
        #expect(result.cases > 20_000)
        try await checkLines(of: world, result, in: part)
    }

    /// Each page of a patient left one line, and each line says everything that NEN 7513 asks of it.
    private func checkLines(of world: AccessWorld, _ result: AccessMatrix.Result, in part: Int) async throws {
        func count(_ sql: SQL) async throws -> Int {
            try #require(try await world.store.ask { try $0.row(sql) { try $0.int(0) } })
        }
        let lines = try await count(
            "SELECT count(*) FROM audit_line WHERE action IN ('looked', 'exported') AND deed NOT IN ('review access', 'see tasks')"
        )
        let bare = try await count(
            """
            SELECT count(*) FROM audit_line
            WHERE actor IN ('patient', 'proxy', 'worker')
              AND (role = '' OR deed = '' OR ground = '' OR proof = '' OR network = '' OR trace = ''
                   OR length(session) <> 8 OR organisation_id IS NULL OR action = '' OR object = '')
            """)
        let all = try await count("SELECT count(*) FROM audit_line")
        print(
            "access, part \(part + 1) of 2: \(lines) lines for \(result.looks) looks, \(bare) of \(all) lines not whole"
        )
        for (deed, looks) in result.looksBy {
            let lines = try await count(
                "SELECT count(*) FROM audit_line WHERE action IN ('looked', 'exported') AND deed = \(deed)")
            #expect(lines == looks, "\(deed)")
        }
        #expect(lines == result.looks)
        #expect(bare == 0)
    }

    @Test func `the table knows no door that is not there`() async throws {
        let site = Site(store: try await Clinic().store, clock: try await Clinic().clock, cookies: .init(.loopback))
        _ = site.router()
        let doors = Set(site.book.doors.map { "\($0.method) \($0.template)" })
        #expect(Set(AccessTable.ways.keys).subtracting(doors).isEmpty)
        #expect(doors.count == site.book.doors.count, "a door stands there twice")
    }

    @Test func `every deed has a door, and every door a deed with a rule`() async throws {
        let site = Site(store: try await Clinic().store, clock: try await Clinic().clock, cookies: .init(.loopback))
        _ = site.router()
        let deeds = Set(site.book.doors.map(\.deed))
        let ruled = Set(Identity.Policy.standing.rules.map(\.deed))
        #expect(deeds == Set(Identity.Deed.allCases))
        #expect(ruled == Set(Identity.Deed.allCases))
    }
}

/// The policy with one rule taken away or made wider: the matrix must see each.
@Suite struct AccessMutantTests {
    @Test func `a rule that is gone is missed`() async throws {
        let world = try await AccessWorld()
        let rules = Identity.Policy.standing.rules
        var missed: [Identity.Rule] = []
        for (place, rule) in rules.enumerated() {
            var rest = rules
            rest.remove(at: place)
            let matrix = AccessMatrix(
                world: world, policy: Identity.Policy(rest), onlyDeed: rule.deed, onlyRole: rule.role.map { .some($0) },
                onlyStates: [.fresh], ends: .atTheFirstWrong)
            if try await matrix.run().wrong.isEmpty { missed.append(rule) }
        }
        print("access: \(rules.count) rules dropped one by one, \(rules.count - missed.count) seen by the matrix")
        #expect(missed.isEmpty)
    }

    /// A role that may something it should not. Where a door can be reached by its kind of visitor only, the type of the
    /// context holds it shut as well; those are counted by themselves.
    @Test func `a rule that is too wide is seen, or the type of the door holds`() async throws {
        let world = try await AccessWorld()
        let rules = Identity.Policy.standing.rules
        let deeds = Set(rules.filter { $0.role != nil }.map(\.deed)).sorted { $0.rawValue < $1.rawValue }
        let isLong = ProcessInfo.processInfo.environment["HARTLIJN_LONG"] == "true"
        var (seen, held, place) = (0, 0, 0)
        for deed in deeds {
            let known = rules.filter { $0.deed == deed }
            for role in Identity.Role.allCases where !known.contains(where: { $0.role == role }) {
                // There are hundreds; every fourth in the short form.
                place += 1
                guard isLong || place % 4 == 0 else { continue }
                let wide = known.map { Identity.Rule(role, may: deed, about: $0.about.forAnybody, once: .password) }
                let matrix = AccessMatrix(
                    world: world, policy: Identity.Policy(rules + wide), onlyDeed: deed, onlyRole: .some(role),
                    onlyStates: [.fresh], ends: .atTheFirstWrong)
                let wrong = try await matrix.run().wrong
                if wrong.isEmpty { held += 1 } else { seen += 1 }
            }
        }
        print(
            "access: \(seen + held) rules made too wide, \(seen) seen by the matrix, \(held) held by the type of the door"
        )
        #expect(seen > 10)
        #expect(held > 100)
    }

    @Test func `a rule that asks for less is seen`() async throws {
        let world = try await AccessWorld()
        let rules = Identity.Policy.standing.rules
        var missed: [Identity.Rule] = []
        var count = 0
        for (place, rule) in rules.enumerated() {
            guard let role = rule.role, rule.proof > .password else { continue }
            count += 1
            var weaker = rules
            weaker[place] = Identity.Rule(role, may: rule.deed, about: rule.about, once: .password)
            let matrix = AccessMatrix(
                world: world, policy: Identity.Policy(weaker), onlyDeed: rule.deed, onlyRole: .some(role),
                onlyStates: [.stale, .passwordOnly], ends: .atTheFirstWrong)
            if try await matrix.run().wrong.isEmpty { missed.append(rule) }
        }
        print("access: \(count) rules asking for less, \(count - missed.count) seen by the matrix")
        #expect(missed.isEmpty)
    }
}

extension Identity.Relation {
    /// A mandate is of who helps; for others the nearest thing is that it is about themselves.
    fileprivate var forAnybody: Identity.Relation {
        if case .whoTheyHelp = self { .themselves } else { self }
    }
}
