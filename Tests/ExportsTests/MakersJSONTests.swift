import Clinical
import Exports
import Testing

@Suite struct MakersJSONTests {
    static let withings = """
        {"status":0,"body":{"timezone":"Europe/Amsterdam","measuregrps":[
        {"grpid":11,"attrib":0,"category":1,"date":1770098700,"model":"BPM","measures":[
        {"type":9,"unit":0,"value":84},{"type":10,"unit":-1,"value":1310},{"type":11,"unit":0,"value":66}]},
        {"grpid":12,"attrib":2,"category":1,"date":1770098760,"comment":"zelf","measures":[{"type":1,"unit":-2,"value":8420}]},
        {"grpid":13,"attrib":0,"category":2,"date":1770098760,"measures":[{"type":1,"unit":0,"value":70}]},
        {"grpid":14,"attrib":1,"category":1,"date":1770098770,"measures":[{"type":1,"unit":0,"value":60},{"type":54,"unit":0,"value":97}]}
        ]}}
        """
    static let iHealth = """
        {"BPDataList":[{"DataID":"a","DataSource":"FromDevice","HP":17.5,"LP":11.2,"HR":66,"IsArr":1,"MDate":1770102300,
        "TimeZone":"+0100","Note":""}],"BPUnit":1}
        """
    static let googleFit = """
        {"dataSourceId":"x","point":[{"startTimeNanos":"1770098700123000000","dataTypeName":"com.google.blood_pressure",
        "value":[{"fpVal":131},{"fpVal":84}]},{"startTimeNanos":"1770098700000000000","dataTypeName":"com.google.sleep","value":[]},
        {"startTimeNanos":"9999999999999999999","dataTypeName":"com.google.weight","value":[{"fpVal":72}]}]}
        """
    static let fitbit = """
        {"activities-steps":[{"dateTime":"2026-02-03","value":"5120"},{"dateTime":"2026-02-04","value":"0"},
        {"dateTime":"2026-02-31","value":"9"}]}
        """

