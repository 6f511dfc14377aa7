import Clinical
import Testing

@testable import Devices

@Suite struct KitNumberTests {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let numbers = (0..<60).map {
        KitNumber(from: ID(high: 0, low: UInt64($0) &* 0x9E37_79B9_7F4A_7C15))
    }

    @Test func `a number is read as it is written`() {
        for number in Self.numbers {
            #expect(KitNumber(number.description) == number)
            #expect(number.description.wholeMatch(of: #/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}/#) != nil)
        }
        #expect(Set(Self.numbers).count == 60)
    }

    @Test func `every wrong letter is seen`() {
        for number in Self.numbers {
            let signs = Array(number.description)
            for place in signs.indices where signs[place] != "-" {
                for letter in Self.alphabet where letter != signs[place] {
                    var wrong = signs
                    wrong[place] = letter
                    #expect(KitNumber(String(wrong)) == nil, "\(number) as \(String(wrong))")
                    #expect(KitNumber.isMistyped(String(wrong)))
                }
            }
        }
    }

    @Test func `two letters that changed places are seen, wherever they stand`() {
        for number in Self.numbers {
            let signs = Array(number.description.filter { $0 != "-" })
            for one in signs.indices {
                for other in signs.indices where other > one && signs[one] != signs[other] {
                    var wrong = signs
                    wrong.swapAt(one, other)
                    #expect(KitNumber(String(wrong)) == nil, "\(number) as \(String(wrong))")
                }
            }
        }
    }

    @Test func `it is read as people type it`() throws {
        let number = try #require(Self.numbers.first { $0.description.contains("0") || $0.description.contains("1") })
        let typed = number.description.lowercased().filter { $0 != "-" }
        #expect(KitNumber(typed) == number)
        #expect(KitNumber(" \(typed) ") == number)
        let alike = typed.map { $0 == "0" ? "o" : $0 == "1" ? "l" : String($0) }.joined()
        #expect(KitNumber(alike) == number)
    }

    @Test(arguments: ["", "-", "K7M2", "K7M2-QX4Z9", "kaas", "12", "UUUU-UUU", "K7M2-QX\u{0}", "😀😀😀😀😀😀😀"])
    func `what is no number is none`(text: String) {
        #expect(KitNumber(text) == nil)
        #expect(!KitNumber.isMistyped(text) || text.count == 8)
    }
}

@Suite struct SerialRangeTests {
    @Test(arguments: [
        ("A9", "A10", "A9", true), ("A9", "A10", "A10", true), ("A9", "A10", "A8", false), ("A9", "A10", "A11", false),
        ("100", "", "99", false), ("100", "", "100", true), ("", "100", "0100", true), ("", "100", "101", false),
        ("", "", "X1", true), ("A1", "A5", "", true), ("sn-001", "sn-010", "SN 005", true),
        ("A1", "A5", "B3", false),
        ("99999999999999999999998", "99999999999999999999999", "99999999999999999999999", true),
    ])
    func `a serial number lies in the range or not`(from: String, to: String, serial: String, isIn: Bool) {
        #expect(Devices.SerialRange(from: from, to: to).holds(serial) == isIn)
    }
}

@Suite struct FitTests {
    private func index(_ kilos: Double) throws -> BodyMassIndex { try BodyMassIndex(.kg(kilos), height: .cm(200)) }

    @Test func `the meter alone up to 25, the whole box above it or with cardiovascular disease`() throws {
        #expect(Devices.fit(try index(99.6), programmes: "hypertensie") == .simple(bmi: try index(99.6)))
        #expect(Devices.fit(try index(100), programmes: "hypertensie") == .simple(bmi: try index(100)))
        #expect(Devices.fit(try index(100.4), programmes: "DM2") == .lifestyle(.bmi(try index(100.4))))
        #expect(Devices.fit(try index(80), programmes: "HVZ, DM2") == .lifestyle(.cardiovascular))
        #expect(Devices.fit(nil, programmes: "HVZ") == .lifestyle(.cardiovascular))
        #expect(Devices.fit(nil, programmes: "hypertensie") == .unknown)
    }

    @Test func `what the list knew counts as long as nobody weighed them here`() throws {
        #expect(Devices.fit(nil, programmes: "hypertensie", selected: .bloodPressure) == .asSelected(.bloodPressure))
        #expect(Devices.fit(nil, programmes: "hypertensie", selected: .unknown) == .unknown)
        #expect(
            Devices.fit(try index(100.4), programmes: "hypertensie", selected: .bloodPressure)
                == .lifestyle(.bmi(try index(100.4))))
        #expect(Devices.fit(nil, programmes: "HVZ", selected: .bloodPressure) == .lifestyle(.cardiovascular))
    }
}
