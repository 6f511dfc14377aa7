import Credentials

/// The address to which somebody is sent to show who they are.
///
/// - Source: OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636, section 4.3
package struct AuthorizationRequest: Hashable, Sendable, CustomStringConvertible {
    /// What the provider has to ask the person, also somebody who is signed in there already.
    ///
    /// - Source: OpenID Connect Core 1.0, section 3.1.2.1
    package enum Prompt: String, Hashable, Sendable, CaseIterable {
        case none, login, consent
        case selectAccount = "select_account"
    }

    /// What is asked this once, beside what the provider's row says.
    package struct Wishes: Hashable, Sendable {
        package let assurance: Assurance
        package let maximumAge: Duration
        package let prompt: Prompt?
        /// - Shape: BCP 47, the dearest first
        package let languages: [String]

        package init(_ assurance: Assurance, maximumAge: Duration, prompt: Prompt? = nil, languages: [String] = ["nl"])
        {
            self.assurance = assurance
            self.maximumAge = maximumAge
            self.prompt = prompt
            self.languages = languages
        }

        /// What the row says, and nothing more.
        package init(of provider: Provider) {
            self.init(provider.demands.assurance, maximumAge: provider.demands.maximumAge)
        }
    }

    package let address: String
    package let pending: PendingSignIn

    package init(
        to provider: Provider, at discovery: Discovery, asking wishes: Wishes, with chance: SignInChance,
        at now: NumericDate
    ) {
        let pending = PendingSignIn(
            outOf: chance, askedAt: provider.issuer, minimum: wishes.assurance.minimum, maximumAge: wishes.maximumAge,
            madeAt: now)
        self.pending = pending
        address = discovery.authorizationEndpoint.adding(
            [
                ("response_type", "code"), ("client_id", provider.relyingParty.id),
                ("redirect_uri", provider.relyingParty.redirectURI),
                ("scope", provider.relyingParty.scopes.joined(separator: " ")),
                ("state", Base64URL.text(chance.state)), ("nonce", pending.nonce),
                ("code_challenge", PendingSignIn.challenge(of: pending.verifier)), ("code_challenge_method", "S256"),
                ("acr_values", wishes.assurance.enough.joined(separator: " ")),
                ("max_age", String(wishes.maximumAge.components.seconds)),
            ]
                + (wishes.prompt.map { [("prompt", $0.rawValue)] } ?? [])
                + (wishes.languages.isEmpty ? [] : [("ui_locales", wishes.languages.joined(separator: " "))]))
    }

    /// A log says that there was one, and no more.
    package var description: String { "AuthorizationRequest" }
}
