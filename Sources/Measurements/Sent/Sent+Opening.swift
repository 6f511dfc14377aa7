import Clinical

extension Measurements {
    /// How the readings of one batch are opened: with which keys, by which clock, and to which of them the person said yes.
    struct Opening: Sendable {
        let keys: [PhoneKey]
        let clock: PhoneClock
        let confirmed: Set<String>

        func read(_ text: String) -> Result<Sent, Sent.Unread> {
            guard let text = PhoneKey.isSealed(text) ? opened(text) : text else {
                return .failure(Sent.Unread(id: "", why: .otherAccount))
            }
            do throws(Sent.Unread) {
                var sent = try Sent(text)
                sent.correct(by: clock)
                if confirmed.contains(sent.id.description) { sent.answer = .isRight }
                return .success(sent)
            } catch {
                return .failure(error)
            }
        }

        /// Closed with a key of another account, or with none of ours: it stays on the phone for who can open it.
        private func opened(_ text: String) -> String? { keys.lazy.compactMap { $0.open(text) }.first }
    }
}

extension Measurements.Sent {
    fileprivate mutating func correct(by clock: PhoneClock) {
        guard clock.behind != .zero else { return }
        said = at.instant
        at = clock.corrected(at)
    }

    /// What is kept beside a reading that is here, when the clock of the phone was wrong.
    func correction(ofWhatIs judged: Measurements.Judged) -> PhoneClock.Correction? {
        guard let said, case .here(_, let reading, _, _) = judged else { return nil }
        return PhoneClock.Correction(reading: reading, said: said, by: at.instant - said)
    }
}
