/// What stands in the picture that an authenticator app scans.
///
/// - Shape: `otpauth://totp/Hartlijn:fatma?secret=…&issuer=Hartlijn&algorithm=SHA1&digits=6&period=30`
/// - Source: Key Uri Format of the Google Authenticator wiki; the label may not hold a colon of its own
package struct TOTPAddress: Hashable, Sendable {
    package let text: String

    /// - Throws: ``TOTPFailure/nameEmpty``, ``TOTPFailure/nameHasColon``
    package init(_ secret: TOTP.Secret, of account: String, from issuer: String) throws(TOTPFailure) {
        let account = try TOTPAddress.encoded(account)
        let issuer = try TOTPAddress.encoded(issuer)
        text = """
            otpauth://totp/\(issuer):\(account)?secret=\(secret.text)&issuer=\(issuer)\
            &algorithm=SHA1&digits=\(TOTP.digits)&period=\(TOTP.period / 1000)
            """
    }

    private static func encoded(_ name: String) throws(TOTPFailure) -> String {
        guard !name.isEmpty else { throw .nameEmpty }
        guard !name.utf8.contains(UInt8(ascii: ":")) else { throw .nameHasColon }
        return name.utf8.map { isPlain($0) ? String(UnicodeScalar($0)) : percent($0) }.joined()
    }

    /// - Source: RFC 3986, section 2.3
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }
}
