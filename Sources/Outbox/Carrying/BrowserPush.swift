import Clinical
import Crypto
import Identity
import WebPush

extension Outbox {
    /// A message for one browser, by way of the push service of its maker.
    ///
    /// - Source: RFC 8030 (TTL, Urgency, Topic); RFC 8291; RFC 8292
    package struct BrowserPush: Sendable {
        private let key: PushKey
        private let hosts: PushHosts
        private let wording: Wording
        private let outgoing: Outgoing
        /// Chance for keys and salts, each for one message.
        private let chance: @Sendable (Int) -> [UInt8]

        package init(
            with key: PushKey, to hosts: PushHosts, wording: Wording, outgoing: Outgoing,
            chance: @escaping @Sendable (Int) -> [UInt8] = SignIn.random
        ) {
            self.key = key
            self.hosts = hosts
            self.wording = wording
            self.outgoing = outgoing
            self.chance = chance
        }

        /// A phone that is off for longer gets nothing: it would come at night, or at the next moment.
        ///
        /// - Units: seconds
        static func validity(of parcel: Parcel, at now: Instant) -> Int64 {
            max(0, (parcel.until - now).wholeMilliseconds / 1000)
        }

        private static let longestAnswer = 64 * 1024

        package var carrier: Carrier {
            Carrier { parcel, now in
                let question: Outgoing.Question
                do { question = try self.question(parcel, at: now) } catch { return .quarantine(.refused) }
                do {
                    return Self.outcome(try await outgoing.answer(to: question).status)
                } catch OutgoingFailure.unreachable {
                    return .later(.unreachable)
                } catch {
                    // The same topic takes the place of the first one, and the phone shows one for both.
                    return .later(.noAnswer)
                }
            }
        }

        func question(_ parcel: Parcel, at now: Instant) throws -> Outgoing.Question {
            let subscription = try PushSubscription(text: parcel.to, among: hosts)
            guard let origin = hosts.origin(of: subscription.address) else { throw PushFailure.address }
            let message = try PushMessage(
                Array(wording.text(of: parcel).utf8), to: subscription, with: P256.KeyAgreement.PrivateKey(),
                salt: chance(16))
            return Outgoing.Question(
                subscription.address,
                headers: [
                    "Authorization": try key.authorization(
                        to: origin, contact: contact, at: now.milliseconds / 1000),
                    "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream",
                    "TTL": "\(Self.validity(of: parcel, at: now))", "Urgency": "high", "Topic": Self.topic(of: parcel),
                ], bytes: message.body, longest: Self.longestAnswer)
        }

        private var contact: String? {
            wording.site.map(\.description).flatMap { $0.hasPrefix("https://") ? $0 : nil }
        }

        /// The number of the thing in at most 32 letters of base64url: a number without its hyphens is just that long.
        ///
        /// - Source: RFC 8030, section 5.4
        static func topic(of parcel: Parcel) -> String { parcel.id.description.filter { $0 != "-" } }

        static func outcome(_ status: Int) -> Outcome {
            switch status {
            case 200...299: .sent
            case 404, 410: .gone
            case 408, 425, 429, 500...599: .later(.busy)
            default: .quarantine(.refused)
            }
        }
    }
}
