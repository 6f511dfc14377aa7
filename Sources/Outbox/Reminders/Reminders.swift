import Clinical
import WebPush

extension Outbox {
    /// How one patient is reminded, as it is kept.
    package struct Reminders: Hashable, Sendable {
        /// How; nothing when they are off.
        package let channel: Channel?
        package let wishes: ReminderWishes
        package let run: Reminding.Run
        /// When the last one was written.
        package let lastAt: Instant?

        package static let off = Reminders(channel: nil, wishes: ReminderWishes(), run: .fresh, lastAt: nil)
    }

    /// Somebody whose moment has come, with everything that is needed to decide.
    package struct Due: Hashable, Sendable {
        package let patient: ID<Patient>
        package let channel: Channel
        package let wishes: ReminderWishes
        package let scene: Reminding.Scene
    }

    /// What this site can carry at all; a page offers nothing else.
    package struct Offer: Sendable {
        package let channels: Set<Channel>
        /// The public key for browsers, and where their messages may go.
        package let push: Push?

        package struct Push: Sendable {
            package let publicKey: String
            package let hosts: PushHosts

            package init(publicKey: String, hosts: PushHosts) {
                self.publicKey = publicKey
                self.hosts = hosts
            }
        }

        package static let none = Offer(channels: [], push: nil)

        package init(channels: Set<Channel>, push: Push?) {
            self.channels = push == nil ? channels.subtracting([.push]) : channels.union([.push])
            self.push = push
        }
    }
}
