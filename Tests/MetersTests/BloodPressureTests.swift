import Meters
import Testing

@Suite struct BloodPressureTests {
    private let specials: [(UInt8, UInt8)] = [(0xFE, 0x07), (0xFF, 0x07), (0x00, 0x08), (0x01, 0x08), (0x02, 0x08)]

    @Test func `a cuff that failed to measure never becomes a pressure`() {
        for (low, high) in specials {
            for (place, field) in [(1, MeterField.systolic), (3, .diastolic)] {
                var bytes: [UInt8] = [0, 120, 0, 80, 0, 93, 0]
                (bytes[place], bytes[place + 1]) = (low, high)
                let failure = refusal { () throws(MeterFailure) in try BloodPressureMeasurement(bytes) }
                #expect(failure?.place == place && failure?.field == field)
            }
        }
    }

    @Test func `a mean or a pulse that is NaN was not measured, and the pressure stays`() throws {
        let read = try BloodPressureMeasurement([4, 120, 0, 80, 0, 0xFF, 7, 0xFF, 7])
        #expect(read.mean == nil)
        #expect(read.said.pulse == nil)
        #expect(
            try Meters.answer(to: "2A35", hex: "04 7800 5000 ff07 ff07")
                == #"{"unit":"mm[Hg]","systolic":120,"diastolic":80}"#)
    }

