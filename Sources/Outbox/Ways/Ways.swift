import Clinical

extension Outbox {
    /// A mail address as we send to it: letters, digits and a few marks, so that it can be nothing else in a letter than
    /// an address.
    ///
    /// - Source: RFC 5321, section 4.1.2, without quotes, comments and address literals
    package struct MailAddress: Hashable, Sendable {
        package let text: String

        /// - Returns: `nil` for what we do not send to
        package init?(typed: String) {
            let halves = typed.split(separator: "@", omittingEmptySubsequences: false)
            guard halves.count == 2, typed.utf8.count <= 254, Self.isBox(halves[0]), Self.isHost(halves[1]) else {
                return nil
            }
            text = "\(halves[0])@\(halves[1].lowercased())"
        }

        private static func isBox(_ box: Substring) -> Bool {
            let parts = box.split(separator: ".", omittingEmptySubsequences: false)
            return (1...64).contains(box.utf8.count) && box.first != "-"
                && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0.isPlain || "+_-".utf8.contains($0) } }
        }

        private static func isHost(_ host: Substring) -> Bool {
            let labels = host.split(separator: ".", omittingEmptySubsequences: false)
            return labels.count >= 2 && labels.last?.utf8.contains(where: \.isLetter) == true
                && labels.allSatisfy {
                    (1...63).contains($0.utf8.count) && $0.first != "-" && $0.last != "-"
                        && $0.utf8.allSatisfy { $0.isPlain || $0 == UInt8(ascii: "-") }
                }
        }

        /// `f…@voorbeeld.nl`
        package var masked: String {
            let halves = text.split(separator: "@")
            return "\(halves[0].prefix(1))…@\(halves[1])"
        }
    }

    /// A phone that takes messages, as the whole world writes it.
    ///
    /// - Shape: `+31612345678`; typed as `06 - 12 34 56 78`, `0031…` or `+31 …`
    /// - Source: ITU-T E.164 (15 digits at most)
    package struct PhoneNumber: Hashable, Sendable {
        package let text: String

        /// - Returns: `nil` for what is no number, and for a Dutch number that takes no messages
        package init?(typed: String) {
            let kept = typed.filter { !" -.()".contains($0) }
            let international =
                kept.hasPrefix("+")
                ? String(kept.dropFirst())
                : kept.hasPrefix("00")
                    ? String(kept.dropFirst(2))
                    : kept.hasPrefix("06") ? "31\(kept.dropFirst())" : ""
            guard (8...15).contains(international.utf8.count), international.utf8.allSatisfy(\.isDigit),
                international.first != "0"
            else { return nil }
            if international.hasPrefix("31") {
                guard international.hasPrefix("316"), international.utf8.count == 11 else { return nil }
            }
            text = "+\(international)"
        }

        /// `+31…678`
        package var masked: String { "\(text.prefix(3))…\(text.suffix(3))" }
    }

    /// One way to reach a patient, as it is kept.
    package struct Way: Hashable, Sendable {
        package let id: ID<WayMark>
        package let channel: Channel
        package let confirmedAt: Instant?
        package let codeUntil: Instant?
        /// Opened, when there are keys on this machine.
        package let address: String?

        /// Enough to know it by.
        var masked: String {
            switch channel {
            case .mail: address.flatMap { MailAddress(typed: $0)?.masked } ?? "…"
            case .phone: address.flatMap { PhoneNumber(typed: $0)?.masked } ?? "…"
            case .push: "…"
            }
        }
    }

    /// A code that shows that an address is theirs.
    package enum Code {
        /// - Source: our own proposal
        static let validity = Duration.minutes(30)
        static let mostTries = 5
        /// So many codes are sent in an hour, so that nobody can use us to bother a stranger.
        static let mostInAnHour = 3

        /// Six digits, from eight bytes of chance.
        static func text(_ chance: [UInt8]) -> String {
            let number = chance.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
            return String(String(1_000_000 + number).dropFirst())
        }

        package enum Answer: Hashable, Sendable { case right(Channel), wrong, over }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isPlain: Bool { isLetter || isDigit }
}
