import Meters
import Testing

@Suite struct TimeTests {
    private func time(_ year: Int, _ month: UInt8, _ day: UInt8, _ clock: [UInt8] = [0, 0, 0]) throws(MeterFailure)
        -> MeterTime
    {
        var bytes = MeterBytes([UInt8(year & 255), UInt8(year >> 8), month, day] + clock)
        return try MeterTime(&bytes)
    }

    @Test(
        arguments: [
            (1970, 1, 1, 0), (1969, 12, 31, -86_400), (2000, 2, 29, 951_782_400), (2024, 2, 29, 1_709_164_800),
            (2026, 3, 1, 1_772_323_200), (1582, 10, 15, -12_219_292_800), (9999, 12, 31, 253_402_214_400),
        ] as [(Int, UInt8, UInt8, Int)])
    func `a known date is a place on the wall clock`(year: Int, month: UInt8, day: UInt8, seconds: Int) throws {
        #expect(try time(year, month, day).wallSeconds == seconds)
        #expect(try time(year, month, day, [23, 59, 59]).wallSeconds == seconds + 86_399)
    }

    @Test(
        arguments: [
            (0, 4, 17, "-----04-17T00:00:00"), (2026, 0, 17, "2026----17T00:00:00"),
            (2026, 4, 0, "2026-04---T00:00:00"),
            (0, 0, 0, "----------T00:00:00"), (0, 2, 29, "-----02-29T00:00:00"), (2026, 0, 31, "2026----31T00:00:00"),
        ] as [(Int, UInt8, UInt8, String)])
    func `a part that is not known is dashes, and no time to measure at`(
        year: Int, month: UInt8, day: UInt8, text: String
    ) throws {
        let read = try time(year, month, day)
        #expect(read.description == text)
        #expect(read.wallSeconds == nil)
        #expect(!read.isKnown)
    }

    @Test(
        arguments: [
            (1581, 1, 1, [0, 0, 0], MeterField.year), (10_000, 1, 1, [0, 0, 0], .year), (1, 1, 1, [0, 0, 0], .year),
            (2026, 13, 1, [0, 0, 0], .month), (2026, 1, 32, [0, 0, 0], .day), (2026, 4, 31, [0, 0, 0], .day),
            (2026, 2, 29, [0, 0, 0], .day), (1900, 2, 29, [0, 0, 0], .day), (0, 2, 30, [0, 0, 0], .day),
            (2026, 1, 1, [24, 0, 0], .hour), (2026, 1, 1, [0, 60, 0], .minute), (2026, 1, 1, [0, 0, 60], .second),
        ] as [(Int, UInt8, UInt8, [UInt8], MeterField)])
    func `a time that cannot be is refused`(year: Int, month: UInt8, day: UInt8, clock: [UInt8], field: MeterField) {
        #expect(refusal { () throws(MeterFailure) in try time(year, month, day, clock) }?.field == field)
    }

    @Test func `the clock says why it was set`() throws {
        #expect(
            try Meters.answer(to: "2a2b", hex: "ea070302072d00 018005")
                == #"{"timestamp":"2026-03-02T07:45:00","dayOfWeek":1,"fractions256":128,"#
                + #""adjustReason":["manual","timeZone"]}"#
        )
        #expect(reason(.currentTime, Samples.time + [8, 0, 0]) == .outsideRange(8, lowest: 0, highest: 7))
        #expect(reason(.currentTime, Samples.time + [0, 255, 0]) == nil)
    }
}
