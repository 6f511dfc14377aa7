import Credentials

/// The name under which people find the site, as its administrator says it.
///
/// A passkey is bound to it, and other houses send people back to it, so it never comes from what a request says of
/// itself: whoever sends the request chooses that.
package struct SiteHost: Sendable {
    private let find: @Sendable () -> Passkey.Site?

    /// Nobody said it: no passkeys, no signing in by way of another house, no tokens for machines.
    package static let unknown = SiteHost { nil }

    /// Behind a proxy with TLS, at its usual port.
    ///
    /// - Shape: `hartlijn.example.org`: small letters, digits and hyphens; no address of a machine, no port, no slash
    /// - Returns: `nil` when a passkey cannot be bound to this
    package init?(named name: String) {
        guard Self.isName(name) else { return nil }
        let site = Passkey.Site(id: name, name: Self.brand, origins: ["https://\(name)"])
        self.init { site }
    }

    /// A demonstration on the machine itself; browsers allow passkeys there without TLS.
    ///
    /// - Parameter port: where it listens, known once it does
    package static func loopback(port: @escaping @Sendable () -> Int?) -> SiteHost {
        SiteHost {
            port().map { Passkey.Site(id: "localhost", name: brand, origins: ["http://localhost:\($0)"]) }
        }
    }

    private init(_ find: @escaping @Sendable () -> Passkey.Site?) { self.find = find }

    /// Where another house sends people back to, and where machines get their tokens.
    package var address: OwnAddress? { find()?.origins.first.map(OwnAddress.init) }

    /// What passkeys are bound to here, when they can be made at all.
    var passkeys: Passkey.Site? { find() }

    private static let brand = "Hartlijn"

    /// - Source: RFC 1123, section 2.1; the last label of a name is not a number, as it is in an address
    private static func isName(_ name: String) -> Bool {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        return !last.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == hyphen
            }
    }
}
