import Audit
import Clinical
import Storage

/// What happens when somebody takes part, or stops; the stories are told above the slices.
package struct EnrollingStories: Sendable {
    package typealias Enrols =
        @Sendable (Enrolling.Candidate, Enrolling.Consent, ID<Practice>, Audit.Actor, Occasion) async throws -> Void

    package typealias Stops =
        @Sendable (Enrolling.Candidate, ID<Practice>, Audit.Actor, Occasion) async throws -> Void

    let enrols: Enrols
    let stops: Stops

    package init(enrols: @escaping Enrols, stops: @escaping Stops) {
        self.enrols = enrols
        self.stops = stops
    }
}

extension Enrolling {
    /// What somebody said yes to, and what they need.
    package struct Consent: Hashable, Sendable {
        package let on: Day
        package let way: ConsentWay
        package let help: Help
        package let spokenLanguage: String
        package let reading: Reading

        /// Whether written words are enough.
        package enum Reading: String, Hashable, Sendable, CaseIterable { case fluent, difficult }

        package init(on day: Day, way: ConsentWay, help: Help, spokenLanguage: String, reading: Reading) {
            on = day
            self.way = way
            self.help = help
            self.spokenLanguage = spokenLanguage
            self.reading = reading
        }
    }
}
