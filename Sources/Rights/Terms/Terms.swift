import Clinical

extension Rights {
    /// How long each kind of thing is kept. The days are data of the practice; what stands here is where it begins.
    ///
    /// What is not kept at all has no term: no raw messages of other systems, and no telemetry of kits.
    package enum Term: String, Hashable, Sendable, CaseIterable {
        case sessions, letters
        case closedAccounts = "closed-accounts"
        case sent
        case saidNo = "said-no"
        case requests
        case records
        case accessLog = "access-log"

        package var days: Int {
            switch self {
            case .sessions, .letters: 30
            case .closedAccounts, .sent: 90
            case .saidNo: 365
            case .requests, .accessLog: 1827
            case .records: 7305
            }
        }

        /// What a practice may choose.
        package var allowed: ClosedRange<Int> {
            switch self {
            case .sessions, .letters: 1...30
            case .closedAccounts: 1...365
            case .sent: 7...365
            case .saidNo: 30...730
            case .requests: 365...7305
            case .records: 7305...36_500
            case .accessLog: 1827...36_500
            }
        }

        package var what: String {
            switch self {
            case .sessions: "sessions of browsers, since they began"
            case .letters: "letters with a code, since they were used or could not be used any more"
            case .closedAccounts: "sessions, browsers and second factors of accounts that ended; the name stays taken"
            case .sent: "reminders and codes that left or were withdrawn; what is in quarantine stays"
            case .saidNo: "people on the list who said no or were not asked, with their invitations"
            case .requests: "requests that were refused, taken back or done, and proofs of erasure"
            case .records: "everything of a patient, since the last thing that was kept of them"
            case .accessLog: "lines of the access log"
            }
        }

        package var source: String {
            switch self {
            case .sessions: "our own proposal, to be confirmed by the privacy officer"
            case .letters, .closedAccounts, .sent, .saidNo: "our own proposal, to be confirmed by the privacy officer"
            case .requests: "five years, as the access log that tells of them; our own proposal"
            case .records:
                "WGBO 7:454(3): twenty years from the last change, or longer when good care asks; "
                    + "the practice decides"
            case .accessLog: "Stcrt. 2019, 38007: at least five years from writing"
            }
        }

        /// How it goes.
        package var going: Going {
            switch self {
            case .sessions, .letters, .closedAccounts, .sent, .saidNo, .requests: .byItself
            case .records: .whenAsked
            case .accessLog: .not
            }
        }

        package enum Going: String, Hashable, Sendable {
            /// By the rounds of the server, once a day.
            case byItself = "by itself"
            /// Only by the command, with its own option: the practice looks first.
            case whenAsked = "when asked"
            /// The lines are sealed in one chain, which cannot be cut yet.
            case not = "not yet"
        }
    }
}
