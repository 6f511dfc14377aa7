/// From a lowest to a highest quantity.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Range
package struct QuantityRange: Element {
    package var extras = Extras()
    package var low: Quantity?
    package var high: Quantity?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.part("low", &low)
        walker.part("high", &high)
    }
}
