import Clinical
import Storage

/// What patients measured: single readings, what they add up to, measuring weeks, and the graph.
///
/// Readings/ keeps each reading as it came; Days/ keeps what they add up to; Weeks/ judges a measuring week;
/// Plans/ holds what was agreed with a patient; Measuring/ is the four steps on the phone; Phone/ what a phone keeps when
/// there is no internet; Graph/ the picture.
package enum Measurements {
    package static let schema = readingsSchema + daysSchema + plansSchema + weeksSchema + phoneSchema
}
