/// From when until when; either end may be open.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Period
package struct Period: Element {
    package var extras = Extras()
    package var start: DateTime?
    package var end: DateTime?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("start", &start)
        walker.value("end", &end)
        walker.rule("per-1", isInOrder, "the start is not after the end")
    }
}

extension Period {
    /// Two moments are compared as moments, all else as far as both are told.
    var isInOrder: Bool {
        guard let start, let end else { return true }
        if let first = start.milliseconds, let last = end.milliseconds { return first <= last }
        let told = min(start.text.count, end.text.count, 10)
        return start.text.prefix(told) <= end.text.prefix(told)
    }
}
