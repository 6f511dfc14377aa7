import Clinical
import Exports
import Foundation
import Testing

@Suite struct AppleHealthTests {
    static let eight = "2026-03-02 08:00:00 +0100"

    static func document(_ inside: String) -> String { HealthExportMaker.head + inside + "</HealthData>\n" }

    static func record(_ type: String, _ unit: String, _ value: String, at time: String = eight) -> String {
        HealthExportMaker.record(type, unit, "Meter", time, value)
    }

    static func correlation(_ inside: String) -> String {
        """
        <Correlation type="HKCorrelationTypeIdentifierBloodPressure" sourceName="Meter" startDate="\(eight)">
        \(inside)</Correlation>

        """
    }

    @Test(arguments: [
        ("BodyMass", "kg", "84.2", Measured.weight(.grams(84_200))),
        ("BodyMass", "lb", "185.6", .weight(.grams(84_187))),
        ("BodyMass", "st", "13", .weight(.grams(82_554))),
        ("BodyMass", "g", "84200", .weight(.grams(84_200))),
        ("Height", "cm", "171", .height(.millimetres(1710))),
        ("Height", "ft", "5.5", .height(.millimetres(1676))),
        ("HeartRate", "count/min", "64.4", .pulse(.perMinute(64))),
        ("RestingHeartRate", "count/min", "58", .pulse(.perMinute(58))),
        ("StepCount", "count", "329", .steps(.count(329))),
        ("BloodGlucose", "mg/dL", "99", .glucose(.micromolesPerLitre(5495), .random)),
        ("BloodGlucose", "mmol&lt;180.1558800000541&gt;/L", "5.5", .glucose(.micromolesPerLitre(5500), .random)),
    ])
    func `a record becomes a reading in our own unit`(type: String, unit: String, value: String, expected: Measured)
        throws
    {
        let told = try Told(Self.document(Self.record(type, unit, value)))
        #expect(told.format == .appleHealth)
        #expect(told.measured == [expected])
        #expect(told.refused.isEmpty && told.skipped.isEmpty)
    }

    @Test func `a reading keeps its own offset, its meter and the setting home`() throws {
        let told = try Told(Self.document(Self.record("BodyMass", "kg", "80")))
        let reading = try #require(told.readings.first?.reading)
        #expect(reading.taken.rfc3339 == "2026-03-02T08:00:00+01:00")
        #expect(reading.taken.localText == "2026-03-02T08:00")
        #expect(reading.device == "Meter")
        #expect(reading.setting == .home && reading.source == .file)
    }

    @Test func `a blood pressure that stands in the file twice is one reading`() throws {
        let halves =
            Self.record("BloodPressureSystolic", "mmHg", "128") + Self.record("BloodPressureDiastolic", "mmHg", "82")
        let expected = Measured.bloodPressure(.mmHg(128, over: 82), pulse: nil, rhythm: nil)
        for inside in [
            halves, Self.correlation(halves), halves + Self.correlation(halves), Self.correlation(halves) + halves,
        ] {
            let told = try Told(Self.document(inside))
            #expect(told.measured == [expected])
            #expect(told.passedOver.allSatisfy { $0 == .repeated })
            #expect(told.refused.isEmpty)
        }
    }

    @Test func `kilopascal is converted`() throws {
        let told = try Told(
            Self.document(
                Self.correlation(
                    Self.record("BloodPressureSystolic", "kPa", "17.1")
                        + Self.record("BloodPressureDiastolic", "kPa", "10.9")
                )
            )
        )
        #expect(told.measured == [.bloodPressure(.mmHg(128, over: 82), pulse: nil, rhythm: nil)])
    }

    @Test func `half a blood pressure is refused with its line`() throws {
        let told = try Told(Self.document(Self.record("BloodPressureSystolic", "mmHg", "128")))
        #expect(told.readings.isEmpty)
        #expect(told.refused.first?.line == 11)
        #expect(told.reasons == [.halfPressure])
    }

