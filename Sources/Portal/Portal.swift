import Clinical
import Storage

/// The patient's own place: messages with the practice, own goals, and what changed in the medication and why.
package enum Portal {
    package static let schema = messagesSchema + goalsSchema + medicationSchema
}
