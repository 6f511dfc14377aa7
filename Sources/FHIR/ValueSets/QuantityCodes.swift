/// - Source: R4, http://hl7.org/fhir/ValueSet/quantity-comparator|4.0.1
package enum QuantityComparator: String, ValueSet {
    case less = "<"
    case atMost = "<="
    case atLeast = ">="
    case more = ">"
}
