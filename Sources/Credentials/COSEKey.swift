import Crypto

/// The public half of a passkey, as the authenticator hands it over.
///
/// - Shape: EC2 on P-256 for ES256, both coordinates in full, and no other members
/// - Source: RFC 9053, sections 2.1 and 7.1.1; WebAuthn level 2, section 6.5.1.1
struct COSEKey: Sendable {
    let x963: [UInt8]

    private static let coordinateLength = 32

    init(_ value: CBOR) throws(PasskeyFailure) {
        guard let members = value.map else { throw .keyNotAMap }
        guard members[.number(1)] == .number(2) else { throw .keyType }
        guard members[.number(3)] == .number(Passkey.es256) else { throw .keyAlgorithm }
        guard members[.number(-1)] == .number(1) else { throw .keyCurve }
        guard let x = members[.number(-2)]?.bytes, let y = members[.number(-3)]?.bytes else { throw .keyCoordinates }
        guard x.count == COSEKey.coordinateLength, y.count == COSEKey.coordinateLength else { throw .keyCoordinates }
        guard members.count == 5 else { throw .keyMembers }
        x963 = [4] + x + y
        _ = try COSEKey.publicKey(x963)
    }

    /// - Throws: ``PasskeyFailure/keyNotOnCurve``
    static func publicKey(_ x963: [UInt8]) throws(PasskeyFailure) -> P256.Signing.PublicKey {
        do { return try P256.Signing.PublicKey(x963Representation: x963) } catch { throw .keyNotOnCurve }
    }
}
