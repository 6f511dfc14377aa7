import Clinical
import Storage

/// What patients measured: single readings, what they add up to, measuring weeks, and the graph.
///
/// Readings/ keeps each reading as it came; Days/ keeps what they add up to; Weeks/ judges a measuring week;
/// Plans/ holds what was agreed with a patient; Measuring/ is the four steps on the phone, OneNumber/ a
/// weight, steps or a glucose; Sent/ what a phone
/// or a meter kept; Phone/ what a phone keeps without internet; Meter/ the page that fetches it; Graph/ the picture;
/// Diary/ a booklet typed over, Photos/ a photograph of it.
package enum Measurements {
    package static let schema =
        readingsSchema + daysSchema + plansSchema + weeksSchema + metersSchema + phoneSchema
        + photosSchema
}
