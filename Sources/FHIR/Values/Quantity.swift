/// A number with its unit.
///
/// - Units: UCUM, when `system` is `http://unitsofmeasure.org`
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Quantity
package struct Quantity: Element {
    package var extras = Extras()
    package var value: DecimalText?
    package var comparator: QuantityComparator?
    package var unit: String?
    package var system: URI?
    package var code: Code?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("value", &value)
        walker.value("comparator", &comparator)
        walker.value("unit", &unit)
        walker.value("system", &system)
        walker.value("code", &code)
        walker.rule("qty-3", code == nil || system != nil, "a code needs its system")
    }
}
