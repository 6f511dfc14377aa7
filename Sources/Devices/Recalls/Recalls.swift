import Clinical

extension Devices {
    /// A maker, or the practice itself, calls devices back: all of a model, or those between two serial numbers.
    package struct Recall: Hashable, Sendable {
        package let id: ID<RecallMark>
        package let model: String
        package let serials: SerialRange
        package let reason: String
        package let startedAt: Instant
        package var endedAt: Instant?

        package init(
            id: ID<RecallMark>, model: String, serials: SerialRange, reason: String, startedAt: Instant,
            endedAt: Instant? = nil
        ) {
            self.id = id
            self.model = model
            self.serials = serials
            self.reason = reason
            self.startedAt = startedAt
            self.endedAt = endedAt
        }

        /// A device of which we do not know the serial number is called back too: somebody looks at it.
        package func isAbout(_ device: Device) -> Bool {
            device.model.folded == model.folded && serials.holds(device.serial)
        }
    }

    /// From one serial number up to another, both included; an open end has no limit.
    ///
    /// - Shape: digits in a serial number count as a number: `A9` comes before `A10`
    package struct SerialRange: Hashable, Sendable {
        package let from: String
        package let to: String

        package init(from: String, to: String) {
            self.from = from
            self.to = to
        }

        package func holds(_ serial: String) -> Bool {
            let serial = Self.pieces(of: serial)
            guard !serial.isEmpty else { return true }
            let (first, last) = (Self.pieces(of: from), Self.pieces(of: to))
            return (first.isEmpty || !Self.isBefore(serial, first)) && (last.isEmpty || !Self.isBefore(last, serial))
        }

        private enum Piece: Hashable {
            case digits(String)
            case letters(String)
        }

        private static func pieces(of serial: String) -> [Piece] {
            var pieces: [Piece] = []
            var rest = Substring(serial.folded)
            while let first = rest.first {
                let isDigits = first.isNumber
                let piece = rest.prefix { $0.isNumber == isDigits }
                rest = rest.dropFirst(piece.count)
                pieces.append(isDigits ? .digits(String(piece.drop { $0 == "0" })) : .letters(String(piece)))
            }
            return pieces
        }

        private static func isBefore(_ one: [Piece], _ other: [Piece]) -> Bool {
            for (one, other) in zip(one, other) where one != other {
                switch (one, other) {
                case (.digits(let one), .digits(let other)):
                    return one.count == other.count ? one < other : one.count < other.count
                case (.letters(let one), .letters(let other)): return one < other
                case (.digits, .letters): return true
                case (.letters, .digits): return false
                }
            }
            return one.count < other.count
        }
    }
}

extension Devices {
    /// How far a recall is: which kits it is about, and which of those were seen to.
    struct RecallStanding: Hashable, Sendable {
        let recall: Recall
        let waiting: Int
        let settled: Int
    }
}
