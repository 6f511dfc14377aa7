import Clinical

/// The cloud of Withings, in which its meters and scales keep what they measured: how it is asked, and what its answers mean.
///
/// Pure: nothing here goes over a network or keeps anything.
///
/// - Source: the public Withings API; what could not be confirmed there stands in docs/exchange/withings.md
package enum Withings {
    /// How this site is known there.
    package struct Account: Hashable, Sendable {
        package let client: String
        package let secret: Secret
        package let cloud: Cloud

        package init(client: String, secret: Secret, cloud: Cloud) {
            self.client = client
            self.secret = secret
            self.cloud = cloud
        }
    }

    /// What only the cloud and we know; it never stands in a log.
    package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
        let bytes: [UInt8]

        package init(_ bytes: [UInt8]) { self.bytes = bytes }

        package var description: String { "secret" }
        package var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// Where it is asked.
    package struct Cloud: Hashable, Sendable {
        /// The page on which people allow it.
        package let consent: String
        package let service: String

        package static let europe = Cloud(
            consent: "https://account.withings.com/oauth2_user/authorize2", service: "https://wbsapi.withings.net")

        package init(consent: String, service: String) {
            self.consent = consent
            self.service = service
        }
    }

    /// What is asked for, and no more: what meters and scales measure, and steps.
    package static let scopes = "user.metrics,user.activity"

    /// About what the cloud tells us that there is something new.
    ///
    /// - Source: "Notification content"; 46 tells that somebody left or withdrew
    package enum News: Int, CaseIterable, Sendable {
        case weight = 1, pressure = 4, activity = 16, person = 46
    }
}

/// Why the file with the account is not used.
package enum AccountFileFailure: Error, Hashable, Sendable {
    case lines, client, secret, cloud
}

extension Withings.Account {
    /// Reads the file in which an administrator wrote how this site is known.
    ///
    /// - Shape: the client id on the first line and the secret on the second; for another cloud than the European one the
    ///   address of its service on the third and of its consent page on the fourth
    /// - Throws: ``AccountFileFailure``
    package init(file bytes: [UInt8]) throws(AccountFileFailure) {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        guard [2, 4].contains(lines.count) else { throw .lines }
        guard Self.isWord(lines[0]) else { throw .client }
        guard Self.isWord(lines[1]) else { throw .secret }
        if lines.count == 4 {
            guard Self.isAddress(lines[2]), Self.isAddress(lines[3]) else { throw .cloud }
        }
        self.init(
            client: lines[0], secret: Withings.Secret(Array(lines[1].utf8)),
            cloud: lines.count == 4 ? Withings.Cloud(consent: lines[3], service: lines[2]) : .europe)
    }

    private static func isWord(_ text: String) -> Bool {
        (8...128).contains(text.utf8.count) && text.utf8.allSatisfy(Wire.isUnreserved)
    }

    /// Over TLS, or on this machine to try.
    private static func isAddress(_ text: String) -> Bool {
        let isFar = text.hasPrefix("https://")
        guard isFar || text.hasPrefix("http://127.0.0.1:") || text.hasPrefix("http://localhost:") else { return false }
        return text.utf8.count <= 200 && !text.hasSuffix("/")
            && text.utf8.allSatisfy { Wire.isUnreserved($0) || "/:".utf8.contains($0) }
    }
}
