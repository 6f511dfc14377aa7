/// A resource of a type that is known here, or of another type of R4, kept as it came.
///
/// - Source: R4, http://hl7.org/fhir/R4/resourcelist.html
package indirect enum Resource: Hashable, Sendable {
    case patient(Patient)
    case observation(Observation)
    case communication(Communication)
    case goal(Goal)
    case medicationStatement(MedicationStatement)
    case consent(Consent)
    case auditEvent(AuditEvent)
    case provenance(Provenance)
    case organization(Organization)
    case practitioner(Practitioner)
    case practitionerRole(PractitionerRole)
    case bundle(Bundle)
    case operationOutcome(OperationOutcome)
    case capabilityStatement(CapabilityStatement)
    case other(OtherResource)

    /// Nothing when the type is not known here.
    init?(_ type: String, at slot: Int, _ reader: inout ResourceReader) {
        switch type {
        case "Patient": self = .patient(reader.content(at: slot))
        case "Observation": self = .observation(reader.content(at: slot))
        case "Communication": self = .communication(reader.content(at: slot))
        case "Goal": self = .goal(reader.content(at: slot))
        case "MedicationStatement": self = .medicationStatement(reader.content(at: slot))
        case "Consent": self = .consent(reader.content(at: slot))
        case "AuditEvent": self = .auditEvent(reader.content(at: slot))
        case "Provenance": self = .provenance(reader.content(at: slot))
        case "Organization": self = .organization(reader.content(at: slot))
        case "Practitioner": self = .practitioner(reader.content(at: slot))
        case "PractitionerRole": self = .practitionerRole(reader.content(at: slot))
        case "Bundle": self = .bundle(reader.content(at: slot))
        case "OperationOutcome": self = .operationOutcome(reader.content(at: slot))
        case "CapabilityStatement": self = .capabilityStatement(reader.content(at: slot))
        default: return nil
        }
    }

    func show(to visitor: inout some ResourceVisitor) {
        switch self {
        case .patient(let it): visitor.visit(it)
        case .observation(let it): visitor.visit(it)
        case .communication(let it): visitor.visit(it)
        case .goal(let it): visitor.visit(it)
        case .medicationStatement(let it): visitor.visit(it)
        case .consent(let it): visitor.visit(it)
        case .auditEvent(let it): visitor.visit(it)
        case .provenance(let it): visitor.visit(it)
        case .organization(let it): visitor.visit(it)
        case .practitioner(let it): visitor.visit(it)
        case .practitionerRole(let it): visitor.visit(it)
        case .bundle(let it): visitor.visit(it)
        case .operationOutcome(let it): visitor.visit(it)
        case .capabilityStatement(let it): visitor.visit(it)
        case .other: return
        }
    }

    /// Only the types that are known here have one.
    package var content: (any ResourceContent)? {
        switch self {
        case .patient(let it): it
        case .observation(let it): it
        case .communication(let it): it
        case .goal(let it): it
        case .medicationStatement(let it): it
        case .consent(let it): it
        case .auditEvent(let it): it
        case .provenance(let it): it
        case .organization(let it): it
        case .practitioner(let it): it
        case .practitionerRole(let it): it
        case .bundle(let it): it
        case .operationOutcome(let it): it
        case .capabilityStatement(let it): it
        case .other: nil
        }
    }
}

extension Resource {
    package var other: OtherResource? {
        guard case .other(let it) = self else { return nil }
        return it
    }

    /// The type as R4 calls it.
    package var typeName: String { content.map { "\(Swift.type(of: $0).type)" } ?? other?.kind.name ?? "Resource" }
    package var id: ResourceID? { head?.id ?? other?.id }
    package var meta: Meta? { head?.meta }

    private var head: Head? {
        switch self {
        case .patient(let it): it.head
        case .observation(let it): it.head
        case .communication(let it): it.head
        case .goal(let it): it.head
        case .medicationStatement(let it): it.head
        case .consent(let it): it.head
        case .auditEvent(let it): it.head
        case .provenance(let it): it.head
        case .organization(let it): it.head
        case .practitioner(let it): it.head
        case .practitionerRole(let it): it.head
        case .bundle(let it): it.head
        case .operationOutcome(let it): it.head
        case .capabilityStatement(let it): it.head
        case .other: nil
        }
    }
}
