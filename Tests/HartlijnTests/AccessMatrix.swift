import Assistance
import Audit
import Clinical
import Crypto
import Devices
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Pharmacy
import Portal
import Rights
import Storage
import Testing
import Web
import Worklist

@testable import Hartlijn
@testable import Identity
@testable import Measurements

/// Everybody at every door, about everybody, in every state of their session: what comes back is held against
/// ``AccessTable``.
struct AccessMatrix {
    let world: AccessWorld
    var policy = Identity.Policy.standing
    /// Only these doors and askers, where one rule is looked at.
    var onlyDeed: Identity.Deed?
    var onlyRole: Identity.Role??
    var onlyStates = AccessWorld.State.allCases
    /// Whether a session that is worth nothing is tried about every patient, or about one: it comes no further than the
    /// first question, which is before the patient is looked up.
    var everySubject = EverySubject.whereASessionHolds
    /// Every so many doors, this one of them first: the parts together are all doors.
    var part = (place: 0, of: 1)
    /// Where one difference is enough to know.
    var ends = Ends.afterAll

    enum Ends { case afterAll, atTheFirstWrong }
    enum EverySubject { case always, whereASessionHolds }

    /// What came back, in the kinds that matter.
    enum Outcome: String { case in_ = "in", notThere = "not there", signIn = "sign in", proveAgain = "prove again" }

    struct Wrong: CustomStringConvertible {
        let description: String
    }

    struct Result {
        var cases = 0
        var allowed = 0
        /// Pages that showed something of a patient, or of who works here.
        var looks = 0
        var looksBy: [String: Int] = [:]
        var wrong: [Wrong] = []
    }

    func run() async throws -> Result {
        let site = Site(
            store: world.store, clock: world.clock, cookies: SessionCookie(.loopback), policy: policy,
            host: SiteHost(named: "hartlijn.example") ?? .unknown, safe: .test, withings: VendorCloud.account,
            door: .light)
        var silent = Logger(label: "matrix")
        silent.logLevel = .critical
        let app = Application(router: site.router(), logger: silent)
        let doors = site.book.doors
        return try await app.test(.router) { client in
            var result = Result()
            for (place, door) in doors.enumerated() where place % part.of == part.place {
                guard onlyDeed == nil || door.deed == onlyDeed else { continue }
                try await tryDoor(door, client, &result)
                if ends == .atTheFirstWrong, !result.wrong.isEmpty { break }
            }
            return result
        }
    }

    private func tryDoor(_ door: Door, _ client: any TestClientProtocol, _ result: inout Result) async throws {
        guard let way = AccessTable.ways["\(door.method) \(door.template)"] else {
            result.wrong.append(Wrong(description: "nobody wrote down who may: \(door.method) \(door.template)"))
            return
        }
        let subjects: [AccessWorld.Subject?] =
            door.isAboutSomebody ? AccessWorld.Subject.allCases.map { $0 } : [nil]
        var paths: [AccessWorld.Subject: String] = [:]
        if onlyRole == nil || onlyRole == .some(nil) {
            for subject in subjects {
                try await tryOnce(door, way, nil, .fresh, nil, subject, client, &paths, &result)
            }
        }
        for asker in AccessWorld.askers where onlyRole == nil || onlyRole == .some(asker.role) {
            for state in onlyStates {
                let session = try await world.session(of: asker, state)
                for (place, subject) in subjects.enumerated()
                where place == 0 || everySubject == .always || state.holds {
                    try await tryOnce(door, way, asker, state, session, subject, client, &paths, &result)
                    if ends == .atTheFirstWrong, !result.wrong.isEmpty { return }
                }
            }
        }
    }