    @Test func `a mean or a pulse of any other pattern is refused`() {
        for (low, high) in specials where low != 0xFF {
            #expect(
                refusal { () throws(MeterFailure) in try BloodPressureMeasurement([0, 120, 0, 80, 0, low, high]) }?
                    .field == .mean)
            #expect(
                refusal { () throws(MeterFailure) in
                    try BloodPressureMeasurement([4, 120, 0, 80, 0, 93, 0, low, high])
                }?.field == .pulse)
        }
    }

    /// Which fields follow, by flag bits 1–4; the two rightmost columns are the length and whether it is kPa.
    @Test func `the flags say which fields follow`() throws {
        for flags in UInt8(0)..<32 {
            var bytes: [UInt8] = [flags, 120, 0, 80, 0, 93, 0]
            if flags & 2 != 0 { bytes += Samples.time }
            if flags & 4 != 0 { bytes += [66, 0] }
            if flags & 8 != 0 { bytes += [2] }
            if flags & 16 != 0 { bytes += [0, 0] }
            let said = try BloodPressureMeasurement(bytes).said
            #expect(said.unit == (flags & 1 == 0 ? .millimetreOfMercury : .kilopascal))
            #expect((said.timestamp != nil) == (flags & 2 != 0))
            #expect((said.pulse != nil) == (flags & 4 != 0))
            #expect(said.user == (flags & 8 == 0 ? .notSaid : .number(2)))
            #expect((said.status != nil) == (flags & 16 != 0))
            #expect(reason(.bloodPressure, Array(bytes.dropLast())) != nil)
            #expect(reason(.bloodPressure, bytes + [0]) == .leftOver(1))
        }
    }

    @Test func `reserved flags change nothing`() throws {
        #expect(try BloodPressureMeasurement([0xE0, 120, 0, 80, 0, 93, 0]).systolic == ExactNumber(120))
    }

    @Test(
        arguments: [
            (0, []), (1, ["bodyMovement"]), (2, ["cuffTooLoose"]), (4, ["irregularPulse"]), (8, ["pulseAboveRange"]),
            (16, ["pulseBelowRange"]), (24, ["pulseRangeReserved"]), (32, ["improperPosition"]), (0xFFC0, []),
            (0x27, ["bodyMovement", "cuffTooLoose", "irregularPulse", "improperPosition"]),
        ] as [(UInt16, [String])])
    func `a status bit has a name, a reserved one has none`(bits: UInt16, names: [String]) {
        #expect(BloodPressureStatus(rawValue: bits).names == names)
    }

    @Test(
        arguments: [(0, MeterUser.number(0)), (1, .number(1)), (254, .number(254)), (255, .unknown)]
            as [(UInt8, MeterUser)])
    func `user 255 is nobody`(byte: UInt8, user: MeterUser) throws {
        #expect(try BloodPressureMeasurement([8, 120, 0, 80, 0, 93, 0, byte]).said.user == user)
    }

    @Test func `an unknown user is printed as null`() throws {
        #expect(
            try Meters.answer(to: "2A35", hex: "08 7800 5000 5d00 ff")
                == #"{"unit":"mm[Hg]","systolic":120,"diastolic":80,"map":93,"userId":null}"#)
    }

    @Test func `kilopascal keeps its decimals, and becomes whole mmHg once`() throws {
        // 16.2, 10.8 and 12.6 kPa
        let read = try BloodPressureMeasurement([1, 0xA2, 0xF0, 0x6C, 0xF0, 0x7E, 0xF0])
        #expect(read.systolic.description == "16.2")
        guard case .bloodPressure(let pressures, _) = MeterReading(read).what else { throw UnexpectedKind() }
        #expect(pressures.systolic.canonical == 122)
        #expect(pressures.diastolic.canonical == 81)
        #expect(pressures.mean?.canonical == 95)
    }

    @Test func `the pressure in the cuff does not look at the two fields it does not use`() throws {
        for (low, high) in specials {
            let read = try CuffPressure([0, 90, 0, low, high, low, high])
            #expect(read.pressure == ExactNumber(90))
            #expect(reason(.cuffPressure, [0, low, high, 0, 0, 0, 0]) != nil)
        }
    }

    @Test(
        arguments: [
            (0x01, 121, 0, MeterUnit.millimetreOfMercury as MeterUnit?), (0x00, 162, -1, .kilopascal),
            (0x00, 121, 0, nil),
            (0x01, 162, -1, nil), (0x00, 59, 0, nil), (0x00, 60, 0, nil), (0x00, 280, 0, nil), (0x00, 281, 0, nil),
            (0x01, 59, 0, nil), (0x01, 60, 0, .millimetreOfMercury), (0x01, 280, 0, .millimetreOfMercury),
            (0x01, 281, 0, nil),
            (0x01, 8, 0, nil), (0x01, 37, 0, nil), (0x00, 8, 0, .kilopascal), (0x00, 37, 0, .kilopascal),
            (0x00, 38, 0, nil),
            (0x00, 7, 0, nil),
        ] as [(Int, Int, Int, MeterUnit?)])
    func `a pressure of the size of the other unit is doubted, never renamed`(
        kilopascal: Int, mantissa: Int, exponent: Int, looksLike: MeterUnit?
    ) throws {
        let unit: MeterUnit = kilopascal == 0 ? .millimetreOfMercury : .kilopascal
        let doubt = UnitDoubt(systolic: MeterQuantity(ExactNumber(mantissa, tenTo: exponent), unit))
        #expect(doubt?.looksLike == looksLike)
        #expect(doubt == nil || doubt?.said == unit)
    }

    @Test func `a doubt goes along with the reading, and the unit stays as it was said`() throws {
        let readings = try Meters.readings("2A35", hex: "1f790051006a00e40705150a1e2d4800010600")
        let reading = try #require(readings.first)
        #expect(reading.unitDoubt?.said == .kilopascal)
        #expect(reading.unitDoubt?.looksLike == .millimetreOfMercury)
        guard case .bloodPressure(let pressures, _) = reading.what else { throw UnexpectedKind() }
        #expect(pressures.systolic.unit == .kilopascal)
        #expect(reading.user == .number(1))
        #expect(reading.status == ["cuffTooLoose", "irregularPulse"])
        #expect(reading.wallSeconds == 1_590_057_045)
    }

    @Test func `a feature bit has a name`() throws {
        #expect(
            try Meters.answer(to: "2A49", hex: "2500")
                == #"{"features":["bodyMovement","irregularPulse","multipleBonds"]}"#)
        #expect(try BloodPressureFeature([0xFF, 0xFF]).names.count == 9)
    }
}

struct UnexpectedKind: Error {}
