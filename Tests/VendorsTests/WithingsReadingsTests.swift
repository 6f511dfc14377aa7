import Clinical
import Testing

@testable import Vendors

@Suite struct WithingsReadingsTests {
    private static let now = WithingsTests.now
    private static let date = 1_794_990_000

    private static func page(_ body: String) throws -> Withings.Page {
        try Withings.Page(answer: .init(http: 200, bytes: WithingsTests.ok(body)), at: now)
    }

    private static func group(_ number: Int, attrib: Int = 0, date: Int = date, _ measures: String) -> String {
        """
        {"grpid":\(number),"attrib":\(attrib),"date":\(date),"category":1,"measures":[\(measures)]}
        """
    }

    private static func groups(_ groups: String...) -> String {
        "{\"updatetime\":1795000000,\"timezone\":\"Europe/Amsterdam\",\"measuregrps\":[\(groups.joined(separator: ","))]}"
    }

    @Test func `one use of a meter is a pressure and a pulse`() throws {
        let page = try Self.page(
            Self.groups(
                Self.group(
                    71,
                    #"{"type":9,"value":82,"unit":0},{"type":10,"value":128,"unit":0},{"type":11,"value":64,"unit":0}"#
                )))
        #expect(
            page.readings.map(\.measured) == [
                .bloodPressure(.mmHg(128, over: 82), pulse: nil, rhythm: nil), .pulse(.perMinute(64)),
            ])
        #expect(page.readings.map(\.externalID) == ["71", "71/11"])
        #expect(page.readings.allSatisfy { $0.device == "Withings" && $0.status == .final && $0.source == .file })
        #expect(page.updatedAt == Self.now)
        #expect(page.next == nil)
    }

    @Test(arguments: [
        ("81250", "-3", 81_250), ("8125", "-2", 81_250), ("812500000", "-7", 81_250), ("8", "1", 80_000),
        ("81.25", "0", 81_250),
    ])
    func `a weight is its value times a power of ten`(_ value: String, _ unit: String, _ grams: Int) throws {
        let page = try Self.page(Self.groups(Self.group(1, "{\"type\":1,\"value\":\(value),\"unit\":\(unit)}")))
        #expect(page.readings.map(\.measured) == [.weight(.grams(grams))])
    }

    @Test(arguments: [
        ("81250", "0"), ("81250", "-13"), ("81250", "99"), ("81250", "\"kg\""), ("\"-\"", "0"), ("-81", "0"),
        ("0", "0"),
    ])
    func `a weight that nobody has is refused and the rest is kept`(_ value: String, _ unit: String) throws {
        let page = try Self.page(
            Self.groups(
                Self.group(1, "{\"type\":1,\"value\":\(value),\"unit\":\(unit)}"),
                Self.group(2, #"{"type":1,"value":80,"unit":0}"#)))
        #expect(page.readings.map(\.externalID) == ["2/1"])
        #expect(page.refused == 1)
    }

    @Test(arguments: [
        (0, Status.final, "Withings"), (1, .unconfirmed, "Withings"), (2, .final, "Withings, zelf ingevuld"),
        (4, .final, "Withings, zelf ingevuld"), (5, .final, "Withings"), (7, .final, "Withings"),
        (8, .final, "Withings"),
    ])
    func `whose it is, and whether a meter measured it`(_ attrib: Int, _ status: Status, _ device: String) throws {
        let page = try Self.page(Self.groups(Self.group(1, attrib: attrib, #"{"type":1,"value":80,"unit":0}"#)))
        #expect(page.readings.map(\.status) == [status])
        #expect(page.readings.map(\.device) == [device])
    }

    @Test func `what came along and was not asked for is left out`() throws {
        let page = try Self.page(
            Self.groups(
                Self.group(1, #"{"type":4,"value":178,"unit":-2},{"type":8,"value":20,"unit":0}"#),
                Self.group(2, date: Self.date + 86_400, #"{"type":1,"value":80,"unit":0}"#),
                #"{"grpid":3,"attrib":0,"date":1794990000,"category":2,"measures":[{"type":1,"value":70,"unit":0}]}"#,
                #"{"attrib":0,"date":1794990000,"category":1,"measures":[{"type":1,"value":70,"unit":0}]}"#))
        #expect(page.readings.isEmpty)
        #expect(page.refused == 1, "the one of tomorrow")
    }

    @Test func `the highest count of a day is the day`() throws {
        let page = try Self.page(
            """
            {"activities":[{"date":"2026-11-14","steps":4000},{"date":"2026-11-14","steps":6100},
            {"date":"2026-11-14","steps":100},{"date":"2026-11-13","steps":10},{"date":"2026-13-13","steps":10}],
            "more":false,"offset":0}
            """)
        #expect(page.readings.map(\.externalID) == ["withings steps 2026-11-13", "withings steps 2026-11-14"])
        #expect(page.readings.map(\.measured) == [.steps(.count(10)), .steps(.count(6100))])
        #expect(page.refused == 1)
    }

    private static let places: [(String, Int?)] = [
        (#""more":1,"offset":200"#, 200), (#""more":true,"offset":7"#, 7), (#""more":0,"offset":0"#, nil),
        (#""more":false,"offset":3"#, nil), (#""offset":3"#, nil),
    ]

    @Test(arguments: places)
    func `the next page is where the cloud says`(_ text: String, _ next: Int?) throws {
        #expect(try Self.page("{\(text),\"measuregrps\":[]}").next == next)
    }

    @Test(arguments: [#""more":1"#, #""more":1,"offset":0"#, #""more":true,"offset":-4"#])
    func `more without a place is no answer`(_ text: String) {
        #expect(throws: WithingsFailure.unreadable) { try Self.page("{\(text),\"measuregrps\":[]}") }
    }

    @Test func `an answer that stops too early is not believed`() {
        let whole = WithingsTests.ok(Self.groups(Self.group(1, #"{"type":1,"value":80,"unit":0}"#)))
        for count in stride(from: 0, to: whole.count, by: 7) {
            #expect(throws: WithingsFailure.unreadable) {
                try Withings.Page(answer: .init(http: 200, bytes: Array(whole.prefix(count))), at: Self.now)
            }
        }
        #expect(throws: WithingsFailure.unreadable) {
            try Withings.Page(
                answer: .init(http: 200, bytes: Array(repeating: UInt8(ascii: "["), count: 100_000)), at: Self.now)
        }
    }
}
