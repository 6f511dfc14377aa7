import Clinical
import Credentials
import Crypto
import Federation
import Foundation
import HTTPTypes
import Identity
import Synchronization
import TestIssuers
import Testing

/// Another house in the memory of a test: it knows people, gives codes and tokens, and lies when it is told to.
final class OtherHouse: Sendable {
    static let low = "http://eidas.europa.eu/LoA/low"
    static let substantial = "http://eidas.europa.eu/LoA/substantial"
    static let high = "http://eidas.europa.eu/LoA/high"
    static let client = "hartlijn"
    static let secret = "een-lang-geheim/+:"

    typealias Twist = @Sendable (Outgoing.Answer) throws -> Outgoing.Answer

    static let slow: Twist = { _ in throw OutgoingFailure.tooSlow }
    static let away: Twist = { _ in throw OutgoingFailure.unreachable }

    /// What it does otherwise than it should.
    struct Lies: Sendable {
        var discovery: Twist = { $0 }
        var keys: Twist = { $0 }
        var tokens: Twist = { $0 }
        var paper: @Sendable (inout Paper) throws -> Void = { _ in }
    }

    private struct Grant {
        let subject: String
        let asked: [String: String]
    }

    private struct State {
        var lies = Lies()
        var grants: [String: Grant] = [:]
        var signers = [Signer.p256]
        var asked: [String: Int] = [:]
        var shown: [String] = []
    }

    let issuer: String
    private let now: @Sendable () -> Instant
    private let state = Mutex(State())

    init(_ issuer: String, now: @escaping @Sendable () -> Instant) {
        self.issuer = issuer
        self.now = now
    }

    func lies(_ change: (inout Lies) -> Void) { state.withLock { change(&$0.lies) } }
    /// From now on it signs with the last of these keys.
    func has(keys signers: [Signer]) { state.withLock { $0.signers = signers } }
    func timesAsked(_ path: String) -> Int { state.withLock { $0.asked[path, default: 0] } }
    /// Every ID token and access token that it gave.
    var secretsShown: [String] { state.withLock { $0.shown } }

    /// How our site reaches these houses, and nobody else.
    static func line(to houses: [OtherHouse]) -> Outgoing {
        Outgoing { question in
            guard let house = houses.first(where: { question.address.hasPrefix($0.issuer + "/") }) else {
                throw OutgoingFailure.unreachable
            }
            return try house.answer(to: question)
        }
    }

