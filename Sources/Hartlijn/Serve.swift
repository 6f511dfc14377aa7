import ArgumentParser
import Clinical
import Credentials
import Foundation
import Hummingbird
import HummingbirdCore
import Identity
import Logging
import Sealing
import ServiceLifecycle
import Storage
import Synchronization
import UnixSignals
import Vendors
import Web

/// The product, until it is asked to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the site.")

    @OptionGroup var data: DataFolder

    @OptionGroup var seals: SealOptions
    @OptionGroup var outbox: OutboxOptions
    @OptionGroup var tls: NodeTLS

    @Option(help: "The address to listen on; a proxy with TLS stands before it.")
    var bind = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Flag(help: "One line in the log for each request: which door, what came of it, how long it took. Nobody is named.")
    var logRequests = false
    @Option(
        help: """
            The name under which people find the site, as hartlijn.example.org; without it HARTLIJN_HOST. Without a name \
            there are no passkeys, no signing in with DigiD or the like, and no tokens for machines. With localhost it is \
            found on this machine only, without TLS.
            """)
    var host: String?

    @Option(
        help: """
            The address of a proxy on another machine, whose word for who called is taken; as often as there are. One on \
            this machine is believed without.
            """)
    var proxy: [String] = []

    @Option(
        help: """
            A file (mode 0600) with the client id and, on the next line, the secret under which Withings knows this site; \
            without it HARTLIJN_WITHINGS. Then patients can let their Withings meter send its readings here. It needs \
            --host and the keys of fields.
            """)
    var withings: String?

    @Option(help: PasswordInput.listHelp)
    var breachedPasswords: String?

    private var named: String? { host ?? ProcessInfo.processInfo.environment["HARTLIJN_HOST"] }
    private var isOnlyHere: Bool { named == "localhost" }

    func validate() throws {
        guard let named, SiteHost(named: named) == nil else { return }
        throw ValidationError("--host is a name in small letters, as hartlijn.example.org.")
    }

    func run() async throws {
        // A file is opened before anything is served; a server may come later than we do.
        let store = data.isServer ? try data.find() : try await data.open()
        guard let keys = store.keys else {
            throw ValidationError(
                """
                Say where the keys of this database are: --keys FILE or HARTLIJN_KEYS, the same file on every node. Make it \
                once, with `hartlijn key new FILE`. Without keys everything about patients would stand there readable.
                """)
        }
        let list = try PasswordInput.list(breachedPasswords)
        if list == nil { tell("No list of stolen passwords: give --breached-passwords FILE.") }
        let seal = try seals.find(in: data)
        if seal == nil { tell("The access log is not sealed: give --seal FILE and --anchors FILE.") }
        let sealing = try seal.map { Server.Sealing(seal: $0.seal, anchors: try seals.anchors(in: data)) }
        try await Server(
            store: store, bind: bind, port: port, channel: .tls,
            host: isOnlyHere ? nil : named.flatMap { SiteHost(named: $0) } ?? .unknown,
            hosts: isOnlyHere ? [] : Set([named].compactMap(\.self)),
            sealing: sealing, safe: Safe(keys), withings: try WithingsFile.find(withings),
            rules: PasswordRules(breached: list), proxies: Set(proxy), logsRequests: logRequests,
            line: { try tls.line(over: $0) }, post: { try outbox.post(at: $0, $1) }
        ).run { port in
            tell("Hartlijn listens on \(bind):\(port)")
        }
    }
}

