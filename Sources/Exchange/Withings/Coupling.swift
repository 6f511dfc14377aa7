import Clinical
import Crypto
import Identity
import Vault
import Vendors

extension Exchange {
    /// A patient lets the cloud of their meter send its readings here. There is one for each maker.
    struct Coupling: Hashable, Sendable {
        enum Mark {}
        enum State: String, Sendable {
            case on
            /// The patient stopped it.
            case ended
            /// The other side knows us no more: the patient withdrew there, or is no longer known there.
            case broken
        }

        let id: ID<Mark>
        let state: State
        let coupledAt: Instant
        let endedAt: Instant?
        /// Until when was looked, by the clock of the maker.
        let lookedTo: Instant
        /// When it last worked.
        let fetchedAt: Instant?
        /// The address at which the maker tells us news; nothing when it does not know one.
        let newsTo: String?
    }

    /// Somebody went to the maker and has not come back yet.
    struct PendingCoupling: Hashable, Sendable {
        /// How long somebody may stay away.
        static let patience = Duration.minutes(10)

        let stateHash: [UInt8]
        let sessionHash: [UInt8]
        let madeAt: Instant

        /// The maker gives back what we gave along, in the browser in which we gave it.
        func fits(_ state: String, in session: [UInt8], at now: Instant) -> Bool {
            stateHash == Exchange.hash(ofState: state) && sessionHash == session
                && (Duration.zero..<Self.patience).contains(now - madeAt)
        }
    }

    static func hash(ofState state: String) -> [UInt8] { Array(SHA256.hash(data: Array(state.utf8))) }

    /// The one maker there is.
    static let withings = "withings"

    /// Somebody of this number is coupled by another patient already.
    struct OfAnother: Error {}
}

/// What is needed to have couplings at all; without each of these there is no page, and no address for news.
package struct WithingsDesk: Sendable {
    let line: WithingsLine
    let safe: Safe
    let host: SiteHost

    /// - Returns: `nil` when there is no account, or no keys to seal with
    package init?(_ account: Withings.Account?, safe: Safe?, host: SiteHost, outgoing: Outgoing) {
        guard let account, let safe else { return nil }
        line = WithingsLine(account: account, outgoing: outgoing)
        self.safe = safe
        self.host = host
    }

    var account: Withings.Account { line.account }
    /// Where the maker sends people back to.
    var back: String? { host.address.map { "\($0)/withings/answer" } }
    /// Where the maker tells us news.
    var news: String? { host.address.map { "\($0)/withings/news?word=\(account.newsWord)" } }
}

/// What is sealed: with the key of the patient, so that it opens no more when that is destroyed.
extension WithingsDesk {
    private static let nobody = RowID(high: 0, low: 0)

    /// By which a person is found when the maker has news of them; it does not know at which practice they are.
    func hashes(of person: Withings.Person) -> [[UInt8]] {
        safe.keys.indexes(of: Self.searched(person), in: Self.nobody).map(\.bytes)
    }

    func hash(of person: Withings.Person) -> [UInt8] {
        safe.keys.index(of: Self.searched(person), in: Self.nobody).bytes
    }

    private static func searched(_ person: Withings.Person) -> SearchedValue {
        SearchedValue("withings person", Array(person.number.utf8))
    }

    func seal(_ tokens: Withings.Tokens, of patient: ID<Patient>, with key: PatientKey) throws -> [UInt8] {
        let text = [
            tokens.access, tokens.refresh, tokens.person.number, "\(tokens.until.milliseconds)",
        ].joined(separator: " ")
        return try key.fields.seal(text: text, at: Self.place(of: patient), padded: .by128).bytes
    }

    func open(_ sealed: [UInt8], of patient: ID<Patient>, with key: PatientKey) throws -> Withings.Tokens {
        let parts = try key.fields.text(in: try Blob(sealed), at: Self.place(of: patient)).split(separator: " ")
        guard parts.count == 4, let person = Withings.Person(String(parts[2])), let until = Int64(parts[3]) else {
            throw SealFailure.contents
        }
        return Withings.Tokens(
            access: String(parts[0]), refresh: String(parts[1]), person: person,
            until: Instant(milliseconds: until))
    }

    private static func place(of patient: ID<Patient>) -> Place {
        Place(table: "exchange_vendor_secret", row: RowID(patient), column: "sealed")
    }

    /// Who they are there, for the one thing that is said after the tokens are destroyed: that we ask no more.
    func farewell(
        of person: Withings.Person, _ coupling: ID<Exchange.Coupling.Mark>, in practice: ID<Practice>
    ) throws -> [UInt8] {
        try safe.keys.fieldKey(of: RowID(practice))
            .seal(text: person.number, at: Self.farewell(coupling), padded: .by32).bytes
    }

    func person(
        inFarewell sealed: [UInt8], _ coupling: ID<Exchange.Coupling.Mark>, in practice: ID<Practice>
    ) throws -> Withings.Person {
        let blob = try Blob(sealed)
        let text = try safe.keys.fieldKey(blob.key, of: RowID(practice)).text(in: blob, at: Self.farewell(coupling))
        guard let person = Withings.Person(text) else { throw SealFailure.contents }
        return person
    }

    private static func farewell(_ coupling: ID<Exchange.Coupling.Mark>) -> Place {
        Place(table: "exchange_vendor_farewell", row: RowID(coupling), column: "sealed")
    }
}