    /// Somebody shows there who they are.
    ///
    /// - Returns: the path of ours to which they are sent back
    func shows(_ subject: String, at address: String) throws -> String {
        let asked = try Self.parameters(of: #require(address.split(separator: "?").last.map(String.init)))
        try #require(address.hasPrefix("\(issuer)/authorize?"))
        let back = try #require(asked["redirect_uri"].flatMap { URLComponents(string: $0)?.path })
        let code = state.withLock { state in
            let code = "code-\(state.grants.count + 1)-\(state.asked.values.reduce(0, +))"
            state.grants[code] = Grant(subject: subject, asked: asked)
            return code
        }
        let issuer = try #require(issuer.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        return "\(back)?code=\(code)&state=\(try #require(asked["state"]))&iss=\(issuer)"
    }

    /// What it says of somebody who left.
    func farewell(_ change: (inout Paper) throws -> Void = { _ in }) throws -> String {
        let seconds = now().milliseconds / 1000
        var paper = Paper(
            header: ["alg": .text("ES256"), "kid": .text("k1"), "typ": .text("logout+jwt")],
            claims: [
                "iss": .text(issuer), "aud": .text(Self.client), "iat": number(seconds), "exp": number(seconds + 120),
                "jti": .text("l-1"),
                "events": .object(["http://schemas.openid.net/event/backchannel-logout": .object([:])]),
            ], signer: .p256)
        try change(&paper)
        return try paper.text()
    }

    static func json(_ value: JSONValue, status: Int = 200) -> Outgoing.Answer {
        Outgoing.Answer(status: status, kind: "application/json; charset=utf-8", body: Array(value.json.utf8))
    }

    static func parameters(of text: String) throws -> [String: String] {
        var parts = URLComponents()
        parts.percentEncodedQuery = text.replacing("+", with: "%20")
        return Dictionary(try #require(parts.queryItems).map { ($0.name, $0.value ?? "") }) { first, _ in first }
    }

    private func answer(to question: Outgoing.Question) throws -> Outgoing.Answer {
        let path = String(question.address.dropFirst(issuer.count))
        let lies = state.withLock { state in
            state.asked[path, default: 0] += 1
            return state.lies
        }
        switch path {
        case "/.well-known/openid-configuration": return try lies.discovery(Self.json(discovery))
        case "/keys": return try lies.keys(Self.json(try keys))
        case "/token": return try lies.tokens(try tokens(question))
        default: return Self.json(.object([:]), status: 404)
        }
    }

    private var discovery: JSONValue {
        .object([
            "issuer": .text(issuer), "authorization_endpoint": .text("\(issuer)/authorize"),
            "token_endpoint": .text("\(issuer)/token"), "jwks_uri": .text("\(issuer)/keys"),
            "response_types_supported": .list([.text("code")]),
            "code_challenge_methods_supported": .list([.text("S256")]),
            "token_endpoint_auth_methods_supported": .list([.text("client_secret_basic"), .text("private_key_jwt")]),
            "id_token_signing_alg_values_supported": .list([.text("ES256")]),
            "authorization_response_iss_parameter_supported": .truth(true),
        ])
    }

    private var keys: JSONValue {
        get throws {
            let signers = state.withLock { $0.signers }
            let keys = try signers.enumerated().map { place, signer in
                JSONValue.object(try signer.jwk(["kid": .text("k\(place + 1)"), "use": .text("sig")]))
            }
            return .object(["keys": .list(keys)])
        }
    }

    /// Only for the code, once, from us, and with the word whose hash came with the question.
    private func tokens(_ question: Outgoing.Question) throws -> Outgoing.Answer {
        let form = try Self.parameters(of: try #require(question.body))
        let code = form["code"] ?? ""
        let grant = state.withLock { $0.grants.removeValue(forKey: code) }
        let challenge = Base64URL.text(Array(SHA256.hash(data: Array((form["code_verifier"] ?? "").utf8))))
        guard let grant, grant.asked["code_challenge"] == challenge,
            grant.asked["redirect_uri"] == form["redirect_uri"], isUs(question, form)
        else { return Self.json(.object(["error": .text("invalid_grant")]), status: 400) }
        let seconds = now().milliseconds / 1000
        let (lies, signers) = state.withLock { ($0.lies, $0.signers) }
        var paper = Paper(
            header: ["alg": .text("ES256"), "kid": .text("k\(signers.count)"), "typ": .text("JWT")],
            claims: [
                "iss": .text(issuer), "sub": .text(grant.subject), "aud": .text(Self.client),
                "nonce": .text(grant.asked["nonce"] ?? ""), "iat": number(seconds), "exp": number(seconds + 300),
                "auth_time": number(seconds - 20), "acr": .text(Self.substantial), "sid": .text("s-1"),
            ], signer: try #require(signers.last))
        try lies.paper(&paper)
        let token = try paper.text()
        state.withLock { $0.shown += [token, "access-\(code)"] }
        return Self.json(
            .object([
                "access_token": .text("access-\(code)"), "token_type": .text("Bearer"), "id_token": .text(token),
            ]))
    }

    private func isUs(_ question: Outgoing.Question, _ form: [String: String]) -> Bool {
        if let assertion = form["client_assertion"] {
            let parts = assertion.split(separator: ".")
            guard parts.count == 3, let signature = Base64URL.bytes(String(parts[2])),
                let claims = Base64URL.bytes(String(parts[1])).map({ String(decoding: $0, as: UTF8.self) })
            else { return false }
            let signed = Array("\(parts[0]).\(parts[1])".utf8)
            return claims.contains(#""iss":"\#(Self.client)""#) && claims.contains(issuer)
                && ClinicKey.isValid(signature, of: signed)
        }
        let basic = Data("hartlijn:een-lang-geheim%2F%2B%3A".utf8).base64EncodedString()
        return question.headers["Authorization"] == "Basic \(basic)"
    }
}

/// The key with which our site signs in these tests.
enum ClinicKey {
    private static let key = try? P256.Signing.PrivateKey(rawRepresentation: (3...34).map { UInt8($0) })  // fixed

    static func pem() throws -> String { try #require(key).pemRepresentation }

    static func isValid(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        do {
            let read = try P256.Signing.ECDSASignature(rawRepresentation: signature)
            return key?.publicKey.isValidSignature(read, for: bytes) == true
        } catch { return false }
    }
}

/// Files with secrets, for as long as a test takes.
final class SecretFolder: Sendable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("secrets-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)  // a folder left behind harms nobody
    }

    @discardableResult
    func keep(_ text: String, as name: String, mode: Int = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }
}
