/// A few days in the life of one patient, written down: what happens, and what should come of it.
///
/// A change in clinical behaviour is a change in one of these, which a nurse or a doctor can read.
///
/// - Shape: JSON; times are Dutch clock time, `2026-11-02T08:00`; a pressure is `150/92`
package struct Scenario: Codable, Sendable {
    package let name: String
    package let about: String?
    package let patient: Person
    package let limits: [String: Int]?
    package let steps: [Step]
    package let expect: Outcome?

    package struct Person: Codable, Sendable {
        package let goal: String?
        package let measuring: String?
        package let heartFailureSince: String?
    }

    /// One thing that happens; which one is said by the key that is there.
    package struct Step: Codable, Sendable {
        package let at: String?
        /// One blood pressure at home.
        package let reading: PressureStep?
        /// The same readings every day for some days.
        package let days: DaysStep?
        /// A weight at home, in kg.
        package let weight: Double?
        /// A measuring week is asked for, from this day.
        package let week: String?
        /// The patient asks something.
        package let question: String?
        /// The practice answers.
        package let answer: String?
        /// The patient says what they feel with the last reading.
        package let complaints: [String]?
        /// The rounds of the night: weeks end, silence falls.
        package let night: String?
        /// The practice says of the last reading that it counts, or that it was a mistake.
        package let settle: String?
    }

    package struct PressureStep: Codable, Sendable {
        package let pressure: String
        package let pulse: Int?
        package let rhythm: String?
        package let status: String?
    }

    package struct DaysStep: Codable, Sendable {
        package let from: String
        package let count: Int
        package let morning: [String]?
        package let evening: [String]?
    }

    /// What came of it; only what is written down is compared.
    package struct Outcome: Codable, Sendable, Equatable {
        /// What the patient was told, reading by reading.
        package var answers: [String]?
        package var weeks: [Week]?
        package var worklist: [Line]?
        package var messages: [String]?
        package var remindedOn: String?
        package var average: String?

        package struct Week: Codable, Sendable, Equatable {
            package var startsOn: String
            package var outcome: String
            package var average: String?
            package var readings: Int
            package var moments: Int
            package var rule: String
        }

        package struct Line: Codable, Sendable, Equatable {
            package var reason: String
            package var urgency: String
            package var pressure: String?
            package var count: Int?
        }
    }
}
