extension Passkey {
    /// What the browser answers when somebody signs in with a passkey.
    package struct Answer: Hashable, Sendable {
        package let id: [UInt8]
        package let clientData: [UInt8]
        package let authenticatorData: [UInt8]
        package let signature: [UInt8]
        /// Whose passkey the device says this is; a device that was told which passkey to use may leave it out.
        package let owner: [UInt8]?

        package init(
            id: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8], owner: [UInt8]? = nil
        ) {
            self.id = id
            self.clientData = clientData
            self.authenticatorData = authenticatorData
            self.signature = signature
            self.owner = owner
        }
    }

    /// Accepts an answer as given by this passkey.
    ///
    /// The credential comes from the store, found by the id in the answer.
    ///
    /// - Source: WebAuthn level 2, section 7.2; backup flags of level 3, section 7.2
    /// - Returns: the credential as the store keeps it from now on, with its new counter
    /// - Throws: ``PasskeyFailure/counterNotForward(stored:told:)`` when all is right but the counter: then there may
    ///   be a copy of the passkey, and somebody has to be told
    package static func assert(
        _ answer: Answer, for challenge: Challenge, by credential: Credential, at site: Site
    ) throws(PasskeyFailure) -> Credential {
        guard areSame(answer.id, credential.id) else { throw .otherCredential }
        if let owner = answer.owner, !areSame(owner, credential.owner.bytes) { throw .otherOwner }
        try ClientData(answer.clientData).verify(.signingIn, challenge, at: site)
        let told = try AuthenticatorData(answer.authenticatorData)
        try told.verify(at: site)
        guard told.credential == nil else { throw .credentialNotAsked }
        let backup = try told.backup()
        guard isEligible(backup) == isEligible(credential.backup) else { throw .backupChanged }
        try Signature.verify(
            answer.signature, of: answer.authenticatorData, answer.clientData, by: credential.publicKey)
        try verifyForward(told.counter, from: credential.counter)
        return Credential(
            id: credential.id, owner: credential.owner, publicKey: credential.publicKey, counter: told.counter,
            backup: backup)
    }

    /// A passkey that does not count stays at zero for good.
    private static func verifyForward(_ told: UInt32, from stored: UInt32) throws(PasskeyFailure) {
        guard told > stored || (told == 0 && stored == 0) else {
            throw .counterNotForward(stored: stored, told: told)
        }
    }

    private static func isEligible(_ backup: Backup) -> Bool {
        switch backup {
        case .boundToDevice: false
        case .possible, .done: true
        }
    }
}
