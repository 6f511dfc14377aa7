import Clinical
import Credentials
import Meters
import Web

extension Measurements {
    /// What a meter said of one reading, and what the person said of the meter.
    ///
    /// - Shape: `"meter":{"name":…,"characteristic":"2A35","hex":…}`, and beside it, if known: `"person":1` (who they are on
    ///   the meter), `"clock":{"characteristic":"2A2B","hex":…}` (what its clock said then), `"justNow":true` or `false`
    struct FromMeter: Hashable, Sendable {
        /// What the meter calls itself.
        let name: String
        let measured: Measured
        /// Seconds on the clock of the meter since 1970.
        let wallSeconds: Int?
        /// Which of its users, when the meter says so.
        let user: Int?
        /// What went otherwise while measuring.
        let trouble: Set<Trouble>
        let person: Int?
        /// What the clock of the meter said when it gave the reading.
        let clockSeconds: Int?
        let justNow: JustNow

        enum Trouble: String, Hashable, Sendable, CaseIterable {
            case bodyMovement, cuffTooLoose, improperPosition, irregularPulse

            /// Whether the number itself may be wrong.
            var spoils: Bool { self != .irregularPulse }
        }

        /// What the person said when asked whether the newest reading was taken just now.
        enum JustNow: Hashable, Sendable { case notAsked, yes, no }

        private static let longestName = 64
    }
}

extension Measurements.FromMeter {
    /// - Throws: ``SentRefusal``
    init(_ meter: [String: JSONValue], of members: [String: JSONValue]) throws(SentRefusal) {
        guard case .text(let name)? = meter["name"], name.unicodeScalars.count <= Self.longestName,
            case .text(let characteristic)? = meter["characteristic"], case .text(let hex)? = meter["hex"]
        else { throw .unreadable }
        let said = try Self.reading(characteristic, hex)
        self.name = name
        measured = try Self.measured(said)
        guard said.unitDoubt == nil else { throw .unit }
        wallSeconds = said.wallSeconds
        user = if case .number(let number) = said.user { Int(number) } else { nil }
        trouble = Set((said.status ?? []).compactMap { Trouble(rawValue: $0) })
        person = members["person"]?.whole
        clockSeconds = Self.clock(members["clock"])
        justNow =
            switch members["justNow"] {
            case .truth(true)?: .yes
            case .truth(false)?: .no
            default: .notAsked
            }
    }

    private static func reading(_ characteristic: String, _ hex: String) throws(SentRefusal) -> MeterReading {
        let readings: [MeterReading]
        do throws(MeterFailure) { readings = try Meters.readings(characteristic, hex: hex) } catch {
            throw error.saysItFailed ? .failed : .unreadable
        }
        guard let only = readings.first, readings.count == 1 else { throw .unreadable }
        return only
    }

    private static func measured(_ said: MeterReading) throws(SentRefusal) -> Measured {
        switch said.what {
        case .bloodPressure(let pressures, let pulse):
            guard let systolic = pressures.systolic.canonical, let diastolic = pressures.diastolic.canonical else {
                throw .impossible
            }
            let rhythm: Rhythm? = said.status?.contains(Trouble.irregularPulse.rawValue) == true ? .irregular : nil
            return .bloodPressure(
                .mmHg(systolic, over: diastolic), pulse: pulse?.canonical.map { .perMinute($0) }, rhythm: rhythm)
        case .weight(let weight, _):
            guard let grams = weight.canonical else { throw .impossible }
            return .weight(.grams(grams))
        case .cuffPressure, .pulse, .glucose, .temperature: throw .unreadable
        }
    }

    /// A clock that cannot be read says nothing about the reading.
    private static func clock(_ value: JSONValue?) -> Int? {
        guard case .object(let clock)? = value, case .text(let characteristic)? = clock["characteristic"],
            case .text(let hex)? = clock["hex"],
            let bytes = [UInt8](hexadecimal: hex),
            let kind = try? MeterCharacteristic(named: characteristic),  // as above
            let said = try? MeterValue(kind, bytes)  // as above
        else { return nil }
        switch said {
        case .currentTime(let now): return now.time.wallSeconds
        case .dateTime(let time): return time.wallSeconds
        default: return nil
        }
    }

    /// What the meter calls this reading: its own time and the values; without a time, what the phone calls it.
    func number(sentAs id: Measurements.ReadingID) -> String {
        guard let wallSeconds else { return measured.typed(in: id) }
        let (first, second, third) = measured.numbers
        let values = [first, second, third].map { $0.map(String.init) ?? "" }.joined(separator: "|")
        return "\(name)|\(wallSeconds)|\(values)"
    }
}

extension MeterFailure {
    /// The meter did its best, and has no number.
    fileprivate var saysItFailed: Bool {
        switch reason {
        case .special, .unsuccessful, .invalidMeasurement: true
        default: false
        }
    }
}
