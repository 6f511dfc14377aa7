import Clinical
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Logging
import Measurements
import Outbox
import Storage
import Synchronization
import TestStores
import Testing
import Vault
import WebPush

@testable import Hartlijn

/// A practice with one patient and one POH, a second practice beside it, and a clock that a test moves.
final class Clinic: Sendable {
    private let home: TestStore
    var store: Store { home.store }
    var isPostgres: Bool { if case .postgres = store.address { true } else { false } }
    let practice = ID<Practice>(high: 1, low: 1)
    let elsewhere = ID<Practice>(high: 1, low: 2)
    let fatma = ID<Patient>(high: 2, low: 1)
    let jan = ID<Patient>(high: 2, low: 2)
    let marieke = ID<Worker>(high: 3, low: 1)
    let gp = ID<Worker>(high: 3, low: 2)

    private let time: Mutex<Instant>
    private let chance = Mutex<UInt64>(7)

    init(at start: String = "2026-11-25T07:50") async throws {
        var text = Substring(start)
        time = Mutex(try #require(WallClock(readingFrom: &text)).inAmsterdam.instant)
        home = try await TestStore(Schema.migrations, keys: Safe.test?.keys)
        try await settle()
    }

    var now: Instant { time.withLock { $0 } }
    func wait(_ duration: Duration) { time.withLock { $0 = $0 + duration } }

    var clock: Clock {
        Clock(
            now: { self.now },
            chance: {
                self.chance.withLock {
                    $0 &+= 0x9E37_79B9_7F4A_7C15; return $0
                }
            })
    }

    static let password = "een-lange-zin-voor-de-proef"

    private func settle() async throws {
        let now = now
        let (practice, elsewhere, fatma, jan) = (practice, elsewhere, fatma, jan)
        let (marieke, gp) = (marieke, gp)
        try await store.write { db in
            for (id, name) in [(practice, "De Linde"), (elsewhere, "De Beuk")] {
                try Identity.add(.init(id: id, name: name, phone: "0413 - 00 00 00", replyDays: 2), db)
            }
            try Identity.add(Self.patient(fatma, "Fatma", "Yıldız"), to: practice, at: now, db)
            try Identity.add(Self.patient(jan, "Jan", "de Wit"), to: elsewhere, at: now, db)
            try Identity.add(
                .init(id: marieke, givenName: "Marieke", familyName: "Kok", role: .poh), to: practice, at: now, db)
            try Identity.add(.init(id: gp, givenName: "Ada", familyName: "Bos", role: .gp), to: practice, at: now, db)
            try Measurements.agree(
                on: Measurements.Plan(startedOn: Moment.amsterdam(now).day), with: fatma, in: practice, db)
            try Measurements.agree(
                on: Measurements.Plan(startedOn: Moment.amsterdam(now).day), with: jan, in: elsewhere, db)
        }
        let signIn = SignIn(store: store, cost: HashCost(rounds: 1 << 4))
        try await signIn.setPassword(
            Self.password, for: "fatma", of: .patient(fatma), role: .patient, in: practice, at: now)
        try await signIn.setPassword(
            Self.password, for: "jan", of: .patient(jan), role: .patient, in: elsewhere, at: now)
        try await signIn.setPassword(
            Self.password, for: "marieke", of: .worker(marieke), role: .poh, in: practice, at: now)
        try await signIn.setPassword(Self.password, for: "ada", of: .worker(gp), role: .gp, in: practice, at: now)
    }

    private static func patient(_ id: ID<Patient>, _ given: String, _ family: String) -> Identity.PatientCard {
        Identity.PatientCard(
            id: id, givenName: given, familyName: family, bornOn: Day(number: -3215), sex: .female,
            programmes: "hypertensie", phone: "06 - 00 00 00 00")
    }

    /// Opens the whole site without a socket.
    func visit(
        safe: Safe? = .test, at host: SiteHost? = SiteHost(named: "hartlijn.example"), offer: Outbox.Offer = .test,
        door: Site.Door = .light, over channel: SessionCookie.Channel = .loopback, log: Logger? = nil,
        _ look: @escaping @Sendable (Visit) async throws -> Void
    ) async throws {
        let site = Site(
            store: store, clock: clock, cookies: SessionCookie(channel), host: host ?? .unknown,
            logsRequests: log != nil, safe: safe, offer: offer, door: door)
        let app = Application(router: site.router(), logger: log ?? Logger(label: "clinic"))
        try await app.test(.router) { client in try await look(Visit(client: client, clinic: self)) }
    }

    /// One more patient of the practice.
    func newPatient(_ given: String, _ family: String) async throws -> ID<Patient> {
        let (id, practice, now): (ID<Patient>, ID<Practice>, Instant) = (clock.occasion.newID(), practice, now)
        try await store.write { db in
            try Identity.add(Self.patient(id, given, family), to: practice, at: now, db)
            try Measurements.agree(
                on: Measurements.Plan(startedOn: Moment.amsterdam(now).day), with: id, in: practice, db)
        }
        return id
    }

    /// A care group around both practices, with its officer and administrator, and a hospital with a specialist.
    ///
    /// - Returns: the hospital
    func careGroup() async throws -> ID<Practice> {
        let (group, hospital) = (ID<Practice>(high: 1, low: 3), ID<Practice>(high: 1, low: 4))
        let now = now
        let people: [(String, Identity.Role, ID<Practice>)] = [
            ("ilse", .specialist, hospital), ("paula", .officer, group), ("otto", .administrator, group),
        ]
        try await store.write { db in
            try db.run("UPDATE identity_practice SET care_group_id = \(group)")
            try Identity.add(
                .init(id: group, kind: .careGroup, name: "Groep", phone: "0413 - 00 00 00", replyDays: 2), db)
            try Identity.add(
                .init(
                    id: hospital, kind: .hospital, name: "Het Anker", phone: "0413 - 00 00 00", replyDays: 2,
                    careGroup: group), db)
            for (place, (name, role, organisation)) in people.enumerated() {
                try Identity.add(
                    .init(id: ID(high: 3, low: UInt64(50 + place)), givenName: name, familyName: "X", role: role),
                    to: organisation, at: now, db)
            }
        }
        for (place, (name, role, organisation)) in people.enumerated() {
            try await SignIn(store: store, cost: HashCost(rounds: 1 << 4)).setPassword(
                Self.password, for: name, of: .worker(ID(high: 3, low: UInt64(50 + place))), role: role,
                in: organisation, at: now)
        }
        return hospital
    }

    func worker(_ signIn: String) async throws -> ID<Worker> {
        let found = try await store.ask {
            try $0.row("SELECT person_id FROM identity_account WHERE sign_in = \(signIn)") {
                try $0.id(0, of: Worker.self)
            }
        }
        return try #require(found)
    }

    /// As if everybody who is signed in had shown the digits of their app.
    func everybodyProvesTwice() async throws {
        try await store.write {
            try $0.run(
                """
                UPDATE identity_session SET proof = 'password and app'
                WHERE sign_in IN (SELECT sign_in FROM identity_account WHERE role <> 'patient')
                """)
        }
    }

    /// How many lines the access log holds about this patient.
    func lines(about patient: ID<Patient>) async throws -> Int {
        let count = try await store.read {
            try $0.row("SELECT count(*) FROM audit_line WHERE patient_id = \(patient)") { try $0.int(0) }
        }
        return try #require(count)
    }

    func count(_ sql: SQL) async throws -> Int {
        try #require(try await store.read { try $0.row(sql) { try $0.int(0) } })
    }
}

/// One browser: it keeps its cookie and the token of the last page.
final class Visit: Sendable {
    private let client: any TestClientProtocol
    private let clinic: Clinic
    var fatma: ID<Patient> { clinic.fatma }
    private let cookie = Mutex<String?>(nil)
    private let token = Mutex<String>("")
    private let number = Mutex<String?>(nil)

