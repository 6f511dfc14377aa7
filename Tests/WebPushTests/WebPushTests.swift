import Credentials
import Crypto
import Testing

@testable import WebPush

/// The examples of the RFCs themselves, and what is refused.
@Suite struct WebPushTests {
    /// RFC 8291, section 5 and appendix A.
    private enum Example {
        static let text = "When I grow up, I want to be a watermelon"
        static let browserKey =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        static let secret = "BTBZMqHH6r4Tts7J_aSIgg"
        static let ourKey = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
        static let salt = "DGv6ra1nlYgDCS1FRnbzlw"
        static let body = """
            DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_\
            yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN
            """
        static let address = "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"
    }

    private static let hosts = PushHosts(["push.example.net"])

    private static func subscription() throws -> PushSubscription {
        try PushSubscription(Example.address, publicKey: Example.browserKey, secret: Example.secret, among: hosts)
    }

    @Test func `the example of RFC 8291 comes out, byte for byte`() throws {
        let message = try PushMessage(
            Array(Example.text.utf8), to: Self.subscription(),
            with: P256.KeyAgreement.PrivateKey(rawRepresentation: try #require(Base64URL.bytes(Example.ourKey))),
            salt: try #require(Base64URL.bytes(Example.salt)))
        #expect(Base64URL.text(message.body) == Example.body)
    }

    /// RFC 8292, section 2.4: a signature is another one every time, so theirs is checked with the key beside it, and
    /// ours is made the same way.
    @Test func `the letter of RFC 8292 and ours are signed alike`() throws {
        let theirs = (
            letter: "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1M"
                + "jM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0",
            signature: "i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA",
            key: "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"
        )
        #expect(try Self.isSigned(theirs.letter, theirs.signature, theirs.key))
        #expect(try !Self.isSigned(theirs.letter + "A", theirs.signature, theirs.key))

        let authorization = try PushKey().authorization(
            to: "https://push.example.net", contact: "mailto:push@example.com", at: 1_453_523_768 - 12 * 3600)
        let found = try #require(authorization.wholeMatch(of: #/vapid t=([^.]+\.[^.]+)\.([^,]+), k=(.+)/#))
        #expect(String(found.1) == theirs.letter, "the same claims, written the same way")
        #expect(try Self.isSigned(String(found.1), String(found.2), String(found.3)))
    }

    private static func isSigned(_ letter: String, _ signature: String, _ key: String) throws -> Bool {
        let key = try P256.Signing.PublicKey(x963Representation: try #require(Base64URL.bytes(key)))
        let signature = try P256.Signing.ECDSASignature(rawRepresentation: try #require(Base64URL.bytes(signature)))
        return key.isValidSignature(signature, for: Array(letter.utf8))
    }

    @Test func `without a contact the letter has none`() throws {
        let authorization = try PushKey().authorization(to: "https://a.example", contact: nil, at: 0)
        let claims = try #require(authorization.split(separator: ".").dropFirst().first)
        let text = String(decoding: try #require(Base64URL.bytes(String(claims))), as: UTF8.self)
        #expect(text == #"{"aud":"https://a.example","exp":43200}"#)
    }

    @Test func `a key that is kept is the same key`() throws {
        let key = PushKey()
        #expect(try PushKey(key.bytes).publicKey == key.publicKey)
        #expect(throws: PushFailure.key) { try PushKey([1, 2, 3]) }
        #expect(throws: PushFailure.key) { try PushKey(Array(repeating: 0, count: 32)) }
    }

    @Test func `a subscription is read back as it was kept`() throws {
        let one = try Self.subscription()
        #expect(try PushSubscription(text: one.text, among: Self.hosts) == one)
        #expect(throws: PushFailure.address) { try PushSubscription(text: "a b", among: Self.hosts) }
    }

    @Test(arguments: [
        "http://push.example.net/a", "https://push.example.net", "https://push.example.net.evil.example/a",
        "https://evil.example/push.example.net/a", "https://push.example.net:8443/a", "https://a@push.example.net/a",
        "https://127.0.0.1/a", "https://10.0.0.1/a", "https://[::1]/a", "https://localhost/a", "http://127.0.0.1:80/a",
        "https://PUSH.example.net/a", "https:/push.example.net/a", "file:///etc/passwd", "", "https://",
        "https://push.example.net/\u{E9}", "https://push.example.net/a b", "https://push.example.net\\@evil.example/a",
        "https://evil.example\\.notify.windows.com/a", "https://evil.example#.notify.windows.com/a",
        "https://evil.example?.notify.windows.com/a", "https://a@b.notify.windows.com/a",
    ])
    func `an address of another house is not called`(_ address: String) {
        let hosts = PushHosts.browsers.and(["push.example.net"])
        #expect(hosts.origin(of: address) == nil)
        #expect(throws: PushFailure.address) {
            try PushSubscription(address, publicKey: Example.browserKey, secret: Example.secret, among: hosts)
        }
    }

    @Test(arguments: [
        ("https://fcm.googleapis.com/fcm/send/abc", "https://fcm.googleapis.com"),
        ("https://updates.push.services.mozilla.com/wpush/v2/a", "https://updates.push.services.mozilla.com"),
        ("https://web.push.apple.com/QA", "https://web.push.apple.com"),
        ("https://db5p.notify.windows.com/w/?token=a", "https://db5p.notify.windows.com"),
    ])
    func `the push services of the browsers are called`(_ address: String, _ origin: String) {
        #expect(PushHosts.browsers.origin(of: address) == origin)
        #expect(PushHosts.browsers.origin(of: address + String(repeating: "a", count: 1000)) == nil, "too long")
    }

    @Test func `a test may call the machine itself, and no other`() {
        let hosts = PushHosts([], loopback: .alsoWithoutTLS)
        #expect(hosts.origin(of: "http://127.0.0.1:4000/a") == "http://127.0.0.1:4000")
        #expect(hosts.origin(of: "http://127.0.0.1:4000@evil.example/a") == nil)
        #expect(hosts.origin(of: "http://10.0.0.1:4000/a") == nil)
        #expect(PushHosts.browsers.origin(of: "http://127.0.0.1:4000/a") == nil)
    }

    @Test func `keys that are none are refused`() {
        func read(_ key: String, _ secret: String) throws {
            _ = try PushSubscription(Example.address, publicKey: key, secret: secret, among: Self.hosts)
        }
        let off = Base64URL.text([4] + Array(repeating: 7, count: 64))
        #expect(throws: PushFailure.key) { try read(off, Example.secret) }
        #expect(throws: PushFailure.key) { try read("", Example.secret) }
        #expect(throws: PushFailure.secret) { try read(Example.browserKey, "AAAA") }
        #expect(throws: PushFailure.secret) { try read(Example.browserKey, "not base64url!") }
    }

    @Test func `a text that does not fit is refused`() throws {
        #expect(throws: PushFailure.tooLong) {
            try PushMessage(
                Array(repeating: 65, count: 3901), to: Self.subscription(), with: P256.KeyAgreement.PrivateKey(),
                salt: Array(repeating: 1, count: 16))
        }
    }
}
