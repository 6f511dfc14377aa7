import Clinical

/// Reads the `export.xml` that Apple Health on an iPhone makes.
///
/// Every record of a kind we use becomes one reading; other kinds are left out and said so. A person's own
/// name, birthday and sex in the file are not looked at.
///
/// - Shape: `<Record type= unit= value= sourceName= startDate=>`, and two of them in a `<Correlation>` for a
///   blood pressure; times as `2026-01-01 08:00:00 +0100`
/// - Units: by the `unit` of each record; an unknown unit is refused
/// - Source: the document type at the head of the export itself ("HealthKit Export Version: 3" and later)
struct AppleHealth: XMLHandler {
    private let intake: Intake
    private var record: AppleRecord?
    private var pair: ApplePair?
    private var loose = LooseHalves()
    private var names = LastText()
    private var others = LastText()

    private init(_ intake: Intake) { self.intake = intake }

    static func read(_ source: any ByteSource, into intake: Intake, progress: @escaping (Int, Int) -> Void) throws {
        var scanner = XMLScanner(source, progress: progress)
        var health = AppleHealth(intake)
        let stopped = try scanner.scan(into: &health)
        try source.verify()
        for line in health.loose.lines { try intake.refuse(.halfPressure, line: line) }
        if let stopped { try intake.refuse(stopped.reason, line: stopped.line) }
    }

    mutating func start(_ element: XMLElement) throws {
        if element.name.equals("Record") { return try startRecord(element) }
        if element.name.equals("MetadataEntry") { return note(element) }
        if element.name.equals("Correlation") { startPair(element) }
    }

    mutating func end(_ element: Bytes, line: Int) throws {
        if element.equals("Record") { return try endRecord() }
        if element.equals("Correlation") { try endPair() }
    }

    private mutating func startRecord(_ element: XMLElement) throws {
        record = nil
        guard let type = element.attribute("type")?.value else {
            return try intake.refuse(.missing("type"), line: element.line)
        }
        guard let kind = AppleRecord.Kind(type) else {
            return try intake.skip(.notUsed(others.text(AppleRecord.shortName(of: type)) ?? "?"), line: element.line)
        }
        do throws(RefusedRow) {
            record = try AppleRecord(kind, element, &names)
        } catch {
            try intake.refuse(error, line: element.line)
        }
    }

    private mutating func note(_ element: XMLElement) {
        guard let key = element.attribute("key")?.value, let value = element.attribute("value")?.value else { return }
        if key.equals("HKWasUserEntered"), value.equals("1") {
            if record != nil { record?.modality = .selfReported } else { pair?.modality = .selfReported }
        }
        // 1 is "before a meal", which is not the same as fasting
        if key.equals("HKBloodGlucoseMealTime"), value.equals("2") { record?.glucoseMoment = .afterMeal }
    }

    private mutating func endRecord() throws {
        guard let record else { return }
        self.record = nil
        guard record.kind == .systolic || record.kind == .diastolic else {
            return try intake.take(line: record.line) { () throws(RefusedRow) in try record.draft() }
        }
        if pair != nil { pair?.add(record) } else if let pair = loose.match(record) { try take(pair) }
    }

    private mutating func startPair(_ element: XMLElement) {
        guard element.attribute("type")?.value.equals("HKCorrelationTypeIdentifierBloodPressure") == true else {
            return
        }
        pair = ApplePair(line: element.line)
    }

    private mutating func endPair() throws {
        guard let pair else { return }
        self.pair = nil
        try take(pair)
    }

    private func take(_ pair: ApplePair) throws {
        try intake.take(line: pair.line) { () throws(RefusedRow) in try pair.draft() }
    }
}

/// One `<Record>` of a kind we use, with its number in our unit.
struct AppleRecord {
    enum Kind {
        case steps, weight, height, pulse, glucose, systolic, diastolic
    }

    let kind: Kind
    let line: Int
    let value: Double
    let taken: Moment
    let source: String
    var modality: ReadingDetails.Modality?
    var glucoseMoment = GlucoseMoment.random

    init(_ kind: Kind, _ element: XMLElement, _ names: inout LastText) throws(RefusedRow) {
        guard let number = element.attribute("value")?.value else { throw .missing("value") }
        guard let value = Number.read(number.buffer) else { throw .notANumber("value") }
        guard let date = element.attribute("startDate")?.value else { throw .noTime }
        guard let taken = Moment(appleHealth: date) else { throw .noSuchTime }
        guard let name = element.attribute("sourceName") else { throw .missing("sourceName") }
        guard let source = name.hasReferences ? name.text : names.text(name.value) else { throw .unreadableText }
        self.kind = kind
        self.line = element.line
        self.value = value * (try kind.factor(element))
        self.taken = taken
        self.source = source
    }

