import Clinical
import Identity

extension Outbox {
    /// Carries one kind of thing to the next house. It never throws: what went wrong is an outcome.
    package struct Carrier: Sendable {
        private let carry: @Sendable (Parcel, Instant) async -> Outcome

        package init(_ carry: @escaping @Sendable (Parcel, Instant) async -> Outcome) { self.carry = carry }

        package func carry(_ parcel: Parcel, at now: Instant) async -> Outcome { await carry(parcel, now) }
    }

    /// What stands in everything that leaves. There is no place in it for a name, a number, or what somebody has.
    package struct Wording: Sendable {
        /// Where the site is found, when its administrator said so.
        private let host: SiteHost

        package init(site host: SiteHost) { self.host = host }

        var site: OwnAddress? { host.address }

        package func text(of parcel: Parcel) -> String {
            switch parcel.kind {
            case .reminder:
                let sentence = OutsideWords.task[parcel.language]
                guard parcel.channel != .push, let site else { return sentence }
                return "\(sentence) \(site)"
            case .code: return OutsideWords.code(parcel.code ?? "-")[parcel.language]
            }
        }
    }
}

/// The only sentences that leave the house.
enum OutsideWords {
    static let subject = "Hartlijn"
    static let task = Sentence(nl: "U hebt een nieuwe taak in Hartlijn.", en: "You have a new task in Hartlijn.")
    static func code(_ code: String) -> Sentence {
        Sentence(
            nl: "Uw code voor Hartlijn is \(code). Geef hem aan niemand.",
            en: "Your code for Hartlijn is \(code). Give it to nobody.")
    }
}
