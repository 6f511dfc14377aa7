import ArgumentParser
import Clinical
import Credentials
import Demonstration
import Foundation
import Identity
import Storage

/// A believable care group to look around in, made anew.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a demonstration care group and serve it on this machine.")

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(help: "The folder for the demonstration; what is in it of an earlier one is replaced.")
    var data = "demo-data"

    @Option(
        help: "An empty PostgreSQL database instead, as postgres://USER@HOST/NAME; --data then holds the sign-in list.")
    var database: String?

    @Flag(help: "Make it, and serve nothing.")
    var onlyMake = false

    @Option(help: "How many practices.")
    var practices = 18

    @Option(help: "How many patients.")
    var patients = 400

    @Option(help: "The same seed on the same day makes the same people.")
    var seed: UInt64 = 1

    @Option(
        help: "A file (mode 0600) with the account of this site at Withings, or at something that stands in for it.")
    var withings: String?

    func validate() throws {
        guard (1...200).contains(practices) else { throw ValidationError("--practices is 1 to 200.") }
        guard (practices * 2...100_000).contains(patients) else {
            throw ValidationError("--patients is at least two a practice, and at most 100000.")
        }
    }

    func run() async throws {
        let store = try await emptyStore()
        let safe = store.keys.map { Safe($0) }
        let started = Date()
        let accounts = try await Demonstration(
            practices: practices, patients: patients, seed: seed, now: Clock.real.occasion.now
        ).build(in: store, safe: safe) { tell($0) }
        try await store.optimise()
        try write(accounts)
        tell("Ready in \(String(format: "%.1f", Date().timeIntervalSince(started))) s.")
        guard !onlyMake else { return try store.close() }
        let server = Server(
            store: store, bind: "127.0.0.1", port: port, channel: .loopback, time: DemoTime(), sealing: try sealing(),
            safe: safe,
            withings: try WithingsFile.find(withings),
            post: { [data] site, outgoing in try DemoPost(folder: data).post(at: site, outgoing) },
            hint: { try await SignIn(store: store).unusedCode(of: $0, at: $1) })
        try await server.run { port in
            print(signInList(accounts, port: port))
            fflush(nil)
        }
    }

    private func sealing() throws -> Server.Sealing {
        let key = "\(data)/seal.key"
        let seal = FileManager.default.fileExists(atPath: key) ? try SealFile.read(key) : try SealFile.make(key)
        return Server.Sealing(seal: seal.seal, anchors: AnchorPlace(path: "\(data)/anchors.txt"))
    }

    /// A folder is emptied; a database on a server is somebody's, so it must be empty.
    private func emptyStore() async throws -> Store {
        guard let database else {
            try startAnew()
            return try await DataFolder.parse(["--data", data, "--keys", "\(data)/fields.key"]).open()
        }
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        _ = try SafeFile.find("\(data)/fields.key")
        let store = try await DataFolder.parse(["--database", database, "--keys", "\(data)/fields.key"]).open()
        guard try await store.read({ try Identity.practices($0) }).isEmpty else {
            throw ValidationError("The database is not empty. Make a new one for the demonstration.")
        }
        return store
    }

    /// Only a folder that holds nothing but an earlier demonstration is emptied.
    private func startAnew() throws {
        let files = FileManager.default
        guard let found = try? files.contentsOfDirectory(atPath: data) else { return }  // there is no such folder yet
        let own = found.allSatisfy {
            $0.hasPrefix("hartlijn.sqlite")
                || ["demo-accounts.json", "seal.key", "anchors.txt", "fields.key", "push.key", "outgoing.txt"].contains(
                    $0)
        }
        guard own else {
            throw ValidationError("\(data) holds other files too. Choose an empty folder for the demonstration.")
        }
        for name in found { try files.removeItem(atPath: "\(data)/\(name)") }
    }

    private struct AccountFile: Encodable {
        struct Account: Encodable {
            let role: String
            let name: String
            let signIn: String
            let password: String
            let totpSecret: String?
        }
        let accounts: [Account]
    }

    private func write(_ accounts: [DemoAccount]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let file = AccountFile(
            accounts: accounts.map {
                .init(
                    role: $0.role.rawValue, name: $0.name, signIn: $0.signIn, password: $0.password,
                    totpSecret: $0.app?.text)
            })
        try encoder.encode(file).write(to: URL(fileURLWithPath: "\(data)/demo-accounts.json"))
    }

    private func signInList(_ accounts: [DemoAccount], port: Int) -> String {
        let lines = accounts.map { account in
            let role = account.role.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0)
            let name = account.name.padding(toLength: 24, withPad: " ", startingAt: 0)
            return "  \(role) \(name) \(account.signIn)  /  \(account.password)"
        }
        return """

            Open http://localhost:\(port) and sign in as one of:

            \(lines.joined(separator: "\n"))

            Who works there types a code as well; the page tells it.
            Mail and messages go nowhere: they are in \(data)/outgoing.txt.
            Type d and Enter to let a day pass, h for an hour. Everybody in it is invented. Stop with Ctrl-C.
            """
    }
}
