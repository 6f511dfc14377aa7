/// What a thing measured at home is called, and in which unit it is sent.
///
/// The codes of NHG table 45, which tell home from practice, are licensed: whoever holds the licence imports them.
///
/// - Source: LOINC, UCUM, and the nl-core profiles of Nictiz-R4-zib2020@63373ef
package struct HomeCode: Hashable, Sendable {
    package let loinc: Code
    package let display: String
    /// - Units: UCUM; none for a panel or a finding
    package let ucum: Code?
    /// How sure we are.
    package let evidence: Evidence

    package enum Evidence: Hashable, Sendable { case read, toBeConfirmed }

    private init(_ loinc: String, _ display: String, _ ucum: String?, _ evidence: Evidence = .read) {
        self.loinc = Code(checked: loinc)
        self.display = display
        self.ucum = ucum.map(Code.init(checked:))
        self.evidence = evidence
    }

    package var coding: Coding { Coding(loinc, in: CodeSystems.loinc, display: display) }
}

extension HomeCode {
    /// The panel; its two numbers are components.
    package static let bloodPressure = HomeCode("85354-9", "Blood pressure panel", nil)
    package static let systolic = HomeCode("8480-6", "Systolic blood pressure", "mm[Hg]")
    package static let diastolic = HomeCode("8462-4", "Diastolic blood pressure", "mm[Hg]")
    /// The mean of a week, never the mean arterial pressure of one beat.
    package static let meanPressure = HomeCode("96607-7", "Mean blood pressure panel of a period", nil)
    package static let meanSystolic = HomeCode("96608-5", "Mean systolic blood pressure of a period", "mm[Hg]")
    package static let meanDiastolic = HomeCode("96609-3", "Mean diastolic blood pressure of a period", "mm[Hg]")

    package static let weight = HomeCode("29463-7", "Body weight", "kg")
    package static let height = HomeCode("8302-2", "Body height", "cm")
    package static let bodyMass = HomeCode("39156-5", "Body mass index", "kg/m2")
    package static let waist = HomeCode("8280-0", "Waist circumference", "cm", .toBeConfirmed)

    package static let heartRate = HomeCode("8867-4", "Heart rate", "/min")
    package static let rhythm = HomeCode("44969-4", "Heart rhythm", nil)

    /// Both codes stand on one Observation.
    package static let oxygenSaturation = HomeCode("59408-5", "Oxygen saturation by pulse oximetry", "%")
    package static let oxygenSaturationAlso = HomeCode("2708-6", "Oxygen saturation", "%")

    package static let fastingGlucose = HomeCode("14770-2", "Fasting glucose by meter", "mmol/L")
    package static let randomGlucose = HomeCode("14743-9", "Glucose by meter", "mmol/L")
    package static let glucoseAfterMeal = HomeCode("14760-3", "Glucose 2 hours after a meal by meter", "mmol/L")

    package static let stepsOfDay = HomeCode("41950-7", "Steps in 24 hours", "1", .toBeConfirmed)
    package static let steps = HomeCode("55423-8", "Steps, time not told", "1", .toBeConfirmed)

    package static let all: [HomeCode] = [
        bloodPressure, systolic, diastolic, meanPressure, meanSystolic, meanDiastolic, weight, height, bodyMass, waist,
        heartRate, rhythm, oxygenSaturation, oxygenSaturationAlso, fastingGlucose, randomGlucose, glucoseAfterMeal,
        stepsOfDay, steps,
    ]
}

/// What a meter said of the rhythm.
///
/// - Source: SNOMED CT, as PulseRate.PulseRegularity of Nictiz-R4-zib2020@63373ef names them
package enum RhythmCode {
    package static let regular = Code(checked: "271636001")
    package static let irregular = Code(checked: "61086009")
}
