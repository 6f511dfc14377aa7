import Testing

@testable import Credentials

@Suite struct Base64URLTests {
    static let pairs: [([UInt8], String)] = [
        ([], ""), ([0x66], "Zg"), ([0x66, 0x6F], "Zm8"), ([0x66, 0x6F, 0x6F], "Zm9v"), ([0xFB, 0xFF], "-_8"),
        ([0xFF, 0xFF, 0xFF, 0xFF], "_____w"),
    ]

    @Test(arguments: pairs) func `bytes become text and back`(_ bytes: [UInt8], _ text: String) {
        #expect(Base64URL.text(bytes) == text)
        #expect(Base64URL.bytes(text) == bytes)
    }

    @Test(arguments: ["A", "AAAAA", "Zh", "Zm9", "Zg==", "Zg=", "+/8", "Zg\n", " Zg", "Zg ", "Zé", "Ｚg"])
    func `what is not strictly base64url is refused`(_ text: String) { #expect(Base64URL.bytes(text) == nil) }
}

@Suite struct CBORTests {
    static let values: [([UInt8], CBOR)] = [
        ([0x00], .unsigned(0)), ([0x17], .unsigned(23)), ([0x18, 0xFF], .unsigned(255)),
        ([0x19, 1, 0], .unsigned(256)), ([0x1A, 0, 1, 0, 0], .unsigned(65536)),
        ([0x1B] + [UInt8](repeating: 0xFF, count: 8), .unsigned(.max)),
        ([0x3B] + [UInt8](repeating: 0xFF, count: 8), .negative(.max)), ([0x26], .number(-7)),
        ([0x42, 1, 2], .bytes([1, 2])), ([0x62, 0xC3, 0xA9], .text("é")), ([0x80], .list([])),
        ([0x82, 1, 0x81, 2], .list([.unsigned(1), .list([.unsigned(2)])])),
        ([0xA1, 1, 0xF5], .map([.unsigned(1): .simple(21)])), ([0xF6], .simple(22)), ([0x18, 0x01], .unsigned(1)),
    ]

    @Test(arguments: values) func `a value is read`(_ bytes: [UInt8], _ value: CBOR) throws {
        #expect(try CBORReader.only(bytes) == value)
    }

    static let refused: [([UInt8], CBORFailure)] = [
        ([], .endsTooEarly), ([0x18], .endsTooEarly), ([0x19, 1], .endsTooEarly), ([0x42, 1], .endsTooEarly),
        ([0x82, 1], .endsTooEarly), ([0xA1, 1], .endsTooEarly), ([0, 0], .bytesLeft), ([0x1C], .reserved),
        ([0x1F], .indefiniteLength), ([0x5F], .indefiniteLength), ([0xFF], .indefiniteLength), ([0xE0], .reserved),
        ([0xF8, 0xFF], .reserved), ([0xF9, 0, 0], .taggedOrFloat), ([0xFB], .taggedOrFloat),
        ([0xC1, 0], .taggedOrFloat), ([0x62, 0xC3, 0x28], .notUTF8), ([0x63, 0xED, 0xA0, 0x80], .notUTF8),
        ([0xA2, 1, 1, 1, 1], .duplicateKey), ([0xA2, 1, 1, 0x18, 1, 1], .duplicateKey),
        ([0xA2, 0x61, 0x61, 1, 0x61, 0x61, 2], .duplicateKey), ([0x81, 0x81, 0x81, 0x81, 0x81, 0], .tooDeep),
        ([0x99, 0x01, 0x01], .tooManyValues), ([0x98, 255] + [UInt8](repeating: 0x81, count: 600), .tooDeep),
        ([0x82, 0x98, 255] + [UInt8](repeating: 0, count: 255) + [0x80], .tooManyValues),
        ([UInt8](repeating: 0, count: 16 * 1024 + 1), .tooLong),
    ]

    @Test(arguments: refused) func `what an authenticator does not send is refused`(
        _ bytes: [UInt8], _ failure: CBORFailure
    ) {
        #expect(throws: failure) { try CBORReader.only(bytes) }
    }

    @Test func `four levels are read`() throws {
        #expect(throws: Never.self) { try CBORReader.only([0x81, 0x81, 0x81, 0x81, 0]) }
    }
}

@Suite struct JSONTests {
    @Test func `a value is read`() throws {
        let text = #" { "a" : [ 1 , -0.5e+3 , true , false , null ] , "b\n\u00e9\ud83d\ude00" : "\"\\\/" } "#
        #expect(
            try JSONReader.only(Array(text.utf8))
                == .object([
                    "a": .list([.number("1"), .number("-0.5e+3"), .truth(true), .truth(false), .nothing]),
                    "b\né😀": .text("\"\\/"),
                ]))
    }

    static let refused: [(String, JSONFailure)] = [
        ("", .endsTooEarly), ("{", .endsTooEarly), (#"{"a"}"#, .unexpected), (#"{"a":1,}"#, .unexpected),
        ("[1,]", .unexpected), ("[1 2]", .unexpected), ("{a:1}", .unexpected), ("nul", .unexpected),
        ("truth", .unexpected), ("01", .badNumber), ("+1", .badNumber), ("1.", .badNumber), (".5", .badNumber),
        ("1e", .badNumber), ("-", .badNumber), ("--1", .badNumber), ("NaN", .unexpected), ("1 1", .bytesLeft),
        ("\"a\nb\"", .controlCharacter), (#""\x""#, .badEscape), (#""\u12""#, .badEscape), (#""\ud800""#, .badEscape),
        (#""\udc00""#, .badEscape), (#""\ud800\u0041""#, .badEscape), (#""\u+123""#, .badEscape),
        ("\"a", .endsTooEarly),
        (#""\"#, .endsTooEarly), (#"{"a":1,"a":2}"#, .duplicateName), (#"{"a":1,"\u0061":2}"#, .duplicateName),
        ("/* */1", .unexpected), ("'a'", .unexpected), (String(repeating: "[", count: 100), .tooDeep),
        ("[" + String(repeating: "1,", count: 600) + "1]", .tooManyValues),
        (String(repeating: "1", count: 33), .badNumber),
    ]

    @Test(arguments: refused) func `what is not strictly JSON is refused`(_ text: String, _ failure: JSONFailure) {
        #expect(throws: failure) { try JSONReader.only(Array(text.utf8)) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: JSONFailure.notUTF8) { try JSONReader.only([0x22, 0xC3, 0x28, 0x22]) }
        #expect(throws: JSONFailure.notUTF8) { try JSONReader.only([0x22, 0xC0, 0x80, 0x22]) }
    }

    @Test func `what is written is read back, and can stand in a page`() throws {
        let value = JSONValue.object(["</script>": .text("\"\\\n\u{0}<!-- ' & \u{2028} é😀"), "n": .number(-7)])
        #expect(try JSONReader.only(Array(value.json.utf8)) == value)
        #expect(!value.json.contains("<") && !value.json.contains("&") && !value.json.contains("'"))
    }
}
