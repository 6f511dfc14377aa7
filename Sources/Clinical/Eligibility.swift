/// Who may be asked to measure at home: which conditions count, and what to look at first.
///
/// The definition is data with a version, so that a count of today can be made again next year. It selects whom to ask;
/// whether somebody takes part is decided together with them.
///
/// - Shape: codes of conditions as the practice's own system keeps them, an age, perhaps a body mass index
/// - Units: ICPC-1 codes; years; kg/m²
/// - Source: the four conditions of the programme *Hart voor Verbinden* (cardiovascular disease, diabetes, hypertension,
///   obesity); which codes stand for them is our own proposal, to be confirmed by a clinician; docs/clinical/eligibility.md
package struct EligibilityDefinition: Hashable, Sendable {
    package let name: String
    package let version: String
    package let minimumAge: Int
    package let obesityFrom: BodyMassIndex
    let codes: [EligibilityGround: [String]]
    let cautionCodes: [EligibilityCaution: [String]]

    package static let cardiometabolic = EligibilityDefinition(
        name: "cardiometabolic", version: "2026-11", minimumAge: 18,
        obesityFrom: BodyMassIndex(shown: Rounded(30, places: 1)),
        codes: [
            .heart: ["K74", "K75", "K76", "K77", "K89", "K90", "K91", "K92"],
            .diabetes: ["T90"], .hypertension: ["K86", "K87"], .obesity: ["T82"],
        ],
        cautionCodes: [.atrialFibrillation: ["K78"]])

    /// - Returns: why somebody may be asked, or why not; the same every time for the same facts
    package func judge(_ facts: EligibilityFacts, on day: Day) -> Eligibility {
        guard day.age(bornOn: facts.bornOn) >= minimumAge else { return .tooYoung }
        let found = EligibilityGround.allCases.filter { ground in
            has(codes[ground], in: facts.codes) || ground == .obesity && isObese(facts.bodyMass)
        }
        guard !found.isEmpty else { return .noGround }
        let cautions = EligibilityCaution.allCases.filter { has(cautionCodes[$0], in: facts.codes) }
        return .eligible(grounds: found, cautions: cautions)
    }

    private func isObese(_ bodyMass: BodyMassIndex?) -> Bool { bodyMass.map { $0 >= obesityFrom } ?? false }

    private func has(_ wanted: [String]?, in codes: [String]) -> Bool {
        wanted?.contains { code in codes.contains { $0 == code || $0.hasPrefix("\(code).") } } ?? false
    }
}

/// What is known of somebody when a list is made.
package struct EligibilityFacts: Hashable, Sendable {
    package let codes: [String]
    package let bornOn: Day
    package let bodyMass: BodyMassIndex?

    /// - Parameter codes: as written, in capitals or not, with a part behind a dot or not: `K90.03`
    package init(codes: [String], bornOn: Day, bodyMass: BodyMassIndex?) {
        self.codes = codes.map { $0.uppercased() }
        self.bornOn = bornOn
        self.bodyMass = bodyMass
    }
}

package enum Eligibility: Hashable, Sendable {
    case eligible(grounds: [EligibilityGround], cautions: [EligibilityCaution])
    case tooYoung
    case noGround
}

/// One of the four conditions for which the programme is there.
package enum EligibilityGround: String, Hashable, Sendable, CaseIterable {
    case heart, diabetes, hypertension, obesity
}

/// Something to talk about with a doctor before somebody measures at home.
///
/// - Source: oscillometric meters are not validated in atrial fibrillation (ESC guideline 2024); that it is asked before
///   inviting is our own proposal; docs/clinical/eligibility.md
package enum EligibilityCaution: String, Hashable, Sendable, CaseIterable {
    case atrialFibrillation = "atrial-fibrillation"
}

/// Which box suits somebody.
///
/// - Source: Connect@Heart, BMC Prim Care 2025;26:214: a meter alone below a body mass index of 25, a meter with scale and
///   step counter above 25 or with cardiovascular disease; docs/clinical/eligibility.md
package enum BoxAdvice: String, Hashable, Sendable, CaseIterable {
    case bloodPressure = "blood-pressure"
    case lifestyle
    /// The body mass index is not known, and nothing else decides.
    case unknown

    package init(grounds: [EligibilityGround], bodyMass: BodyMassIndex?) {
        let limit = BodyMassIndex(shown: Rounded(25, places: 1))
        if grounds.contains(.heart) || bodyMass.map({ $0 > limit }) ?? grounds.contains(.obesity) {
            self = .lifestyle
        } else {
            self = bodyMass == nil ? .unknown : .bloodPressure
        }
    }
}
