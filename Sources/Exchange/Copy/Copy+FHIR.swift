import Clinical
import FHIR

extension Exchange.Copy {
    /// The copy as one Bundle, which another care provider or a health app can read.
    ///
    /// - Source: FHIR R4, Bundle of type `collection`; codes in ``FHIR/HomeCode``
    package var bundle: FHIR.Resource {
        var bundle = FHIR.Bundle()
        bundle.type = .collection
        bundle.timestamp = FHIR.Instant(checked: madeAt.rfc3339)
        bundle.entry =
            [
                entry(practice.id, .organization(practice.organization)),
                entry(patient.id, .patient(patient.resource(of: practice))),
            ]
            + readings.compactMap { reading in observation(reading).map { entry(reading.id, .observation($0)) } }
            + messages.map { entry($0.id, .communication(communication($0, with: house))) }
            + letters.map {
                entry($0.message.id, .communication(communication($0.message, with: Self.named($0.pharmacy))))
            }
            + tasks.map { entry($0.id, .communication(communication($0))) }
            + goals.map { entry($0.id, .goal(goal($0))) }
            + changes.map { entry($0.id, .medicationStatement(statement($0))) }
            + summaries.filter { $0.approved != nil }.map {
                entry($0.id, .observation($0.observation(of: subject, at: house)))
            }
            + careEntries
        return .bundle(bundle)
    }

    func entry<Thing>(_ id: ID<Thing>, _ resource: FHIR.Resource) -> FHIR.Bundle.Entry { Exchange.entry(id, resource) }
    var subject: FHIR.Reference { patient.reference }
    var house: FHIR.Reference { practice.reference }

    /// Nothing for a kind that has no code yet.
    private func observation(_ reading: Exchange.CopiedReading) -> FHIR.Observation? {
        var observation = FHIR.Observation()
        observation.id = FHIR.ResourceID(checked: "\(reading.id)")
        observation.status = reading.status.observed
        observation.subject = subject
        observation.effective = .dateTime(FHIR.DateTime(checked: reading.taken.rfc3339))
        observation.performer = [reading.setting == .home ? subject : house]
        observation.note = [FHIR.Annotation(reading.setting == .home ? "Thuis gemeten" : "In de praktijk gemeten")]
        if let felt = reading.felt { observation.note.append(FHIR.Annotation("Klachten: \(felt)")) }
        if let device = reading.device {
            var reference = FHIR.Reference()
            reference.display = device
            observation.device = reference
        }
        guard let (code, value, parts) = Self.content(of: reading) else { return nil }
        observation.code = FHIR.CodeableConcept(code.coding)
        observation.value = value
        observation.component = parts
        return observation
    }

    private typealias Content = (FHIR.HomeCode, FHIR.Observation.Value?, [FHIR.Observation.Component])

    private static func content(of reading: Exchange.CopiedReading) -> Content? {
        switch reading.kind {
        case "blood-pressure":
            guard let lower = reading.second else { return nil }
            let numbers = [
                part(.systolic, "\(reading.first)"), part(.diastolic, "\(lower)"),
                reading.third.map { part(.heartRate, "\($0)") },
            ]
            return (.bloodPressure, nil, numbers.compactMap { $0 })
        case "weight": return (.weight, quantity(.weight, Fraction.text(reading.first, of: 1000)), [])
        case "pulse": return (.heartRate, quantity(.heartRate, "\(reading.first)"), [])
        case "steps": return (.stepsOfDay, quantity(.stepsOfDay, "\(reading.first)"), [])
        case "height": return (.height, quantity(.height, Fraction.text(reading.first, of: 10)), [])
        case "waist": return (.waist, quantity(.waist, Fraction.text(reading.first, of: 10)), [])
        case "glucose":
            let code: FHIR.HomeCode =
                switch reading.detail.flatMap({ GlucoseMoment(rawValue: $0) }) {
                case .fasting: .fastingGlucose
                case .afterMeal: .glucoseAfterMeal
                case .random, nil: .randomGlucose
                }
            return (code, quantity(code, Fraction.text(reading.first, of: 1000)), [])
        default: return nil
        }
    }

