import Clinical
import Storage

/// What leaves the house: reminders, and the codes with which somebody shows that an address is theirs.
///
/// Nothing is called when something happens. A row is written in the same transaction, and carried later, at least once,
/// always under the same number; so a mail server that is down, or a machine that stops, loses nothing.
package enum Outbox {
    package static let schema = itemsSchema + waysSchema + remindersSchema
}
