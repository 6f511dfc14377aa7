import FHIR
import Testing

@Suite struct HostileJSONTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let reason: JSONFailure.Reason
        let offset: Int?

        init(_ text: String, _ reason: JSONFailure.Reason, at offset: Int? = nil) {
            self.init(Array(text.utf8), reason, at: offset)
        }

        init(_ bytes: [UInt8], _ reason: JSONFailure.Reason, at offset: Int? = nil) {
            self.bytes = bytes
            self.reason = reason
            self.offset = offset
        }

        var testDescription: String { String(decoding: bytes.prefix(40), as: UTF8.self) }
    }

    static let structures: [Case] = [
        Case("", .endsTooEarly, at: 0), Case(" ", .endsTooEarly, at: 1), Case("\t\r\n", .endsTooEarly, at: 3),
        Case("{", .endsTooEarly), Case("[", .endsTooEarly), Case("}", .valueExpected, at: 0),
        Case("]", .valueExpected), Case(",", .valueExpected), Case(":", .valueExpected), Case("[1,]", .valueExpected),
        Case("[,1]", .valueExpected), Case("[1 2]", .commaExpected, at: 3), Case("[1", .endsTooEarly),
        Case("[1}", .commaExpected), Case("{]", .nameExpected), Case("{\"a\":1,}", .nameExpected, at: 7),
        Case("{\"a\"}", .colonExpected), Case("{\"a\":}", .valueExpected), Case("{\"a\"", .endsTooEarly),
        Case("{\"a\":", .endsTooEarly), Case("{\"a\":1", .endsTooEarly), Case("{\"a\":1 \"b\":2}", .commaExpected),
        Case("{a:1}", .nameExpected), Case("{'a':1}", .nameExpected), Case("{1:1}", .nameExpected),
        Case("{\"a\":1]", .commaExpected), Case("{,}", .nameExpected), Case("{\"a\" 1}", .colonExpected),
        Case("{\"a\"::1}", .valueExpected), Case("[[]", .endsTooEarly), Case("[]]", .goesOn, at: 2),
        Case("{}{}", .goesOn), Case("{} x", .goesOn, at: 3), Case("null null", .goesOn), Case("1 1", .goesOn),
        Case("{}\u{0}", .goesOn), Case("{}//", .goesOn), Case("/* */{}", .valueExpected),
        Case("//\n{}", .valueExpected),
        Case("[1,//\n2]", .valueExpected), Case("\u{FEFF}{}", .valueExpected, at: 0), Case("\u{A0}{}", .valueExpected),
        Case("\u{B}{}", .valueExpected), Case("undefined", .valueExpected), Case("NaN", .valueExpected),
        Case("Infinity", .valueExpected), Case("-Infinity", .badNumber), Case("True", .valueExpected),
        Case("tru", .valueExpected), Case("truE", .valueExpected), Case("nul", .valueExpected),
        Case("falsey", .goesOn), Case("nan", .valueExpected), Case("'a'", .valueExpected), Case("`a`", .valueExpected),
    ]
    static let numbers: [Case] = [
        Case("01", .badNumber), Case("-", .badNumber), Case("-01", .badNumber), Case("1.", .badNumber),
        Case(".1", .valueExpected), Case("+1", .valueExpected), Case("1e", .badNumber), Case("1e+", .badNumber),
        Case("1E-", .badNumber), Case("1.e1", .badNumber), Case("0x1", .goesOn), Case("1_000", .goesOn),
        Case("--1", .badNumber), Case("1..2", .badNumber), Case("1.2.3", .goesOn), Case("1e1e1", .goesOn),
        Case("00", .badNumber), Case("-a", .badNumber), Case("1,2", .goesOn), Case("٣", .valueExpected),
        Case("[1.]", .badNumber), Case("[-]", .badNumber), Case("1a", .goesOn), Case("½", .valueExpected),
    ]
    static let texts: [Case] = [
        Case("\"", .endsTooEarly), Case("\"a", .endsTooEarly, at: 2), Case("\"\\", .endsTooEarly),
        Case("\"\\\"", .endsTooEarly), Case("\"\\x\"", .badEscape), Case("\"\\u\"", .endsTooEarly),
        Case("\"\\u12\"", .endsTooEarly), Case("\"\\u12 4\"", .badEscape), Case("\"\\u+123\"", .badEscape),
        Case("\"\\uD800\"", .loneSurrogate), Case("\"\\uDC00\"", .loneSurrogate, at: 1),
        Case("\"\\uD800\\n\"", .loneSurrogate), Case("\"\\uD800\\uD800\"", .loneSurrogate),
        Case("\"\\uD83Dx\"", .loneSurrogate), Case("\"\\uDE00\\uD83D\"", .loneSurrogate),
        Case("\"\\uD83D\\u\"", .endsTooEarly), Case("\"\\U0041\"", .badEscape), Case("\"\\'\"", .badEscape),
        Case("\"\\0\"", .badEscape), Case("\"a\nb\"", .controlCharacter, at: 2), Case("\"\t\"", .controlCharacter),
        Case("\"\u{0}\"", .controlCharacter), Case("\"\u{1F}\"", .controlCharacter),
        Case([0x22, 0x80, 0x22], .notUTF8, at: 1), Case([0x22, 0xC0, 0xAF, 0x22], .notUTF8),
        Case([0x22, 0xC1, 0x81, 0x22], .notUTF8), Case([0x22, 0xC3, 0x22], .notUTF8),
        Case([0x22, 0xE0, 0x80, 0x80, 0x22], .notUTF8), Case([0x22, 0xE2, 0x82, 0x22], .notUTF8),
        Case([0x22, 0xED, 0xA0, 0x80, 0x22], .notUTF8), Case([0x22, 0xF0, 0x80, 0x80, 0x80, 0x22], .notUTF8),
        Case([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .notUTF8), Case([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], .notUTF8),
        Case([0x22, 0xF0, 0x9F, 0x98], .notUTF8), Case([0x22, 0xE2], .notUTF8), Case([0x22, 0xFF, 0x22], .notUTF8),
        Case([0x22, 0xFE, 0xFF, 0x22], .notUTF8), Case([0xFF, 0xFE, 0x7B, 0], .valueExpected),
        Case([0x7B, 0, 0x7D, 0], .nameExpected), Case([0x22, 0x61, 0xF1, 0x80, 0x80, 0x41, 0x22], .notUTF8, at: 2),
    ]
    static let names: [Case] = [
        Case("{\"a\":1,\"a\":1}", .sameNameTwice, at: 8), Case("{\"a\":1,\"\\u0061\":2}", .sameNameTwice),
        Case("{\"\\u0061\":1,\"a\":2}", .sameNameTwice), Case("{\"\":1,\"\":2}", .sameNameTwice),
        Case("{\"x\":{\"b\":1,\"c\":2,\"b\":3}}", .sameNameTwice),
        Case("{" + (0..<40).map { "\"n\($0)\":0," }.joined() + "\"n7\":1}", .sameNameTwice),
        Case("{\"é\":1,\"\\u00e9\":2}", .sameNameTwice),
    ]

    @Test(arguments: structures + numbers + texts + names) func `what is no JSON is refused with its place`(
        example: Case
    ) {
        let failure = #expect(throws: JSONFailure.self) { try JSONDocument(example.bytes) }
        #expect(failure?.reason == example.reason)
        if let offset = example.offset { #expect(failure?.offset == offset) }
        #expect(Resource.receive(example.bytes).resource == nil)
    }

    @Test func `names that only look the same are two names`() throws {
        #expect(try JSONDocument(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)).value.members.count == 2)
    }

    @Test func `64 levels are read and 65 are refused`() throws {
        func nested(_ levels: Int) -> [UInt8] {
            Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
        }
        _ = try JSONDocument(nested(64))
        let failure = #expect(throws: JSONFailure.self) { try JSONDocument(nested(65)) }
        #expect(failure?.reason == .tooDeep)
        #expect(throws: JSONFailure.self) { try JSONDocument(Array(String(repeating: "[", count: 1_000_000).utf8)) }
        #expect(throws: JSONFailure.self) {
            try JSONDocument(Array(String(repeating: "{\"a\":", count: 100_000).utf8))
        }
    }

    @Test func `a document at the limit is read, and one byte more is refused`() throws {
        _ = try JSONDocument(Array("[1]".utf8), atMost: 3)
        for limit in [2, 0, -1, .min] {
            let failure = #expect(throws: JSONFailure.self) { try JSONDocument(Array("[1]".utf8), atMost: limit) }
            #expect(failure?.reason == .tooLarge)
        }
        _ = try JSONDocument(Array("[1]".utf8), atMost: .max)
    }

    @Test(arguments: [
        ("{\"resourceType\":\"Bundle\",\"entry\":[{},{},{},{\"resource\":x}]}", "Bundle.entry[3].resource"),
        (
            "{\"resourceType\":\"Bundle\",\"entry\":[{\"fullUrl\":\"a\",\"resource\":{\"id\":01",
            "Bundle.entry[0].resource.id"
        ),
        ("{\"resourceType\":\"Patient\",\"name\":[{\"given\":[\"a\",\"b\",]}]}", "Patient.name[0].given[2]"),
        ("{\"resourceType\":\"Patient\",\"id\":\"a\" x", "Patient"), ("[[1],[2,x]]", "[1][1]"),
        ("{\"a\":{\"b\":tru", "a.b"),
        ("{\"resourceType\":\"Patient\",\"name\":{\"a\":1,\"a\":2}}", "Patient.name"), ("x", ""),
    ])
    func `the path leads to the trouble`(text: String, path: String) {
        let failure = #expect(throws: JSONFailure.self) { try JSONDocument(Array(text.utf8)) }
        #expect(failure?.path == path)
    }

    @Test(arguments: ["0", "-0", "1.10", "1e5", "1E+05", "-0.0e-0", "123456789012345678901234567890.5"])
    func `a number keeps its text`(text: String) throws {
        #expect(try JSONDocument(Array(text.utf8)).value == .number(text))
    }
}
