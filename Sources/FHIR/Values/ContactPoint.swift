/// How somebody can be reached.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#ContactPoint
package struct ContactPoint: Element {
    package var extras = Extras()
    package var system: ContactPointSystem?
    package var value: String?
    package var use: ContactPointUse?
    package var rank: PositiveInt?
    package var period: Period?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("system", &system)
        walker.value("value", &value)
        walker.value("use", &use)
        walker.value("rank", &rank)
        walker.part("period", &period)
        walker.rule("cpt-2", value == nil || system != nil, "a value needs its system")
    }
}
