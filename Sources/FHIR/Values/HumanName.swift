/// What a person is called.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#HumanName
package struct HumanName: Element {
    package var extras = Extras()
    package var use: NameUse?
    package var text: String?
    package var family: String?
    package var given = [String]()
    package var prefix = [String]()
    package var suffix = [String]()
    package var period: Period?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("use", &use)
        walker.value("text", &text)
        walker.value("family", &family)
        walker.values("given", &given)
        walker.values("prefix", &prefix)
        walker.values("suffix", &suffix)
        walker.part("period", &period)
    }
}
