import Testing

@testable import Clinical

@Suite struct EligibilityTests {
    private static let today = Day(number: 20_783)

    private static func facts(_ codes: String, age: Int = 60, bmi: Double? = nil) -> EligibilityFacts {
        EligibilityFacts(
            codes: codes.split(separator: " ").map(String.init), bornOn: today.adding(-365 * age - age / 4 - 1),
            bodyMass: bmi.map { BodyMassIndex(shown: Rounded($0, places: 1)) })
    }

    private func grounds(_ facts: EligibilityFacts) -> [EligibilityGround]? {
        guard case .eligible(let grounds, _) = EligibilityDefinition.cardiometabolic.judge(facts, on: Self.today) else {
            return nil
        }
        return grounds
    }

    @Test(arguments: [
        ("K86", [EligibilityGround.hypertension]), ("K87", [.hypertension]), ("T90", [.diabetes]),
        ("t90.02", [.diabetes]), ("K90.03", [.heart]), ("K77", [.heart]), ("T82", [.obesity]),
        ("K86 T90 K75", [.heart, .diabetes, .hypertension]),
    ])
    func `each of the four conditions is a ground`(_ codes: String, _ expected: [EligibilityGround]) {
        #expect(grounds(Self.facts(codes)) == expected)
    }

    @Test(arguments: ["", "K85", "K8", "K861", "T83", "A97", "K78", "X86", "K9"])
    func `nothing else is`(_ codes: String) {
        #expect(grounds(Self.facts(codes)) == nil)
    }

    @Test(arguments: [(29.9, nil as [EligibilityGround]?), (30.0, [.obesity]), (41.2, [.obesity])])
    func `a body mass index from 30 is a ground`(_ bmi: Double, _ expected: [EligibilityGround]?) {
        #expect(grounds(Self.facts("", bmi: bmi)) == expected)
    }

    @Test func `a child is not asked`() {
        let definition = EligibilityDefinition.cardiometabolic
        #expect(definition.judge(Self.facts("T90", age: 17), on: Self.today) == .tooYoung)
        #expect(grounds(Self.facts("T90", age: 18)) == [.diabetes])
    }

    @Test func `atrial fibrillation is told beside the ground, and is none`() {
        let found = EligibilityDefinition.cardiometabolic.judge(Self.facts("K78 K86"), on: Self.today)
        #expect(found == .eligible(grounds: [.hypertension], cautions: [.atrialFibrillation]))
    }

    @Test(arguments: [
        ([EligibilityGround.hypertension], 24.9 as Double?, BoxAdvice.bloodPressure),
        ([.hypertension], 25.0, .bloodPressure),
        ([.hypertension], 25.1, .lifestyle), ([.heart], 21.0, .lifestyle), ([.heart], nil, .lifestyle),
        ([.obesity], nil, .lifestyle), ([.hypertension], nil, .unknown),
    ])
    func `the box follows the body mass index and the heart`(
        _ grounds: [EligibilityGround], _ bmi: Double?, _ expected: BoxAdvice
    ) {
        let bodyMass = bmi.map { BodyMassIndex(shown: Rounded($0, places: 1)) }
        #expect(BoxAdvice(grounds: grounds, bodyMass: bodyMass) == expected)
    }
}
