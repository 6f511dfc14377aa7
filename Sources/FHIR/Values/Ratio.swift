/// One quantity to another.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Ratio
package struct Ratio: Element {
    package var extras = Extras()
    package var numerator: Quantity?
    package var denominator: Quantity?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.part("numerator", &numerator)
        walker.part("denominator", &denominator)
        walker.rule(
            "rat-1", (numerator == nil) == (denominator == nil) && (numerator != nil || !extensions.isEmpty),
            "both numbers, or an extension that says why not")
    }
}
