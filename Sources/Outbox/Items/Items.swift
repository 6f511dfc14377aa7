import Clinical

extension Outbox {
    package enum ItemMark {}
    package enum WayMark {}

    /// How something reaches a patient.
    package enum Channel: String, Hashable, Sendable, CaseIterable {
        case mail
        /// A message on a phone, by way of a gateway of somebody else.
        case phone
        /// A message of the browser on one device.
        case push
    }

    /// What kind of thing it is. Its text is always the same, and never says anything of anybody.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case reminder, code
    }

    /// One thing that is carried now.
    package struct Parcel: Hashable, Sendable {
        /// The receiver sees the same number at each try.
        package let id: ID<ItemMark>
        package let practice: ID<Practice>
        package let channel: Channel
        package let kind: Kind
        /// A mail address, a phone number, or a browser's subscription.
        package let to: String
        package let code: String?
        package let language: Language
        /// Later than this nobody should get it.
        package let until: Instant
        /// Which try this is.
        package let tries: Int

        package init(
            id: ID<ItemMark>, practice: ID<Practice>, channel: Channel, kind: Kind, to: String, until: Instant,
            code: String? = nil, language: Language = .nl, tries: Int = 1
        ) {
            self.id = id
            self.practice = practice
            self.channel = channel
            self.kind = kind
            self.to = to
            self.code = code
            self.language = language
            self.until = until
            self.tries = tries
        }
    }

    /// What came of carrying it.
    package enum Outcome: Hashable, Sendable {
        /// The next house has it.
        case sent
        /// It was not taken; the same again later.
        case later(Trouble)
        /// It will never be taken, or nobody knows whether it was: a person decides.
        case quarantine(Trouble)
        /// There is nobody there any more.
        case gone
    }

    /// Why, in words that may stand in a list: never an address, never what another house said.
    package enum Trouble: String, Hashable, Sendable, CaseIterable {
        case unreachable = "nobody there"
        case busy = "not now"
        case refused = "refused"
        /// It may have arrived, and it may not.
        case noAnswer = "no answer"
        case noCarrier = "no way to carry it here"
        case unreadable = "address cannot be opened"
        case tooManyTries = "too many tries"
    }

    /// When the next try is.
    ///
    /// - Source: half a minute and twice as long each time, a quarter of an hour at most; our own proposal after
    ///   docs/running/reminders.md
    package enum Patience {
        package static let most = 12
        static let first = Duration.seconds(30)
        static let longest = Duration.minutes(15)
        /// Whoever took a thing and says nothing for so long is gone; another node takes it.
        package static let lease = Duration.minutes(3)

        package static func pause(after tries: Int) -> Duration {
            min(longest, first * (1 << min(max(tries, 1) - 1, 10)))
        }
    }

    /// How many things there are of one kind in one state; nobody is named.
    package struct Count: Hashable, Sendable {
        package let channel: Channel
        package let kind: Kind
        package let state: State
        package let items: Int
        package let oldest: Instant
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case waiting, sent, quarantined, withdrawn
    }

    /// A thing that waits for a person.
    package struct Quarantined: Hashable, Sendable {
        package let id: ID<ItemMark>
        package let channel: Channel
        package let kind: Kind
        package let why: Trouble
        package let since: Instant
        package let tries: Int
    }
}
