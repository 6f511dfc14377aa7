/// Where somebody lives or works.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Address
package struct Address: Element {
    package var extras = Extras()
    package var use: AddressUse?
    package var type: AddressType?
    package var text: String?
    package var line = [String]()
    package var city: String?
    package var district: String?
    package var state: String?
    package var postalCode: String?
    package var country: String?
    package var period: Period?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("use", &use)
        walker.value("type", &type)
        walker.value("text", &text)
        walker.values("line", &line)
        walker.value("city", &city)
        walker.value("district", &district)
        walker.value("state", &state)
        walker.value("postalCode", &postalCode)
        walker.value("country", &country)
        walker.part("period", &period)
    }
}
