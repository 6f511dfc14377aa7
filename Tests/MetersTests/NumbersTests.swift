import Meters
import Testing

@Suite struct NumbersTests {
    @Test(
        arguments: [
            (0x07FE, .plusInfinity), (0x07FF, .notANumber), (0x0800, .notAtThisResolution),
            (0x0801, .reserved), (0x0802, .minusInfinity),
        ] as [(UInt16, SpecialNumber)])
    func `five patterns of two bytes are no number`(bits: UInt16, special: SpecialNumber) {
        #expect(MedicalFloat(sfloat: bits) == .special(special))
        let bytes = [UInt8(bits & 255), UInt8(bits >> 8)]
        #expect(
            refusal { () throws(MeterFailure) in try MeterValue(.sfloat, bytes) }
                == MeterFailure(place: 0, field: .value, reason: .special(special)))
    }

    @Test(
        arguments: [
            (0x007F_FFFE, .plusInfinity), (0x007F_FFFF, .notANumber),
            (0x0080_0000, .notAtThisResolution), (0x0080_0001, .reserved), (0x0080_0002, .minusInfinity),
        ] as [(UInt32, SpecialNumber)])
    func `five patterns of four bytes are no number`(bits: UInt32, special: SpecialNumber) {
        #expect(MedicalFloat(float: bits) == .special(special))
        let bytes = (0..<4).map { UInt8(bits >> (8 * $0) & 255) }
        #expect(reason(.float, bytes) == .special(special))
    }

    @Test func `no other pattern of two bytes is refused, and none is read wrong`() {
        var special = 0
        for bits in UInt16.min...UInt16.max {
            switch MedicalFloat(sfloat: bits) {
            case .special: special += 1
            case .number(let number):
                let (high, low) = (Int(bits) >> 12, Int(bits) & 0xFFF)
                let isRight =
                    number.exponent == (high < 8 ? high : high - 16)
                    && number.mantissa == (low < 2048 ? low : low - 4096)
                if !isRight { Issue.record("0x\(String(bits, radix: 16))") }
            }
        }
        #expect(special == 5)
    }

    @Test(
        arguments: [
            (0x07FD, "2045"), (0x0803, "-2045"), (0xF7FF, "204.7"), (0x17FF, "20470"), (0x0000, "0"),
            (0x0FFF, "-1"), (0xFFFF, "-0.1"), (0x8001, "0.00000001"), (0x7001, "10000000"), (0xF000, "0"),
            (0xE064, "1"), (0xF0A2, "16.2"),
        ] as [(UInt16, String)])
    func `the digits are those that were sent`(bits: UInt16, text: String) throws {
        let hex = String(UInt32(bits.byteSwapped) | 0x10000, radix: 16).dropFirst()
        #expect(try Meters.answer(to: "sfloat", hex: String(hex)) == #"{"value":\#(text)}"#)
    }

    @Test(arguments: [
        (ExactNumber(1, tenTo: 127), "1e127"), (ExactNumber(-8_388_605, tenTo: -128), "-8388605e-128"),
        (ExactNumber(0, tenTo: -128), "0"), (ExactNumber(5, tenTo: 12), "5000000000000"),
        (ExactNumber(5, tenTo: 13), "5e13"),
        (ExactNumber(5, tenTo: -12), "0.000000000005"), (ExactNumber(5, tenTo: -13), "5e-13"),
        (ExactNumber(-1005, tenTo: -2), "-10.05"), (ExactNumber(-5, tenTo: -2), "-0.05"),
        (ExactNumber(1200, tenTo: -2), "12"),
    ])
    func `a number is printed exactly`(number: ExactNumber, text: String) {
        #expect(number.description == text)
    }

    @Test(
        arguments: [
            (ExactNumber(4, tenTo: -1), 0), (ExactNumber(5, tenTo: -1), 1), (ExactNumber(-4, tenTo: -1), 0),
            (ExactNumber(-5, tenTo: -1), -1), (ExactNumber(14, tenTo: -1), 1), (ExactNumber(15, tenTo: -1), 2),
            (ExactNumber(25, tenTo: -1), 3), (ExactNumber(1_499_999, tenTo: -6), 1), (ExactNumber(15, tenTo: -31), 0),
            (ExactNumber(1, tenTo: 18), 1_000_000_000_000_000_000), (ExactNumber(1, tenTo: 19), nil),
            (ExactNumber(8_388_605, tenTo: 127), nil), (ExactNumber(0, tenTo: 127), 0),
        ] as [(ExactNumber, Int?)])
    func `half is rounded away from zero, once`(number: ExactNumber, whole: Int?) {
        #expect(number.rounded() == whole)
    }

    @Test(
        arguments: [
            // 7.50061505 mmHg to the kilopascal
            (MeterUnit.kilopascal, ExactNumber(16), 120), (.kilopascal, ExactNumber(12_999, tenTo: -3), 98),
            (.kilopascal, ExactNumber(1593, tenTo: -2), 119),
            (.kilopascal, ExactNumber(1594, tenTo: -2), 120), (.kilopascal, ExactNumber(1), 8),
            (.kilopascal, ExactNumber(106, tenTo: -1), 80), (.kilopascal, ExactNumber(108, tenTo: -1), 81),
            (.millimetreOfMercury, ExactNumber(1285, tenTo: -1), 129),
            (.millimetreOfMercury, ExactNumber(1284, tenTo: -1), 128),
            (.kilogram, ExactNumber(70_005, tenTo: -3), 70_005), (.kilogram, ExactNumber(743, tenTo: -1), 74_300),
            (.pound, ExactNumber(1, tenTo: -2), 5), (.pound, ExactNumber(15432, tenTo: -2), 69_998),
            (.pound, ExactNumber(1), 454), (.inch, ExactNumber(689, tenTo: -1), 1750),
            (.inch, ExactNumber(1, tenTo: -1), 3),
            (.metre, ExactNumber(1750, tenTo: -3), 1750),
            (.molePerLitre, ExactNumber(56, tenTo: -4), 5600), (.molePerLitre, ExactNumber(55_005, tenTo: -7), 5501),
            // glucose is 180.156 g/mol: 99 mg/dL is 5495 µmol/L, 100 mg/dL 5551
            (.kilogramPerLitre, ExactNumber(99, tenTo: -5), 5495),
            (.kilogramPerLitre, ExactNumber(100, tenTo: -5), 5551),
            (.kilogramPerLitre, ExactNumber(90_078, tenTo: -12), 1),
            (.kilogramPerLitre, ExactNumber(90_077, tenTo: -12), 0),
            (.kilogramPerLitre, ExactNumber(30), 166_522_347), (.celsius, ExactNumber(37), nil),
        ] as [(MeterUnit, ExactNumber, Int?)])
    func `units become ours in one rounding`(unit: MeterUnit, number: ExactNumber, whole: Int?) {
        #expect(MeterQuantity(number, unit).canonical == whole)
    }
}
