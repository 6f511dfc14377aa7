import Clinical

extension Worklist {
    /// To whom in the practice a line is directed: a role, never a person, so that nobody takes work along who leaves.
    ///
    /// Everybody who treats patients sees every inbox; an inbox says who is asked to look first.
    package enum Inbox: String, Hashable, Sendable, CaseIterable { case team, poh, gp, assistant }

    /// How much lies in an inbox, and since when.
    package struct InboxCount: Hashable, Sendable {
        package let inbox: Inbox
        package let count: Int
        package let oldest: Instant
    }

    /// A line as somebody sees it who treats nobody: no patient, no reason.
    struct BareLine: Hashable, Sendable {
        let id: ItemID
        let inbox: Inbox
        let openedAt: Instant
    }

    /// Who put a line in the inbox where it lies.
    struct Handed: Hashable, Sendable {
        let by: String
        let at: Instant
    }
}
