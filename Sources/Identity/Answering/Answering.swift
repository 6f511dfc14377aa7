import Clinical

extension Identity {
    /// When a practice answers, when it is open, and whom to phone when it is not.
    ///
    /// It promises a day for an answer; it never promises that somebody watches.
    package struct Answering: Hashable, Sendable {
        package let times: AnsweringTimes
        /// For what cannot wait, while the practice is open.
        package let phone: String
        /// The out-of-hours GPs, when the practice told their number.
        package let nightPhone: String?
        /// What the practice itself says of being closed.
        package let nightText: String?

        package init(times: AnsweringTimes, phone: String, nightPhone: String? = nil, nightText: String? = nil) {
            self.times = times
            self.phone = phone
            self.nightPhone = nightPhone
            self.nightText = nightText
        }

        /// - Units: working days
        package static let replyDaysAllowed = 1...30
        static let longestPhone = 30
        static let longestText = 200
    }
}
