/// Why a passkey, or an answer with one, is not accepted.
///
/// For the log and for tests; people hear only that it did not work.
package enum PasskeyFailure: Error, Hashable, Sendable {
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case clientData, attestation, authenticatorData, signature
    }

    case tooLong(Part)

    case challengeLength, ownerLength

    case clientData(JSONFailure)
    case wrongCeremony, challengeUnreadable, wrongChallenge, wrongOrigin, insideAnotherSite, tokenBinding

    case cbor(CBORFailure)
    case attestationMembers, attestationFormat, attestationNotEmpty, attestationOfMaker

    case authenticatorDataEndsTooEarly, authenticatorDataBytesLeft
    case credentialIDLength, extensionsNotAMap
    case wrongSite, nobodyPresent, personNotVerified
    case noCredential, credentialNotAsked
    case backedUpWithoutEligible, backupChanged

    case keyNotAMap, keyType, keyAlgorithm, keyCurve, keyCoordinates, keyMembers, keyNotOnCurve

    case otherCredential, otherOwner
    case signatureUnreadable, wrongSignature
    case counterNotForward(stored: UInt32, told: UInt32)
}