    init(client: any TestClientProtocol, clinic: Clinic) {
        self.client = client
        self.clinic = clinic
    }

    /// Whether the second step is taken as well.
    enum Proving { case twice, not }

    var cookies: String? { cookie.withLock { $0 } }
    func take(_ cookies: String?) { cookie.withLock { $0 = cookies } }

    @discardableResult
    func signIn(
        _ name: String, password: String = Clinic.password, proving: Proving = .twice
    ) async throws -> HTTPResponse.Status {
        let answer = try await send(.post, "/sign-in", "name=\(name)&password=\(password)")
        keepsCookies(of: answer)
        if proving == .twice { try await clinic.everybodyProvesTwice() }
        return answer.status
    }

    /// As a browser does: a new value takes the place of the old one.
    func keepsCookies(of answer: TestResponse) {
        let set = answer.headers[values: .setCookie].map { $0.prefix { $0 != ";" } }
        func name(_ pair: Substring) -> Substring { pair.prefix { $0 != "=" } }
        cookie.withLock { kept in
            let old = (kept ?? "").split(separator: "; ").filter { pair in !set.contains { name($0) == name(pair) } }
            kept = (old + set).joined(separator: "; ")
        }
    }

    /// The token of the session, as the browser holds it.
    var sessionCookie: String? {
        cookie.withLock { $0 }?.split(separator: "; ").first { $0.hasPrefix("hartlijn=") }.map(String.init)
    }

