import Clinical
import Foundation
import Identity
import Outbox
import Synchronization
import WebPush

/// What leaves a demonstration goes into a file beside it, so that everything can be tried and nobody is written to.
struct DemoPost: Sendable {
    let folder: String

    func post(at site: SiteHost, _ outgoing: Outgoing) throws -> Post {
        let (wording, key) = (Outbox.Wording(site: site), try PushKeyFile.find("\(folder)/push.key"))
        let file = OutgoingFile(path: "\(folder)/outgoing.txt")
        let carrier = Outbox.Carrier { parcel, now in
            let line = "\(Moment.amsterdam(now).rfc3339)  \(parcel.channel.rawValue)  \(parcel.to)"
            return file.add("\(line)\n  \(wording.text(of: parcel))\n") ? .sent : .later(.busy)
        }
        let push = Outbox.Offer.Push(publicKey: key.publicKey, hosts: .browsers)
        let browsers = Outbox.BrowserPush(with: key, to: .browsers, wording: wording, outgoing: outgoing)
        return Post(
            offer: Outbox.Offer(channels: [.mail, .phone], push: push),
            carriers: [.mail: carrier, .phone: carrier, .push: browsers.carrier])
    }
}

/// A file that lines are added to, one after the other.
private final class OutgoingFile: Sendable {
    private let path: Mutex<String>

    init(path: String) { self.path = Mutex(path) }

    /// - Returns: whether it is there
    func add(_ text: String) -> Bool {
        path.withLock { path in
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            guard let file = FileHandle(forWritingAtPath: path) else { return false }
            do {
                try file.seekToEnd()
                try file.write(contentsOf: Data(text.utf8))
                try file.close()
                return true
            } catch {
                return false
            }
        }
    }
}
