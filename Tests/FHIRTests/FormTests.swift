import FHIR
import Testing

@Suite struct FormTests {
    @Test(arguments: [
        "2026", "0001", "2026-11", "2026-11-02", "2024-02-29", "2000-02-29", "2026-11-02T08:30:00Z",
        "2026-11-02T08:30:00.123456789+14:00", "2026-11-02T23:59:60-11:30",
    ])
    func `a date and time of R4 is taken`(text: String) { #expect(DateTime(text)?.text == text) }

    @Test(arguments: [
        "", "26", "0000", "20261", "2026-", "2026-1", "2026-13", "2026-00", "2026-11-", "2026-11-31", "2023-02-29",
        "1900-02-29", "2026-11-00", "2026-11-02T", "2026-11-02T08:30Z", "2026-11-02T08:30:00", "2026-11-02T24:00:00Z",
        "2026-11-02T08:60:00Z", "2026-11-02T08:30:61Z", "2026-11-02T08:30:00.Z", "2026-11-02T08:30:00+14:01",
        "2026-11-02T08:30:00+1:00", "2026-11-02t08:30:00Z", "2026-11-02T08:30:00z", "2026-11-02 08:30:00Z",
        "-2026", " 2026", "2026 ", "2026/11/02", "٢٠٢٦", "2026-11-02T08:30:00Z ",
    ])
    func `what is no date and time is refused`(text: String) { #expect(DateTime(text) == nil) }

    @Test func `an instant has a time, a date has none`() {
        #expect(Instant("2026-11-02") == nil)
        #expect(Instant("2026-11-02T08:30:00.5+01:00")?.milliseconds == 1_793_604_600_500)
        #expect(DateTime("1970-01-01T00:00:00Z")?.milliseconds == 0)
        #expect(DateTime("1969-12-31T23:59:59Z")?.milliseconds == -1000)
        #expect(DateTime("2000-03-01T00:00:00+01:00")?.zoneMinutes == 60)
        #expect(DateTime("2026-11")?.milliseconds == nil)
        #expect(PartialDate("2026-11-02T08:30:00Z") == nil)
        #expect(ClockTime("08:30:00.5") != nil && ClockTime("08:30") == nil && ClockTime("08:30:00Z") == nil)
    }

    @Test func `an id has 1 to 64 letters, digits, hyphens and points`() {
        #expect(ResourceID("a") != nil && ResourceID("A-1.b") != nil)
        #expect(ResourceID(String(repeating: "a", count: 64)) != nil)
        #expect(ResourceID(String(repeating: "a", count: 65)) == nil)
        for text in ["", "a_b", "a/b", "é", " ", "a\n"] { #expect(ResourceID(text) == nil, "\(text)") }
    }

    @Test func `codes, addresses and base64 keep to their form`() {
        #expect(Code("a b") != nil && Code("a") != nil)
        for text in ["", " a", "a ", "a  b", "a\tb", "a\n"] { #expect(Code(text) == nil, "\(text)") }
        #expect(URI("urn:uuid:1") != nil && URI("") == nil && URI("a b") == nil)
        #expect(Base64("aGFs\nbG8=") != nil && Base64("YQ==") != nil)
        for text in ["", "a", "aGFsbG8", "====", "a=bc", "%%%2@()()", "é==="] {
            #expect(Base64(text) == nil, "\(text)")
        }
    }

    @Test func `decimals keep their text`() {
        for text in ["0", "-0.10", "1.10", "1e5", "100.000"] { #expect(DecimalText(text)?.text == text) }
        for text in ["", "1.", "01", "+1", " 1", "1 ", "1e400", "NaN", "\"1\"", "[]", "1,2"] {
            #expect(DecimalText(text) == nil, "\(text)")
        }
    }

    @Test func `each home code occurs once`() {
        #expect(Set(HomeCode.all.map(\.loinc)).count == HomeCode.all.count)
        #expect(HomeCode.all.allSatisfy { Code($0.loinc.text) != nil && $0.ucum.map { Code($0.text) != nil } ?? true })
        #expect(HomeCode.systolic.ucum?.text == "mm[Hg]")
    }
}
