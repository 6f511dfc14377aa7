import Crypto

/// The six digits that an authenticator app shows, new every half minute.
///
/// The same secret stands in the app and with the account; the time makes the digits.
///
/// - Source: RFC 6238, with SHA-1, 6 digits and 30 seconds, which is what every app reads
package enum TOTP {
    /// How long one code stands in the app.
    ///
    /// - Units: ms
    package static let period: Int64 = 30_000
    package static let digits = 6

    /// What app and account share.
    ///
    /// - Shape: 20 bytes, as long as the hash (RFC 4226, section 4, R6)
    package struct Secret: Hashable, Sendable, CustomStringConvertible {
        package static let length = 20

        package let bytes: [UInt8]

        /// - Throws: ``TOTPFailure/secretLength``
        package init(_ bytes: [UInt8]) throws(TOTPFailure) {
            guard bytes.count == Secret.length else { throw .secretLength }
            self.bytes = bytes
        }

        /// - Throws: ``TOTPFailure/notBase32``, ``TOTPFailure/secretLength``
        package init(text: String) throws(TOTPFailure) {
            guard let bytes = Base32.bytes(text) else { throw .notBase32 }
            try self.init(bytes)
        }

        /// As somebody types it over who cannot scan the picture.
        package var text: String { Base32.text(bytes) }

        /// A log says that there was a secret, and no more.
        package var description: String { "TOTP.Secret" }
    }

    /// Which half minute this is, counted from 1970.
    ///
    /// - Units: `now` in ms since 1970, UTC
    package static func step(at now: Int64) -> Int64 { now / period }

    package static func code(of secret: Secret, in step: Int64) -> String {
        let hash = HMAC<Insecure.SHA1>.authenticationCode(
            for: bigEndian(step), using: SymmetricKey(data: secret.bytes))
        let number = String(truncated(Array(hash)) % 1_000_000)
        return String(repeating: "0", count: digits - number.utf8.count) + number
    }

    /// Whether these digits are right now, for a clock that is at most one step off.
    ///
    /// A step counts once: who reads along over a shoulder is too late.
    ///
    /// - Units: `now` in ms since 1970, UTC
    /// - Source: RFC 6238, section 5.2 (one step of delay, a code is accepted once)
    /// - Returns: the step to keep as the last one used; `nil` when the code is not right
    package static func check(
        _ code: String, of secret: Secret, at now: Int64, after lastUsedStep: Int64?
    ) -> Int64? {
        let typed = Array(code.utf8)
        guard now >= 0, isCode(typed) else { return nil }
        let current = step(at: now)
        let right = (max(0, current - 1)...current + 1).filter {
            areSame(typed, Array(TOTP.code(of: secret, in: $0).utf8))
        }
        guard let step = right.last, step > lastUsedStep ?? -1 else { return nil }
        return step
    }

    private static func isCode(_ typed: [UInt8]) -> Bool {
        typed.count == digits && typed.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func bigEndian(_ step: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
    }

    /// - Source: RFC 4226, section 5.3
    private static func truncated(_ hash: [UInt8]) -> UInt32 {
        let offset = Int((hash.last ?? 0) & 15)
        return hash.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    }
}

/// Why a secret or its address cannot be made.
package enum TOTPFailure: Error, Hashable, Sendable {
    case secretLength, notBase32
    case nameEmpty, nameHasColon
}
