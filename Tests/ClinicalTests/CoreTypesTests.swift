import Clinical
import Testing

@Suite struct CoreTypesTests {
    @Test(arguments: [
        ("2026-03-29T00:59:59Z", 60, "2026-03-29T01:59:59+01:00"),
        ("2026-03-29T01:00:00Z", 120, "2026-03-29T03:00:00+02:00"),
        ("2026-10-25T00:59:59Z", 120, "2026-10-25T02:59:59+02:00"),
        ("2026-10-25T01:00:00Z", 60, "2026-10-25T02:00:00+01:00"),
        ("2026-01-01T00:00:00Z", 60, "2026-01-01T01:00:00+01:00"),
        ("2026-12-31T23:30:00Z", 60, "2027-01-01T00:30:00+01:00"),
    ])
    func `Dutch clocks change at one o'clock universal time`(utc: String, offset: Int, local: String) throws {
        let instant = try #require(Moment(rfc3339: utc)).instant
        #expect(Amsterdam.offsetMinutes(at: instant) == offset)
        #expect(Moment.amsterdam(instant).rfc3339 == local)
    }

    @Test func `an hour that clocks show twice is the first of the two`() throws {
        let day = try #require(Day(2026, 10, 25))
        #expect(Moment(Amsterdam.instant(day, hour: 2, minute: 30), offsetMinutes: 0).rfc3339 == "2026-10-25T00:30:00Z")
    }

    @Test func `an hour that clocks skip is read as winter time`() throws {
        let day = try #require(Day(2026, 3, 29))
        #expect(Moment(Amsterdam.instant(day, hour: 2, minute: 30), offsetMinutes: 0).rfc3339 == "2026-03-29T01:30:00Z")
    }

    @Test(arguments: [
        ("2026-11-23", "2026-11-23"), ("2026-11-25", "2026-11-23"), ("2026-11-29", "2026-11-23"),
        ("2026-11-30", "2026-11-30"), ("2027-01-01", "2026-12-28"), ("2024-02-29", "2024-02-26"),
        ("1969-12-31", "1969-12-29"),
    ])
    func `a week starts on Monday, also over the end of a year`(day: String, monday: String) throws {
        let day = try #require(Day(day))
        #expect(day.monday.description == monday)
        #expect(day.monday.weekday == 1)
    }

    @Test(arguments: ["2025-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-1", "x", ""])
    func `a day that is not on the calendar is not a day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `every day number gives its day back`() {
        for number in stride(from: -800_000, through: 800_000, by: 997) {
            #expect(Day(number: number).number == number)
        }
    }

    @Test(arguments: [("2026-11-24", 69), ("2026-11-25", 70), ("2026-11-26", 70)])
    func `a person is a year older on the birthday`(today: String, age: Int) throws {
        #expect(try #require(Day(today)).age(bornOn: try #require(Day(1956, 11, 25))) == age)
    }

    @Test(arguments: [
        "2026-11-25T08:15:00Z", "2026-11-25T08:15:30+01:00", "1969-12-31T23:59:59Z", "2026-07-01T08:00:00-05:30",
    ])
    func `a time is written as it was read`(text: String) throws {
        #expect(try #require(Moment(rfc3339: text)).rfc3339 == text)
    }

    @Test(arguments: ["2026-11-25T08:15:00", "2026-11-25", "2026-11-25T24:00:00Z", "2026-11-25T08:60:00Z", "now", ""])
    func `a time without a zone or that no clock shows is refused`(text: String) {
        #expect(Moment(rfc3339: text) == nil)
    }

    @Test func `milliseconds are kept`() throws {
        let moment = try #require(Moment(rfc3339: "2026-11-25T08:15:00.123+01:00"))
        #expect(moment.instant.milliseconds % 1000 == 123)
        #expect(moment.hour == 8)
    }

    @Test func `an identity is read back from its text and its bytes`() throws {
        var chance = SystemRandomNumberGenerator()
        let id = ID<Reading>.new(at: .seconds(1_795_000_000), using: &chance)
        #expect(ID<Reading>(id.description) == id)
        #expect(ID<Reading>(bytes: id.bytes) == id)
        #expect(Array(id.description)[14] == "7")
        #expect("89ab".contains(Array(id.description)[19]))
    }

    @Test func `a later identity comes after an earlier one`() {
        var chance = SystemRandomNumberGenerator()
        let ids = (0..<50).map { ID<Reading>.new(at: Instant(milliseconds: 1_795_000_000_000 + $0), using: &chance) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
    }

    @Test(arguments: ["", "x", "00000000-0000-7000-8000-00000000000g", "00000000x0000-7000-8000-000000000000"])
    func `a text that is no identity is refused`(text: String) {
        #expect(ID<Reading>(text) == nil)
    }

    @Test(arguments: [(6.25, 1, 63), (6.24, 1, 62), (-6.25, 1, -63), (134.5, 0, 135), (0.005, 2, 1)])
    func `a number is rounded once, half away from zero`(value: Double, places: Int, units: Int) {
        #expect(Rounded(value, places: places).units == units)
    }

    @Test func `a number has the decimal mark of the language`() {
        #expect(Rounded(-0.5, places: 1).text(in: .nl) == "-0,5")
        #expect(Rounded(6.05, places: 2).text(in: .en) == "6.05")
        #expect(Rounded(mean: 269, over: 2, places: 0).text(in: .nl) == "135")
    }
}
