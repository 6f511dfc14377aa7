import Clinical

/// A reading on its way in: what one row of a file became.
struct Draft {
    var measured: Measured
    var taken: Moment
    var status = Status.final
    var device: String?
    var externalID: String?
    var details = ReadingDetails()

    var reading: Reading {
        Reading(
            measured, taken: taken, setting: .home, source: .file, status: status, device: device,
            externalID: externalID
        )
    }
}

/// The door every row passes: it refuses what has not happened yet and leaves out what was read before.
///
/// It judges nothing: a strange but possible value goes through and is asked back later.
final class Intake {
    /// How far a meter's clock may run ahead of ours.
    private static let clockSlack = Duration.minutes(5)

    private let now: Instant?
    private let each: (ExportEntry) throws -> Void
    private var seen = Seen()

    init(now: Instant?, each: @escaping (ExportEntry) throws -> Void) {
        self.now = now
        self.each = each
    }

    /// Takes one reading from a row, or reports why there is none.
    func take(line: Int, _ make: () throws(RefusedRow) -> Draft) throws {
        try takeAll(line: line) { () throws(RefusedRow) in [try make()] }
    }

    /// Takes all readings from a row, or reports why there are none.
    func takeAll(line: Int, _ make: () throws(RefusedRow) -> [Draft]) throws {
        let drafts: [Draft]
        do {
            drafts = try make()
        } catch {
            return try refuse(error, line: line)
        }
        for draft in drafts { try take(draft, line: line) }
    }

    func take(_ draft: Draft, line: Int) throws {
        if let now, draft.taken.instant > now + Intake.clockSlack { return try refuse(.inTheFuture, line: line) }
        guard seen.isNew(draft.measured, at: draft.taken.instant) else { return try skip(.repeated, line: line) }
        let short = draft.short
        try each(.reading(short.reading, line: line, details: short.details))
    }

    func refuse(_ reason: RefusedRow, line: Int) throws { try each(.refused(line: line, reason: reason.short)) }
    func skip(_ row: SkippedRow, line: Int) throws { try each(.skipped(line: line, row.short)) }
}

/// No name, number or remark of a file is longer in memory than a line on a screen, whatever the file holds.
extension String {
    fileprivate static let most = 200

    fileprivate var short: String { utf8.count <= Self.most ? self : String(unicodeScalars.prefix(Self.most / 4)) }
}

extension Draft {
    /// A number of the sender that is cut would be another one's, so a long one is left out.
    fileprivate var short: Draft {
        var draft = self
        draft.device = device?.short
        draft.details.note = details.note?.short
        draft.externalID = externalID.flatMap { $0.utf8.count <= String.most ? $0 : nil }
        return draft
    }
}

extension RefusedRow {
    fileprivate var short: RefusedRow {
        switch self {
        case .notANumber(let name): .notANumber(name.short)
        case .missing(let name): .missing(name.short)
        case .unknownUnit(let unit): .unknownUnit(unit.short)
        default: self
        }
    }
}

extension SkippedRow {
    fileprivate var short: SkippedRow { if case .notUsed(let kind) = self { .notUsed(kind.short) } else { self } }
}

/// Remembers which readings were in the file already, in a few bytes each.
///
/// Of every kind the last 390,000 to 780,000 are remembered, so that memory stays bounded; a repeat that
/// is further away is found when it is stored.
private struct Seen {
    private static let generation = 390_000

    private var recent = [Set<UInt64>](repeating: [], count: 7)
    private var older = [Set<UInt64>](repeating: [], count: 7)

    mutating func isNew(_ measured: Measured, at instant: Instant) -> Bool {
        let (kind, first, second, third) = Seen.summary(of: measured)
        var mark = Seen.mixed(UInt64(bitPattern: instant.milliseconds))
        mark = Seen.mixed(mark ^ UInt64(bitPattern: Int64(first)))
        mark = Seen.mixed(mark ^ UInt64(bitPattern: Int64(second << 32 ^ third)))
        guard !older[kind].contains(mark), recent[kind].insert(mark).inserted else { return false }
        if recent[kind].count >= Seen.generation {
            older[kind] = recent[kind]
            recent[kind] = []
        }
        return true
    }

