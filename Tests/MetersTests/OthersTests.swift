import Meters
import Testing

@Suite struct WeightTests {
    @Test func `0xFFFF says that weighing failed`() {
        #expect(reason(.weightMeasurement, [0, 0xFF, 0xFF]) == .unsuccessful)
        #expect(reason(.weightMeasurement, [1, 0xFF, 0xFF]) == .unsuccessful)
        #expect(reason(.weight, [0xFF, 0xFF]) == .unsuccessful)
        #expect(reason(.weightMeasurement, [0, 0xFE, 0xFF]) == nil)
    }

    @Test func `pounds and inches stay what they are, and become grams and millimetres`() throws {
        // 154.32 lb, user unknown, BMI 24.5, 68.9 in
        let read = try WeightMeasurement([0x0D, 0x48, 0x3C, 0xFF, 0xF5, 0, 0xB1, 2])
        #expect(read.weight == MeterQuantity(ExactNumber(15432, tenTo: -2), .pound))
        #expect(read.weight.canonical == 69_998)
        #expect(read.height?.canonical == 1750)
        #expect(
            try Meters.answer(to: "2A9D", hex: "0d483cfff500b102")
                == #"{"weight":154.32,"unit":"[lb_av]","userId":null,"bmi":24.5,"height":68.9,"heightUnit":"[in_i]"}"#)
    }

    @Test func `the flags say which fields follow`() throws {
        for flags in UInt8(0)..<16 {
            var bytes: [UInt8] = [flags, 0xB0, 0x36]
            if flags & 2 != 0 { bytes += Samples.time }
            if flags & 4 != 0 { bytes += [3] }
            if flags & 8 != 0 { bytes += [0xF5, 0, 0xD6, 6] }
            let read = try WeightMeasurement(bytes)
            #expect(read.weight.unit == (flags & 1 == 0 ? .kilogram : .pound))
            #expect((read.timestamp != nil) == (flags & 2 != 0))
            #expect(read.user == (flags & 4 == 0 ? .notSaid : .number(3)))
            #expect((read.bmi != nil) == (flags & 8 != 0) && (read.height != nil) == (flags & 8 != 0))
            #expect(reason(.weightMeasurement, bytes + [0]) == .leftOver(1))
        }
    }

    @Test func `a step of 0.005 kg is not lost`() throws {
        #expect(try Meters.answer(to: "2A9D", hex: "00b136") == #"{"weight":70.005,"unit":"kg"}"#)
        #expect(try Meters.answer(to: "2A9D", hex: "000000") == #"{"weight":0,"unit":"kg"}"#)
    }

    @Test func `a scale says how finely it weighs`() throws {
        #expect(
            try Meters.answer(to: "2A9E", hex: "bf010000")
                == #"{"features":["timestamp","multipleUsers","bmi"],"weightStepKg":0.005,"heightStepM":0.001}"#)
        #expect(try Meters.answer(to: "2A9E", hex: "00000000") == #"{"features":[]}"#)
        #expect(try WeightScaleFeature([0x40, 0x02, 0, 0]).weightStep == nil)  // 8 and 4 are reserved
        #expect(try WeightScaleFeature([0x40, 0x02, 0, 0]).heightStep == nil)
    }
}

@Suite struct HeartTests {
    @Test func `intervals that are announced must come, and come whole`() {
        #expect(reason(.heartRate, [0x10, 72]) == .noIntervals)
        #expect(reason(.heartRate, [0x10, 72, 1]) == .endsEarly(needed: 2, left: 1))
        #expect(reason(.heartRate, [0x00, 72, 1, 2]) == .leftOver(2))
    }

    @Test func `a sensor that feels no skin says so in the reading`() throws {
        #expect(try Meters.readings("2A37", hex: "0400").first?.status == ["noContact"])
        #expect(try Meters.readings("2A37", hex: "0648").first?.status == [])
        #expect(try Meters.readings("2A37", hex: "0248").first?.status == nil)
    }
}

@Suite struct GlucoseTests {
    @Test func `the offset moves the time, not the base time`() throws {
        let reading = try #require(try Meters.readings(.glucose, Samples.good[.glucose] ?? []).first)
        #expect(reading.timestamp?.description == "2026-03-02T07:45:00")
        #expect(reading.wallSeconds == 1_772_437_500 - 300)
        #expect(reading.sequence == 7)
        guard case .glucose(let concentration) = reading.what else { throw UnexpectedKind() }
        #expect(concentration.canonical == 5600)
    }

    @Test(arguments: [(0x7FFF, true), (0x8000, true), (0x7FFE, false), (0x8001, false)] as [(Int, Bool)])
    func `an offset that does not fit is refused`(bits: Int, isRefused: Bool) {
        let bytes = [1, 7, 0] + Samples.time + [UInt8(bits & 255), UInt8(bits >> 8)]
        #expect(reason(.glucose, bytes) == (isRefused ? .offsetBeyond : nil))
    }

    @Test func `a concentration that is no number is refused`() {
        for (low, high) in [(0xFE, 7), (0xFF, 7), (0, 8), (1, 8), (2, 8)] as [(UInt8, UInt8)] {
            let failure = refusal { () throws(MeterFailure) in
                try GlucoseMeasurement([2, 7, 0] + Samples.time + [low, high, 0x11])
            }
            #expect(failure?.field == .concentration && failure?.place == 10)
        }
    }

