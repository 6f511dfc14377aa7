import ArgumentParser
import Foundation
import Identity
import Outbox
import Web
import WebPush

/// How things leave the house; what is not said here, no page offers.
struct OutboxOptions: ParsableArguments {
    @Option(help: "A sendmail-compatible command for mail, as /usr/sbin/sendmail or /usr/bin/msmtp.")
    var sendmail: String?

    @Option(help: "The address that mail comes from, with --sendmail.")
    var mailFrom: String?

    @Option(help: "The webhook of a house that sends messages to phones: an https address.")
    var phoneGateway: String?

    @Option(help: "A file with the secret that signs what goes to --phone-gateway; mode 0600, 16 bytes at least.")
    var phoneSecret: String?

    @Option(help: "The file with the key for messages to browsers; it is made when there is none.")
    var pushKey: String?

    @Option(help: "One more push service that may be called, besides those of the browsers; may be said again.")
    var pushHost: [String] = []

    func validate() throws {
        guard (sendmail == nil) == (mailFrom == nil) else {
            throw ValidationError("--sendmail and --mail-from go together.")
        }
        if let mailFrom, Outbox.MailAddress(typed: mailFrom) == nil {
            throw ValidationError("--mail-from is a plain mail address.")
        }
        if let sendmail, !sendmail.hasPrefix("/") { throw ValidationError("--sendmail is a whole path.") }
        guard (phoneGateway == nil) == (phoneSecret == nil) else {
            throw ValidationError("--phone-gateway and --phone-secret go together.")
        }
        if let phoneGateway, !Outbox.PhoneGateway.isUsable(phoneGateway) {
            throw ValidationError("--phone-gateway is an https address.")
        }
    }

    /// What the pages offer, and who carries it.
    func post(at site: SiteHost, _ outgoing: Outgoing) throws -> Post {
        let wording = Outbox.Wording(site: site)
        var carriers: [Outbox.Channel: Outbox.Carrier] = [:]
        if let sendmail, let sender = mailFrom.flatMap({ Outbox.MailAddress(typed: $0) }) {
            guard FileManager.default.isExecutableFile(atPath: sendmail) else {
                throw ValidationError("\(sendmail) cannot be run.")
            }
            carriers[.mail] = Sendmail(path: sendmail, mail: Outbox.Mail(from: sender, wording: wording)).carrier
        }
        if let phoneGateway, let phoneSecret {
            let secret = try Self.secret(phoneSecret)
            carriers[.phone] =
                Outbox.PhoneGateway(at: phoneGateway, secret: secret, wording: wording, outgoing: outgoing).carrier
        }
        var push: Outbox.Offer.Push?
        if let pushKey {
            let key = try PushKeyFile.find(pushKey)
            let hosts = PushHosts.browsers.and(pushHost)
            push = Outbox.Offer.Push(publicKey: key.publicKey, hosts: hosts)
            carriers[.push] =
                Outbox.BrowserPush(with: key, to: hosts, wording: wording, outgoing: outgoing).carrier
        }
        return Post(offer: Outbox.Offer(channels: Set(carriers.keys), push: push), carriers: carriers)
    }

    private static func secret(_ path: String) throws -> [UInt8] {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else {
            throw ValidationError("\(path) may be read by others. Make its mode 0600.")
        }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))).filter { $0 > 32 }
        guard bytes.count >= 16 else { throw ValidationError("\(path) is too short for a secret.") }
        return bytes
    }
}

/// What leaves this site, and by whom.
struct Post: Sendable {
    let offer: Outbox.Offer
    let carriers: [Outbox.Channel: Outbox.Carrier]

    static let none = Post(offer: .none, carriers: [:])
}

/// The key for messages to browsers: a file for this user alone. Whoever loses it loses every subscription, and nothing
/// else.
///
/// - Shape: `hartlijn-push 1`, then the private half in hexadecimal digits
enum PushKeyFile {
    static func find(_ path: String) throws -> PushKey {
        if !FileManager.default.fileExists(atPath: path) { try make(path) }
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0 else {
            throw ValidationError("\(path) may be read by others. Make its mode 0600.")
        }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        guard lines.count == 2, lines[0] == "hartlijn-push 1", let bytes = [UInt8](hexadecimal: lines[1]) else {
            throw ValidationError("\(path) is not a file with a push key.")
        }
        return try PushKey(bytes)
    }

    private static func make(_ path: String) throws {
        let text = "hartlijn-push 1\n\(PushKey().bytes.hexadecimal)\n"
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard isMade, DiskSync.file(path), DiskSync.folder(of: path) else {
            throw ValidationError("\(path) cannot be written.")
        }
    }
}
