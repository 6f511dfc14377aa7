import Audit
import Clinical
import Hummingbird
import Storage
import Web

extension Identity {
    /// The patient something is about, the practice where they are registered, and the ground on which they may be opened.
    package struct Subject: Hashable, Sendable {
        package let patient: ID<Patient>
        package let practice: ID<Practice>
        package let ground: Audit.Ground
        /// The consent or the emergency behind it; nothing when they are simply treated.
        package let basis: ID<Audit.Passage.Basis>?
        /// When this ground ends by itself.
        package let until: Instant?

        package init(
            patient: ID<Patient>, practice: ID<Practice>, ground: Audit.Ground, basis: ID<Audit.Passage.Basis>?,
            until: Instant?
        ) {
            self.patient = patient
            self.practice = practice
            self.ground = ground
            self.basis = basis
            self.until = until
        }
    }

    /// What a patient lets somebody do who helps them.
    package struct Mandate: Hashable, Sendable {
        package let proxy: ID<Audit.Proxy>
        package let patient: ID<Patient>
        package let patientName: String
        package let categories: Set<Category>
        package let until: Instant

        var basis: ID<Audit.Passage.Basis> { ID(of: proxy) }
    }
}

extension WorkContext where Place: PlaceWithPatients {
    /// The patient this is about, when the policy lets this visitor do this about them.
    ///
    /// - Throws: ``NotFound`` when it does not, or there is no such patient: the two cannot be told apart
    package func subject(_ patient: ID<Patient>, at now: Instant, _ db: Transaction) throws -> Identity.Subject {
        guard let deed = passage.deed else { throw NotFound() }
        for relation in passage.policy.relations(for: deed, of: visitor.role) {
            if let subject = try Identity.subject(patient, relation, of: worker, at: practice, at: now, db) {
                return subject
            }
        }
        throw NotFound()
    }

    /// The patient whose number stands in the address.
    ///
    /// - Throws: ``NotFound``
    package func patientInAddress() throws -> ID<Patient> {
        guard let id = ID<Patient>(try parameters.require("patient")) else { throw NotFound() }
        return id
    }
}
