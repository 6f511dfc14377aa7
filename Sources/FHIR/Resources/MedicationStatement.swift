/// A medicine that somebody says a patient uses.
///
/// - Source: R4, http://hl7.org/fhir/R4/medicationstatement.html
package struct MedicationStatement: ResourceContent {
    package static let type: StaticString = "MedicationStatement"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var basedOn = [Reference]()
    package var partOf = [Reference]()
    package var status: MedicationStatementStatus?
    package var statusReason = [CodeableConcept]()
    package var category: CodeableConcept?
    package var medication: Medication?
    package var subject: Reference?
    package var context: Reference?
    package var effective: Effective?
    package var dateAsserted: DateTime?
    package var informationSource: Reference?
    package var derivedFrom = [Reference]()
    package var reasonCode = [CodeableConcept]()
    package var reasonReference = [Reference]()
    package var note = [Annotation]()
    package var dosage = [Dosage]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: MedicationStatement.self)
        walker.parts("identifier", &identifier)
        walker.parts("basedOn", &basedOn)
        walker.parts("partOf", &partOf)
        walker.value("status", &status, .required)
        walker.parts("statusReason", &statusReason)
        walker.part("category", &category)
        Medication.walk(&medication, &walker)
        walker.part("subject", &subject, .required)
        walker.part("context", &context)
        Effective.walk(&effective, &walker)
        walker.value("dateAsserted", &dateAsserted)
        walker.part("informationSource", &informationSource)
        walker.parts("derivedFrom", &derivedFrom)
        walker.parts("reasonCode", &reasonCode)
        walker.parts("reasonReference", &reasonReference)
        walker.parts("note", &note)
        walker.parts("dosage", &dosage)
        walker.needs("medication[x]", medication != nil)
    }
}

extension MedicationStatement {
    /// What `medication[x]` may be.
    package enum Medication: Hashable, Sendable {
        case codeableConcept(CodeableConcept)
        case reference(Reference)

        static func walk(_ choice: inout Medication?, _ walker: inout some Walker) {
            walker.part("medicationCodeableConcept", &choice, Medication.codeableConcept) {
                if case .codeableConcept(let it)? = $0 { it } else { nil }
            }
            walker.part("medicationReference", &choice, Medication.reference) {
                if case .reference(let it)? = $0 { it } else { nil }
            }
        }
    }
}

extension MedicationStatement {
    /// What `effective[x]` may be.
    package enum Effective: Hashable, Sendable {
        case dateTime(DateTime)
        case period(Period)

        static func walk(_ choice: inout Effective?, _ walker: inout some Walker) {
            walker.value("effectiveDateTime", &choice, Effective.dateTime) {
                if case .dateTime(let it)? = $0 { it } else { nil }
            }
            walker.part("effectivePeriod", &choice, Effective.period) {
                if case .period(let it)? = $0 { it } else { nil }
            }
        }
    }
}