    func draft() throws(RefusedRow) -> Draft {
        Draft(
            measured: try measured(), taken: taken, device: source.isEmpty ? nil : source,
            details: ReadingDetails(modality: modality)
        )
    }

    private func measured() throws(RefusedRow) -> Measured {
        switch kind {
        case .steps: .steps(try Possible.steps(value))
        case .weight: .weight(try Possible.weight(kg: value))
        case .height: .height(try Possible.height(metres: value))
        case .pulse: .pulse(try Possible.pulse(perMinute: value))
        case .glucose: .glucose(try Possible.glucose(millimolesPerLitre: value), glucoseMoment)
        case .systolic, .diastolic: throw .halfPressure
        }
    }

    /// `HKQuantityTypeIdentifierStepCount` → `StepCount`
    static func shortName(of type: Bytes) -> Bytes {
        let mark = type.hasPrefix("HKQuantityTypeIdentifier") ? 24 : type.hasPrefix("HKCategoryTypeIdentifier") ? 24 : 0
        return type.dropFirst(mark)
    }
}

extension AppleRecord.Kind {
    init?(_ type: Bytes) {
        guard type.hasPrefix("HKQuantityTypeIdentifier") else { return nil }
        let name = AppleRecord.shortName(of: type)
        switch name.count {
        case 9 where name.equals("StepCount"): self = .steps
        case 9 where name.equals("HeartRate"): self = .pulse
        case 16 where name.equals("RestingHeartRate"): self = .pulse
        case 8 where name.equals("BodyMass"): self = .weight
        case 6 where name.equals("Height"): self = .height
        case 12 where name.equals("BloodGlucose"): self = .glucose
        case 21 where name.equals("BloodPressureSystolic"): self = .systolic
        case 22 where name.equals("BloodPressureDiastolic"): self = .diastolic
        default: return nil
        }
    }

    fileprivate func factor(_ element: XMLElement) throws(RefusedRow) -> Double {
        guard let attribute = element.attribute("unit") else { throw .unknownUnit("") }
        if attribute.value.equals(usualUnit) { return 1 }
        guard let unit = attribute.text else { throw .unreadableText }
        return switch self {
        case .steps: try Unit.one(unit, called: "count")
        case .pulse: try Unit.one(unit, called: "count/min")
        case .weight: try Unit.kilograms(unit)
        case .height: try Unit.metres(unit)
        case .glucose: try Unit.millimolesPerLitre(unit)
        case .systolic, .diastolic: try Unit.mmHg(unit)
        }
    }

    private var usualUnit: StaticString {
        switch self {
        case .steps: "count"
        case .pulse: "count/min"
        case .weight: "kg"
        case .height: "m"
        case .glucose: "mmol/L"
        case .systolic, .diastolic: "mmHg"
        }
    }
}

/// A text that is the same in row after row is made once.
struct LastText {
    private var bytes: [UInt8] = []
    private var made = ""

    /// - Returns: `nil` when the bytes are not UTF-8
    mutating func text(_ new: Bytes) -> String? {
        if new.equals(bytes) { return made }
        guard let text = new.text else { return nil }
        (bytes, made) = (Array(new.buffer), text)
        return text
    }
}

extension Moment {
    /// Reads `2014-09-13 10:27:54 +0100`, the only form Apple Health writes; other forms of RFC 3339 are fine too.
    init?(appleHealth bytes: Bytes) {
        guard bytes.count == 25, bytes[10] == UInt8(ascii: " "), bytes[19] == UInt8(ascii: " ") else {
            guard let text = bytes.text else { return nil }
            self.init(rfc3339: text)
            return
        }
        guard let year = bytes.digits(0, 4), let month = bytes.digits(5, 2), let day = bytes.digits(8, 2),
            let hour = bytes.digits(11, 2), let minute = bytes.digits(14, 2), let second = bytes.digits(17, 2),
            let offsetHour = bytes.digits(21, 2), let offsetMinute = bytes.digits(23, 2), offsetMinute < 60,
            offsetHour <= 14, bytes[20] == UInt8(ascii: "+") || bytes[20] == UInt8(ascii: "-"),
            let date = Day(year, month, day),
            let wall = WallClock(date, hour: hour, minute: minute, second: second)
        else { return nil }
        let offset = (offsetHour * 60 + offsetMinute) * (bytes[20] == UInt8(ascii: "-") ? -1 : 1)
        self.init(Instant(milliseconds: wall.milliseconds - Int64(offset) * 60_000), offsetMinutes: offset)
    }
}

extension Bytes {
    /// A whole number of exactly so many digits.
    fileprivate func digits(_ first: Int, _ length: Int) -> Int? {
        var value = 0
        for place in first..<(first + length) {
            let digit = Int(self[place]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            value = value * 10 + digit
        }
        return value
    }
}
