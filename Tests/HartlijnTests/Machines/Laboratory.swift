import Clinical
import Credentials
import Federation
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import TestIssuers
import Testing
import Web

@testable import Hartlijn
@testable import Identity

/// A machine of a laboratory, in an open site where it is registered for one practice.
struct Laboratory: Sendable {
    static let name = "hartlijn.example"
    static let own = "https://\(name)"
    static let id = ID<Identity.Client>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_000A)
    static let other = ID<Identity.Client>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_000B)

    let clinic: Clinic
    let client: any TestClientProtocol

    static func play(_ look: @escaping @Sendable (Laboratory) async throws -> Void) async throws {
        let clinic = try await Clinic()
        let keys = keySet([
            try Signer.p384.jwk(["kid": .text("m1")]), try Signer.rsa384.jwk(["kid": .text("m2")]),
            try Signer.p256.jwk(["kid": .text("m3")]),
        ])
        try await clinic.store.write { db in
            for (id, practice) in [(id, clinic.practice), (other, clinic.elsewhere)] {
                try Identity.add(
                    Identity.ClientRow(
                        id: id, organisation: practice, name: "Laboratorium",
                        jwks: String(decoding: keys, as: UTF8.self),
                        scopes: try SystemScope.list("system/Observation.rs system/Patient.r")), at: clinic.now, db)
            }
        }
        let site = Site(
            store: clinic.store, clock: clinic.clock, cookies: SessionCookie(.tls),
            host: try #require(SiteHost(named: name)), door: .light)
        try await Application(router: site.router()).test(.router) { client in
            try await look(Laboratory(clinic: clinic, client: client))
        }
    }

    /// What it signs, of which every part can be made to lie.
    func paper(_ number: String = "a-1") -> Paper {
        let expiry = clinic.now.milliseconds / 1000 + 240
        return Paper(
            header: ["alg": .text("ES384"), "kid": .text("m1"), "typ": .text("JWT")],
            claims: [
                "iss": .text(Self.id.description), "sub": .text(Self.id.description),
                "aud": .text("\(Self.own)/oauth/token"), "jti": .text(number), "exp": .number("\(expiry)"),
            ], signer: .p384)
    }

    /// What it sends, of which every part can be made to lie.
    struct Sent: Sendable {
        var form: [String: String]
        var more = ""
        var path = "/oauth/token"
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

        var body: String {
            let pairs = form.sorted { $0.key < $1.key }.map { name, value in
                let escaped = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                return "\(name)=\(escaped)"
            }
            return pairs.joined(separator: "&") + more
        }
    }

    func sent(_ paper: Paper, scope: String = "system/Observation.rs") throws -> Sent {
        Sent(form: [
            "grant_type": "client_credentials", "scope": scope,
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": try paper.text(),
        ])
    }

    func ask(_ sent: Sent) async throws -> TestResponse {
        try await client.execute(
            uri: sent.path, method: .post, headers: sent.headers, body: ByteBuffer(string: sent.body))
    }

    @discardableResult
    func ask(_ paper: Paper, scope: String = "system/Observation.rs") async throws -> TestResponse {
        try await ask(try sent(paper, scope: scope))
    }

    /// The machine behind a token, as the rest of the house will ask.
    func machine(_ token: String) async throws -> Identity.Machine? {
        try await clinic.store.ask { [now = clinic.now] in try Identity.machine(token: token, at: now, $0) }
    }

    var tokens: Int { get async throws { try await clinic.count("SELECT count(*) FROM identity_token") } }
    var refusals: Int {
        get async throws {
            try await clinic.count("SELECT count(*) FROM audit_line WHERE action = 'refused' AND object = 'token'")
        }
    }
}

extension TestResponse {
    func member(_ name: String) throws -> JSONValue? {
        guard case .object(let members) = try JSONReader.only(Array(text.utf8)) else { return nil }
        return members[name]
    }

    func textMember(_ name: String) throws -> String? {
        guard case .text(let text) = try member(name) else { return nil }
        return text
    }
}
