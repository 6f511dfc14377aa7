import Audit
import Clinical
import Enrolling
import Identity
import Storage

/// Somebody says yes and takes part: they become a patient here, when they were not yet, under the number they had on the
/// list.
package struct PatientEnrols: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Throws: ``Enrolling/CannotBeDone`` when they take part already
    package func tell(
        _ person: Enrolling.Candidate, saying consent: Enrolling.Consent, to practice: ID<Practice>,
        by actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        let worker = try actor.mustWork()
        try await store.write { db in
            try Enrolling.step(.takePart, with: person, in: practice, at: occasion.now, db)
            if try Identity.patient(person.id, in: practice, db) == nil {
                try Identity.add(Self.card(of: person, consent), to: practice, at: occasion.now, db)
            }
            try Enrolling.enrol(
                person.id, saying: consent, with: person.box, as: occasion.newID(), in: practice, by: worker,
                at: occasion.now, db)
            try Audit.record(
                Audit.Entry(.added, "enrolment", of: person.id, in: practice, by: actor), at: occasion, db)
        }
    }

    private static func card(of person: Enrolling.Candidate, _ consent: Enrolling.Consent) -> Identity.PatientCard {
        let programmes: [EligibilityGround: String] = [
            .heart: "HVZ", .diabetes: "DM2", .hypertension: "hypertensie", .obesity: "obesitas",
        ]
        return Identity.PatientCard(
            id: person.id, givenName: person.givenName, familyName: person.familyName, bornOn: person.bornOn,
            sex: person.sex, programmes: person.grounds.compactMap { programmes[$0] }.joined(separator: ", "),
            phone: person.phone, spokenLanguage: consent.spokenLanguage,
            reading: consent.reading == .difficult ? .difficult : .fluent)
    }
}
