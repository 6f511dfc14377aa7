/// Whether two secrets are the same, in a time that tells nothing of where they differ.
///
/// Only the number of bytes may show; it is no secret anywhere here.
package func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
