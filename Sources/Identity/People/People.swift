import Clinical

/// Who works where, as whom, since when and until when.
package enum People {
    /// The account of somebody who works here.
    struct Account: Hashable, Sendable {
        let signIn: String
        let organisation: ID<Practice>
        let role: Identity.Role
    }

    /// Whether somebody is left to do what a role is for.
    enum Kept: Hashable, Sendable { case yes, no }

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
