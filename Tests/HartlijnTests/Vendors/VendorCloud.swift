import Clinical
import Credentials
import Crypto
import Foundation
import HTTPTypes
import Identity
import Synchronization
import Testing
import Vendors

/// The cloud of a maker of meters in the memory of a test: it behaves as the public description of Withings says, and
/// otherwise when it is told to.
final class VendorCloud: Sendable {
    static let client = "client-of-the-test"
    static let secret = "secret-of-the-test"
    static let home = "https://wbs.example"
    static let consent = "https://consent.example/authorize2"
    static let account = account(at: home)

    static func account(at home: String, secret: String = secret) -> Withings.Account {
        Withings.Account(
            client: client, secret: .init(Array(secret.utf8)), cloud: .init(consent: consent, service: home))
    }

    typealias Twist = @Sendable (Outgoing.Answer) throws -> Outgoing.Answer

    /// It did what was asked, and nobody hears that it did.
    static let lost: Twist = { _ in throw OutgoingFailure.unreachable }
    static let slow: Twist = { _ in throw OutgoingFailure.tooSlow }
    static func says(_ text: String, http: Int = 200) -> Twist { { _ in json(text, http: http) } }

    private struct Group {
        let number: Int
        let json: String
        let modified: Instant
    }

    private struct State {
        var nonces: Set<String> = []
        var codes: [String: (person: String, until: Instant)] = [:]
        var access: [String: (person: String, until: Instant, replaces: String?)] = [:]
        var refresh: [String: (person: String, until: Instant)] = [:]
        var news: [String: [Int: String]] = [:]
        var groups: [String: [Group]] = [:]
        var days: [String: String] = [:]
        var twists: [String: [Twist]] = [:]
        var asked: [String: Int] = [:]
        var inThisMinute = 0
        var minute = Int64(0)
        var made = 0
        var given: [String] = []
        var lastupdates: [Int] = []
        var clockAhead = Duration.zero
        var pageSize = 100
        var most = 120
    }

    private let now: @Sendable () -> Instant
    private let state = Mutex(State())

    init(now: @escaping @Sendable () -> Instant) { self.now = now }

    var line: Outgoing { Outgoing { [self] in try answer(to: $0) } }

    /// The next answers to an action are others than they would be.
    func next(_ action: String, _ twists: Twist...) { state.withLock { $0.twists[action, default: []] += twists } }
    func timesAsked(_ action: String) -> Int { state.withLock { $0.asked[action, default: 0] } }
    var lastupdates: [Int] { state.withLock { $0.lastupdates } }
    /// Every token that it ever gave.
    var given: [String] { state.withLock { $0.given } }
    func gives(pagesOf count: Int) { state.withLock { $0.pageSize = count } }
    func allows(_ count: Int) { state.withLock { $0.most = count } }
    /// Its clock is another one than ours.
    func isAhead(_ duration: Duration) { state.withLock { $0.clockAhead = duration } }
    func news(of person: String) -> [Int: String] { state.withLock { $0.news[person, default: [:]] } }

    /// Somebody steps on a scale or puts on a cuff.
    func measures(_ person: String, _ number: Int, _ measures: String, attrib: Int = 0, at taken: Instant? = nil) {
        let at = (taken ?? now()).milliseconds / 1000
        let json = """
            {"grpid":\(number),"attrib":\(attrib),"date":\(at),"category":1,"deviceid":"x","measures":[\(measures)]}
            """
        state.withLock {
            $0.groups[person, default: []].append(Group(number: number, json: json, modified: now() + $0.clockAhead))
        }
    }

    func presses(_ person: String, _ number: Int, _ systolic: Int, _ diastolic: Int, pulse: Int = 64) {
        measures(
            person, number,
            """
            {"value":\(diastolic),"type":9,"unit":0},{"value":\(systolic),"type":10,"unit":0},
            {"value":\(pulse),"type":11,"unit":0}
            """)
    }

    func walks(_ person: String, _ days: [(Day, Int)]) {
        let json = days.map { "{\"date\":\"\($0.0)\",\"steps\":\($0.1)}" }.joined(separator: ",")
        state.withLock { $0.days[person] = json }
    }

