import Credentials
import Testing

@Suite struct RecoveryCodesTests {
    private let chance = (0..<100).map { UInt8($0 * 37 % 251) }
    private let salt = [UInt8](repeating: 5, count: 16)

    @Test func `ten codes come from a hundred bytes`() throws {
        let codes = try RecoveryCodes.make(from: chance)
        #expect(codes.count == 10)
        #expect(Set(codes.map(\.text)).count == 10)
        let shape = /([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/
        for code in codes { #expect(code.text.wholeMatch(of: shape) != nil) }
    }

    @Test func `every bit of chance is in the letters`() throws {
        let code = try #require(try RecoveryCodes.make(from: [0xFF] + chance.dropFirst()).first)
        #expect(code.text.hasPrefix("ZW"))
        var other = chance
        other[9] ^= 1
        #expect(try RecoveryCodes.make(from: other).first != RecoveryCodes.make(from: chance).first)
    }

    @Test func `a code does not come along in a line of text`() throws {
        let code = try RecoveryCode(typed: "01AB-CDEF-GH10-VWXY")
        #expect("\(code) \(String(reflecting: [code]))" == "RecoveryCode [RecoveryCode]")
    }

    @Test(arguments: [0, 99, 101]) func `too little chance is refused`(_ count: Int) {
        #expect(throws: RecoveryCodeFailure.chanceLength) {
            try RecoveryCodes.make(from: [UInt8](repeating: 3, count: count))
        }
    }

    @Test func `chance that repeats itself is refused`() {
        #expect(throws: RecoveryCodeFailure.chanceRepeats) {
            try RecoveryCodes.make(from: [UInt8](repeating: 3, count: 100))
        }
    }

    @Test(arguments: [
        "01AB-CDEF-GH10-VWXY", "01abcdefgh10vwxy", " o1ab cdef ghlO vwxy ", "OIAB–CDEF—GHiO-VWXY",
        "0LAB-CDEF-GH10\tVWXY",
    ])
    func `people type as they like`(_ typed: String) throws {
        #expect(try RecoveryCode(typed: typed).text == "01AB-CDEF-GH10-VWXY")
    }

    @Test func `what is printed is read back`() throws {
        for code in try RecoveryCodes.make(from: chance) { #expect(try RecoveryCode(typed: code.text) == code) }
    }

    @Test(arguments: ["", "01AB", "01AB-CDEF-GH10-VWX", "01AB-CDEF-GH10-VWXYZ"])
    func `a code of another length is refused`(_ typed: String) {
        #expect(throws: RecoveryCodeFailure.typedLength) { try RecoveryCode(typed: typed) }
    }

    @Test(arguments: ["U1AB-CDEF-GH10-VWXY", "０1AB-CDEF-GH10-VWXY", "!1AB-CDEF-GH10-VWXY", "éCAB-CDEF-GH10-VWXY"])
    func `a letter that stands on no paper is refused`(_ typed: String) {
        #expect(throws: RecoveryCodeFailure.typedLetter) { try RecoveryCode(typed: typed) }
    }

    @Test func `a code is found by its hash, and only with its own salt`() throws {
        let codes = try RecoveryCodes.make(from: chance)
        let hashes = codes.map { $0.hash(with: salt) }
        for (place, code) in codes.enumerated() {
            #expect(code.place(in: hashes, with: salt) == place)
            #expect(code.place(in: hashes, with: [1] + salt) == nil)
        }
        #expect(try RecoveryCode(typed: "0000-0000-0000-0000").place(in: hashes, with: salt) == nil)
        #expect(hashes.allSatisfy { $0.count == 32 })
    }
}
