import Clinical
import Crypto
import Identity

extension Outbox {
    /// A house that sends messages to phones, asked by a webhook of its own.
    ///
    /// - Shape: `POST {"id":…,"to":"+31…","text":…,"until":…}` as JSON; `Idempotency-Key` is the same at each try, and
    ///   `Hartlijn-Signature: t=SECONDS,v1=HEX` is HMAC-SHA256 over `SECONDS.BODY`
    package struct PhoneGateway: Sendable {
        private let address: String
        private let secret: [UInt8]
        private let wording: Wording
        private let outgoing: Outgoing

        package init(at address: String, secret: [UInt8], wording: Wording, outgoing: Outgoing) {
            self.address = address
            self.secret = secret
            self.wording = wording
            self.outgoing = outgoing
        }

        /// Whether we would send there: over TLS, or on this machine itself.
        package static func isUsable(_ address: String) -> Bool {
            let isPlain = address.utf8.allSatisfy { (33...126).contains($0) }
            let here = ["http://127.0.0.1:", "http://localhost:"]
            return isPlain && (address.hasPrefix("https://") || here.contains { address.hasPrefix($0) })
        }

        private static let longestAnswer = 64 * 1024

        package var carrier: Carrier {
            Carrier { parcel, now in
                guard PhoneNumber(typed: parcel.to) != nil else { return .quarantine(.refused) }
                do {
                    return Self.outcome(try await outgoing.answer(to: question(parcel, at: now)).status)
                } catch OutgoingFailure.unreachable {
                    return .later(.unreachable)
                } catch {
                    return .quarantine(.noAnswer)
                }
            }
        }

        func question(_ parcel: Parcel, at now: Instant) -> Outgoing.Question {
            // None of the four holds a quote, a backslash or a line end.
            let (text, until) = (wording.text(of: parcel), Moment.amsterdam(parcel.until).rfc3339)
            let body = #"{"id":"\#(parcel.id)","to":"\#(parcel.to)","text":"\#(text)","until":"\#(until)"}"#
            let seconds = now.milliseconds / 1000
            let seal = HMAC<SHA256>.authenticationCode(
                for: Array("\(seconds).\(body)".utf8), using: SymmetricKey(data: secret))
            return Outgoing.Question(
                address,
                headers: [
                    "Content-Type": "application/json", "Idempotency-Key": parcel.id.description,
                    "Hartlijn-Signature": "t=\(seconds),v1=\(seal.map(Self.hexadecimal).joined())",
                ], body: body, longest: Self.longestAnswer)
        }

        private static func hexadecimal(_ byte: UInt8) -> String {
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }

        static func outcome(_ status: Int) -> Outcome {
            switch status {
            case 200...299: .sent
            case 408, 425, 429, 500...599: .later(.busy)
            default: .quarantine(.refused)
            }
        }
    }
}