    /// They withdraw what they allowed, or are not there any more.
    func forgets(_ person: String) {
        state.withLock { state in
            state.access = state.access.filter { $0.value.person != person }
            state.refresh = state.refresh.filter { $0.value.person != person }
            state.news[person] = nil
        }
    }

    func knows(_ person: String) -> Bool {
        state.withLock { state in state.refresh.contains { $0.value.person == person } }
    }

    /// Somebody says yes on the page of the maker.
    ///
    /// - Returns: the path of ours to which they are sent back
    func yes(_ person: String, at address: String) throws -> String {
        let asked = Self.parameters(of: String(try #require(address.split(separator: "?").last)))
        try #require(address.hasPrefix("\(Self.consent)?") && asked["client_id"] == Self.client)
        try #require(asked["response_type"] == "code" && asked["scope"] == "user.metrics,user.activity")
        let back = try #require(asked["redirect_uri"])
        try #require(back == "https://hartlijn.example/withings/answer")
        let code = state.withLock { state in
            state.made += 1
            let code = "code-0000\(state.made)"
            state.codes[code] = (person, now() + .seconds(30))
            return code
        }
        return "/withings/answer?code=\(code)&state=\(try #require(asked["state"]))"
    }

    static func parameters(of text: String) -> [String: String] {
        var components = URLComponents()
        components.percentEncodedQuery = text
        return Dictionary((components.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { first, _ in first }
    }

    static func json(_ text: String, http: Int = 200) -> Outgoing.Answer {
        Outgoing.Answer(status: http, kind: "application/json", body: Array(text.utf8))
    }
}

extension VendorCloud {
    func answer(to question: Outgoing.Question) throws -> Outgoing.Answer {
        guard question.address.hasPrefix(Self.home + "/") else { throw OutgoingFailure.unreachable }
        return try answer(
            at: String(question.address.dropFirst(Self.home.count)), Self.parameters(of: question.body ?? ""),
            bearer: question.headers["Authorization"]?.split(separator: " ").last.map(String.init) ?? "",
            longest: question.longest)
    }

    func answer(
        at path: String, _ asked: [String: String], bearer: String, longest: Int
    ) throws -> Outgoing.Answer {
        let action = asked["action"] ?? ""
        let (text, twist) = state.withLock { state -> (String, Twist?) in
            state.asked[action, default: 0] += 1
            let minute = now().milliseconds / 60_000
            if state.minute != minute { (state.minute, state.inThisMinute) = (minute, 0) }
            state.inThisMinute += 1
            let text =
                state.inThisMinute > state.most
                ? Self.status(601) : answer(path, action, asked, bearer: bearer, &state)
            let twist = state.twists[action]?.isEmpty == false ? state.twists[action]?.removeFirst() : nil
            return (text, twist)
        }
        let told = try twist?(Self.json(text)) ?? Self.json(text)
        guard told.body.count <= longest else { throw OutgoingFailure.tooLong }
        return told
    }

    private static func status(_ status: Int) -> String { "{\"status\":\(status),\"body\":{},\"error\":\"no\"}" }
    private static func ok(_ body: String) -> String { "{\"status\":0,\"body\":{\(body)}}" }

    private func answer(
        _ path: String, _ action: String, _ asked: [String: String], bearer: String, _ state: inout State
    ) -> String {
        switch (path, action) {
        case ("/v2/signature", "getnonce"):
            guard isSigned(asked, ["action", "client_id", "timestamp"]) else { return Self.status(100) }
            state.made += 1
            state.nonces.insert("nonce-000\(state.made)")
            return Self.ok("\"nonce\":\"nonce-000\(state.made)\"")
        case ("/v2/oauth2", "requesttoken"), ("/v2/oauth2", "revoke"):
            guard let nonce = asked["nonce"], state.nonces.remove(nonce) != nil,
                isSigned(asked, ["action", "client_id", "nonce"])
            else { return Self.status(100) }
            return action == "revoke" ? revoke(asked, &state) : tokens(asked, &state)
        case ("/notify", "subscribe"), ("/measure", "getmeas"), ("/v2/measure", "getactivity"):
            guard let person = person(bearer, &state) else { return Self.status(401) }
            return own(action, asked, person, &state)
        default: return Self.status(2554)
        }
    }

    /// Reckoned here once more, and not by the code that is tested.
    private func isSigned(_ asked: [String: String], _ names: [String]) -> Bool {
        let text = names.map { asked[$0] ?? "" }.joined(separator: ",")
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(text.utf8), using: SymmetricKey(data: Data(Self.secret.utf8)))
        return asked["client_id"] == Self.client
            && asked["signature"] == code.map { String(format: "%02x", $0) }.joined()
    }

    private func tokens(_ asked: [String: String], _ state: inout State) -> String {
        switch asked["grant_type"] {
        case "authorization_code":
            guard let code = asked["code"].flatMap({ state.codes.removeValue(forKey: $0) }), now() <= code.until else {
                return Self.status(503)
            }
            return pair(of: code.person, instead: nil, &state)
        case "refresh_token":
            guard let old = asked["refresh_token"], let kept = state.refresh[old], now() < kept.until else {
                return Self.status(503)
            }
            // It goes on for eight hours, or until the new access token is used.
            state.refresh[old] = (kept.person, min(kept.until, now() + .hours(8)))
            return pair(of: kept.person, instead: old, &state)
        default: return Self.status(503)
        }
    }

    private func pair(of person: String, instead old: String?, _ state: inout State) -> String {
        state.made += 1
        let (access, refresh) = ("access-000\(state.made)", "refresh-000\(state.made)")
        state.access[access] = (person, now() + .hours(3), old)
        state.refresh[refresh] = (person, now() + .days(365))
        state.given += [access, refresh]
        return Self.ok(
            """
            "userid":"\(person)","access_token":"\(access)","refresh_token":"\(refresh)","expires_in":10800,
            "scope":"user.metrics,user.activity","csrf_token":"x","token_type":"Bearer"
            """)
    }

    private func revoke(_ asked: [String: String], _ state: inout State) -> String {
        guard let person = asked["userid"], state.refresh.contains(where: { $0.value.person == person }) else {
            return Self.status(247)
        }
        state.access = state.access.filter { $0.value.person != person }
        state.refresh = state.refresh.filter { $0.value.person != person }
        state.news[person] = nil
        return Self.ok("")
    }

    private func person(_ bearer: String, _ state: inout State) -> String? {
        guard let token = state.access[bearer], now() < token.until else { return nil }
        if let old = token.replaces { state.refresh[old] = nil }
        return token.person
    }

    private func own(
        _ action: String, _ asked: [String: String], _ person: String, _ state: inout State
    ) -> String {
        let offset = asked["offset"].flatMap(Int.init) ?? 0
        switch action {
        case "subscribe":
            guard let address = asked["callbackurl"], address.hasPrefix("https://hartlijn.example/"),
                let news = asked["appli"].flatMap(Int.init)
            else { return Self.status(293) }
            state.news[person, default: [:]][news] = address
            return Self.ok("")
        case "getmeas":
            let since = asked["lastupdate"].flatMap(Int64.init) ?? 0
            state.lastupdates.append(Int(since))
            let groups = state.groups[person, default: []].filter { $0.modified.milliseconds / 1000 >= since }
            let page = groups.dropFirst(offset).prefix(state.pageSize)
            let more =
                offset + page.count < groups.count ? ",\"more\":1,\"offset\":\(offset + page.count)" : ""
            let updated = (now() + state.clockAhead).milliseconds / 1000
            return Self.ok(
                """
                "updatetime":\(updated),"timezone":"Europe/Amsterdam",
                "measuregrps":[\(page.map(\.json).joined(separator: ","))]\(more)
                """)
        default: return Self.ok("\"activities\":[\(state.days[person] ?? "")],\"more\":false,\"offset\":0")
        }
    }
}