    /// - Parameter paths: where this door is for each patient, while what the address names is as it was made
    private func tryOnce(
        _ door: Door, _ way: AccessTable.Way, _ asker: AccessWorld.Asker?, _ state: AccessWorld.State,
        _ session: MatrixSession?, _ subject: AccessWorld.Subject?, _ client: any TestClientProtocol,
        _ paths: inout [AccessWorld.Subject: String], _ result: inout Result
    ) async throws {
        let path: String
        if let subject, let known = paths[subject] {
            path = known
        } else {
            path = try await world.path(of: door, about: subject, for: asker, session)
            if let subject { paths[subject] = path }
        }
        var headers = HTTPFields()
        if let session { headers[.cookie] = "hartlijn=\(session.cookie)" }
        var body: ByteBuffer?
        if door.method == .post {
            let form = session.map { "form=\(FormSecret($0.secret).token)&number=\(ID<Form>(high: 0, low: 1))" } ?? ""
            if door.template.hasSuffix("import") || door.template == "enrolling/list" {
                headers[.contentType] = "multipart/form-data; boundary=x"
                let token = session.map { FormSecret($0.secret).token } ?? ""
                body = ByteBuffer(
                    string: """
                        --x\r\nContent-Disposition: form-data; name="form"\r\n\r\n\(token)\r\n--x\r
                        Content-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n\r\n--x--\r\n
                        """)
            } else {
                headers[.contentType] = "application/x-www-form-urlencoded"
                body = ByteBuffer(string: form)
            }
        }
        let answer = try await client.execute(uri: path, method: door.method, headers: headers, body: body)
        let expected = expected(door, way, asker, state, subject)
        let found = outcome(answer, door)
        result.cases += 1
        if found == .in_ {
            result.allowed += 1
            if door.method == .post { paths.removeAll() }
        }
        let isPage = answer.status == .ok || answer.status == .unprocessableContent
        if found == .in_, isPage, AccessTable.looks.contains("\(door.method) \(door.template)") {
            result.looks += 1
            result.looksBy[door.deed.rawValue, default: 0] += 1
        }
        if found != expected {
            result.wrong.append(
                Wrong(
                    description: """
                        \(door.method) \(door.template) by \(asker?.name ?? "nobody") (\(state)) about \
                        \(subject.map { "\($0)" } ?? "-"): \(found.rawValue) and not \(expected.rawValue) \
                        (\(answer.status.code))
                        """))
        }
        if expected != .in_, String(buffer: answer.body).contains(AccessWorld.Subject.markOfAll) {
            result.wrong.append(Wrong(description: "\(door.template) tells \(asker?.name ?? "nobody") of a patient"))
        }
    }

    private func outcome(_ answer: TestResponse, _ door: Door) -> Outcome {
        let way = answer.headers[.location] ?? ""
        if answer.status == .notFound || answer.status.code >= 500 { return .notThere }
        guard answer.status == .seeOther, ![.enter, .leave].contains(door.deed) else { return .in_ }
        if way == "/" { return .signIn }
        return way.hasPrefix("/sign-in/again") ? .proveAgain : .in_
    }

    /// What the table says, reckoned without a line of the product.
    private func expected(
        _ door: Door, _ way: AccessTable.Way, _ asker: AccessWorld.Asker?, _ state: AccessWorld.State,
        _ subject: AccessWorld.Subject?
    ) -> Outcome {
        if way.isForAnybody { return .in_ }
        guard let asker, state.holds, asker.mandate == .holds else {
            return .signIn
        }
        guard let abouts = way.roles[asker.role] else { return .notThere }
        if asker.role == .proxy, case .helped(let category?) = abouts[0], !asker.categories.contains(category) {
            return .notThere
        }
        guard state.holds(way.sure(of: asker.role), of: asker) else { return .proveAgain }
        if asker.role == .proxy, let also = AccessTable.alsoNeeded["\(door.method) \(door.template)"],
            !asker.categories.contains(also)
        {
            return .notThere
        }
        guard let subject else { return .in_ }
        return abouts.contains { $0.holds(asker, subject, door) } ? .in_ : .notThere
    }
}

extension AccessWorld.State {
    /// Whether it lets anybody in at all.
    fileprivate var holds: Bool {
        switch self {
        case .left, .unused, .old, .forged: false
        case .fresh, .stale, .passwordOnly: true
        }
    }

    fileprivate func holds(_ sure: AccessTable.Sure, of asker: AccessWorld.Asker) -> Bool {
        let isFresh = self != .stale
        let hasTwo = self != .passwordOnly && (asker.role != .patient || asker.app == .putOn)
        // Whoever put an app on is asked for it, also where a password would do.
        let isSure = hasTwo || asker.app == .none
        switch sure {
        case .no, .signedIn: return true
        case .password: return isSure
        case .passwordJustNow: return isSure && isFresh
        // The first app needs a password of just now, another one the app of before.
        case .appJustNow: return (asker.app == .none || hasTwo) && isFresh
        case .two: return hasTwo
        case .twoJustNow: return hasTwo && isFresh
        }
    }
}

