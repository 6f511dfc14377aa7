import Clinical
import Testing

@testable import Demonstration

@Suite struct PhysiologyTests {
    private static let start = Day(number: 20_000)

    private func average(
        _ body: Physiology, _ days: ClosedRange<Int>, _ part: DayPart = .morning, number: Int = 0
    ) -> Double {
        var chance = Chance(seed: 3)
        let values = days.flatMap { day in
            (0..<80).map { _ in
                let measured = body.reading(
                    on: Self.start.adding(day), part, number: number, since: Self.start, dayNoise: 0, using: &chance)
                guard case .bloodPressure(let pressure, _, _) = measured else { return 0.0 }
                return Double(pressure.systolic.mmHg)
            }
        }
        return values.reduce(0, +) / Double(values.count)
    }

    private let body = Physiology(
        systolic: 150, diastolic: 90, pulse: 66, morning: 6, whiteCoat: 8, spread: 5,
        changes: [.init(day: PhysiologyTests.start.adding(40), systolic: -14, diastolic: -8)])

    @Test func `people measure higher on the first day, and lower after a pill that works`() {
        let usual = average(body, 20...30)
        #expect(average(body, 0...0) > usual + 5)
        #expect(average(body, 70...80) < usual - 10)
        #expect(abs(average(body, 50...51) - usual) < 10)  // the pill comes up to strength in three weeks
    }

    @Test func `the evening differs from the morning, and a second reading is lower`() {
        #expect(average(body, 20...30) > average(body, 20...30, .evening) + 4)
        #expect(average(body, 20...30, number: 1) < average(body, 20...30) - 1)
    }
}