    @Test func `two people at the same minute stay two people`() throws {
        let mine = HealthExportMaker.record("BloodPressureSystolic", "mmHg", "A", Self.eight, "150")
        let yours = HealthExportMaker.record("BloodPressureDiastolic", "mmHg", "B", Self.eight, "70")
        let told = try Told(Self.document(mine + yours))
        #expect(told.reasons == [.halfPressure, .halfPressure])
    }

    @Test func `what somebody typed is called self-reported`() throws {
        let inside = "<MetadataEntry key=\"HKWasUserEntered\" value=\"1\"/>\n"
        let typed = HealthExportMaker.record("BodyMass", "kg", "Gezondheid", Self.eight, "80", inside)
        let told = try Told(Self.document(typed))
        #expect(told.readings.first?.details.modality == .selfReported)
    }

    @Test(arguments: [
        ("BodyMass", "stone", "80", RefusedRow.unknownUnit("stone")),
        ("BodyMass", "kg", "tachtig", .notANumber("value")),
        ("BodyMass", "kg", "nan", .notANumber("value")),
        ("BodyMass", "kg", "1e300", .impossible(.weight)),
        ("BodyMass", "kg", "", .notANumber("value")),
        ("BodyMass", "kg", "0", .impossible(.weight)),
        ("HeartRate", "count/min", "-1", .impossible(.pulse)),
        ("StepCount", "count", "99999999", .impossible(.steps)),
        ("Height", "cm", "999", .impossible(.height)),
        ("BloodGlucose", "mg/dL", "99999", .impossible(.glucose)),
    ])
    func `a record that cannot be is refused with its line`(
        type: String, unit: String, value: String, expected: RefusedRow
    ) throws {
        let told = try Told(Self.document(Self.record(type, unit, value) + Self.record("BodyMass", "kg", "81")))
        #expect(told.reasons == [expected])
        #expect(told.refused.first?.line == 11)
        #expect(told.measured == [.weight(.grams(81_000))])
    }

    @Test(arguments: ["2026-02-30 08:00:00 +0100", "2026-03-02 25:00:00 +0100", "gisteren", "2026-03-02"])
    func `a time no clock shows is refused`(time: String) throws {
        let told = try Told(Self.document(Self.record("BodyMass", "kg", "80", at: time)))
        #expect(told.reasons == [.noSuchTime])
    }

    @Test func `a time that has not come yet is refused when now is known`() throws {
        let text = Self.document(Self.record("BodyMass", "kg", "80"))
        let taken = try #require(Moment(rfc3339: "2026-03-02T08:00:00+01:00")).instant
        #expect(try Told(text, now: taken - .hours(1)).reasons == [.inTheFuture])
        #expect(try Told(text, now: taken - .minutes(2)).readings.count == 1)
        #expect(try Told(text, now: taken).readings.count == 1)
    }

    @Test func `a kind we do not use is passed over and said`() throws {
        let told = try Told(Self.document(Self.record("DistanceWalkingRunning", "km", "1.2")))
        #expect(told.passedOver == [.notUsed("DistanceWalkingRunning")])
    }

    @Test func `a name with signs in it is read as it was meant`() throws {
        let record = HealthExportMaker.record(
            "BodyMass", "kg", "Noor &amp; Jan&#x2019;s &lt;weegschaal&gt;", Self.eight, "80")
        #expect(try Told(Self.document(record)).readings.first?.reading.device == "Noor & Jan’s <weegschaal>")
        let undeclared = HealthExportMaker.record("BodyMass", "kg", "&noor;", Self.eight, "80")
        #expect(try Told(Self.document(undeclared)).reasons == [.unreadableText])
    }

    @Test func `a file that stops too early keeps what came before`() throws {
        let whole = Self.document(Self.record("BodyMass", "kg", "80") + Self.record("BodyMass", "kg", "81"))
        let told = try Told(String(whole.prefix(whole.count - 40)))
        #expect(told.measured == [.weight(.grams(80_000))])
        #expect(told.reasons == [.endsTooEarly])
    }

