import Clinical

/// Reads what the Withings API answers: measure groups and days of activity.
///
/// A measure group is what one use of a device gave. Its blood pressure carries the group's own id, its other
/// values the id with their type behind it, so that each has an id of its own.
///
/// - Shape: `{"status":0,"body":{"timezone":…,"measuregrps":[{"grpid":…,"attrib":…,"date":…,"measures":[…]}]}}`
/// - Units: value × 10^unit; type 1 kg, 4 m, 9 and 10 mmHg, 11 beats per minute; date in seconds since 1970 in UTC
/// - Source: Withings public API, "Measure - Getmeas" and "Measure v2 - Getactivity"
struct WithingsJSON {
    private let intake: Intake
    private let zone: String?

    static func read(_ root: JSONPiece, into intake: Intake) throws {
        if let status = root["status"]?.whole, status != 0 {
            return try intake.refuse(.senderError(status), line: root.line)
        }
        guard let body = root["body"] else { return }
        let reader = WithingsJSON(intake: intake, zone: body["timezone"]?.text)
        for group in body["measuregrps"]?.items ?? [] { try reader.take(group) }  // no list: nothing measured
        for day in body["activities"]?.items ?? [] { try reader.takeDay(day) }
    }

    private func take(_ group: JSONPiece) throws {
        if group["category"]?.whole == 2 { return try intake.skip(.goal, line: group.line) }
        let measures = group["measures"]?.items ?? []  // no list: nothing measured
        if measures.isEmpty { return try intake.skip(.nothingMeasured, line: group.line) }
        try takePressure(measures, of: group)
        for measure in measures { try take(measure, of: group) }
    }

    private func takePressure(_ measures: [JSONPiece], of group: JSONPiece) throws {
        let systolic = measures.first { $0["type"]?.whole == 10 }
        let diastolic = measures.first { $0["type"]?.whole == 9 }
        guard let half = systolic ?? diastolic else { return }
        try intake.take(line: half.line) { () throws(RefusedRow) in
            guard let systolic, let diastolic else { throw .halfPressure }
            let pressure = try Possible.pressure(mmHg: try amount(systolic), over: try amount(diastolic))
            return try draft(.bloodPressure(pressure, pulse: nil, rhythm: nil), of: group, suffix: "")
        }
    }

    private func take(_ measure: JSONPiece, of group: JSONPiece) throws {
        let type = measure["type"]?.whole
        switch type {
        case 9, 10: return
        case 1:
            try take(measure, of: group, "/1") { (value) throws(RefusedRow) in
                .weight(try Possible.weight(kg: value))
            }
        case 4:
            try take(measure, of: group, "/4") { (value) throws(RefusedRow) in
                .height(try Possible.height(metres: value))
            }
        case 11:
            try take(measure, of: group, "/11") { (value) throws(RefusedRow) in
                .pulse(try Possible.pulse(perMinute: value))
            }
        default: try intake.skip(.notUsed(WithingsJSON.name(of: type)), line: measure.line)
        }
    }

    private func take(
        _ measure: JSONPiece, of group: JSONPiece, _ suffix: String, _ make: (Double) throws(RefusedRow) -> Measured
    ) throws {
        try intake.take(line: measure.line) { () throws(RefusedRow) in
            try draft(try make(try amount(measure)), of: group, suffix: suffix)
        }
    }

    private func amount(_ measure: JSONPiece) throws(RefusedRow) -> Double {
        let value = try measure.number("value")
        guard let exponent = measure["unit"]?.whole, abs(exponent) <= 12 else { throw .unknownUnit("") }
        let power = Number.power(of: exponent)
        return exponent < 0 ? value / power : value * power
    }

    private func draft(_ measured: Measured, of group: JSONPiece, suffix: String) throws(RefusedRow) -> Draft {
        guard let date = group["date"] else { throw .noTime }
        guard let taken = Moment(secondsSince1970: date.whole, zone: zone) else { throw .noSuchTime }
        let attribution = group["attrib"]?.whole
        return Draft(
            measured: measured, taken: taken, status: attribution == 1 ? .unconfirmed : .final,
            device: group["model"]?.text, externalID: group["grpid"]?.digits.map { $0 + suffix },
            details: ReadingDetails(
                modality: WithingsJSON.modality(attribution), note: group["comment"]?.text, written: .inUTC
            )
        )
    }

    /// 1 means that it may be somebody else's: measured, but not yet confirmed.
    private static func modality(_ attribution: Int?) -> ReadingDetails.Modality? {
        switch attribution {
        case 0, 1, 5, 7, 8: .sensed
        case 2, 4: .selfReported
        default: nil
        }
    }

    /// The maker's number for a kind of measurement; 54 is the one people ask about.
    private static func name(of type: Int?) -> String {
        guard let type else { return "?" }
        return type == 54 ? "SpO2" : "Withings \(type)"
    }

    private func takeDay(_ day: JSONPiece) throws {
        try DaySteps.take(
            day["steps"], on: day["date"], device: day["model"]?.text, line: day.line, into: intake
        )
    }
}

/// Steps that a service counted on a whole day.
enum DaySteps {
    static func take(
        _ count: JSONPiece?, on date: JSONPiece?, device: String?, line: Int, into intake: Intake
    ) throws {
        if count?.whole == 0 { return try intake.skip(.nothingMeasured, line: line) }
        try intake.take(line: line) { () throws(RefusedRow) in
            guard let count else { throw .missing("steps") }
            guard let value = count.number else { throw .notANumber("steps") }
            guard let date = date?.text else { throw .noTime }
            guard let day = Day(date) else { throw .noSuchTime }
            return Draft(
                measured: .steps(try Possible.steps(value)), taken: .amsterdam(Amsterdam.instant(day, hour: 0)),
                device: device, details: ReadingDetails(written: .asDay)
            )
        }
    }
}
