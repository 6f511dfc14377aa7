import Clinical
import Identity

/// What goes out of the house, and what comes in from other systems.
package enum Exchange {
    /// What a patient takes along: everything that is kept about them, but what is a key or is reckoned from the rest.
    ///
    /// A test reads the tables themselves: one that holds a patient is in here, or stands in a short list with the reason.
    ///
    /// - Source: GDPR articles 15 (a copy) and 20 (to take along to somebody else); Wabvpz articles 15d and 15e
    package struct Copy: Sendable {
        let patient: Person
        let practice: House
        let readings: [CopiedReading]
        let messages: [CopiedMessage]
        let goals: [CopiedGoal]
        let changes: [CopiedChange]
        let tasks: [CopiedTask]
        let letters: [CopiedLetter]
        /// What went to the record of the practice, or may.
        let summaries: [Summary]
        let care: CopiedCare
        let madeAt: Moment
    }

    struct Person: Hashable, Sendable {
        let id: ID<Patient>
        let givenName: String
        let familyName: String
        let bornOn: Day
        let sex: Sex
        let phone: String
        let programmes: String
        let spokenLanguage: String
        let reading: Identity.PatientCard.ReadingSkill
        let registeredAt: Instant
    }

    struct House: Hashable, Sendable {
        let id: ID<Practice>
        let name: String
        let phone: String
    }

    struct CopiedReading: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        /// As it is kept: `blood-pressure`, `weight` …
        let kind: String
        let taken: Moment
        /// In the units in which they are kept: mmHg, g, /min, steps, µmol/L, mm.
        let first: Int
        let second: Int?
        let third: Int?
        let detail: String?
        let setting: Setting
        let source: Source
        let status: Status
        let device: String?
        /// What the patient was told at once, by the name of that answer.
        let answer: String?
        /// What the patient felt, with a comma between; empty when they felt nothing, nothing when they were not asked.
        let complaints: String?
    }

    struct CopiedMessage: Hashable, Sendable {
        enum Mark {}
        enum Sender: String, Sendable { case patient, worker }

        let id: ID<Mark>
        let sentAt: Moment
        let sender: Sender
        /// Of whoever wrote for the practice.
        let writer: String?
        let body: String
    }

    /// Help of somebody in the neighbourhood, and what became of it.
    struct CopiedTask: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        let organisation: String
        let help: String
        let askedAt: Moment
        var steps: [Step]

        struct Step: Hashable, Sendable {
            let name: String
            let at: Moment
            let note: String
            let onDay: Day?
            /// Who took it; empty when the patient did.
            let by: String
        }
    }

    /// A message to or from the pharmacy.
    struct CopiedLetter: Hashable, Sendable {
        let message: CopiedMessage
        let pharmacy: String
    }

    struct CopiedGoal: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        let setOn: Day
        let reachedOn: Day?
        let text: String
    }

    struct CopiedChange: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        let changedOn: Day
        let what: String
        let why: String
    }
}

/// A number of whole thousandths or tenths, with as many digits as it has: `81.2`, `5.34`.
enum Fraction {
    static func text(_ number: Int, of parts: Int) -> String {
        let digits = String(parts).utf8.count - 1
        let (whole, rest) = number.quotientAndRemainder(dividingBy: parts)
        guard rest != 0 else { return "\(whole)" }
        let padded = String(repeating: "0", count: digits - String(abs(rest)).utf8.count) + "\(abs(rest))"
        let trimmed = String(padded.reversed().drop { $0 == "0" }.reversed())
        return "\(number < 0 && whole == 0 ? "-" : "")\(whole).\(trimmed)"
    }
}
