/// Reads the steps per day that the Fitbit API answers.
///
/// A day with 0 steps is a day the tracker lay on the table, so it gives no reading.
///
/// - Shape: `{"activities-steps":[{"dateTime":"2015-08-24","value":"2937"}]}`
/// - Source: Fitbit Web API, "Get Activity Time Series by Date"
enum FitbitJSON {
    static func read(_ root: JSONPiece, into intake: Intake) throws {
        for day in root["activities-steps"]?.items ?? [] {  // no list: nothing measured
            try DaySteps.take(day["value"], on: day["dateTime"], device: nil, line: day.line, into: intake)
        }
    }
}
