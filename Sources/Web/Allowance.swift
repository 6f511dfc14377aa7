import Clinical
import HTTPTypes

/// So much for each person on a day, at this node; whoever had it comes back tomorrow.
///
/// - Source: ASVS 5.0, 5.2.4; the numbers are our own proposal
package actor Allowance {
    private let most: Int
    private var day: Day?
    private var taken: [String: Int] = [:]

    package init(most: Int) { self.most = most }

    /// - Throws: ``EnoughForToday``
    package func take(for person: String, on today: Day) throws {
        if day != today {
            day = today
            taken = [:]
        }
        let count = taken[person, default: 0]
        guard count < most else { throw EnoughForToday() }
        taken[person] = count + 1
    }
}

/// As many files of one person as anybody needs on a day.
package struct EnoughForToday: Refusal {
    package var status: HTTPResponse.Status { .tooManyRequests }
    package var explanation: Sentence {
        Sentence(
            nl: "U stuurde vandaag al veel bestanden. Morgen kan het weer.",
            en: "You sent many files today. Tomorrow you can send more.")
    }
}
