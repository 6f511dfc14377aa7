import Credentials
import Testing

@Suite struct TOTPTests {
    private let secret: TOTP.Secret

    /// The secret of the RFC.
    init() throws { secret = try TOTP.Secret(Array("12345678901234567890".utf8)) }

    /// - Source: RFC 6238, appendix B, SHA-1; the last six of its eight digits
    static let vectors: [(seconds: Int64, code: String)] = [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ]

    @Test(arguments: vectors) func `the codes are those of the RFC`(_ vector: (seconds: Int64, code: String)) throws {
        let now = vector.seconds * 1000
        #expect(TOTP.code(of: secret, in: TOTP.step(at: now)) == vector.code)
        #expect(TOTP.check(vector.code, of: secret, at: now, after: nil) == vector.seconds / 30)
    }

    @Test func `the secret survives being typed over`() throws {
        #expect(secret.text == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(try TOTP.Secret(text: "gezd gnbv gy3t qojq GEZD GNBV GY3T QOJQ") == secret)
    }

    @Test func `a secret does not come along in a line of text`() {
        #expect("\(secret) \(String(reflecting: [secret]))" == "TOTP.Secret [TOTP.Secret]")
    }

    @Test(arguments: [0, 1, 10, 19, 21, 32]) func `a secret of another length is refused`(_ length: Int) {
        #expect(throws: TOTPFailure.secretLength) { try TOTP.Secret([UInt8](repeating: 1, count: length)) }
    }

    @Test func `a secret that is not base32 is refused`() {
        #expect(throws: TOTPFailure.notBase32) { try TOTP.Secret(text: "0189") }
        #expect(throws: TOTPFailure.secretLength) { try TOTP.Secret(text: "MZXW6YTB") }
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func `a clock may be one step off`(_ off: Int64, _ isRight: Bool) throws {
        let code = TOTP.code(of: secret, in: 1000 + off)
        #expect((TOTP.check(code, of: secret, at: 1000 * TOTP.period, after: nil) != nil) == isRight)
    }

    @Test func `the window moves at the half minute, not before`() throws {
        let code = TOTP.code(of: secret, in: 1000)
        #expect(TOTP.check(code, of: secret, at: 1002 * TOTP.period - 1, after: nil) == 1000)
        #expect(TOTP.check(code, of: secret, at: 1002 * TOTP.period, after: nil) == nil)
        #expect(TOTP.check(code, of: secret, at: 999 * TOTP.period, after: nil) == 1000)
        #expect(TOTP.check(code, of: secret, at: 999 * TOTP.period - 1, after: nil) == nil)
    }

    @Test(arguments: [(998, true), (999, true), (1000, false), (1001, false), (Int64.max, false)])
    func `a step counts once`(_ lastUsed: Int64, _ isRight: Bool) throws {
        let code = TOTP.code(of: secret, in: 1000)
        #expect((TOTP.check(code, of: secret, at: 1000 * TOTP.period, after: lastUsed) != nil) == isRight)
    }

    /// 287082 is right at 59 seconds; none of these is.
    @Test(arguments: [
        "", "2", "28708", "2870820", "287083", "187082", "94287082", " 287082", "287082 ", "287 082", "28708２",
        "２８７０８２", "٢٨٧٠٨٢", "+287082", "-87082", "28708a", "0x2870", "287082\n", "287082\u{0}", "28708\u{301}2",
        "2.8708", "1e5", "𝟐𝟖𝟕𝟎𝟖𝟐",
    ])
    func `a code that is written otherwise is refused`(_ typed: String) throws {
        #expect(TOTP.check(typed, of: secret, at: 59_000, after: nil) == nil)
    }

    @Test func `the code of somebody else is refused`() throws {
        let other = try TOTP.Secret([UInt8](repeating: 9, count: 20))
        #expect(TOTP.check(TOTP.code(of: other, in: 1), of: secret, at: 59_000, after: nil) == nil)
    }

    @Test(arguments: [Int64.min, -1, 0, 29_999, Int64.max]) func `no time ends the process`(_ now: Int64) throws {
        let code = TOTP.code(of: secret, in: TOTP.step(at: now))
        #expect((TOTP.check(code, of: secret, at: now, after: nil) != nil) == (now >= 0))
    }

    @Test func `the picture holds what an app needs`() throws {
        let address = try TOTPAddress(secret, of: "fatma@praktijk de Linde", from: "Hartlijn één")
        #expect(
            address.text == "otpauth://totp/Hartlijn%20%C3%A9%C3%A9n:fatma%40praktijk%20de%20Linde"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hartlijn%20%C3%A9%C3%A9n"
                + "&algorithm=SHA1&digits=6&period=30")
    }

    @Test func `a name cannot add to the picture`() throws {
        let address = try TOTPAddress(secret, of: "jan&secret=AAAA?#%/\n\u{7}", from: "Hartlijn")
        #expect(address.text.contains("jan%26secret%3DAAAA%3F%23%25%2F%0A%07?secret=GEZD"))
        #expect(throws: TOTPFailure.nameHasColon) { try TOTPAddress(secret, of: "jan:piet", from: "Hartlijn") }
        #expect(throws: TOTPFailure.nameEmpty) { try TOTPAddress(secret, of: "jan", from: "") }
    }
}

@Suite struct Base32Tests {
    /// - Source: RFC 4648, section 10, without the padding
    static let vectors = [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ]

    @Test(arguments: vectors) func `the letters are those of the RFC`(_ plain: String, _ text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
        #expect(Base32.bytes(text) == Array(plain.utf8))
        #expect(Base32.bytes(" " + text.lowercased() + " ") == Array(plain.utf8))
    }

    @Test(arguments: ["M", "MZX", "MZXW6Y", "MZ", "MZXR", "MY======", "M1", "M0", "M8", "MÝ", "MY-", "MY\n"])
    func `what is not base32 is refused`(_ text: String) {
        #expect(Base32.bytes(text) == nil)
    }
}
