/// How far a limit has been checked.
///
/// Everything but ``published`` waits for a clinician before a practice may rely on it.
package enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// Read in the source that is named.
    case published
    /// General professional knowledge, not confirmed at a source.
    case toBeConfirmed = "to be confirmed by a clinician"
    /// Our own proposal.
    case proposed = "proposal, to be confirmed by a clinician"
}
