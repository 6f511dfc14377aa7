import Clinical
import FHIR

extension Exchange {
    /// A summary as a record system reads it: one Bundle with the patient, the practice and the average.
    ///
    /// - Source: FHIR R4, Bundle of type `collection`; codes in ``FHIR/HomeCode``. NHG table 45 is licensed: whoever holds the
    ///   licence maps these codes to it.
    struct RecordEntry: Sendable {
        let summary: Summary
        let patient: Person
        let practice: House
        let madeAt: Moment

        var text: String { String(decoding: bundle.write(), as: UTF8.self) }

        var bundle: FHIR.Resource {
            var bundle = FHIR.Bundle()
            bundle.type = .collection
            bundle.identifier = FHIR.Identifier("urn:uuid:\(summary.id)", in: Self.addresses)
            bundle.timestamp = FHIR.Instant(checked: madeAt.rfc3339)
            bundle.entry = [
                Exchange.entry(practice.id, .organization(practice.organization)),
                Exchange.entry(patient.id, .patient(person)),
                Exchange.entry(
                    summary.id, .observation(summary.observation(of: patient.reference, at: practice.reference))),
            ]
            return .bundle(bundle)
        }

        static let addresses = FHIR.URI(checked: "urn:ietf:rfc:3986")

        /// The record system knows the telephone number itself.
        private var person: FHIR.Patient {
            var person = patient.resource(of: practice)
            person.telecom = []
            return person
        }
    }
}

extension Exchange.Summary {
    func observation(of subject: FHIR.Reference, at house: FHIR.Reference) -> FHIR.Observation {
        var observation = FHIR.Observation()
        observation.id = FHIR.ResourceID(checked: "\(id)")
        observation.identifier = [
            FHIR.Identifier("urn:uuid:\(series)", in: Exchange.RecordEntry.addresses)
        ]
        observation.status = isLapsed ? .enteredInError : version > 1 ? .corrected : .final
        observation.category = [FHIR.CodeableConcept(kind.category)]
        observation.code = FHIR.CodeableConcept(kind.code.coding, text: SummaryWords.kind(kind).nl)
        observation.subject = subject
        observation.effective = .period(
            FHIR.Period(
                from: dateTime(judgement.counted.firstDay ?? period.from),
                until: dateTime(judgement.counted.lastDay ?? period.through)))
        observation.issued = approved.map { FHIR.Instant(checked: Moment.amsterdam($0.at).rfc3339) }
        observation.performer = [subject, house]
        observation.method = FHIR.CodeableConcept(text: SummaryWords.method(judgement).nl)
        observation.note = [note]
        switch judgement.outcome {
        case .average(let first, let second):
            observation.value = kind == .bloodPressure ? nil : quantity(kind.code, first)
            observation.component = second.map { parts(first, $0) } ?? []
        case .tooFew: observation.dataAbsentReason = FHIR.CodeableConcept(text: SummaryWords.tooFew.nl)
        }
        return observation
    }

    private func dateTime(_ day: Day) -> FHIR.DateTime { FHIR.DateTime(checked: day.description) }

    /// What a person reads, who approved it, and when.
    private var note: FHIR.Annotation {
        var note = FHIR.Annotation(
            SummaryWords.line(self),
            at: approved.map { FHIR.DateTime(checked: Moment.amsterdam($0.at).rfc3339) })
        note.author = approved.map { .text($0.by) }
        return note
    }

    private func parts(_ upper: Int, _ lower: Int) -> [FHIR.Observation.Component] {
        [(FHIR.HomeCode.meanSystolic, upper), (.meanDiastolic, lower)].map { code, number in
            var part = FHIR.Observation.Component()
            part.code = FHIR.CodeableConcept(code.coding)
            part.value = quantity(code, number)
            return part
        }
    }

    private func quantity(_ code: FHIR.HomeCode, _ number: Int) -> FHIR.Observation.Value? {
        let text = kind.parts == 1 ? "\(number)" : Fraction.text(number, of: kind.parts)
        return code.ucum.map { .quantity(FHIR.Quantity(FHIR.DecimalText(checked: text), $0.text, code: $0)) }
    }
}

extension PeriodAverage.Kind {
    fileprivate var code: FHIR.HomeCode {
        switch self {
        case .bloodPressure: .meanPressure
        case .weight: .weight
        case .steps: .stepsOfDay
        case .fastingGlucose: .fastingGlucose
        case .glucoseAfterMeal: .glucoseAfterMeal
        case .randomGlucose: .randomGlucose
        }
    }

    /// How many of the kept whole numbers make one of the unit that is sent.
    var parts: Int {
        switch self {
        case .bloodPressure, .steps: 1
        case .weight, .fastingGlucose, .glucoseAfterMeal, .randomGlucose: 1000
        }
    }

    /// - Source: R4, http://hl7.org/fhir/R4/valueset-observation-category.html
    fileprivate var category: FHIR.Coding {
        let (code, display) =
            switch self {
            case .bloodPressure, .weight: ("vital-signs", "Vital Signs")
            case .steps: ("activity", "Activity")
            case .fastingGlucose, .glucoseAfterMeal, .randomGlucose: ("laboratory", "Laboratory")
            }
        return FHIR.Coding(FHIR.Code(checked: code), in: FHIR.CodeSystems.observationCategory, display: display)
    }
}
