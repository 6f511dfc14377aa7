extension Observation {
    /// What `effective[x]` may be.
    package enum Effective: Hashable, Sendable {
        case dateTime(DateTime)
        case period(Period)
        case timing(JSONValue)
        case instant(Instant)

        static func walk(_ choice: inout Effective?, _ walker: inout some Walker) {
            walker.value("effectiveDateTime", &choice, Effective.dateTime) {
                if case .dateTime(let it)? = $0 { it } else { nil }
            }
            walker.part("effectivePeriod", &choice, Effective.period) {
                if case .period(let it)? = $0 { it } else { nil }
            }
            walker.verbatim("effectiveTiming", &choice, Effective.timing) {
                if case .timing(let it)? = $0 { it } else { nil }
            }
            walker.value("effectiveInstant", &choice, Effective.instant) {
                if case .instant(let it)? = $0 { it } else { nil }
            }
        }
    }
}

extension Observation {
    /// What `value[x]` may be.
    package enum Value: Hashable, Sendable {
        case quantity(Quantity)
        case codeableConcept(CodeableConcept)
        case text(String)
        case truth(Bool)
        case number(Int)
        case range(QuantityRange)
        case ratio(Ratio)
        case sampledData(JSONValue)
        case time(ClockTime)
        case dateTime(DateTime)
        case period(Period)

        static func walk(_ choice: inout Value?, _ walker: inout some Walker) {
            walker.part("valueQuantity", &choice, Value.quantity) {
                if case .quantity(let it)? = $0 { it } else { nil }
            }
            walker.part("valueCodeableConcept", &choice, Value.codeableConcept) {
                if case .codeableConcept(let it)? = $0 { it } else { nil }
            }
            walker.value("valueString", &choice, Value.text) { if case .text(let it)? = $0 { it } else { nil } }
            walker.value("valueBoolean", &choice, Value.truth) { if case .truth(let it)? = $0 { it } else { nil } }
            walker.value("valueInteger", &choice, Value.number) { if case .number(let it)? = $0 { it } else { nil } }
            walker.part("valueRange", &choice, Value.range) { if case .range(let it)? = $0 { it } else { nil } }
            walker.part("valueRatio", &choice, Value.ratio) { if case .ratio(let it)? = $0 { it } else { nil } }
            walker.verbatim("valueSampledData", &choice, Value.sampledData) {
                if case .sampledData(let it)? = $0 { it } else { nil }
            }
            walker.value("valueTime", &choice, Value.time) { if case .time(let it)? = $0 { it } else { nil } }
            walker.value("valueDateTime", &choice, Value.dateTime) {
                if case .dateTime(let it)? = $0 { it } else { nil }
            }
            walker.part("valuePeriod", &choice, Value.period) { if case .period(let it)? = $0 { it } else { nil } }
        }
    }
}
