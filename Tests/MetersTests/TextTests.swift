import Meters
import Testing

@Suite struct TextTests {
    @Test(arguments: [
        "2A19", "2a19", "0x2A19", "0X2a19", "00002a19-0000-1000-8000-00805f9b34fb",
        "00002A19-0000-1000-8000-00805F9B34FB",
    ])
    func `a characteristic is known in every way it is written`(name: String) throws {
        #expect(try Meters.answer(to: name, hex: "40") == #"{"percent":64}"#)
    }

    @Test(arguments: [
        "", "2A1", "2A190", "0x", "0x0x2A19", "2A29", "00002a19-0000-1000-8000-00805f9b34fc",
        "10002a19-0000-1000-8000-00805f9b34fb", "0000 2a19-0000-1000-8000-00805f9b34fb", "omron",
    ])
    func `another one is refused`(name: String) {
        #expect(
            refusal { () throws(MeterFailure) in try Meters.answer(to: name, hex: "40") }?.reason
                == .unknownCharacteristic)
    }

    @Test func `the names of the characteristics all differ, and all have a sample`() {
        for kind in MeterCharacteristic.allCases { #expect(Samples.good[kind] != nil, "\(kind)") }
    }

    @Test(arguments: ["ff02", "FF02", "0xff02", "0XFF02", "ff 02", "ff:02", " ff\t02 ", "FF: 02"])
    func `bytes are taken in every way they are written`(hex: String) throws {
        #expect(try Meters.answer(to: "SFLOAT", hex: hex) == #"{"value":767}"#)
    }

    @Test(arguments: [
        ("ff0", 2, MeterFailure.Reason.halfByte), ("f", 0, .halfByte), ("ff0g", 3, .notHexadecimal),
        ("f f02", 1, .cutByte),
        ("ff:0:2", 4, .cutByte), ("ff-02", 2, .notHexadecimal), ("ff02é", 4, .notHexadecimal),
        ("0xfx", 3, .notHexadecimal),
        ("ff,02", 2, .notHexadecimal), ("0x0", 2, .halfByte),
    ])
    func `what is not hexadecimal is refused with its place`(hex: String, place: Int, why: MeterFailure.Reason) {
        #expect(
            refusal { () throws(MeterFailure) in try Meters.answer(to: "SFLOAT", hex: hex) }
                == MeterFailure(place: place, field: .hexadecimal, reason: why))
    }

    @Test func `nothing at all is refused`() {
        for kind in MeterCharacteristic.allCases { #expect(reason(kind, []) != nil, "\(kind)") }
    }

    @Test func `a refusal says the byte and the reason`() {
        let failure = refusal { () throws(MeterFailure) in try Meters.answer(to: "2A35", hex: "00ff0750004000") }
        #expect(failure?.description == "systolic at 1: NaN, which is not a number")
        #expect(failure?.forPerson.nl == "De meting is niet gelukt. Meet nog een keer.")
    }

    @Test func `sentences for people are short, in both languages`() {
        let reasons: [MeterFailure.Reason] = [.unsuccessful, .emptySlot, .unknownCharacteristic, .leftOver(1)]
        for reason in reasons {
            let (dutch, english) = MeterFailure(place: 0, field: .value, reason: reason).forPerson
            for sentence in (dutch + english).split(separator: ".") {
                #expect(sentence.split(separator: " ").count <= 12, "\(sentence)")
            }
        }
    }

    @Test(arguments: MeterCharacteristic.allCases)
    func `a value that is cut anywhere is refused`(kind: MeterCharacteristic) throws {
        let whole = try #require(Samples.good[kind])
        #expect(reason(kind, whole) == nil)
        for length in 0..<whole.count {
            let isWhole = Samples.canBeCut[kind]?.contains(length) == true
            #expect((reason(kind, Array(whole.prefix(length))) == nil) == isWhole, "\(kind) cut at \(length)")
        }
    }

    @Test(arguments: MeterCharacteristic.allCases)
    func `a value with a byte too many is refused`(kind: MeterCharacteristic) throws {
        #expect(reason(kind, try #require(Samples.good[kind]) + [0]) != nil)
    }
}
