import Meters
import Testing

/// Reports of meters on a cable or over the Health Device Profile, written here by the encoding rules.
@Suite struct PersonalHealthTests {
    private func cuff(_ scans: [(Int, [UInt8])]) throws(MeterFailure) -> ReportedReadings {
        try ReportedReadings(apdu: Written.fixedReport(scans), under: .bloodPressureMonitor)
    }

    @Test func `a pressure and a pulse of the same time are one reading`() throws {
        #expect(
            try Meters.answer(
                to: "ieee-11073-10407",
                hex: "e700003e003c1236010100360000000000000d1d002cf000000000020024"
                    + "0001001200030006008000520061 2026030207450000" + "0002000a0042 2026030207450000")
                == #"{"readings":[{"unit":"mm[Hg]","systolic":128,"diastolic":82,"map":97,"pulse":66,"#
                + #""timestamp":"2026-03-02T07:45:00"}]}"#)
    }

    @Test func `a weight is a decimal number of four bytes`() throws {
        let text = try MeterValue(.scaleOnCable, Samples.good[.scaleOnCable] ?? []).text
        #expect(text == #"{"readings":[{"weight":74.3,"unit":"kg","timestamp":"2026-03-02T07:45:00"}]}"#)
    }

    @Test func `a pulse of another time is a reading of its own`() throws {
        let later: [UInt8] = [0x20, 0x26, 0x03, 0x02, 0x07, 0x46, 0x00, 0x00]
        let read = try cuff([(1, Written.compound([128, 82, 97]) + Written.time), (2, [0, 66] + later)])
        #expect(read.readings.count == 2)
        guard case .bloodPressure(_, nil) = read.readings[0].what, case .pulse = read.readings[1].what else {
            throw UnexpectedKind()
        }
    }

    @Test func `two pulses of one time are not guessed at`() throws {
        let read = try cuff([
            (1, Written.compound([128, 82, 97]) + Written.time), (2, [0, 66] + Written.time),
            (2, [0, 70] + Written.time),
        ])
        #expect(read.readings.count == 2)
    }

    @Test func `one failed measurement does not spoil the others`() throws {
        let read = try cuff([
            (1, Written.compound([0x07FF, 82, 97]) + Written.time),
            (1, Written.compound([131, 84, 0x07FF]) + Written.time),
        ])
        #expect(read.readings.count == 1)
        #expect(read.refused.map(\.reason) == [.special(.notANumber)])
        #expect(read.refused.first?.field == .systolic)
    }

    @Test func `a report in which everything failed is refused`() {
        for special in [0x07FE, 0x07FF, 0x0800, 0x0801, 0x0802] {
            let apdu = Written.fixedReport([(1, Written.compound([special, 82, 97]) + Written.time)])
            guard case .special = reason(.cuffOnCable, apdu) else {
                Issue.record("\(special)")
                continue
            }
        }
    }

    @Test func `a report of variable format names its attributes`() throws {
        let apdu = Written.variableReport([
            (
                1,
                [  // the unit comes after the value; NaN for the mean; an attribute that is not read
                    Written.attribute(2677, Written.compound([0xF0A2, 0xF06C, 0x07FF])),
                    Written.attribute(2448, Written.time),
                    Written.attribute(2454, Written.short(3843)), Written.attribute(2449, [0, 0, 0, 1]),
                ]
            )
        ])
        let read = try ReportedReadings(apdu: apdu, under: .bloodPressureMonitor)
        guard case .bloodPressure(let pressures, nil) = read.readings.first?.what else { throw UnexpectedKind() }
        #expect(pressures.systolic == MeterQuantity(ExactNumber(162, tenTo: -1), .kilopascal))
        #expect(pressures.mean == nil)
    }

    @Test func `a full numeric value says its own kind, status and unit`() throws {
        func apdu(status: Int) -> [UInt8] {
            let value = Written.short(57664) + Written.short(status) + Written.short(1760) + [0xFE, 0, 0x3C, 0x48]
            return Written.variableReport([
                (1, [Written.attribute(2384, value), Written.attribute(2448, Written.time)])
            ])
        }
        let read = try ReportedReadings(apdu: apdu(status: 0x4000), under: .weighingScale)
        #expect(read.readings.first?.what == .weight(MeterQuantity(ExactNumber(15432, tenTo: -2), .pound), height: nil))
        #expect(read.readings.first?.status == ["questionable"])
        for status in [0x8000, 0x2000, 0x1000, 0x0800, 0x0400, 0x0020] {
            #expect(reason(.scaleOnCable, apdu(status: status)) == .invalidMeasurement(status: UInt16(status)))
        }
    }

    @Test(arguments: [(0xFFFF, MeterUser.unknown), (3, .number(3)), (0x1234, .number(0x1234))] as [(Int, MeterUser)])
    func `a report of several persons says whose it is`(person: Int, user: MeterUser) throws {
        let scan = Written.short(1) + Written.octets([0xFF, 0, 2, 0xE7] + Written.time)
        let apdu = Written.report(3359, [0xF0, 0, 0, 0] + Written.list([Written.short(person) + Written.list([scan])]))
        #expect(try ReportedReadings(apdu: apdu, under: .weighingScale).readings.first?.user == user)
    }

