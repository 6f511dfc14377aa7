import Crypto
import Testing

@testable import Vault

@Suite struct BSNTests {
    @Test(arguments: ["999900006", "999900018", "999900031", "999999990", "000000012", "123456782", "999990019"])
    func `a number that passes the eleven-test is a BSN`(_ text: String) throws {
        #expect(try BSN(text).revealed == text)
    }

    @Test(arguments: [
        ("999900007", BSNFailure.elevenTest), ("999900005", .elevenTest), ("999900060", .elevenTest),
        ("999999999", .elevenTest), ("123456789", .elevenTest), ("000000001", .elevenTest), ("000000011", .elevenTest),
        ("000000000", .zeros), ("", .length), ("99990000", .length), ("9999000060", .length), ("99990000a", .notDigits),
        (" 999900006", .notDigits), ("-99990000", .notDigits), ("９９９９００００６", .notDigits), ("99990000٦", .notDigits),
        ("999900006\0", .notDigits), ("999900006\n", .notDigits),
    ])
    func `anything else is not`(_ text: String, failure: BSNFailure) {
        #expect(throws: failure) { try BSN(text) }
    }

    @Test(arguments: ["9999.00.006", "9999 00 006", " 999900006 ", "9999-00-006"])
    func `people put signs between the digits`(_ typed: String) throws {
        #expect(try BSN(typed: typed).revealed == "999900006")
    }

    @Test(arguments: ["9999/00/006", "9999\u{2013}00\u{2013}006", "BSN 999900006"])
    func `but not every sign`(_ typed: String) {
        #expect(throws: BSNFailure.notDigits) { try BSN(typed: typed) }
    }

    /// Count and hash are of vectors/vectors.py.
    @Test(arguments: [
        (999_900_000, 9091, "bc38749360f2cbba9eb48c386aecb5968d189b9980e952ca3b9a2dd94df067cf"),
        (0, 9090, "d356042bcd61451ba93048a68626651603e5567ca0243cfc929a23bcb818096a"),
    ])
    func `of a hundred thousand numbers exactly the right ones pass`(first: Int, count: Int, hash: String) {
        let passing = (first..<first + 100_000).compactMap { number in
            let digits = String(number)
            let text = String(repeating: "0", count: 9 - digits.count) + digits
            do throws(BSNFailure) { return try BSN(text).revealed } catch { return nil }
        }
        #expect(passing.count == count)
        #expect(hex(Array(SHA256.hash(data: Array(passing.joined(separator: "\n").utf8)))) == hash)
    }

    @Test func `one wrong digit, or two that changed places, never pass`() throws {
        let digits = Array("999900018")
        for place in 0..<9 {
            for other in "0123456789" where other != digits[place] {
                var typed = digits
                typed[place] = other
                #expect(throws: BSNFailure.elevenTest) { try BSN(String(typed)) }
            }
        }
        for place in 0..<8 where digits[place] != digits[place + 1] {
            var typed = digits
            typed.swapAt(place, place + 1)
            #expect(throws: BSNFailure.elevenTest) { try BSN(String(typed)) }
        }
    }

    @Test func `the number never comes along in a line of text`() throws {
        let bsn = try BSN("999900018")
        #expect("\(bsn)" == "••••••018")
        var written = "\(bsn) \(String(reflecting: bsn)) \([bsn]) \(["a": bsn]) \(Optional(bsn).debugDescription)"
        dump(bsn, to: &written)
        dump((bsn, SearchedValue.bsn(bsn)), to: &written)
        written += "\(SearchedValue.bsn(bsn)) \(String(reflecting: SearchedValue.bsn(bsn)))"
        #expect(!written.contains("9999") && !written.contains("57") && !written.contains("0018"))
    }
}
