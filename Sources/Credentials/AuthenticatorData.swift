/// What the authenticator itself says, and signs: for which site, how it knew the person, how often it was used.
///
/// - Shape: 32 bytes of hash, 1 of flags, 4 of counter; then a new credential and extensions where the flags say so
/// - Source: WebAuthn level 2, section 6.1; backup flags of level 3, section 6.1.3
struct AuthenticatorData: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8

        static let present = Flags(rawValue: 1 << 0)
        static let verified = Flags(rawValue: 1 << 2)
        static let backupEligible = Flags(rawValue: 1 << 3)
        static let backedUp = Flags(rawValue: 1 << 4)
        static let credential = Flags(rawValue: 1 << 6)
        static let extensions = Flags(rawValue: 1 << 7)
    }

    struct NewCredential: Sendable {
        let id: [UInt8]
        let key: COSEKey
    }

    let siteHash: [UInt8]
    let flags: Flags
    let counter: UInt32
    let credential: NewCredential?

    init(_ bytes: [UInt8]) throws(PasskeyFailure) {
        guard bytes.count <= CBORReader.longest else { throw .tooLong(.authenticatorData) }
        var rest = bytes[...]
        siteHash = try AuthenticatorData.take(32, of: &rest)
        flags = Flags(rawValue: UInt8(truncatingIfNeeded: try AuthenticatorData.number(1, of: &rest)))
        counter = UInt32(truncatingIfNeeded: try AuthenticatorData.number(4, of: &rest))
        credential = flags.contains(.credential) ? try AuthenticatorData.credential(&rest) : nil
        if flags.contains(.extensions) { try AuthenticatorData.skipExtensions(&rest) }
        guard rest.isEmpty else { throw .authenticatorDataBytesLeft }
    }

    private static func credential(_ rest: inout ArraySlice<UInt8>) throws(PasskeyFailure) -> NewCredential {
        try skipModel(&rest)
        let length = Int(truncatingIfNeeded: try number(2, of: &rest))
        guard Passkey.idLengths.contains(length) else { throw .credentialIDLength }
        let id = try take(length, of: &rest)
        return NewCredential(id: id, key: try COSEKey(try value(&rest)))
    }

    /// Which kind of device it is; we do not ask, and do not keep it.
    private static func skipModel(_ rest: inout ArraySlice<UInt8>) throws(PasskeyFailure) {
        _ = try take(16, of: &rest)
    }

    /// Extensions that nobody asked for may be there; nothing depends on them.
    private static func skipExtensions(_ rest: inout ArraySlice<UInt8>) throws(PasskeyFailure) {
        guard try value(&rest).map != nil else { throw .extensionsNotAMap }
    }

    private static func value(_ rest: inout ArraySlice<UInt8>) throws(PasskeyFailure) -> CBOR {
        do throws(CBORFailure) {
            var reader = try CBORReader(rest)
            let value = try reader.value()
            rest = reader.rest
            return value
        } catch { throw .cbor(error) }
    }

    private static func take(_ count: Int, of rest: inout ArraySlice<UInt8>) throws(PasskeyFailure) -> [UInt8] {
        guard rest.count >= count else { throw .authenticatorDataEndsTooEarly }
        let taken = rest.prefix(count)
        rest = rest.dropFirst(count)
        return Array(taken)
    }

    /// A number of at most four bytes, the largest part first.
    private static func number(_ count: Int, of rest: inout ArraySlice<UInt8>) throws(PasskeyFailure) -> UInt64 {
        try take(count, of: &rest).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
