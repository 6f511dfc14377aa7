/// A number as it is shown: rounded once, to a fixed number of decimals.
///
/// Rules judge this number and nothing more precise, so that what a person reads is what was judged.
///
/// - Shape: whole units of the last decimal (6.3 with one place is 63 units)
package struct Rounded: Hashable, Comparable, Sendable {
    package let units: Int
    package let places: Int

    /// Rounds half away from zero.
    package init(_ value: Double, places: Int) {
        units = Int((value * Double(Rounded.scale(places))).rounded())
        self.places = places
    }

    /// The mean of whole numbers that are not negative, without passing through a binary fraction.
    package init(mean sum: Int, over count: Int, places: Int) {
        units = (2 * sum * Rounded.scale(places) + count) / (2 * count)
        self.places = places
    }

    package var value: Double { Double(units) / Double(Rounded.scale(places)) }

    /// The number in digits, with the decimal mark of the language.
    package func text(in language: Language) -> String {
        let scale = Rounded.scale(places)
        let whole = "\(units < 0 ? "-" : "")\(abs(units) / scale)"
        guard places > 0 else { return whole }
        return whole + (language == .nl ? "," : ".") + Day.padded(abs(units) % scale, to: places)
    }

    package static func < (lhs: Rounded, rhs: Rounded) -> Bool { lhs.value < rhs.value }

    private static func scale(_ places: Int) -> Int { (0..<places).reduce(1) { scale, _ in scale * 10 } }
}
