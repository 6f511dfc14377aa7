import Clinical
import Exports
import Testing

@Suite struct TableTests {
    static let omron = """
        Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),Symptoms,Notes
        Feb 3 2026,07:05,131,84,66,-,na het ontbijt
        Feb 3 2026,8:15 PM,127,80,-,-,

        """
    static let pressure = #"""
        Date,Heart rate,Systolic,Diastolic,Comments
        "2026-02-03 07:05:00",66,131,84,"rustig, ""zittend"""
        "2026-07-03 07:05:00",,127,80,

        """#

    private func pressures(_ told: Told) -> [String] {
        told.readings.map { item in
            guard case .bloodPressure(let pressure, let pulse, _) = item.reading.measured else { return "?" }
            return "\(pressure) \(pulse.map(\.description) ?? "-") \(item.reading.taken.rfc3339)"
        }
    }

    @Test func `the report of OMRON connect is read`() throws {
        let told = try Told(Self.omron)
        #expect(told.format == .omronCSV)
        #expect(pressures(told) == ["131/84 66 2026-02-03T07:05:00+01:00", "127/80 - 2026-02-03T20:15:00+01:00"])
        #expect(told.readings.first?.details.note == "na het ontbijt")
    }

    @Test func `the pressures of Withings are read, in Dutch winter and summer time`() throws {
        let told = try Told(Self.pressure)
        #expect(told.format == .withingsCSVPressure)
        #expect(pressures(told) == ["131/84 66 2026-02-03T07:05:00+01:00", "127/80 - 2026-07-03T07:05:00+02:00"])
        #expect(told.readings.first?.details.note == "rustig, \"zittend\"")
    }

    @Test func `the weights of Withings are read`() throws {
        let told = try Told("Date,\"Weight (kg)\",\"Fat mass (kg)\",Comments\r\n\"2026-02-03 07:05:45\",84.2,,\r\n")
        #expect(told.format == .withingsCSVWeight)
        #expect(told.measured == [.weight(.grams(84_200))])
        #expect(try Told("Date,Weight (lb)\n2026-02-03 07:05:45,185.6\n").measured == [.weight(.grams(84_187))])
    }

    @Test func `a Dutch table with semicolons and decimal commas is read`() throws {
        let told = try Told(
            "\u{FEFF}Datum;Tijd;Bovendruk (mmHg);Onderdruk (mmHg);Hartslag;Gewicht (kg);Opmerkingen\r\n03-02-2026;07:05;131;84;66;84,2;\r\n"
        )
        #expect(told.format == .omronCSV)
        #expect(told.measured.last == .weight(.grams(84_200)))
        #expect(pressures(told).first == "131/84 66 2026-02-03T07:05:00+01:00")
    }

    @Test func `letters of a western spreadsheet are read`() throws {
        let head = Array("Datum;Tijd;Systolisch;Diastolisch;Apparaat;Opmerkingen\n03-02-2026;07:05;131;84;M7;Andr".utf8)
        let told = try Told(head + [0xE9, 0x0A])
        #expect(told.readings.first?.details.note == "André")
    }

    @Test(arguments: [
        ("13/02/2026", "2026-02-13"), ("2/13/2026", "2026-02-13"), ("12 mrt. 2026", "2026-03-12"),
        ("Mar 12, 2026", "2026-03-12"), ("2026/03/12", "2026-03-12"), ("5/5/2026", "2026-05-05"),
    ])
    func `a day is read in the ways people write it`(written: String, expected: String) throws {
        let told = try Told("Date;Time;Systolic;Diastolic\n\(written);07:05;131;84\n")
        #expect(told.readings.first?.reading.taken.day.description == expected)
    }

    @Test(arguments: [
        ("3/2/2026,07:05,131,84", RefusedRow.ambiguousDate), ("2026-02-30,07:05,131,84", .noSuchTime),
        ("2026-02-03,,131,84", .noTime), ("2026-02-03,25:05,131,84", .noSuchTime), (",07:05,131,84", .noTime),
        ("2026-02-03,07:05,84,131", .upsideDown), ("2026-02-03,07:05,80,80", .upsideDown),
        ("2026-02-03,07:05,401,80", .impossible(.pressure)), ("2026-02-03,07:05,131,0", .impossible(.pressure)),
        ("2026-02-03,07:05,131,", .halfPressure), ("2026-02-03,07:05,,84", .halfPressure),
        ("2026-02-03,07:05,\"131,84", .brokenQuotes), ("2026-02-03,07:05,1e99,84", .impossible(.pressure)),
        ("2026-02-03,07:05,0x80,84", .notANumber("Systolic")), ("2026-02-03,13:05 PM,131,84", .noSuchTime),
    ])
    func `a row that cannot be used is refused with its line and the rest is kept`(row: String, expected: RefusedRow)
        throws
    {
        let told = try Told("Date,Time,Systolic,Diastolic\n2026-02-02,07:05,128,82\n\(row)\n2026-02-04,07:05,129,83\n")
        #expect(told.reasons == [expected])
        #expect(told.refused.first?.line == 3)
        #expect(told.readings.count == 2)
    }

    @Test func `an empty row is nothing, and a row without values measured nothing`() throws {
        let told = try Told("Date,Systolic,Diastolic\n\n,,\n2026-02-02 07:05:00,,\n2026-02-02 07:05:00,-,--\n")
        #expect(told.passedOver == [.nothingMeasured, .nothingMeasured])
        #expect(told.refused.isEmpty && told.readings.isEmpty)
    }

    @Test func `a row of ten thousand fields and a line of five megabytes are refused and the rest is kept`() throws {
        let many = String(repeating: "1,", count: 10_000)
        let long = String(repeating: "x", count: 5 << 20)
        let told = try Told("Date,Systolic,Diastolic\n\(many)\n\(long)\n2026-02-02 07:05:00,128,82\n")
        #expect(told.reasons == [.tooManyFields, .lineTooLong])
        #expect(told.refused.map(\.line) == [2, 3])
        #expect(told.readings.map(\.line) == [4])
    }

    @Test func `a table of quotes only is read to its end`() throws {
        let told = try Told("Date,Systolic,Diastolic\n" + String(repeating: "\"x\n", count: 5001))
        #expect(told.reasons.allSatisfy { $0 == .brokenQuotes } && !told.refused.isEmpty && told.readings.isEmpty)
    }

    @Test func `a NUL or broken letters halfway refuse one row`() throws {
        let start = "Date,Systolic,Diastolic\n" + String(repeating: "\n", count: 70_000)
        let told = try Told(
            Array(start.utf8) + [0x41, 0, 0x0A, 0xFF, 0x0A] + Array("2026-02-02 07:05:00,128,82\n".utf8))
        #expect(told.reasons == [.unreadableText, .unreadableText])
        #expect(told.readings.map(\.line) == [70_004])
    }

    @Test func `a table that stops in a row keeps what came before`() throws {
        let told = try Told("Date,Systolic,Diastolic\n2026-02-02 07:05:00,128,82\n2026-02-03 07:05:00,12")
        #expect(told.reasons == [.endsTooEarly])
        #expect(told.readings.count == 1)
    }

    @Test func `a column for the zone is followed`() throws {
        let told = try Told(
            "Measurement Date,Time Zone,SYS(mmHg),DIA(mmHg),Pulse(bpm),Device\n2026-02-03 07:05,Europe/London,131,84,66,M7\n2026-02-03 07:06,Mars/Noord,131,84,66,M7\n"
        )
        #expect(told.format == .omronCSV)
        #expect(pressures(told) == ["131/84 66 2026-02-03T07:05:00Z"])
        #expect(told.readings.first?.reading.device == "M7")
        #expect(told.reasons == [.unknownZone])
    }
}