    private static func summary(of measured: Measured) -> (kind: Int, first: Int, second: Int, third: Int) {
        switch measured {
        case .bloodPressure(let pressure, let pulse, _):
            (0, pressure.systolic.mmHg, pressure.diastolic.mmHg, pulse?.perMinute ?? -1)  // -1: no pulse
        case .weight(let weight): (1, weight.grams, 0, 0)
        case .pulse(let pulse): (2, pulse.perMinute, 0, 0)
        case .steps(let steps): (3, steps.count, 0, 0)
        case .glucose(let glucose, _): (4, glucose.micromolesPerLitre, 0, 0)
        case .height(let height): (5, height.millimetres, 0, 0)
        case .waist(let waist): (6, waist.millimetres, 0, 0)
        }
    }

    /// Spreads the bits, so that neighbouring numbers get far-away marks (the finaliser of SplitMix64).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// Turns numbers of a file into quantities, and refuses only what no body can have.
///
/// - Units: see each name
/// - Source: 1–400 mmHg is what the database accepts, the other limits are ours and wide on purpose;
///   what is implausible but possible is asked back later (docs/running/importing.md)
enum Possible {
    static func pressure(mmHg systolic: Double, over diastolic: Double) throws(RefusedRow) -> BloodPressure {
        guard (1...400).contains(systolic.rounded()), (1...400).contains(diastolic.rounded()) else {
            throw .impossible(.pressure)
        }
        let pressure = BloodPressure(.mmHg(rounding: systolic), over: .mmHg(rounding: diastolic))
        guard pressure.diastolic < pressure.systolic else { throw .upsideDown }
        return pressure
    }

    static func pulse(perMinute value: Double) throws(RefusedRow) -> Pulse {
        guard (1...400).contains(value.rounded()) else { throw .impossible(.pulse) }
        return .perMinute(Int(value.rounded()))
    }

    static func weight(kg value: Double) throws(RefusedRow) -> Weight {
        guard (0.2...700).contains(value) else { throw .impossible(.weight) }
        return .kg(value)
    }

    static func height(metres value: Double) throws(RefusedRow) -> Length {
        guard (0.2...3).contains(value) else { throw .impossible(.height) }
        return .metres(value)
    }

    static func steps(_ value: Double) throws(RefusedRow) -> Steps {
        guard (0...1_000_000).contains(value) else { throw .impossible(.steps) }
        return .count(Int(value.rounded()))
    }

    static func glucose(millimolesPerLitre value: Double) throws(RefusedRow) -> Concentration {
        guard (0.1...200).contains(value) else { throw .impossible(.glucose) }
        return .millimolesPerLitre(value)
    }
}

/// Units as files write them.
///
/// - Source: NIST SP 811, appendix B.8; glucose 180.15588 g/mol, as Apple Health writes in its own unit
enum Unit {
    static func kilograms(_ unit: String) throws(RefusedRow) -> Double {
        switch unit {
        case "kg": 1
        case "g": 0.001
        case "lb", "lbs": 0.453_592_37
        case "st": 6.350_293_18
        case "oz": 0.028_349_523_125
        default: throw .unknownUnit(unit)
        }
    }

    static func metres(_ unit: String) throws(RefusedRow) -> Double {
        switch unit {
        case "m": 1
        case "cm": 0.01
        case "mm": 0.001
        case "in": 0.0254
        case "ft": 0.3048
        default: throw .unknownUnit(unit)
        }
    }

    static func mmHg(_ unit: String) throws(RefusedRow) -> Double {
        switch unit {
        case "mmHg", "mmhg": 1
        case "kPa", "kpa": 7.500_615_05
        default: throw .unknownUnit(unit)
        }
    }

    static func millimolesPerLitre(_ unit: String) throws(RefusedRow) -> Double {
        if unit == "mmol/L" || unit.hasPrefix("mmol<180.15") && unit.hasSuffix(">/L") { return 1 }
        guard unit == "mg/dL" || unit == "mg/dl" else { throw .unknownUnit(unit) }
        return 10 / 180.155_880_000_054_1
    }

    static func one(_ unit: String, called name: String) throws(RefusedRow) -> Double {
        guard unit == name else { throw .unknownUnit(unit) }
        return 1
    }
}