extension AccessTable.About {
    fileprivate func holds(_ asker: AccessWorld.Asker, _ subject: AccessWorld.Subject, _ door: Door) -> Bool {
        switch self {
        case .anything: true
        case .own: door.deed == .keepOwnWayIn || subject == (asker.isNear ? .self_ : .farAway)
        case .helped: subject == .self_
        case .treated: asker.organisation == subject.practice
        case .inEmergency: asker.isNear && subject == .inEmergency
        case .shared:
            asker.organisation == AccessWorld.anker && subject == .sharing
                || asker.organisation == AccessWorld.farHospital && subject == .sharingElsewhere
        case .agreedToTask:
            asker.organisation == AccessWorld.library && [.self_, .inEmergencyBefore].contains(subject)
                || asker.organisation == AccessWorld.welfare && subject == .neighbour
                || asker.organisation == AccessWorld.farLibrary && [.sharingElsewhere, .farAway].contains(subject)
        case .registered:
            asker.organisation == AccessWorld.pharmacy && [.self_, .neighbour].contains(subject)
                || asker.organisation == AccessWorld.otherPharmacy && subject == .sharingStopped
                || asker.organisation == AccessWorld.farPharmacy && [.sharingElsewhere, .farAway].contains(subject)
        case .ownGroup: asker.isNear == (subject != .farAway)
        }
    }
}

extension Door {
    /// Whether a number of somebody stands in its address.
    fileprivate var isAboutSomebody: Bool {
        template.contains(":")
            && ![":language", ":session", ":passkey", ":provider"].contains { template.contains($0) }
    }
}

/// A session as a browser holds it.
struct MatrixSession {
    let cookie: String
    let secret: [UInt8]
}

extension AccessWorld {
    func session(of asker: Asker, _ state: State) async throws -> MatrixSession {
        let token = SignIn.random(32)
        let session = MatrixSession(cookie: token.hexadecimal, secret: SignIn.random(16))
        guard state != .forged else { return session }
        let (now, hash) = (now, Array(SHA256.hash(data: token)))
        let proof: Identity.SessionProof =
            asker.role == .patient && asker.app == .none || state == .passwordOnly ? .password : .app
        let started = state == .old ? now - .hours(12) : now - .minutes(11)
        let seen =
            state == .unused
            ? now - ([.patient, .proxy].contains(asker.role) ? .minutes(30) : .minutes(15)) : now
        let proven = state == .stale ? now - .minutes(11) : now
        try await store.write { db in
            try db.run("DELETE FROM identity_session WHERE sign_in = \(asker.name)")
            try db.run("DELETE FROM identity_passkey WHERE sign_in = \(asker.name)")
            try db.run(
                "UPDATE identity_account SET ended_at = \(state == .left ? now : nil) WHERE sign_in = \(asker.name)")
            try db.run(
                """
                INSERT INTO identity_session (token_hash, sign_in, form_secret, started_at, seen_at, proof, proven_at)
                VALUES (\(hash), \(asker.name), \(session.secret), \(started), \(seen), \(proof), \(proven))
                """)
        }
        return session
    }

