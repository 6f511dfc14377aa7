import Clinical

/// Writes what a file said as JSON, one object on one line, for scripts.
///
/// - Shape: `{"type":"blood-pressure","systolic":128,"diastolic":82,"pulse":64,"at":…,"localTime":…,"line":2}`
/// - Units: mmHg, beats per minute, kg, m, mmol/L; times as RFC 3339 in the offset the file uses
package enum ExportJSON {
    package static func entry(_ entry: ExportEntry) -> String {
        switch entry {
        case .reading(let reading, let line, let details): self.reading(reading, line: line, details: details)
        case .refused(let line, let reason): refused(line: line, reason)
        case .skipped(let line, let row): skipped(line: line, row)
        }
    }

    package static func reading(_ reading: Reading, line: Int, details: ReadingDetails) -> String {
        var fields = measured(reading.measured)
        fields += times(reading.taken, details.written)
        if let device = reading.device { fields.append(("device", quoted(device))) }
        if let modality = details.modality { fields.append(("modality", quoted(modality.rawValue))) }
        if let note = details.note { fields.append(("note", quoted(note))) }
        if let external = reading.externalID { fields.append(("externalId", quoted(external))) }
        if reading.status != .final { fields.append(("status", quoted(reading.status.rawValue))) }
        return object(fields + [("line", String(line))])
    }

    package static func refused(line: Int, _ reason: RefusedRow) -> String { row(line, reason.sentence) }
    package static func skipped(line: Int, _ reason: SkippedRow) -> String { row(line, reason.sentence) }

    private static func row(_ line: Int, _ sentence: (nl: String, en: String)) -> String {
        object([("line", String(line)), ("reason", quoted(sentence.nl)), ("reasonInEnglish", quoted(sentence.en))])
    }

    private static func measured(_ measured: Measured) -> [(String, String)] {
        switch measured {
        case .bloodPressure(let pressure, let pulse, let rhythm):
            [
                ("type", quoted("blood-pressure")), ("systolic", String(pressure.systolic.mmHg)),
                ("diastolic", String(pressure.diastolic.mmHg)),
            ] + (pulse.map { [("pulse", String($0.perMinute))] } ?? [])
                + (rhythm.map { [("rhythm", quoted($0.rawValue))] } ?? [])
        case .weight(let weight): [("type", quoted("body-weight")), ("kg", thousandths(weight.grams))]
        case .pulse(let pulse): [("type", quoted("heart-rate")), ("bpm", String(pulse.perMinute))]
        case .steps(let steps): [("type", quoted("steps")), ("value", String(steps.count))]
        case .height(let height): [("type", quoted("body-height")), ("m", thousandths(height.millimetres))]
        case .waist(let waist): [("type", quoted("waist")), ("m", thousandths(waist.millimetres))]
        case .glucose(let glucose, let moment):
            [
                ("type", quoted("blood-glucose")), ("value", thousandths(glucose.micromolesPerLitre)),
                ("unit", quoted("mmol/L")), ("when", quoted(moment.rawValue)),
            ]
        }
    }

    private static func times(_ taken: Moment, _ written: ReadingDetails.Written) -> [(String, String)] {
        switch written {
        case .asDay: [("date", quoted(taken.day.description))]
        case .inUTC:
            [
                ("at", quoted(Moment(taken.instant, offsetMinutes: 0).rfc3339)),
                ("localTime", quoted(taken.localText)),
            ]
        case .withOffset: [("at", quoted(taken.rfc3339)), ("localTime", quoted(taken.localText))]
        }
    }

    /// 84200 → `84.2`
    private static func thousandths(_ value: Int) -> String {
        let rest = String(abs(value) % 1000 + 1000).dropFirst()
        let decimals = String(rest.reversed().drop { $0 == "0" }.reversed())
        return "\(value < 0 ? "-" : "")\(abs(value) / 1000)\(decimals.isEmpty ? "" : ".")\(decimals)"
    }

    private static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\0"..."\u{1F}", "\u{2028}", "\u{2029}": out += escape(scalar)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
