import Clinical
import FHIR

extension Exchange.Copy {
    /// Measuring weeks, plans, invitations, what was allowed, and who looked. Loans, reminders, meters and requests have no
    /// resource that fits without guessing; they are in the table and on paper.
    var careEntries: [FHIR.Bundle.Entry] {
        care.weeks.compactMap { week in observation(week).map { entry(week.id, .observation($0)) } }
            + care.plans.compactMap { plan in carePlan(plan).map { planEntry(plan, $0) } }
            + care.invitations.map { entry($0.id, .communication(communication($0))) }
            + care.consents.map { entry($0.id, .consent(consent($0))) }
            + care.looks.map { entry($0.id, .auditEvent(auditEvent($0))) }
    }

    /// Only a week that was judged is an observation; its rule and version stand with it.
    private func observation(_ week: Exchange.CopiedWeek) -> FHIR.Observation? {
        guard let judgement = week.judgement else { return nil }
        var observation = FHIR.Observation()
        observation.id = FHIR.ResourceID(checked: "\(week.id)")
        observation.status = .final
        observation.code = FHIR.CodeableConcept(FHIR.HomeCode.meanPressure.coding)
        observation.subject = subject
        observation.effective = .period(
            FHIR.Period(
                from: FHIR.DateTime(checked: week.from.description),
                until: FHIR.DateTime(checked: week.until.description)))
        observation.issued = FHIR.Instant(checked: Moment.amsterdam(judgement.at).rfc3339)
        observation.performer = [house]
        observation.method = FHIR.CodeableConcept(text: "\(judgement.rule) \(judgement.version)")
        if let average = judgement.average {
            observation.component = [
                Self.part(.meanSystolic, "\(average.systolic.mmHg)"),
                Self.part(.meanDiastolic, "\(average.diastolic.mmHg)"),
            ]
        } else {
            observation.dataAbsentReason = FHIR.CodeableConcept(text: CopyWords.word(judgement.outcome))
        }
        observation.note = [FHIR.Annotation("Uitkomst: \(CopyWords.word(judgement.outcome))")]
        return observation
    }

    /// The plan of now has no number of its own; the patient's, with a word behind it, is one in this file.
    private func planEntry(_ plan: Exchange.CopiedPlan, _ resource: FHIR.Resource) -> FHIR.Bundle.Entry {
        guard plan.state == .now else { return entry(plan.id, resource) }
        var entry = FHIR.Bundle.Entry()
        entry.fullUrl = FHIR.URI(checked: "urn:hartlijn:plan:\(plan.id)")
        entry.resource = resource
        return entry
    }

    private func carePlan(_ plan: Exchange.CopiedPlan) -> FHIR.Resource? {
        FHIR.OtherResource(
            making: "CarePlan", id: FHIR.ResourceID(checked: "\(plan.id)"),
            [
                ("status", .text(plan.state == .now ? "active" : "revoked")), ("intent", .text("plan")),
                ("title", .text("Thuis meten: \(CopyWords.word(plan.measuring))")),
                ("description", .text("Doel thuis: onder \(plan.goal)")),
                ("subject", .object([.init(name: "reference", value: .text(Exchange.address(patient.id).text))])),
                ("period", .object([.init(name: "start", value: .text(plan.from.description))])),
            ]
        ).map { .other($0) }
    }

    private func communication(_ invitation: Exchange.CopiedInvitation) -> FHIR.Communication {
        var communication = FHIR.Communication()
        communication.id = FHIR.ResourceID(checked: "\(invitation.id)")
        communication.status = invitation.withdrawnAt == nil ? .completed : .enteredInError
        communication.subject = subject
        communication.topic = FHIR.CodeableConcept(text: "Vraag om thuis te meten")
        communication.medium = [FHIR.CodeableConcept(text: CopyWords.word(invitation.channel))]
        communication.sent = FHIR.DateTime(checked: Moment.amsterdam(invitation.at).rfc3339)
        communication.sender = house
        communication.recipient = [subject]
        if let answer = invitation.answer {
            let at = invitation.answeredAt.map { FHIR.DateTime(checked: Moment.amsterdam($0).rfc3339) }
            communication.note = [FHIR.Annotation("Antwoord: \(CopyWords.word(answer))", at: at)]
        }
        return communication
    }

    /// - Source: R4, http://terminology.hl7.org/CodeSystem/consentscope and LOINC 59284-0 (consent document)
    private func consent(_ allowed: Exchange.CopiedConsent) -> FHIR.Consent {
        var consent = FHIR.Consent()
        consent.id = FHIR.ResourceID(checked: "\(allowed.id)")
        let isOver = allowed.endedAt != nil || allowed.until.map { $0 <= madeAt.instant } == true
        consent.status = isOver ? .inactive : .active
        consent.scope = FHIR.CodeableConcept(
            FHIR.Coding(
                FHIR.Code(checked: allowed.kind == .enrolment ? "treatment" : "patient-privacy"),
                in: FHIR.URI(checked: "http://terminology.hl7.org/CodeSystem/consentscope")))
        consent.category = [
            FHIR.CodeableConcept(
                FHIR.Coding(FHIR.Code(checked: "59284-0"), in: FHIR.CodeSystems.loinc, display: "Consent Document"))
        ]
        consent.patient = subject
        consent.dateTime = FHIR.DateTime(checked: Moment.amsterdam(allowed.from).rfc3339)
        consent.performer = [subject]
        consent.organization = [house]
        consent.policyRule = FHIR.CodeableConcept(text: allowed.sentence)
        var provision = FHIR.Consent.Provision()
        provision.type = .permit
        provision.period = FHIR.Period(
            from: FHIR.DateTime(checked: Moment.amsterdam(allowed.from).rfc3339),
            until: (allowed.endedAt ?? allowed.until).map {
                FHIR.DateTime(checked: Moment.amsterdam(max($0, allowed.from)).rfc3339)
            })
        consent.provision = provision
        return consent
    }

    /// - Source: R4 AuditEvent; its type after http://terminology.hl7.org/CodeSystem/audit-event-type
    private func auditEvent(_ look: Exchange.CopiedLook) -> FHIR.AuditEvent {
        var event = FHIR.AuditEvent()
        event.id = FHIR.ResourceID(checked: "\(look.id)")
        event.type = FHIR.Coding(
            FHIR.Code(checked: "rest"), in: FHIR.URI(checked: "http://terminology.hl7.org/CodeSystem/audit-event-type"))
        event.action = Self.action(look.action)
        event.recorded = FHIR.Instant(checked: Moment.amsterdam(look.at).rfc3339)
        event.outcome = look.action == "refused" ? .minorFailure : .success
        if !look.ground.isEmpty { event.purposeOfEvent = [FHIR.CodeableConcept(text: CopyWords.word(look.ground))] }
        var agent = FHIR.AuditEvent.Agent()
        agent.name = look.who
        agent.requestor = true
        if !look.role.isEmpty { agent.role = [FHIR.CodeableConcept(text: look.role)] }
        event.agent = [agent]
        var source = FHIR.AuditEvent.Source()
        source.observer = house
        event.source = source
        var what = FHIR.AuditEvent.Entity()
        what.what = subject
        what.name = look.object
        if !look.deed.isEmpty { what.description = look.deed }
        event.entity = [what]
        return event
    }

    private static func action(_ action: String) -> FHIR.AuditEventAction {
        switch action {
        case "added", "imported": .create
        case "changed", "answered": .update
        case "looked", "exported": .read
        default: .execute
        }
    }
}