    @Test func `measure groups of Withings are read`() throws {
        let told = try Told(Self.withings)
        #expect(told.format == .withingsJSON)
        #expect(
            told.measured == [
                .bloodPressure(.mmHg(131, over: 84), pulse: nil, rhythm: nil), .pulse(.perMinute(66)),
                .weight(.grams(84_200)), .weight(.grams(60_000)),
            ]
        )
        #expect(told.readings.map(\.reading.externalID) == ["11", "11/11", "12/1", "14/1"])
        #expect(told.readings.map(\.details.modality) == [.sensed, .sensed, .selfReported, .sensed])
        #expect(told.readings.map(\.reading.status) == [.final, .final, .final, .unconfirmed])
        #expect(told.passedOver == [.goal, .notUsed("SpO2")])
        #expect(told.readings.first?.reading.taken.rfc3339 == "2026-02-03T07:05:00+01:00")
        #expect(told.json.first?.contains("\"at\":\"2026-02-03T06:05:00Z\",\"localTime\":\"2026-02-03T07:05\"") == true)
    }

    @Test func `pressures of iHealth are read in kilopascal on the clock of the place`() throws {
        let told = try Told(Self.iHealth)
        #expect(told.format == .iHealthJSON)
        #expect(told.measured == [.bloodPressure(.mmHg(131, over: 84), pulse: .perMinute(66), rhythm: .irregular)])
        #expect(told.readings.first?.reading.taken.rfc3339 == "2026-02-03T07:05:00+01:00")
        #expect(told.readings.first?.reading.externalID == "a")
    }

    @Test func `weight of iHealth without its unit is refused`() throws {
        let told = try Told("{\"WeightDataList\":[{\"MDate\":1770102300,\"WeightValue\":80}]}")
        #expect(told.reasons == [.unknownUnit("")])
    }

    @Test func `pounds, glucose and steps of iHealth are read`() throws {
        let told = try Told(
            """
            {"WeightDataList":[{"MDate":1770102300,"WeightValue":185.6}],"WeightUnit":1,
            "BGDataList":[{"BG":99,"DinnerSituation":"Before_breakfast","MDate":1770102300}],"BGUnit":0,
            "ARDataList":[{"Steps":4000,"MDate":1770102300},{"Steps":0,"MDate":1770102300}]}
            """
        )
        #expect(
            told.measured == [
                .weight(.grams(84_187)), .glucose(.micromolesPerLitre(5495), .fasting), .steps(.count(4000)),
            ]
        )
    }

    @Test func `points of Google Fit are read`() throws {
        let told = try Told(Self.googleFit)
        #expect(told.format == .googleFitJSON)
        #expect(told.measured == [.bloodPressure(.mmHg(131, over: 84), pulse: nil, rhythm: nil)])
        #expect(told.passedOver == [.notUsed("com.google.sleep")])
        #expect(told.reasons == [.noSuchTime])
        #expect(told.readings.first?.reading.taken.instant == Instant(milliseconds: 1_770_098_700_123))
    }

    @Test func `days of Fitbit are read and a day of nothing is no reading`() throws {
        let told = try Told(Self.fitbit)
        #expect(told.format == .fitbitJSON)
        #expect(told.json == ["{\"type\":\"steps\",\"value\":5120,\"date\":\"2026-02-03\",\"line\":1}"])
        #expect(told.passedOver == [.nothingMeasured])
        #expect(told.reasons == [.noSuchTime])
    }

    @Test func `a file cut off anywhere never gives a number that was not in it`() throws {
        let whole = Array(Self.withings.utf8)
        let expected = try Told(Self.withings).measured
        for length in 40..<(whole.count - 1) {
            guard let told = try? Told(Array(whole.prefix(length))) else { continue }  // too short to recognise
            #expect(told.measured.allSatisfy(expected.contains))
            #expect(told.reasons.contains(.endsTooEarly))
        }
    }

    @Test func `broken JSON keeps what came before`() throws {
        let told = try Told("{\"activities-steps\":[{\"dateTime\":\"2026-02-03\",\"value\":\"5120\"},{]}")
        #expect(told.readings.count == 1)
        #expect(told.reasons == [.brokenJSON])
    }

    @Test func `JSON that nests too deeply or holds too many values is refused`() throws {
        let deep = "{\"activities-steps\":" + String(repeating: "[", count: 100_000)
        #expect(throws: ExportFailure.tooDeep) { try Told(deep) }
        let many = "{\"activities-steps\":[" + String(repeating: "1,", count: 4_000_001) + "1]}"
        #expect(throws: ExportFailure.tooManyValues) { try Told(many) }
    }

    @Test(arguments: [
        "{\"activities-steps\":null}", "{\"activities-steps\":{}}", "{\"activities-steps\":[1,null,\"a\",[],{}]}",
        "{\"status\":0,\"body\":[]}", "{\"status\":0,\"body\":{\"measuregrps\":[{\"measures\":[{}]},{}]}}",
        "{\"BPDataList\":[{}],\"BPUnit\":9}",
        "{\"dataSourceId\":1,\"point\":[{},{\"dataTypeName\":\"com.google.weight\"}]}",
        "{\"status\":401,\"body\":{}}", "{\"BPDataList\":[{\"HP\":1e999,\"LP\":-1,\"MDate\":-5}],\"BPUnit\":0}",
    ])
    func `values of the wrong kind give no reading`(text: String) throws {
        #expect(try Told(text).readings.isEmpty)
    }

    @Test func `signs in a note survive the way to JSON`() throws {
        let told = try Told(
            #"{"status":0,"body":{"measuregrps":[{"attrib":0,"date":1770098700,"comment":"a\"b\\\u00e9\ud83d\ude42\n","measures":[{"type":1,"unit":0,"value":80}]}]}}"#
        )
        #expect(told.readings.first?.details.note == "a\"b\\é🙂\n")
        #expect(told.json.first?.contains(#""note":"a\"b\\é🙂\n""#) == true)
    }
}
