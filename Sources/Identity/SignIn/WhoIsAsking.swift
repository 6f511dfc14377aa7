import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Web

/// Finds out who is asking, and in which language they want their answer.
package struct WhoIsAsking: RouterMiddleware {
    package typealias Context = SiteContext

    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie
    private let store: Store
    private let policy: Identity.Policy
    private let book: DoorBook
    private let proxies: Set<String>

    /// - Parameter proxies: addresses, beside this machine itself, whose word for who called is taken
    package init(
        store: Store, signIn: SignIn, clock: Clock, cookies: SessionCookie, policy: Identity.Policy, book: DoorBook,
        proxies: Set<String> = []
    ) {
        self.signIn = signIn
        self.store = store
        self.clock = clock
        self.cookies = cookies
        self.policy = policy
        self.book = book
        self.proxies = proxies
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.passage = Passage(under: policy, from: Network.of(request, called: context.caller, by: proxies))
        context.language = cookies.language(in: request) ?? .nl
        if let token = cookies.token(in: request), !token.isEmpty {
            context.visitor = try await signIn.visitor(
                token: token, asked: request.headers[.askedBy] == "page" ? .byPage : .byPerson, at: clock.occasion.now)
        }
        do {
            return try await next(request, context)
        } catch let refusal as any Refusal {
            if refusal is NotFound { try await leaveLine(context) }
            if refusal.isNoneOfOurPages {
                context.logger.tell(
                    .form, because: "\(type(of: refusal))", at: context.endpointPath, from: context.passage.network)
            }
            return RefusalPage.page(refusal, home: context.visitor?.role.home ?? "/", in: context.language)
                .response(from: request, context: context)
        } catch let needed as ProofNeeded {
            let way = needed.back ?? (request.method == .get ? request.uri.path : nil)
            return .see(way.map { "/sign-in/again?to=\($0.asValueInAddress)" } ?? "/sign-in/again")
        } catch let error as HTTPError where error.status == .notFound {
            return nothingHere(request, context)
        }
    }

    /// Nothing leads here, or not with this method.
    private func nothingHere(_ request: Request, _ context: SiteContext) -> Response {
        let methods = book.methods(at: request.uri.path)
        let refusal: any Refusal = methods.isEmpty ? NotFound() : WrongMethod()
        var response = RefusalPage.page(refusal, home: context.visitor?.role.home ?? "/", in: context.language)
            .response(from: request, context: context)
        if !methods.isEmpty { response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ") }
        return response
    }

    /// Somebody who is signed in came to a door that stays closed to them, or asked for something that is not theirs.
    private func leaveLine(_ context: SiteContext) async throws {
        guard let visitor = context.visitor else { return }
        let occasion = clock.occasion
        try await store.append {
            try Audit.record(
                Audit.Entry(
                    .refused, "page", in: visitor.practice,
                    by: visitor.actor(
                        for: "closed door", on: .none, from: context.passage.network, trace: context.id)),
                at: occasion, $0)
        }
    }
}

extension Refusal {
    /// Forms without their token, that cannot be read, come too slowly or all at once.
    fileprivate var isNoneOfOurPages: Bool {
        self is StaleForm || self is UnreadableForm || self is TooSlow || self is TooBusy || self is TooManyFiles
    }
}

extension String {
    /// Nothing of it begins another field or ends the address.
    fileprivate var asValueInAddress: String {
        utf8.map { byte in
            let letter = Character(UnicodeScalar(byte))
            let isPlain = byte < 128 && (letter.isLetter || letter.isNumber)
            if isPlain || "/-._~".utf8.contains(byte) { return String(letter) }
            return "%\([byte].hexadecimal.uppercased())"
        }.joined()
    }
}

/// The network somebody comes from, without the part that points at one device.
enum Network {
    /// A proxy on this machine tells who called it, and one that the administrator named; nobody else is believed.
    static func of(_ request: Request, called caller: String?, by proxies: Set<String> = []) -> String {
        guard let caller else { return "here" }
        let isProxy = caller == "127.0.0.1" || caller == "::1" || proxies.contains(caller)
        let told = request.headers[.forwardedFor]?.split(separator: ",").last
        return prefix(isProxy ? told.map { String($0.filter { $0 != " " }) } ?? caller : caller)
    }

    /// - Shape: three of the four numbers of IPv4, three of the eight groups of IPv6
    private static func prefix(_ address: String) -> String {
        let plain = address.filter { $0.isHexDigit || $0 == "." || $0 == ":" }.prefix(45)
        if plain.contains(":") { return plain.split(separator: ":").prefix(3).joined(separator: ":") + "::" }
        return plain.split(separator: ".").prefix(3).joined(separator: ".") + ".0"
    }
}

extension HTTPField.Name {
    /// `page`: a page asks by itself, without anybody touching it.
    static let askedBy = HTTPField.Name("Asked-By")!
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}
