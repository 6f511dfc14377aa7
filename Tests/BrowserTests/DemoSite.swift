import Foundation

/// The demonstration, started once for all browser tests with a small care group.
struct DemoSite: Sendable {
    struct Account: Decodable, Sendable {
        let role: String
        let name: String
        let signIn: String
        let password: String
    }

    private struct Accounts: Decodable { let accounts: [Account] }

    /// `http://localhost:PORT`
    let address: String
    private let accounts: [Account]

    static func start() async throws -> DemoSite {
        guard let hartlijn = Workplace.hartlijn else {
            throw BrowserTrouble("hartlijn itself is not built: run swift build first")
        }
        let data = FileManager.default.temporaryDirectory.appending(path: "hartlijn-browser-\(UUID().uuidString)")
        AtTheEnd.remove(data)
        let account = data.appendingPathExtension("withings")
        AtTheEnd.remove(account)
        let isMade = FileManager.default.createFile(
            atPath: account.path, contents: Data("client-of-the-test\nsecret-of-the-test\n".utf8),
            attributes: [.posixPermissions: 0o600])
        guard isMade else { throw BrowserTrouble("\(account.path) cannot be written") }
        let child = try Child.start(
            hartlijn,
            [
                "demo", "--port", "0", "--data", data.path, "--practices", "3", "--patients", "60", "--withings",
                account.path,
            ],
            writingTo: Workplace.screens.appending(path: "demo.log"))
        let address = try await child.says(/(http:\/\/localhost:[1-9]\d*)/, within: 120)
        let list = try Data(contentsOf: data.appending(path: "demo-accounts.json"))
        return DemoSite(address: address, accounts: try JSONDecoder().decode(Accounts.self, from: list).accounts)
    }

    func account(_ role: Role) throws -> Account {
        guard let account = accounts.first(where: { $0.role == role.rawValue }) else {
            throw BrowserTrouble("demo-accounts.json has no \(role.rawValue)")
        }
        return account
    }
}

/// The roles of the demonstration that have screens.
enum Role: String, Hashable, Sendable {
    case patient, proxy, poh, gp, manager, pharmacist, specialist, helper, implementer, officer, administrator
}
