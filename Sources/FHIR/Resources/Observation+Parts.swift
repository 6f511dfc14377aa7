extension Observation {
    /// What is usual.
    package struct ReferenceRange: Element {
        package var extras = Extras()
        package var low: Quantity?
        package var high: Quantity?
        package var type: CodeableConcept?
        package var appliesTo = [CodeableConcept]()
        package var age: QuantityRange?
        package var text: String?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("low", &low)
            walker.part("high", &high)
            walker.part("type", &type)
            walker.parts("appliesTo", &appliesTo)
            walker.part("age", &age)
            walker.value("text", &text)
            walker.rule("obs-3", low != nil || high != nil || text != nil, "a lowest, a highest or words")
        }
    }
}

extension Observation {
    /// One of the numbers of a measurement, such as the upper pressure.
    package struct Component: Element {
        package var extras = Extras()
        package var code: CodeableConcept?
        package var value: Observation.Value?
        package var dataAbsentReason: CodeableConcept?
        package var interpretation = [CodeableConcept]()
        package var referenceRange = [Observation.ReferenceRange]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("code", &code, .required)
            Observation.Value.walk(&value, &walker)
            walker.part("dataAbsentReason", &dataAbsentReason)
            walker.parts("interpretation", &interpretation)
            walker.parts("referenceRange", &referenceRange)
        }
    }
}
