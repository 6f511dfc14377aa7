import Clinical

extension Measurements {
    /// A meter that this person fetched readings from, and who they are on it.
    struct UsedMeter: Hashable, Sendable {
        let name: String
        /// `nil` when the meter has one user, or does not say.
        let person: Int?
    }

    /// The meters of which something is here now.
    static func usedMeters(_ sent: [Sent], _ judged: [Judged]) -> [UsedMeter] {
        let used = zip(sent, judged).compactMap { sent, judged -> UsedMeter? in
            guard case .meter(let said) = sent.content, case .here = judged else { return nil }
            return UsedMeter(name: said.name, person: said.user == nil ? nil : said.person)
        }
        // One entry a meter; whoever takes one reading of another user along stays who they are.
        return Dictionary(grouping: used, by: \.name).values.compactMap { $0.first { $0.person != nil } ?? $0.first }
            .sorted { $0.name < $1.name }
    }

    /// A reading that came in a short while ago and may still be taken back by who sent it.
    ///
    /// - Source: our own proposal: within a day; later the practice decides
    static func mayWithdraw(_ stored: StoredReading, at now: Instant) -> Withdrawal {
        guard [.typed, .bluetooth].contains(stored.reading.source), stored.reading.setting == .home,
            now - stored.recordedAt <= withdrawable
        else { return .tooLate }
        return stored.reading.status == .enteredInError ? .done : .open
    }

    enum Withdrawal: Hashable, Sendable { case open, done, tooLate }

    static let withdrawable = Duration.hours(24)
}