    /// The address of a door, with numbers in it of what is there now.
    func path(
        of door: Door, about subject: Subject?, for asker: Asker?, _ session: MatrixSession?
    ) async throws -> String {
        var path = "/\(door.template)"
        path = path.replacing(":language", with: "nl").replacing(":provider", with: "nobody")
        if path.contains(":session") {
            let hash = Array(SHA256.hash(data: [UInt8](hexadecimal: session?.cookie ?? "") ?? []))
            path = path.replacing(":session", with: Array(hash.prefix(8)).hexadecimal)
        }
        if path.contains(":passkey"), let asker {
            path = path.replacing(":passkey", with: try await passkey(of: asker))
        }
        if path.hasSuffix("worklist/news") { path += "?seen=0.0.0" }
        guard let subject else { return path }
        path = path.replacing(":practice", with: subject.practice.description)
        path = path.replacing(":patient", with: subject.id.description)
        path = path.replacing(
            ":worker", with: ID<Worker>(high: 3, low: subject == .farAway ? 801 : 800).description)
        if path.contains(":reading") { path = path.replacing(":reading", with: try await reading(of: subject)) }
        if path.contains(":item") { path = path.replacing(":item", with: try await line(of: subject)) }
        if path.contains(":goal") { path = path.replacing(":goal", with: try await goal(of: subject)) }
        if path.contains(":helper") { path = path.replacing(":helper", with: try await helper(of: subject)) }
        if path.contains(":week") { path = path.replacing(":week", with: try await week(of: subject)) }
        if path.contains(":list") { path = path.replacing(":list", with: try await list(of: subject)) }
        if path.contains(":number") { path = path.replacing(":number", with: try await kit(of: subject)) }
        if path.contains(":recall") { path = path.replacing(":recall", with: try await recall(of: subject)) }
        if path.contains(":task") { path = path.replacing(":task", with: try await task(of: subject)) }
        if path.hasPrefix("/pharmacy") || path.contains(":registration") {
            path = path.replacing(":registration", with: try await registration(of: subject))
        }
        if path.contains(":summary") { path = path.replacing(":summary", with: try await summary(of: subject)) }
        if path.contains(":request") {
            let needed: Rights.Kind = path.hasSuffix("/erasure") ? .erasure : .correction
            path = path.replacing(":request", with: try await request(needed, of: subject))
        }
        if path.contains(":photo") { path = path.replacing(":photo", with: try await photo(of: subject)) }
        if path.contains(":sharing") { path = path.replacing(":sharing", with: try await sharing(of: subject)) }
        return path
    }

    private func first(_ sql: SQL) async throws -> String {
        try await store.ask { try $0.row(sql) { try $0.id(0, of: Form.self) } }?.description ?? "-"
    }

    /// A passkey of their own; it is gone when their next session begins.
    private func passkey(of asker: Asker) async throws -> String {
        let (id, now) = (SignIn.random(16), now)
        try await store.write {
            try $0.run(
                """
                INSERT INTO identity_passkey (credential, sign_in, name, public_key, counter, backup, made_at)
                VALUES (\(id), \(asker.name), '', \(id), 0, 'boundToDevice', \(now))
                """)
        }
        return Passkeys.Listed(id: id, name: "", madeAt: now, usedAt: nil).number
    }

    private func reading(of subject: Subject) async throws -> String {
        try await first(
            "SELECT id FROM measurements_reading WHERE practice_id = \(subject.practice) AND patient_id = \(subject.id)"
        )
    }

    private func line(of subject: Subject) async throws -> String {
        try await first(
            "SELECT id FROM worklist_item WHERE practice_id = \(subject.practice) AND patient_id = \(subject.id)")
    }

    /// A goal that is not reached yet.
    private func goal(of subject: Subject) async throws -> String {
        let id: ID<Portal.GoalMark> = clock.occasion.newID()
        let today = clock.occasion.today
        try await store.write {
            try $0.run("DELETE FROM portal_goal WHERE practice_id = \(subject.practice) AND patient_id = \(subject.id)")
            try Portal.setGoal(
                subject.mark, as: id, reachedOn: nil, on: today, of: subject.id, in: subject.practice, $0)
        }
        return id.description
    }

    /// A week that nobody judged yet.
    private func week(of subject: Subject) async throws -> String {
        let id: ID<Measurements.WeekMark> = clock.occasion.newID()
        let start = clock.occasion.today.adding(-30)
        try await store.write {
            try $0.run(
                "DELETE FROM measurements_week WHERE practice_id = \(subject.practice) AND patient_id = \(subject.id)")
            try Measurements.ask(
                for: .init(id: id, measuring: .sevenDays, startsOn: start), of: subject.id, in: subject.practice, $0)
        }
        return id.description
    }

    /// A photograph that nobody used yet: one black point.
    private func photo(of subject: Subject) async throws -> String {
        let (id, now): (Measurements.PhotoID, Instant) = (clock.occasion.newID(), now)
        let safe = try #require(Safe.test)
        try await store.write {
            try $0.run(
                """
                DELETE FROM measurements_photo_part
                WHERE practice_id = \(subject.practice) AND patient_id = \(subject.id)
                """)
            try $0.run(
                """
                DELETE FROM measurements_photo WHERE practice_id = \(subject.practice) AND patient_id = \(subject.id)
                """)
            _ = try Measurements.keep(
                StrippedPhoto(.png, 1, 1, [1]), as: id, of: subject.id, in: subject.practice, by: ID(of: subject.id),
                at: now, safe, $0)
        }
        return id.description
    }

