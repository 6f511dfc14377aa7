extension Passkey {
    /// How long the browser waits for the person.
    ///
    /// - Units: ms
    /// - Source: WebAuthn level 2, section 5.1.3: five minutes where the person must be verified
    package static let patience = 300_000

    /// Who a passkey is made for, as the device shows it in its list.
    package struct Account: Hashable, Sendable {
        package let owner: Owner
        /// What the person recognises the account by, such as the sign-in name.
        package let name: String
        package let displayName: String

        package init(of owner: Owner, name: String, displayName: String) {
            self.owner = owner
            self.name = name
            self.displayName = displayName
        }
    }

    /// What a page hands to `navigator.credentials.create`.
    ///
    /// - Shape: `PublicKeyCredentialCreationOptionsJSON` of WebAuthn level 3, section 5.1.8: bytes as base64url
    package struct MakingOptions: Hashable, Sendable {
        package let site: Site
        package let account: Account
        package let challenge: Challenge
        /// The passkeys this person has already; a device does not make a second one beside them.
        package let excluded: [[UInt8]]

        package init(site: Site, account: Account, challenge: Challenge, excluded: [[UInt8]]) {
            self.site = site
            self.account = account
            self.challenge = challenge
            self.excluded = excluded
        }

        package var json: String {
            JSONValue.object([
                "rp": .object(["id": .text(site.id), "name": .text(site.name)]),
                "user": .object([
                    "id": .text(Base64URL.text(account.owner.bytes)), "name": .text(account.name),
                    "displayName": .text(account.displayName),
                ]),
                "challenge": .text(Base64URL.text(challenge.bytes)),
                "pubKeyCredParams": .list([
                    .object(["type": .text("public-key"), "alg": .number(Int(Passkey.es256))])
                ]),
                "timeout": .number(Passkey.patience),
                "excludeCredentials": described(excluded),
                "authenticatorSelection": .object([
                    "residentKey": .text("preferred"), "requireResidentKey": .truth(false),
                    "userVerification": .text("required"),
                ]),
                "attestation": .text("none"),
            ]).json
        }
    }

    /// What a page hands to `navigator.credentials.get`.
    ///
    /// - Shape: `PublicKeyCredentialRequestOptionsJSON` of WebAuthn level 3, section 5.1.9: bytes as base64url
    package struct SigningInOptions: Hashable, Sendable {
        package let site: Site
        package let challenge: Challenge
        /// The passkeys of the person; none when the device may offer what it has.
        package let allowed: [[UInt8]]

        package init(site: Site, challenge: Challenge, allowed: [[UInt8]]) {
            self.site = site
            self.challenge = challenge
            self.allowed = allowed
        }

        package var json: String {
            JSONValue.object([
                "rpId": .text(site.id),
                "challenge": .text(Base64URL.text(challenge.bytes)),
                "timeout": .number(Passkey.patience),
                "allowCredentials": described(allowed),
                "userVerification": .text("required"),
            ]).json
        }
    }

    private static func described(_ ids: [[UInt8]]) -> JSONValue {
        .list(ids.map { .object(["type": .text("public-key"), "id": .text(Base64URL.text($0))]) })
    }
}
