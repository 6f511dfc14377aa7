import Clinical

/// Reads what the iHealth API answers: blood pressure, weight, glucose, steps.
///
/// - Shape: `{"WeightDataList":[{"MDate":…,"TimeZone":"-0800","WeightValue":…}],"WeightUnit":0}` and alike
/// - Units: `BPUnit` 0 mmHg, 1 kPa; `WeightUnit` 0 kg, 1 lb, 2 stone; `BGUnit` 0 mg/dL, 1 mmol/L; `MDate` in seconds
///   on the clock on the wall in `TimeZone`, not in UTC
/// - Source: iHealth Open API v2, user data
struct IHealthJSON {
    private let intake: Intake
    private let root: JSONPiece

    static func read(_ root: JSONPiece, into intake: Intake) throws {
        let reader = IHealthJSON(intake: intake, root: root)
        try reader.takeAll("BPDataList") { (item) throws(RefusedRow) in try reader.pressure(item) }
        try reader.takeAll("WeightDataList") { (item) throws(RefusedRow) in try reader.weight(item) }
        try reader.takeAll("BGDataList") { (item) throws(RefusedRow) in try reader.glucose(item) }
        try reader.takeSteps()
    }

    private func takeAll(_ list: String, _ make: (JSONPiece) throws(RefusedRow) -> Measured) throws {
        for item in root[list]?.items ?? [] {  // no list: nothing measured
            try intake.take(line: item.line) { () throws(RefusedRow) in try draft(try make(item), item) }
        }
    }

    private func takeSteps() throws {
        for item in root["ARDataList"]?.items ?? [] {  // no list: nothing measured
            if item["Steps"]?.whole == 0 {
                try intake.skip(.nothingMeasured, line: item.line)
                continue
            }
            try intake.take(line: item.line) { () throws(RefusedRow) in
                var draft = try draft(.steps(try Possible.steps(try item.number("Steps"))), item)
                draft.details.written = .asDay
                return draft
            }
        }
    }

    private func pressure(_ item: JSONPiece) throws(RefusedRow) -> Measured {
        let factor = try unit("BPUnit", [1, 7.500_615_05])
        let pressure = try Possible.pressure(
            mmHg: try item.number("HP") * factor, over: try item.number("LP") * factor
        )
        let beats = item["HR"]?.number.flatMap { $0 > 0 ? $0 : nil }
        let pulse: Pulse? = if let beats { try Possible.pulse(perMinute: beats) } else { nil }
        return .bloodPressure(pressure, pulse: pulse, rhythm: item["IsArr"]?.whole == 1 ? .irregular : nil)
    }

    private func weight(_ item: JSONPiece) throws(RefusedRow) -> Measured {
        let factor = try unit("WeightUnit", [1, 0.453_592_37, 6.350_293_18])
        return .weight(try Possible.weight(kg: try item.number("WeightValue") * factor))
    }

    private func glucose(_ item: JSONPiece) throws(RefusedRow) -> Measured {
        let factor = try unit("BGUnit", [try Unit.millimolesPerLitre("mg/dL"), 1])
        return .glucose(try Possible.glucose(millimolesPerLitre: try item.number("BG") * factor), moment(of: item))
    }

    private func moment(of item: JSONPiece) -> GlucoseMoment {
        guard let situation = item["DinnerSituation"]?.text?.lowercased() else { return .random }
        if situation == "before_breakfast" { return .fasting }
        return situation.hasPrefix("after_") ? .afterMeal : .random
    }

    private func unit(_ name: String, _ factors: [Double]) throws(RefusedRow) -> Double {
        guard let piece = root[name] else { throw .unknownUnit("") }
        guard let code = piece.whole, factors.indices.contains(code) else { throw .unknownUnit(piece.digits ?? "?") }
        return factors[code]
    }

    private func draft(_ measured: Measured, _ item: JSONPiece) throws(RefusedRow) -> Draft {
        Draft(
            measured: measured, taken: try taken(item), externalID: item["DataID"]?.text,
            details: ReadingDetails(modality: modality(item), note: item["Note"]?.text)
        )
    }

    private func modality(_ item: JSONPiece) -> ReadingDetails.Modality? {
        switch item["DataSource"]?.text {
        case "FromDevice": .sensed
        case "Manual": .selfReported
        default: nil
        }
    }

    private func taken(_ item: JSONPiece) throws(RefusedRow) -> Moment {
        guard let date = item["MDate"] else { throw .noTime }
        guard let seconds = date.whole, (1...7_258_118_400).contains(seconds) else { throw .noSuchTime }
        let clock = Moment(.seconds(Int64(seconds)), offsetMinutes: 0).rfc3339.dropLast()
        if let zone = item["TimeZone"]?.digits {
            let signed = zone.hasPrefix("+") || zone.hasPrefix("-") ? zone : "+" + zone
            guard let moment = Moment(rfc3339: clock + signed) else { throw .unknownZone }
            return moment
        }
        var rest = Substring(clock)
        guard let wall = WallClock(readingFrom: &rest) else { throw .noSuchTime }
        return wall.inAmsterdam
    }
}
