import Audit
import Clinical
import Credentials
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Web

/// - `POST /account/passkeys/challenge`     what a device is asked to make a passkey
/// - `POST /account/passkeys`               the passkey it made
/// - `POST /account/passkeys/:passkey/end`  one that is of no use any more
package struct PasskeyRoutes: Sendable {
    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie
    private let host: SiteHost

    package init(signIn: SignIn, clock: Clock, cookies: SessionCookie, host: SiteHost) {
        self.signIn = signIn
        self.clock = clock
        self.cookies = cookies
        self.host = host
    }

    /// Who needs a second factor and has none makes one here, before anything else opens.
    package func mount(on own: Doors<OwnContext>) {
        own.group("account/passkeys")
            .form("challenge", for: .proveTwice, use: ask)
            .form(for: .proveTwice, use: keep)
            .form(":passkey/end", for: .keepOwnWayIn, use: remove)
    }

    @Sendable private func ask(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let site = try host.forPasskeys()
        _ = try await signIn.factorsToChange(by: context.visitor, at: clock.occasion.now)
        return .json(try await signIn.askForPasskey(of: context.visitor, at: site, clock.occasion).json)
    }

    @Sendable private func keep(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let site = try host.forPasskeys()
        let before = try await signIn.factorsToChange(by: context.visitor, at: clock.occasion.now)
        do {
            guard let made = form.madePasskey else { throw WrongSignIn() }
            let token = try await signIn.keep(
                made, by: context.visitor, named: BrowserName.of(request), at: site, context.actor, clock.occasion)
            // Who had to make one goes on to where they wanted to be.
            let isFirst = !before.areThere && context.visitor.role.neededProof > .password
            var response = Response.see(isFirst ? "/" : "/account#passkeys")
            response.setCookie(cookies.keeping(token))
            return response
        } catch is WrongSignIn {
            return passkeyPage(PasskeyWords.wrongMade, context.formSecret, at: host, in: context.language)
                .response(from: request, context: context)
        }
    }

    @Sendable private func remove(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let occasion = clock.occasion
        _ = try await signIn.factorsToChange(by: context.visitor, at: occasion.now)
        try await signIn.remove(
            passkey: try context.parameters.require("passkey"), of: context.visitor, context.actor, at: occasion)
        return .see("/account")
    }
}

extension SiteHost {
    /// - Throws: ``NotFound`` where nobody said under which name the site is found
    func forPasskeys() throws -> Passkey.Site {
        guard let passkeys else { throw NotFound() }
        return passkeys
    }
}

extension Form {
    /// What a device said when it made a passkey; `nil` when a part is missing or cannot be read.
    var madePasskey: Passkey.Made? {
        guard let clientData = bytes("client"), let attestation = bytes("attestation") else { return nil }
        return Passkey.Made(clientData: clientData, attestation: attestation)
    }

    /// What a device said when it was asked for a passkey; `nil` when a part is missing or cannot be read.
    var passkeyAnswer: Passkey.Answer? {
        guard let id = bytes("id"), let clientData = bytes("client"), let data = bytes("data"),
            let signature = bytes("signature")
        else { return nil }
        // An owner that is told and cannot be read is nobody's.
        let owner = self["owner"].map { Base64URL.bytes($0) ?? [] }
        return Passkey.Answer(
            id: id, clientData: clientData, authenticatorData: data, signature: signature, owner: owner)
    }

    private func bytes(_ name: String) -> [UInt8]? { self[name].flatMap { Base64URL.bytes($0) } }
}

extension Response {
    /// For a script of ours.
    static func json(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
