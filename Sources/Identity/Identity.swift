import Audit
import Clinical

/// Practices, people, roles and signing in.
package enum Identity {
    package enum Account {}

    /// As whom somebody is here; ``Policy`` says what they may. A patient is a role too, and who helps one.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        case patient, proxy, poh, gp, manager, pharmacist, specialist, helper, implementer, lead, officer, administrator
    }

    /// A practice, another organisation that works with it, or the care group they belong to.
    package struct PracticeCard: Hashable, Sendable {
        package let id: ID<Practice>
        package let kind: Kind
        package let name: String
        package let phone: String
        /// Working days in which the practice answers a question or a finished week.
        package let replyDays: Int
        /// A care group is its own; nothing when it belongs to none yet.
        package let careGroup: ID<Practice>?

        package enum Kind: String, Sendable, CaseIterable {
            case practice, healthCentre = "health-centre", hoed, pharmacy, hospital, welfare, library, municipality
            case careGroup = "care-group"
        }

        package init(
            id: ID<Practice>, kind: Kind = .practice, name: String, phone: String, replyDays: Int,
            careGroup: ID<Practice>? = nil
        ) {
            self.id = id
            self.kind = kind
            self.careGroup = kind == .careGroup ? id : careGroup
            self.name = name
            self.phone = phone
            self.replyDays = replyDays
        }
    }

    /// What a practice knows of a patient apart from what was measured.
    package struct PatientCard: Hashable, Sendable {
        package let id: ID<Patient>
        package let givenName: String
        package let familyName: String
        package let bornOn: Day
        package let sex: Sex
        /// The programmes, as a professional abbreviates them: `HVZ, DM2`.
        package let programmes: String
        package let phone: String
        package let spokenLanguage: String
        package let reading: ReadingSkill

        /// Whether written words are enough.
        package enum ReadingSkill: String, Sendable { case fluent, difficult }

        package init(
            id: ID<Patient>, givenName: String, familyName: String, bornOn: Day, sex: Sex, programmes: String,
            phone: String, spokenLanguage: String = "Nederlands", reading: ReadingSkill = .fluent
        ) {
            self.id = id
            self.givenName = givenName
            self.familyName = familyName
            self.bornOn = bornOn
            self.sex = sex
            self.programmes = programmes
            self.phone = phone
            self.spokenLanguage = spokenLanguage
            self.reading = reading
        }

        /// `Yıldız, F.`, `De Wit, J.`
        package var listName: String { Identity.listName(givenName, familyName) }
        package var fullName: String { "\(givenName) \(familyName)" }
    }

    /// A name as it stands in a list: the family name with a capital, and an initial.
    package static func listName(_ givenName: String, _ familyName: String) -> String {
        "\(familyName.prefix(1).uppercased())\(familyName.dropFirst()), \(givenName.prefix(1))."
    }

    package struct WorkerCard: Hashable, Sendable {
        package let id: ID<Worker>
        package let givenName: String
        package let familyName: String
        package let role: Role

        package init(id: ID<Worker>, givenName: String, familyName: String, role: Role) {
            self.id = id
            self.givenName = givenName
            self.familyName = familyName
            self.role = role
        }

        package var fullName: String { "\(givenName) \(familyName)" }
    }

    /// Somebody who is signed in, and in which session.
    package struct Visitor: Hashable, Sendable {
        package let person: Person
        package let practice: ID<Practice>
        package let role: Role
        package let givenName: String
        package let familyName: String
        package let practiceName: String
        package let careGroup: ID<Practice>?
        /// What a patient lets them do; only for who helps somebody.
        package let mandate: Mandate?
        package let formSecret: [UInt8]
        /// The account, as they type it.
        package let signIn: String
        /// How they proved who they are when the session began, and when they last did.
        package let proof: SessionProof
        package let provenAt: Instant
        /// How many second factors the account has.
        let factors: Int
        package let tokenHash: [UInt8]
        let seenAt: Instant

        package enum Person: Hashable, Sendable {
            case patient(ID<Patient>)
            case proxy(ID<Audit.Proxy>)
            case worker(ID<Worker>)
        }

        package var fullName: String { "\(givenName) \(familyName)" }
    }
}
