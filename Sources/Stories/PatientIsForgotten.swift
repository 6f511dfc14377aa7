import Assistance
import Audit
import Clinical
import Devices
import Enrolling
import Exchange
import Identity
import Measurements
import Outbox
import Pharmacy
import Portal
import Rights
import Storage
import Vault
import Worklist

/// A patient asked to be forgotten, and the practice decided that nothing stands in the way: everything is gone in one
/// transaction, and then from the pages of the disk that it stood on.
///
/// What stays is the access log, in which the patient is a number that leads to nobody.
///
/// - Source: AVG article 17, limited by WGBO article 7:455 (the practice may have to refuse)
package struct PatientIsForgotten: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// What was there, for the proof that the patient gets.
    package struct Proof: Hashable, Sendable {
        package let patient: ID<Patient>
        package let practice: ID<Practice>
        package let at: Instant
        package let readings: Int
        package let lines: Int
        package let messages: Int
        package let accounts: Int
        /// The key with which fields were sealed, by its number and the hash of what stood in the database; nothing when
        /// nothing was sealed.
        package let key: Erasure.Destroyed?
        /// The key in a line: which one, and the hash of what stood there.
        package var keyLine: String {
            key.map { "key \($0.key) destroyed; SHA-256 of what stood there: \($0.hashText)" } ?? ""
        }

        init(
            patient: ID<Patient>, practice: ID<Practice>, at now: Instant, readings: Int, lines: Int, messages: Int,
            forgotten: (accounts: Int, key: Erasure.Destroyed?)
        ) {
            self.patient = patient
            self.practice = practice
            at = now
            self.readings = readings
            self.lines = lines
            self.messages = messages
            accounts = forgotten.accounts
            key = forgotten.key
        }
    }

    /// - Returns: nothing when this practice has no such patient
    package func tell(
        _ patient: ID<Patient>, of practice: ID<Practice>, by actor: Audit.Actor, at occasion: Occasion
    ) async throws -> Proof? {
        let proof = try await store.write { db -> Proof? in
            guard try Identity.patient(patient, in: practice, db) != nil else { return nil }
            // First, while it is still known whose kits they are.
            _ = try Devices.forget(patient, in: practice, at: occasion, db)
            try Enrolling.forget(patient, in: practice, db)
            try Assistance.forget(patient, in: practice, db)
            try Pharmacy.forget(patient, in: practice, db)
            try Outbox.forget(patient, in: practice, db)
            try Exchange.forget(patient, in: practice, at: occasion.now, db)
            let asked = try Rights.forget(patient, in: practice, db)
            let proof = Proof(
                patient: patient, practice: practice, at: occasion.now,
                readings: try Measurements.forget(patient, in: practice, db),
                lines: try Worklist.forget(patient, in: practice, db),
                messages: try Portal.forget(patient, in: practice, db),
                forgotten: try Identity.forget(patient, in: practice, db))
            if let asked { try Rights.keep(proof.erased(asked), by: actor.worker, in: practice, db) }
            try Audit.record(
                Audit.Entry(.changed, "patient forgotten", of: patient, in: practice, by: actor), at: occasion, db)
            return proof
        }
        if proof != nil { try await store.scrub() }
        return proof
    }
}

extension PatientIsForgotten.Proof {
    fileprivate func erased(_ asked: (number: Int, askedAt: Instant)) -> Rights.Erased {
        Rights.Erased(
            number: asked.number, askedAt: asked.askedAt, carriedOutAt: at, readings: readings, messages: messages,
            lines: lines, accounts: accounts, key: keyLine)
    }
}
