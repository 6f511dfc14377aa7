/// What a patient wants to reach.
///
/// - Source: R4, http://hl7.org/fhir/R4/goal.html
package struct Goal: ResourceContent {
    package static let type: StaticString = "Goal"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var lifecycleStatus: GoalStatus?
    package var achievementStatus: CodeableConcept?
    package var category = [CodeableConcept]()
    package var priority: CodeableConcept?
    package var description: CodeableConcept?
    package var subject: Reference?
    package var start: Start?
    package var target = [Target]()
    package var statusDate: PartialDate?
    package var statusReason: String?
    package var expressedBy: Reference?
    package var addresses = [Reference]()
    package var note = [Annotation]()
    package var outcomeCode = [CodeableConcept]()
    package var outcomeReference = [Reference]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Goal.self)
        walker.parts("identifier", &identifier)
        walker.value("lifecycleStatus", &lifecycleStatus, .required)
        walker.part("achievementStatus", &achievementStatus)
        walker.parts("category", &category)
        walker.part("priority", &priority)
        walker.part("description", &description, .required)
        walker.part("subject", &subject, .required)
        Start.walk(&start, &walker)
        walker.parts("target", &target)
        walker.value("statusDate", &statusDate)
        walker.value("statusReason", &statusReason)
        walker.part("expressedBy", &expressedBy)
        walker.parts("addresses", &addresses)
        walker.parts("note", &note)
        walker.parts("outcomeCode", &outcomeCode)
        walker.parts("outcomeReference", &outcomeReference)
    }
}

extension Goal {
    /// What must be reached by when.
    package struct Target: Element {
        package var extras = Extras()
        package var measure: CodeableConcept?
        package var detail: Detail?
        package var due: Due?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("measure", &measure)
            Detail.walk(&detail, &walker)
            Due.walk(&due, &walker)
            walker.rule("gol-1", detail == nil || measure != nil, "what is measured, when there is a value to reach")
        }
    }
}

extension Goal {
    /// What `start[x]` may be.
    package enum Start: Hashable, Sendable {
        case date(PartialDate)
        case codeableConcept(CodeableConcept)

        static func walk(_ choice: inout Start?, _ walker: inout some Walker) {
            walker.value("startDate", &choice, Start.date) { if case .date(let it)? = $0 { it } else { nil } }
            walker.part("startCodeableConcept", &choice, Start.codeableConcept) {
                if case .codeableConcept(let it)? = $0 { it } else { nil }
            }
        }
    }
}

extension Goal.Target {
    /// What `detail[x]` may be.
    package enum Detail: Hashable, Sendable {
        case quantity(Quantity)
        case range(QuantityRange)
        case codeableConcept(CodeableConcept)
        case text(String)
        case truth(Bool)
        case number(Int)
        case ratio(Ratio)

        static func walk(_ choice: inout Detail?, _ walker: inout some Walker) {
            walker.part("detailQuantity", &choice, Detail.quantity) {
                if case .quantity(let it)? = $0 { it } else { nil }
            }
            walker.part("detailRange", &choice, Detail.range) { if case .range(let it)? = $0 { it } else { nil } }
            walker.part("detailCodeableConcept", &choice, Detail.codeableConcept) {
                if case .codeableConcept(let it)? = $0 { it } else { nil }
            }
            walker.value("detailString", &choice, Detail.text) { if case .text(let it)? = $0 { it } else { nil } }
            walker.value("detailBoolean", &choice, Detail.truth) { if case .truth(let it)? = $0 { it } else { nil } }
            walker.value("detailInteger", &choice, Detail.number) { if case .number(let it)? = $0 { it } else { nil } }
            walker.part("detailRatio", &choice, Detail.ratio) { if case .ratio(let it)? = $0 { it } else { nil } }
        }
    }
}

extension Goal.Target {
    /// What `due[x]` may be.
    package enum Due: Hashable, Sendable {
        case date(PartialDate)
        case duration(Quantity)

        static func walk(_ choice: inout Due?, _ walker: inout some Walker) {
            walker.value("dueDate", &choice, Due.date) { if case .date(let it)? = $0 { it } else { nil } }
            walker.part("dueDuration", &choice, Due.duration) { if case .duration(let it)? = $0 { it } else { nil } }
        }
    }
}