    @Test func `a file that stops anywhere never gives more than the whole`() throws {
        let whole = Array(Self.document(Self.record("BodyMass", "kg", "80")).utf8)
        let start = try #require(Array(HealthExportMaker.head.utf8).count as Int?)
        for length in stride(from: start, to: whole.count - 1, by: 7) {
            let told = try Told(Array(whole.prefix(length)))
            #expect(told.reasons == [.endsTooEarly])
            #expect(told.measured.isEmpty || told.measured == [.weight(.grams(80_000))])
        }
    }

    @Test(arguments: [
        "<Record type=\"a\" type=\"b\"/>", "<Record type=a/>", "<Record type=\"<\"/>", "</Record>", "<Record",
        "< Record/>",
        "<1/>", "<![CDATA[", "<!ELEMENT a>", "<Record type=\"a\"unit=\"b\"/>", "<a><b></a></b>", "\u{1}",
        "<Record type=\"\u{2}\"/>",
    ])
    func `broken XML ends in one refused row and keeps what came before`(broken: String) throws {
        let told = try Told(Self.document(Self.record("BodyMass", "kg", "80") + broken))
        #expect(told.measured == [.weight(.grams(80_000))])
        #expect(told.reasons == [.brokenXML] || told.reasons == [.endsTooEarly])
    }

    @Test(arguments: ["\0", "<Record type=\"\0\"/>"])
    func `a NUL halfway ends in one refused row, and one at the start is no text`(broken: String) throws {
        let weight = Self.record("BodyMass", "kg", "80")
        let far = weight + String(repeating: " ", count: 70_000)
        let told = try Told(Self.document(far + broken + weight))
        #expect(told.readings.count == 1)
        #expect(told.reasons == [.brokenXML])
        #expect(throws: ExportFailure.notText) { try Told(Self.document(broken)) }
    }

    @Test func `comments, instructions and sections are passed over`() throws {
        let noise = "<!-- <Record> --><?x <Record ?><Note>tekst &amp; <![CDATA[<Record>]]></Note>"
        let told = try Told(Self.document(noise + Self.record("BodyMass", "kg", "80")))
        #expect(told.measured == [.weight(.grams(80_000))])
        #expect(told.refused.isEmpty)
    }

    @Test func `the chunks of a large file do not show`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("health-\(UUID().uuidString)").path
        try HealthExportMaker.write(megabytes: 3, to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }  // a leftover file harms nobody
        let told = try Told(path: path)
        let content = try String(contentsOfFile: path, encoding: .utf8)
        let pulses = content.split(separator: "\n").count { $0.contains("IdentifierHeartRate") }
        let pressures = content.split(separator: "\n").count { $0.contains("<Correlation") }
        #expect(told.refused.isEmpty)
        #expect(told.measured.count { if case .pulse = $0 { true } else { false } } == pulses)
        #expect(told.measured.count { if case .bloodPressure = $0 { true } else { false } } == pressures)
        let zipped = try Told(Zip.health(content))
        #expect(zipped.format == .appleHealthZip)
        #expect(zipped.measured == told.measured)
    }

    @Test func `the same file twice gives the same readings`() throws {
        let scratch = try Scratch(Self.document(Self.record("BodyMass", "kg", "80")))
        let file = try ExportFile(path: scratch.path)
        var entries = [[ExportEntry](), []]
        for turn in 0..<2 { try file.read { entries[turn].append($0) } }
        #expect(entries[0] == entries[1] && entries[0].count == 1)
    }

    @Test func `the same record twice is one reading`() throws {
        let record = Self.record("BodyMass", "kg", "80")
        let told = try Told(Self.document(record + record))
        #expect(told.readings.count == 1)
        #expect(told.passedOver == [.repeated])
        #expect(told.skipped.first?.line == 12)
    }
}
