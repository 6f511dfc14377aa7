import Credentials

/// The push services that we send to. An address comes from a browser, so only houses that we know are called: never a
/// machine on our own network.
///
/// - Source: the push services of the browsers, as their makers document them; OWASP ASVS 5.0, 1.3.6
package struct PushHosts: Hashable, Sendable {
    /// Whole names; one with a dot before it stands for every name that ends so.
    private let names: Set<String>
    /// A test or a demonstration on the machine itself, without TLS.
    private let loopback: Loopback

    package enum Loopback: Hashable, Sendable { case never, alsoWithoutTLS }

    package static let browsers = PushHosts([
        "fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com", ".notify.windows.com",
    ])

    package init(_ names: Set<String>, loopback: Loopback = .never) {
        self.names = names
        self.loopback = loopback
    }

    /// These, and others that an administrator names.
    package func and(_ more: some Sequence<String>) -> PushHosts { PushHosts(names.union(more), loopback: loopback) }

    /// The origin of an address that we send to: `https://push.example`.
    ///
    /// - Returns: `nil` for an address that we do not send to
    package func origin(of address: String) -> String? {
        guard address.utf8.count <= 1000, address.utf8.allSatisfy({ (33...126).contains($0) }) else { return nil }
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[1].isEmpty else { return nil }
        let host = String(parts[2])
        if parts[0] == "https:", isKnown(host) { return "https://\(host)" }
        if loopback == .alsoWithoutTLS, parts[0] == "http:", isLoopback(host) { return "http://\(host)" }
        return nil
    }

    private func isKnown(_ host: String) -> Bool {
        names.contains { $0.hasPrefix(".") ? host.hasSuffix($0) && isName(host) : host == $0 }
    }

    private func isName(_ host: String) -> Bool {
        host.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
    }

    private func isLoopback(_ host: String) -> Bool {
        let halves = host.split(separator: ":", maxSplits: 1)
        guard let name = halves.first, name == "127.0.0.1" || name == "localhost" else { return false }
        return halves.count == 1 || Int(halves[1]) != nil
    }
}