    @Test func `a record without a concentration is no reading`() throws {
        #expect(try Meters.readings(.glucose, [0, 7, 0] + Samples.time).isEmpty)
    }

    @Test func `a test of the meter is marked as no person`() throws {
        for sample in [0x1A, 0x41] as [UInt8] {
            let bytes = [2, 7, 0] + Samples.time + [56, 0xC0, sample]
            #expect(try Meters.readings(.glucose, bytes).first?.status == ["controlSolution"])
        }
    }

    @Test func `a sensor status has names for twelve bits`() {
        #expect(GlucoseSensorStatus(rawValue: 261).names == ["batteryLow", "sampleTooSmall", "temperatureTooLow"])
        #expect(GlucoseSensorStatus(rawValue: 0xFFFF).names.count == 12)
    }

    @Test func `what was going on is read in its order`() throws {
        #expect(
            try MeterValue(.glucoseContext, Samples.good[.glucoseContext] ?? []).text
                == #"{"sequence":7,"extendedFlags":0,"carbohydrate":2,"carbohydrateKg":0.05,"meal":2,"tester":1,"#
                + #""health":5,"exerciseSeconds":1800,"exercisePercent":60,"medication":1,"medicationKg":0.000003,"#
                + #""hba1cPercent":6.5}"#)
    }

    @Test func `the flags of the context say which fields follow`() throws {
        for flags in UInt8.min...UInt8.max {
            var bytes: [UInt8] = [flags, 7, 0]
            if flags & 0x80 != 0 { bytes += [0] }
            if flags & 0x01 != 0 { bytes += [2, 50, 0xD0] }
            if flags & 0x02 != 0 { bytes += [2] }
            if flags & 0x04 != 0 { bytes += [0x51] }
            if flags & 0x08 != 0 { bytes += [8, 7, 60] }
            if flags & 0x10 != 0 { bytes += [1, 3, 0xD0] }
            if flags & 0x40 != 0 { bytes += [65, 0xF0] }
            let read = try GlucoseContext(bytes)
            #expect((read.carbohydrate != nil) == (flags & 1 != 0) && (read.hba1c != nil) == (flags & 0x40 != 0))
            #expect((read.medication != nil) == (flags & 0x10 != 0) && (read.exercise != nil) == (flags & 8 != 0))
            #expect(reason(.glucoseContext, bytes + [0]) == .leftOver(1))
            #expect(bytes.count == 3 || reason(.glucoseContext, Array(bytes.dropLast())) != nil)
        }
    }

    @Test func `an amount that is no number is refused`() {
        #expect(reason(.glucoseContext, [0x01, 7, 0, 2, 0xFF, 7]) == .special(.notANumber))
        #expect(reason(.glucoseContext, [0x10, 7, 0, 2, 0x00, 8]) == .special(.notAtThisResolution))
        #expect(reason(.glucoseContext, [0x40, 7, 0, 0x02, 8]) == .special(.minusInfinity))
    }
}

@Suite struct TemperatureTests {
    @Test func `Fahrenheit stays Fahrenheit`() throws {
        #expect(try Meters.answer(to: "2A1E", hex: "05da0300ff03") == #"{"temperature":98.6,"unit":"[degF]","type":3}"#)
    }

    @Test func `a temperature that is no number is refused`() {
        for bits in [[0xFE, 0xFF, 0x7F], [0xFF, 0xFF, 0x7F], [0, 0, 0x80], [1, 0, 0x80], [2, 0, 0x80]] as [[UInt8]] {
            #expect(
                refusal { () throws(MeterFailure) in try TemperatureMeasurement([0] + bits + [0]) }?.field
                    == .temperature)
        }
    }

    @Test func `a battery holds at most a hundred percent`() {
        #expect(reason(.battery, [100]) == nil)
        #expect(reason(.battery, [101]) == .outsideRange(101, lowest: 0, highest: 100))
    }
}

@Suite struct OmronTests {
    private let record = Samples.good[.omron] ?? []

    @Test func `an empty place is refused, however it is empty`() {
        #expect(reason(.omron, Array(repeating: 0xFF, count: 14)) == .emptySlot)
        #expect(reason(.omron, Array(repeating: 0, count: 14)) == .emptySlot)
        #expect(reason(.omron, [226] + record.dropFirst()) == .emptySlot)
        #expect(reason(.omron, [225] + record.dropFirst()) == nil)
    }

    @Test func `the marks of movement and of an irregular pulse`() throws {
        var marked = record
        marked[5] |= 0xC0
        #expect(try OmronRecord(marked).status.names == ["bodyMovement", "irregularPulse"])
        #expect(try OmronRecord(marked).timestamp == OmronRecord(record).timestamp)
        #expect(try Meters.readings(.omron, record).first?.status == [])
    }

    @Test func `a time that cannot be is refused, a date that was never set is not`() throws {
        var strange = record
        strange[6] = 0xFF  // second 63
        #expect(reason(.omron, strange) == .outsideRange(63, lowest: 0, highest: 59))
        var unset = record
        (unset[4], unset[5]) = (0x13, 0)  // hour 19, day 0, month 0
        #expect(try Meters.readings(.omron, unset).first?.wallSeconds == nil)
    }
}