    @Test func `a meter may say itself how it packs its values`() throws {
        let object =
            Written.short(6) + Written.short(7)
            + Written.list([
                Written.attribute(2351, Written.short(2) + Written.short(18948)),
                Written.attribute(2630, [0xF0, 0x40]),
                Written.attribute(2678, Written.compound([18949, 18950, 18951])),
                Written.attribute(2454, Written.short(3843)),
                Written.attribute(
                    2645,
                    Written.list([Written.short(2448) + Written.short(8), Written.short(2677) + Written.short(10)])),
            ])
        let report = try EventReport(apdu: Written.report(3356, Written.short(0x4000) + Written.list([object])))
        #expect(report.confirmation == .asked)
        let configuration = try MeterConfiguration(report)
        #expect(configuration.id == 0x4000)
        let apdu = Written.fixedReport([(7, Written.time + Written.compound([0xF0A2, 0xF06C, 0xF07E]))])
        let read = try ReportedReadings(apdu: apdu, under: configuration)
        guard case .bloodPressure(let pressures, nil) = read.readings.first?.what else { throw UnexpectedKind() }
        #expect(pressures.systolic.canonical == 122)
    }

    @Test func `an attribute without bytes has no place in a map`() {
        let object =
            Written.short(6) + Written.short(7)
            + Written.list([Written.attribute(2645, Written.list([[9, 0x90, 0, 0]]))])
        let apdu = Written.report(3356, Written.short(0x4000) + Written.list([object]))
        #expect(
            refusal { () throws(MeterFailure) in try MeterConfiguration(EventReport(apdu: apdu)) }?.reason
                == .unknownLayout)
    }

    @Test func `what a meter kept is read entry by entry`() throws {
        let read = ReportedReadings(try stored(count: 2))
        #expect(read.refused.isEmpty)
        #expect(read.readings.count == 2)
        guard case .bloodPressure(let first, let pulse) = read.readings[0].what else { throw UnexpectedKind() }
        #expect(first.systolic.canonical == 128 && pulse?.canonical == 66)
        // the pulse of the second was not measured
        guard case .bloodPressure(let second, nil) = read.readings[1].what else { throw UnexpectedKind() }
        #expect(second.systolic.canonical == 131)
        #expect(read.readings[1].timestamp?.description == "2026-03-02T19:30:00")
    }

    @Test(arguments: [0, 1, 3, 10_000, 10_001, 0xFFFF_FFFF])
    func `the number of entries must be the number that is there`(count: Int) {
        #expect(refusal { () throws(MeterFailure) in try stored(count: count) } != nil)
    }

    private func stored(count: Int) throws(MeterFailure) -> [HealthObservation] {
        func element(_ handle: Int, _ code: Int, _ map: [UInt8]) -> [UInt8] {
            Written.short(6) + Written.short(2) + Written.short(code) + Written.short(handle) + Written.list([map])
        }
        let map =
            [0x80, 0]
            + Written.list([element(1, 18948, [0x0A, 0x75, 0, 10]), element(2, 18474, [0x0A, 0x4C, 0, 2])])
        let evening: [UInt8] = [0x20, 0x26, 0x03, 0x02, 0x19, 0x30, 0x00, 0x00]
        let entries =
            Written.time + Written.compound([128, 82, 97]) + [0, 66]
            + evening + Written.compound([131, 84, 99]) + [0x07, 0xFF]
        let total = [24, 16, 8, 0].map { UInt8(count >> $0 & 255) }
        let event = Written.report(3361, [0, 1, 0, 0, 0, 0] + total + [0xC0, 0] + Written.octets(entries))
        let segment = try StoredSegment(map: map, under: .bloodPressureMonitor)
        return try segment.observations(in: EventReport(apdu: event))
    }

    @Test(arguments: [0x0A, 0xA0, 0xFF] as [UInt8])
    func `a time is two decimal digits in a byte`(byte: UInt8) {
        var time = Written.time
        time[4] = byte
        let apdu = Written.fixedReport([(1, Written.compound([128, 82, 97]) + time)])
        #expect(reason(.cuffOnCable, apdu) == .notDecimalDigits(byte))
    }

    @Test func `every length is held against what is there`() throws {
        let good = try #require(Samples.good[.cuffOnCable])
        // the lengths of the APDU, the octets, the choice, the information, the list, a scan, the compound
        for place in [3, 5, 11, 21, 29, 33, 37] {
            for change in [-1, 1] {
                var bytes = good
                bytes[place] = UInt8(Int(bytes[place]) + change)
                #expect(reason(.cuffOnCable, bytes) != nil, "\(place) \(change)")
            }
        }
    }

    @Test(arguments: [(0, 0xE2), (8, 0x02), (19, 0x25), (31, 0x09)] as [(Int, UInt8)])
    func `another kind of message is refused`(place: Int, byte: UInt8) throws {
        var bytes = try #require(Samples.good[.cuffOnCable])
        bytes[place] = byte
        #expect(reason(.cuffOnCable, bytes) != nil)
    }

    @Test func `a compound of another size, and a unit of something else`() {
        let two = Written.variableReport([(1, [Written.attribute(2677, Written.compound([128, 82]))])])
        #expect(reason(.cuffOnCable, two) == .unknownLayout)
        let unit = Written.variableReport([
            (
                1,
                [
                    Written.attribute(2677, Written.compound([128, 82, 97])),
                    Written.attribute(2454, Written.short(1731)),
                ]
            )
        ])
        #expect(reason(.cuffOnCable, unit) == .unknownUnit(1731))
    }
}
