import Clinical

extension Portal {
    package enum MedicationMark {}

    /// What changed in somebody's medicines, and why, in words the patient reads.
    ///
    /// Hartlijn shows and explains; it does not prescribe.
    package struct MedicationChange: Hashable, Sendable {
        package let id: ID<MedicationMark>
        package let changedOn: Day
        /// What changed: `Nieuwe pil erbij: amlodipine 5 mg`.
        package let what: String
        /// Why: a change without a why is refused.
        package let why: String
    }
}
