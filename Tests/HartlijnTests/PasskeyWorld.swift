import Clinical
import Credentials
import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import TestAuthenticators
import Testing

/// What the site asks of a device.
struct Question: Decodable, Sendable {
    struct Named: Decodable { let id: String }

    let challenge: String
    let user: Named?
    let rp: Named?
    let rpId: String?
    let allowCredentials: [Named]?
    let excludeCredentials: [Named]?
}

/// A telephone with one passkey in it.
struct Phone: Sendable {
    var id = (0..<16).map { UInt8($0 + 100) }
    var owner: [UInt8] = []
    var counter: UInt32 = 1

    /// As it stands in an address.
    var number: String { SHA256.hash(data: id).prefix(8).map { String(format: "%02x", $0) }.joined() }
}

extension Authenticator {
    /// As the fields of a form that `passkey.js` sends.
    func madeFields() throws -> [String: String] {
        ["client": Base64URL.text(clientData), "attestation": Base64URL.text(try attestation)]
    }

    func answerFields() throws -> [String: String] {
        var fields = [
            "id": Base64URL.text(id), "client": Base64URL.text(clientData),
            "data": Base64URL.text(authenticatorData), "signature": Base64URL.text(try signature),
        ]
        fields["owner"] = owner.map { Base64URL.text($0) }
        return fields
    }
}

extension Visit {
    /// What a script of a page asks; with the token of that page.
    func question(at path: String) async throws -> Question {
        let answer = try await press("\(path)/challenge")
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "application/json")
        return try JSONDecoder().decode(Question.self, from: Data(answer.text.utf8))
    }

    /// A device that answers this question, when somebody makes a passkey.
    func making(_ phone: Phone, _ question: Question) throws -> Authenticator {
        var device = try Authenticator()
        (device.id, device.counter, device.challenge) = (phone.id, phone.counter, question.challenge)
        return device
    }

    /// A device that answers this question, when somebody signs in.
    func signingIn(_ phone: Phone, _ question: Question) throws -> Authenticator {
        var device = try Authenticator.signingIn()
        (device.id, device.challenge, device.owner) = (phone.id, question.challenge, phone.owner)
        device.counter = phone.counter + 1
        return device
    }

    /// Signs in with a password and makes a passkey.
    func makesPasskey(_ name: String, _ phone: Phone = Phone()) async throws -> Phone {
        try await signIn(name)
        return try await addsPasskey(phone)
    }

    func addsPasskey(_ phone: Phone) async throws -> Phone {
        try await open("/account")
        let question = try await question(at: "/account/passkeys")
        var phone = phone
        phone.owner = try #require(question.user.flatMap { Base64URL.bytes($0.id) })
        let answer = try await sends(try making(phone, question).madeFields(), to: "/account/passkeys")
        #expect(answer.status == .seeOther)
        return phone
    }

    /// What the browser then posts; it keeps the new cookies.
    @discardableResult
    func sends(_ fields: [String: String], to path: String) async throws -> TestResponse {
        let answer = try await press(path, fields.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "&"))
        keepsCookies(of: answer)
        return answer
    }

    func leaves() async throws {
        try await open("/account")
        keepsCookies(of: try await press("/sign-out"))
    }

    /// At the door, with nothing typed.
    @discardableResult
    func entersWithPasskey(_ phone: inout Phone) async throws -> TestResponse {
        let device = try signingIn(phone, try await question(at: "/passkey"))
        phone.counter = device.counter
        return try await sends(try device.answerFields(), to: "/passkey")
    }
}

/// One thing that is not as it should be in what a device, or whoever says to be one, sends.
struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout Authenticator) -> Void
    var fields: @Sendable (inout [String: String]) -> Void = { _ in }

    init(_ name: String, _ change: @escaping @Sendable (inout Authenticator) -> Void) {
        testDescription = name
        self.change = change
    }

    init(sending name: String, _ fields: @escaping @Sendable (inout [String: String]) -> Void) {
        testDescription = name
        change = { _ in }
        self.fields = fields
    }

    /// What is as wrong when a passkey is made as when somebody signs in.
    static let always: [Hostile] = [
        Hostile("another site") { $0.origin = "https://elsewhere.example" },
        Hostile("without TLS") { $0.origin = "http://hartlijn.example" },
        Hostile("another port") { $0.origin = "https://hartlijn.example:8443" },
        Hostile("a name below ours") { $0.origin = "https://a.hartlijn.example" },
        Hostile("inside a page of another site") { $0.more = #","crossOrigin":true"# },
        Hostile("below a page of another site") { $0.more = #","topOrigin":"https://elsewhere.example""# },
        Hostile("bound to a connection") { $0.more = #","tokenBinding":{"status":"present","id":"x"}"# },
        Hostile("a challenge of their own") { $0.challenge = Base64URL.text([UInt8](repeating: 9, count: 32)) },
        Hostile("a short challenge") { $0.challenge = Base64URL.text([UInt8](repeating: 9, count: 31)) },
        Hostile("no challenge") { $0.challenge = "" },
        Hostile("bound to another site") { $0.siteID = "elsewhere.example" },
        Hostile("nobody there") { $0.flags &= ~0x01 },
        Hostile("a person who was not verified") { $0.flags &= ~0x04 },
        Hostile("a copy that cannot be") { $0.flags = $0.flags & ~0x08 | 0x10 },
        Hostile("bytes behind what the device says") { $0.dataBehind = [0] },
        Hostile("client data that is no JSON") { $0.clientDataText = "challenge" },
        Hostile("client data of 9 KiB") { $0.more = #","a":"\#(String(repeating: "a", count: 9000))""# },
        Hostile(sending: "nothing") { $0 = [:] },
        Hostile(sending: "client data that is no base64url") { $0["client"] = "a+b/" },
    ]

    static let made: [Hostile] =
        always + [
            Hostile("an answer for who signs in") { $0.ceremony = "webauthn.get" },
            Hostile("no passkey in it") { $0.flags = 0x05 },
            Hostile("a key of another kind") { $0.keyMembers[3] = Encoded.number(-257) },
            Hostile("a key that is on no curve") { $0.keyMembers[9] = Encoded.bytes([UInt8](repeating: 1, count: 32)) },
            Hostile("told by its maker") { $0.format = Encoded.text("fido-u2f") },
            Hostile("a signature of its own that is not right") {
                $0.selfSigned = true
                $0.signsWithOther = true
            },
            Hostile(sending: "no attestation") { $0["attestation"] = nil },
        ]

    static let answered: [Hostile] =
        always + [
            Hostile("an answer for who makes one") { $0.ceremony = "webauthn.create" },
            Hostile("a passkey that we do not know") { $0.id[0] = 0 },
            Hostile("signed with another key") { $0.signsWithOther = true },
            Hostile("a signature of something else") { $0.signedClientData = [1, 2, 3] },
            Hostile("the same count once more") { $0.counter = 1 },
            Hostile("a count that goes back") { $0.counter = 0 },
            Hostile("a passkey that may be copied all at once") { $0.flags |= 0x08 },
            Hostile("a new passkey in it") { $0.flags = 0x45 },
            Hostile("of another person") { $0.owner = [1, 2, 3] },
            Hostile(sending: "an owner that cannot be read") { $0["owner"] = "***" },
            Hostile(sending: "no signature") { $0["signature"] = nil },
            Hostile(sending: "half a signature") { $0["signature"] = $0["signature"].map { String($0.prefix(40)) } },
            Hostile(sending: "no number") { $0["id"] = nil },
        ]
}