/// The site and its rounds over one database.
struct Server: Sendable {
    let store: Store
    let bind: String
    let port: Int
    let channel: SessionCookie.Channel
    /// The time; a demonstration has one of its own.
    var time: DemoTime?
    /// Where people find it; a demonstration is found on its own machine.
    var host: SiteHost?
    /// The names under which requests may ask for it; none of them: any.
    var hosts: Set<String> = []
    /// With what the access log is sealed, and where copies of its heads go.
    var sealing: Sealing?
    /// The keys of fields; without them no service number is kept.
    var safe: Safe?
    /// How this site is known at Withings.
    var withings: Withings.Account?
    /// What a new password has to be.
    var rules = PasswordRules()
    /// Proxies on other machines, whose word for who called is taken.
    var proxies: Set<String> = []
    /// Whether each request leaves a line in the log of the server.
    var logsRequests = false
    /// How it speaks with the proxy.
    var line: @Sendable (HTTP1Channel.Configuration) throws -> HTTPServerBuilder = { .http1(configuration: $0) }
    /// What leaves this site, once it is known where people find it and how others are asked.
    var post: @Sendable (SiteHost, Outgoing) throws -> Post = { _, _ in .none }
    /// What a demonstration tells about the second step.
    var hint: ProvingRoutes.Hint = { _, _ in nil }

    /// More connections at once wait in the queue of the system.
    private static let mostConnections = 4096

    /// Whoever sends nothing for so long while we wait for it, is gone; a proxy that keeps connections opens another.
    private static var http: HTTP1Channel.Configuration {
        var http = HTTP1Channel.Configuration(idleTimeout: .seconds(20))
        http.httpDecoder = .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
        return http
    }

    struct Sealing: Sendable {
        let seal: Seal
        let anchors: AnchorPlace
    }

    /// As long as open requests may take when we are asked to stop; a client that never ends its request waits no longer.
    private static let patience = Duration.seconds(10)

    func run(whenReady: @escaping @Sendable (Int) async -> Void) async throws {
        Memory.keepPagesAtHand()
        var logger = Logger(label: "hartlijn")
        logger.logLevel = logsRequests ? .info : .notice
        let preparation = Preparation(store: store, logger: logger)
        let isPrepared: @Sendable () -> Bool = { preparation.isReady }
        let listening = ListeningPort()
        let outside = OutsideLine()
        let host = host ?? .loopback { listening.number }
        let post = try post(host, outside.outgoing)
        let clock = time?.clock ?? .real
        let site = Site(
            store: store, clock: clock, cookies: SessionCookie(channel), isPrepared: isPrepared,
            host: host, hint: hint, outgoing: outside.outgoing, hosts: hosts,
            proxies: proxies, logsRequests: logsRequests, safe: safe, offer: post.offer, withings: withings,
            door: Site.Door(rules: rules))
        var app = Application(
            router: site.router(),
            server: try line(Self.http),
            configuration: .init(
                address: .hostname(bind, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { channel in
                listening.isNow(channel.localAddress?.port)
                await whenReady(channel.localAddress?.port ?? 0)
            },
            logger: logger
        )
        let rounds = Rounds(store: store, clock: clock, logger: logger, isPrepared: isPrepared)
        app.addServices(preparation, rounds)
        if let time { app.addServices(DemoKeys(time: time, meanwhile: rounds.once, tell: tell)) }
        if let safe, !post.carriers.isEmpty {
            app.addServices(
                Deliveries(
                    store: store, clock: clock, logger: logger, carriers: post.carriers, safe: safe,
                    isPrepared: isPrepared))
        }
        if let vendors = VendorRounds(site, logger: logger) { app.addServices(vendors) }
        if let sealing {
            app.addServices(
                SealingService(
                    store: store, clock: clock, logger: logger, seal: sealing.seal, anchors: sealing.anchors,
                    isPrepared: isPrepared))
        }
        var services = ServiceGroupConfiguration(
            services: [app], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        services.maximumGracefulShutdownDuration = Self.patience
        do {
            try await ServiceGroup(configuration: services).run()
        } catch is CancellationError {
            // Somebody was still sending when patience ended; what they had not sent was never acknowledged.
        }
        await outside.close()
        try store.close()
    }
}

/// Where the site listens; known once it does, when any free port will do.
private final class ListeningPort: Sendable {
    private let port = Mutex<Int?>(nil)

    var number: Int? { port.withLock { $0 } }
    func isNow(_ number: Int?) { port.withLock { $0 = number } }
}