    /// Another browser has come at a cookie.
    func opens(_ path: String, with stolen: String) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: [.cookie: stolen])
    }

    /// Another browser, in which nobody was before.
    func forgets() { cookie.withLock { $0 = nil } }

    @discardableResult
    func open(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        let answer = try await send(.get, path, nil, headers: headers)
        let html = String(buffer: answer.body)
        if let start = html.range(of: "name=\"form\" value=\"") {
            token.withLock { $0 = String(html[start.upperBound...].prefix { $0 != "\"" }) }
        }
        let numbered = html.range(of: "name=\"number\" value=\"")
        number.withLock { $0 = numbered.map { String(html[$0.upperBound...].prefix { $0 != "\"" }) } }
        return answer
    }

    /// The address at which an open worklist asks whether it has changed.
    func news() async throws -> String {
        let html = String(buffer: try await open("/worklist").body)
        let start = try #require(html.range(of: "data-news=\""))
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    /// What stands in the form of the last page.
    var secretOfForm: String { token.withLock { $0 } }
    var numberOfForm: String? { number.withLock { $0 } }

    /// What a page asks without anybody touching it.
    func asksByItself(_ path: String) async throws -> TestResponse {
        try await open(path, headers: [try #require(HTTPField.Name("Asked-By")): "page"])
    }

    func sees(_ words: String, at path: String) async throws {
        let html = String(buffer: try await open(path).body)
        #expect(html.contains(words), "\(path) does not say: \(words)")
    }

    func doesNotSee(_ words: String, at path: String) async throws {
        let html = String(buffer: try await open(path).body)
        #expect(!html.contains(words), "\(path) says: \(words)")
    }

    /// Sends a form with the token and the number of the last page.
    @discardableResult
    func press(_ path: String, _ fields: String = "") async throws -> TestResponse {
        var form = "form=\(token.withLock { $0 })"
        if !fields.isEmpty { form += "&\(fields)" }
        if let number = number.withLock({ $0 }), !fields.contains("number=") { form += "&number=\(number)" }
        let answer = try await send(.post, path, form)
        keepsCookies(of: answer)
        return answer
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ form: String?, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        if let cookie = cookie.withLock({ $0 }) { headers[.cookie] = cookie }
        if form != nil, headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        return try await client.execute(
            uri: path, method: method, headers: headers, body: form.map { ByteBuffer(string: $0) })
    }

    func send(_ body: Data, to path: String, type: String) async throws -> TestResponse {
        var headers = HTTPFields([HTTPField(name: .contentType, value: type)])
        if let cookie = cookie.withLock({ $0 }) { headers[.cookie] = cookie }
        return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: body))
    }

    /// The number of a new form for a reading.
    func formNumber() async throws -> String {
        try await open("/measure/numbers")
        return try #require(number.withLock { $0 })
    }

    /// The number of the first line on the list.
    func firstLine() async throws -> String {
        let html = try await open("/worklist").text
        let start = try #require(html.range(of: "data-item=\""))
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    @discardableResult
    func measures(_ systolic: Int, _ diastolic: Int, pulse: String = "64", more: String = "") async throws
        -> TestResponse
    {
        let number = try await formNumber()
        return try await press(
            "/measure/numbers", "number=\(number)&systolic=\(systolic)&diastolic=\(diastolic)&pulse=\(pulse)\(more)")
    }
}

extension Outbox.Offer {
    /// Every way to reach somebody, browsers by a push service of this machine.
    static let test = Outbox.Offer(
        channels: [.mail, .phone],
        push: .init(publicKey: "BA", hosts: PushHosts(["push.example"], loopback: .alsoWithoutTLS)))
}

extension Site.Door {
    /// Hashes that cost nothing: what they cost is measured elsewhere.
    static let light = Site.Door(cost: HashCost(rounds: 1 << 4))
}

extension Safe {
    /// Keys that nobody uses but a test.
    static var test: Safe? {
        var chance = Counting()
        // Keys of this chance are never weak.
        return (try? MasterKeys.new(using: &chance)).map(Safe.init)
    }

    private struct Counting: RandomNumberGenerator {
        var state: UInt64 = 41
        mutating func next() -> UInt64 {
            state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9 &+ 0x9E37_79B9_7F4A_7C15
            return state ^ (state >> 31)
        }
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
