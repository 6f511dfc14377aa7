import Clinical

/// Reads a data source of Google Fit.
///
/// - Shape: `{"dataSourceId":…,"point":[{"startTimeNanos":…,"dataTypeName":…,"value":[{"fpVal":72.1}]}]}`
/// - Units: kg, m, beats per minute, mmHg, mmol/L; times in nanoseconds since 1970 in UTC
/// - Source: Google Fit REST, "Users.dataSources.datasets" and the data types of "health" and "body"
enum GoogleFitJSON {
    static func read(_ root: JSONPiece, into intake: Intake) throws {
        for point in root["point"]?.items ?? [] {  // no list: nothing measured
            try take(point, into: intake)
        }
    }

    private static func take(_ point: JSONPiece, into intake: Intake) throws {
        let type = point["dataTypeName"]?.text
        if let type, !known.contains(type) {
            return try intake.skip(.notUsed(String(type.prefix(100))), line: point.line)
        }
        try intake.take(line: point.line) { () throws(RefusedRow) in
            guard let type else { throw .missing("dataTypeName") }
            let origin = point["originDataSourceId"]?.text
            return Draft(
                measured: try measured(type, point["value"]?.items ?? []), taken: try taken(point),
                device: origin.flatMap(app),
                details: ReadingDetails(
                    modality: origin?.hasSuffix(":user_input") == true ? .selfReported : nil, written: .inUTC
                )
            )
        }
    }

    private static let known: Set = [
        "com.google.weight", "com.google.height", "com.google.heart_rate.bpm", "com.google.step_count.delta",
        "com.google.blood_pressure", "com.google.blood_glucose",
    ]

    private static func measured(_ type: String, _ values: [JSONPiece]) throws(RefusedRow) -> Measured {
        switch type {
        case "com.google.weight": .weight(try Possible.weight(kg: try number(values, 0)))
        case "com.google.height": .height(try Possible.height(metres: try number(values, 0)))
        case "com.google.heart_rate.bpm": .pulse(try Possible.pulse(perMinute: try number(values, 0)))
        case "com.google.step_count.delta": .steps(try Possible.steps(try number(values, 0)))
        case "com.google.blood_glucose":
            .glucose(try Possible.glucose(millimolesPerLitre: try number(values, 0)), .random)
        default:
            .bloodPressure(
                try Possible.pressure(mmHg: try number(values, 0), over: try number(values, 1)), pulse: nil, rhythm: nil
            )
        }
    }

    private static func number(_ values: [JSONPiece], _ place: Int) throws(RefusedRow) -> Double {
        guard place < values.count else { throw .missing("value") }
        guard let number = values[place]["fpVal"]?.number ?? values[place]["intVal"]?.number else {
            throw .notANumber("value")
        }
        return number
    }

    private static func taken(_ point: JSONPiece) throws(RefusedRow) -> Moment {
        guard let digits = point["startTimeNanos"]?.digits else { throw .noTime }
        guard let nanoseconds = Int64(digits), let seconds = Int(exactly: nanoseconds / 1_000_000_000),
            let moment = Moment(secondsSince1970: seconds, zone: nil)
        else { throw .noSuchTime }
        return Moment.amsterdam(moment.instant + .milliseconds(nanoseconds / 1_000_000 % 1000))
    }

    /// `raw:com.google.weight:com.fatsecret.android:` → `com.fatsecret.android`
    private static func app(_ origin: String) -> String? {
        let parts = origin.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 2 && !parts[2].isEmpty ? String(parts[2]) : nil
    }
}
