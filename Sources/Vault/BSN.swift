/// The number by which care in the Netherlands knows that two records are of one person.
///
/// Only who the law names may write it down: a practice, a pharmacy, a hospital. It never stands in a log, an
/// address or a search index, so it comes into text as its last three digits; ``revealed`` is for who may see it.
///
/// - Shape: 9 digits, not all 0, of which 9×, 8×, … 2× the first eight minus the ninth is a multiple of 11
/// - Source: Wabvpz (care providers use it); UAVG, article 46 (nobody does without a law); the eleven-test with −1
///   for the last digit, Logisch Ontwerp BSN
package struct BSN: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private static let length = 9
    private static let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]

    private let digits: [UInt8]

    /// - Parameter text: the nine digits and nothing else
    /// - Throws: ``BSNFailure``
    package init(_ text: some StringProtocol) throws(BSNFailure) {
        try self.init(digits: Array(text.utf8))
    }

    /// People put spaces, dots and hyphens between the digits.
    ///
    /// - Throws: ``BSNFailure``
    package init(typed: some StringProtocol) throws(BSNFailure) {
        try self.init(digits: typed.utf8.filter { !" .-".utf8.contains($0) })
    }

    private init(digits: [UInt8]) throws(BSNFailure) {
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { throw .notDigits }
        guard digits.count == BSN.length else { throw .length }
        let values = digits.map { Int($0 - UInt8(ascii: "0")) }
        guard values.contains(where: { $0 != 0 }) else { throw .zeros }
        let sum = zip(values, BSN.weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard sum.isMultiple(of: 11) else { throw .elevenTest }
        self.digits = digits
    }

    /// All nine digits. Who calls this writes a line in the log.
    package var revealed: String { String(decoding: digits, as: UTF8.self) }

    /// As it stands on a page: `••••••782`.
    package var masked: String { "••••••" + String(decoding: digits.suffix(3), as: UTF8.self) }

    package var description: String { masked }
    package var debugDescription: String { masked }
    package var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

/// Why a text is not a BSN.
package enum BSNFailure: Error, Hashable, Sendable {
    case length, notDigits, zeros, elevenTest
}
