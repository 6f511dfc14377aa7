import Clinical
import Identity
import Measurements
import Storage
import Testing

/// What is kept beside the readings is what the readings come to, in whatever order they arrive.
@Suite struct SummaryTests {
    @Test(arguments: 1...6)
    func `a summary that is brought along is the one that is added up anew`(seed: UInt64) async throws {
        let clinic = try await Clinic()
        let (fatma, practice) = (clinic.fatma, clinic.practice)
        var chance = Dice(state: seed)
        var day = Day(number: 20_500)
        for number in 0..<60 {
            day = day.adding(Int.random(in: 0...9, using: &chance) - (number % 11 == 0 ? 40 : 1))
            let taken = Moment.amsterdam(Amsterdam.instant(day, hour: Int.random(in: 6...22, using: &chance)))
            let pressure = BloodPressure.mmHg(
                Int.random(in: 110...180, using: &chance), over: Int.random(in: 60...100, using: &chance))
            let measured: Measured =
                number % 5 == 0
                ? .weight(.grams(Int.random(in: 70_000...90_000, using: &chance)))
                : .bloodPressure(pressure, pulse: nil, rhythm: nil)
            let occasion = clinic.clock.occasion
            let (brought, anew) = try await clinic.store.write { db in
                _ = try Measurements.record(
                    Reading(measured, taken: taken, source: .typed, externalID: "\(number)"), of: fatma, in: practice,
                    at: occasion, db)
                let brought = try Measurements.summary(of: fatma, in: practice, db)
                try Measurements.summarise(fatma, in: practice, db)
                return (brought, try Measurements.summary(of: fatma, in: practice, db))
            }
            #expect(brought == anew, "seed \(seed), reading \(number) on \(day)")
        }
    }

    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            return bits ^ (bits >> 31)
        }
    }
}
