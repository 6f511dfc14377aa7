import Clinical

/// Who works where, as whom, since when and until when.
package enum People {
    /// Somebody with a role at an organisation.
    struct Member: Hashable, Sendable {
        let worker: ID<Worker>
        let organisation: ID<Practice>
        let organisationName: String
        let name: String
        let role: Identity.Role
        let since: Instant
        /// Nothing when they have no account (any more).
        let signIn: String?
        let endsAt: Instant?
    }
}