    static func part(_ code: FHIR.HomeCode, _ number: String) -> FHIR.Observation.Component {
        var part = FHIR.Observation.Component()
        part.code = FHIR.CodeableConcept(code.coding)
        part.value = quantity(code, number)
        return part
    }

    private static func quantity(_ code: FHIR.HomeCode, _ number: String) -> FHIR.Observation.Value? {
        code.ucum.map { .quantity(FHIR.Quantity(FHIR.DecimalText(checked: number), $0.text, code: $0)) }
    }

    private static func named(_ organisation: String) -> FHIR.Reference {
        var reference = FHIR.Reference()
        reference.display = organisation
        return reference
    }

    /// Asking for help is something that was said; each step of it is one line.
    private func communication(_ task: Exchange.CopiedTask) -> FHIR.Communication {
        var communication = FHIR.Communication()
        communication.id = FHIR.ResourceID(checked: "\(task.id)")
        communication.status = .completed
        communication.subject = subject
        communication.sent = FHIR.DateTime(checked: task.askedAt.rfc3339)
        communication.sender = house
        communication.recipient = [Self.named(task.organisation)]
        communication.payload = task.steps.map { step in
            var payload = FHIR.Communication.Payload()
            let parts = [CopyWords.taskStep(step.name), step.onDay.map(\.description), step.note]
            let line = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            payload.content = .text("\(step.at.day): \(line)")
            return payload
        }
        communication.note = [FHIR.Annotation("Hulp: \(CopyWords.help(task.help)), \(task.organisation)")]
        return communication
    }

    /// - Parameter house: with whom the patient writes
    private func communication(
        _ message: Exchange.CopiedMessage, with house: FHIR.Reference
    ) -> FHIR.Communication {
        var communication = FHIR.Communication()
        communication.id = FHIR.ResourceID(checked: "\(message.id)")
        communication.status = .completed
        communication.subject = subject
        communication.sent = FHIR.DateTime(checked: message.sentAt.rfc3339)
        communication.sender = message.sender == .patient ? subject : house
        communication.recipient = [message.sender == .patient ? house : subject]
        var payload = FHIR.Communication.Payload()
        payload.content = .text(message.body)
        communication.payload = [payload]
        if let writer = message.writer { communication.note = [FHIR.Annotation("Geschreven door \(writer)")] }
        return communication
    }

    private func goal(_ own: Exchange.CopiedGoal) -> FHIR.Goal {
        var goal = FHIR.Goal()
        goal.id = FHIR.ResourceID(checked: "\(own.id)")
        goal.lifecycleStatus = own.reachedOn == nil ? .active : .completed
        goal.description = FHIR.CodeableConcept(text: own.text)
        goal.subject = subject
        goal.start = .date(FHIR.PartialDate(checked: own.setOn.description))
        goal.statusDate = own.reachedOn.map { FHIR.PartialDate(checked: $0.description) }
        goal.expressedBy = subject
        return goal
    }

    /// What changed is a sentence of the practice; whether the medicine is used still, it does not say.
    private func statement(_ change: Exchange.CopiedChange) -> FHIR.MedicationStatement {
        var statement = FHIR.MedicationStatement()
        statement.id = FHIR.ResourceID(checked: "\(change.id)")
        statement.status = .unknown
        statement.medication = .codeableConcept(FHIR.CodeableConcept(text: change.what))
        statement.subject = subject
        statement.effective = .dateTime(FHIR.DateTime(checked: change.changedOn.description))
        statement.informationSource = house
        statement.reasonCode = [FHIR.CodeableConcept(text: change.why)]
        return statement
    }
}

extension Status {
    fileprivate var observed: FHIR.ObservationStatus {
        switch self {
        case .final: .final
        case .unconfirmed: .preliminary
        case .enteredInError: .enteredInError
        }
    }
}
