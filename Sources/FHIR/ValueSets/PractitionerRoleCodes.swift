/// - Source: R4, http://hl7.org/fhir/ValueSet/days-of-week|4.0.1
package enum WeekDay: String, ValueSet {
    case mon, tue, wed, thu, fri, sat, sun
}
