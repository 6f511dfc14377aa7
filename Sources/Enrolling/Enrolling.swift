import Clinical
import Storage

/// Who is asked to measure at home, what they answered, and how far they are: from a list of the practice to the first
/// answer on a measuring week.
///
/// Lists/ reads a list of the practice's own system; Candidates/ holds whom we ask and every invitation; Steps/ is the step
/// plan of one person. A candidate has the number that they will have as a patient, so that what was written about them in
/// the access log before and after is one line of life.
package enum Enrolling {
    package static let schema = candidatesSchema
}
