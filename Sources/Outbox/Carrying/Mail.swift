import Clinical
import Identity

extension Outbox {
    /// A letter as a `sendmail` reads it: it finds the receiver in the letter itself, so nothing that anybody typed is ever
    /// a word of a command.
    ///
    /// - Shape: ASCII, lines that end in LF, an empty line between head and text
    /// - Source: RFC 5322; RFC 3834 (a machine writes, so no machine answers)
    package struct Mail: Sendable {
        private let sender: MailAddress
        private let wording: Wording

        package init(from sender: MailAddress, wording: Wording) {
            self.sender = sender
            self.wording = wording
        }

        /// The words of the command, whoever the letter is for.
        package var arguments: [String] { ["-i", "-t", "-f", sender.text] }

        /// - Returns: `nil` when the address is none
        package func letter(_ parcel: Parcel, at now: Instant) -> String? {
            guard let receiver = MailAddress(typed: parcel.to) else { return nil }
            let host = sender.text.split(separator: "@").last ?? "hartlijn.invalid"
            return """
                From: Hartlijn <\(sender.text)>
                To: <\(receiver.text)>
                Subject: \(OutsideWords.subject)
                Date: \(Self.date(now))
                Message-ID: <\(parcel.id)@\(host)>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=us-ascii
                Content-Transfer-Encoding: 7bit

                \(wording.text(of: parcel))

                """
        }

        /// `Thu, 26 Nov 2026 08:00:00 +0000`
        static func date(_ now: Instant) -> String {
            let moment = Moment(now, offsetMinutes: 0)
            let day = moment.day
            let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
            let months = [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ]
            let seconds = Int(now.milliseconds / 1000 % 60)
            let clock = [moment.hour, moment.minute, seconds].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return """
                \(days[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(day.year) \
                \(clock.joined(separator: ":")) +0000
                """
        }

        /// What a `sendmail` says when it ends.
        ///
        /// - Source: sysexits.h: 67 no such user, 68 no such host; others may pass
        package enum End: Hashable, Sendable {
            case ended(Int)
            /// It could not be started at all.
            case notStarted
            /// It took too long, or something killed it: whether the letter left nobody knows.
            case stopped
        }

        package static func outcome(_ end: End) -> Outcome {
            switch end {
            case .ended(0): .sent
            case .ended(67), .ended(68): .quarantine(.refused)
            case .ended: .later(.busy)
            case .notStarted: .later(.unreachable)
            case .stopped: .quarantine(.noAnswer)
            }
        }
    }
}