    private func list(of subject: Subject) async throws -> String {
        let id: ID<Form> = clock.occasion.newID()
        let now = now
        try await store.write {
            try $0.run(
                """
                INSERT INTO enrolling_list (practice_id, id, definition, version, read_at, read_by, rows_read, eligible)
                VALUES (\(subject.practice), \(id), 'x', 'x', \(now), \(id), 0, 0)
                """)
        }
        return id.description
    }

    /// The number of the kit that this patient has at home.
    private func kit(of subject: Subject) async throws -> String {
        let loans = try await store.read { try Devices.loans(of: subject.id, in: subject.practice, $0) }
        return loans.first?.kit.number.description ?? "-"
    }

    private func recall(of subject: Subject) async throws -> String {
        try await first("SELECT id FROM devices_recall WHERE practice_id = \(subject.practice)")
    }

    private func helper(of subject: Subject) async throws -> String {
        let (id, now): (ID<Audit.Proxy>, Instant) = (clock.occasion.newID(), now)
        try await store.write {
            try Helping.add(
                .init(givenName: "H", familyName: "H", bornOn: Day(number: 0), categories: [.goals], months: 1),
                as: id, for: subject.id, in: subject.practice, from: now, until: now + .days(1), $0)
        }
        return id.description
    }

    /// The task of this patient, as it stands in this world.
    private func task(of subject: Subject) async throws -> String {
        try await store.write { try self.makeTask(of: subject, $0) }.description
    }

    private func registration(of subject: Subject) async throws -> String {
        try await store.write { try self.register(subject, $0) }.description
    }

    /// A summary that stands in the record, so that nothing about it waits.
    private func summary(of subject: Subject) async throws -> String {
        let id: ID<Form> = clock.occasion.newID()
        let (now, practice, patient) = (now, subject.practice, subject.id)
        try await store.write { db in
            try db.run("DELETE FROM exchange_record WHERE practice_id = \(practice) AND patient_id = \(patient)")
            try db.run("DELETE FROM exchange_summary WHERE practice_id = \(practice) AND patient_id = \(patient)")
            try db.run(
                """
                INSERT INTO exchange_summary (practice_id, patient_id, kind, starts_on, ends_on, version, id, series,
                    state, first_average, received, on_first_days, irregular, used, needed, days, way, rule_version,
                    remark, made_at, approved_at, approved_by, placed_at, placed_by)
                VALUES (\(practice), \(patient), 'weight', '2026-07-01', '2026-09-30', 1, \(id), \(id), 'placed', 80000,
                    1, 0, 0, 1, 0, 1, 'loose', '1', 'none', \(now), \(now), \(id), \(now), \(id))
                """)
            try db.run(
                """
                INSERT INTO exchange_record (practice_id, id, patient_id, ready_at, body, placed_at)
                VALUES (\(practice), \(id), \(patient), \(now), '{}', \(now))
                """)
        }
        return id.description
    }

    /// One that waits; an erasure that was granted and not carried out yet.
    private func request(_ kind: Rights.Kind, of subject: Subject) async throws -> String {
        let (id, occasion): (ID<Rights.RequestMark>, Occasion) = (clock.occasion.newID(), clock.occasion)
        try await store.write { db in
            try db.run(
                "DELETE FROM rights_request WHERE practice_id = \(subject.practice) AND patient_id = \(subject.id)")
            _ = try Rights.ask(
                Rights.Asking(kind, subject.mark, as: id), of: subject.id, in: subject.practice, at: occasion, db)
            guard kind == .erasure else { return }
            _ = try Rights.answer(
                Rights.Reply(.granted, because: "-"), to: id, of: subject.id, in: subject.practice,
                by: ID(high: 3, low: 700), at: occasion.now, db)
        }
        return id.description
    }

    private func sharing(of subject: Subject) async throws -> String {
        let (id, now): (ID<Audit.Passage.Basis>, Instant) = (clock.occasion.newID(), now)
        try await store.write {
            try Helping.share(
                as: id, of: subject.id, in: subject.practice, with: ID(high: 9, low: 9), from: now,
                until: now + .days(1), $0)
        }
        return id.description
    }
}
