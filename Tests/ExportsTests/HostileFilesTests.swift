import Clinical
import Exports
import Foundation
import Testing

/// Files made to harm, and files that are something else: each has an answer, none stops the program.
@Suite struct HostileFilesTests {
    static let weight = AppleHealthTests.record("BodyMass", "kg", "80")

    @Test(arguments: [
        "<!ENTITY a \"b\">", "<!ENTITY % a SYSTEM \"file:///etc/passwd\">", "%a;",
        "<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">",
    ])
    func `a file that declares an entity is refused as a whole`(declaration: String) throws {
        let text =
            "<?xml version=\"1.0\"?><!DOCTYPE HealthData [\(declaration)]><HealthData>\(Self.weight)</HealthData>"
        #expect(throws: ExportFailure.entityDeclared) { try Told(text) }
    }

    @Test func `a document type that points elsewhere is not followed`() throws {
        let text = "<!DOCTYPE HealthData SYSTEM \"http://localhost/x.dtd\"><HealthData>\(Self.weight)</HealthData>"
        #expect(try Told(text).readings.count == 1)
    }

    @Test func `a document type without an end is refused`() throws {
        let text = "<!DOCTYPE HealthData [ <HealthData " + String(repeating: "<!ELEMENT a EMPTY>", count: 100_000)
        #expect(throws: ExportFailure.documentTypeTooLong) { try Told(text) }
    }

    @Test func `parts that nest too deeply are refused`() throws {
        let text = AppleHealthTests.document(String(repeating: "<a>", count: 5000))
        #expect(throws: ExportFailure.tooDeep) { try Told(text) }
    }

    @Test func `too many attributes, or too long a one, are refused`() throws {
        let many = (0..<300).map { " a\($0)=\"1\"" }.joined()
        #expect(throws: ExportFailure.tooManyAttributes) { try Told(AppleHealthTests.document("<Record\(many)/>")) }
        let long = String(repeating: "x", count: 3 << 20)
        #expect(throws: ExportFailure.attributeTooLong) {
            try Told(AppleHealthTests.document("<Record type=\"\(long)\"/>"))
        }
        #expect(throws: ExportFailure.attributeTooLong) {
            try Told(AppleHealthTests.document("<Record type=\"\(long)"))
        }
    }

    @Test func `a megabyte in a name does not stay in memory`() throws {
        let long = String(repeating: "x", count: 1 << 20)
        let named = HealthExportMaker.record("BodyMass", "kg", long, AppleHealthTests.eight, "80")
        let told = try Told(AppleHealthTests.document(named))
        #expect(try #require(told.readings.first?.reading.device).utf8.count <= 200)
        let unit = try Told(AppleHealthTests.document(AppleHealthTests.record("BodyMass", long, "80")))
        #expect(unit.reasons.map(\.sentence.nl.utf8.count).allSatisfy { $0 < 300 })
    }

    @Test(arguments: ["GMT+18", "GMT-18", "Etc/GMT+18"])
    func `a zone where no clock is gives a refused row, or Dutch time for a certain instant`(zone: String) throws {
        let told = try Told(
            #"{"body":{"timezone":"\#(zone)","measuregrps":[{"date":1790000000,"category":1,"measures":[{"value":80,"type":1,"unit":0}]}]},"status":0}"#
        )
        let moments = told.readings.map(\.reading.taken.offsetMinutes)
        #expect(moments.allSatisfy { (-840...840).contains($0) })
        #expect(moments.count + told.refused.count == 1)
    }

    @Test func `a zip that grows too much is refused`() throws {
        let bomb = AppleHealthTests.document(Self.weight + String(repeating: " ", count: 24 << 20))
        #expect(throws: ExportFailure.archiveBomb) { try Told(Zip.health(bomb)) }
    }

    @Test func `a zip of something else is refused`() throws {
        #expect(throws: ExportFailure.otherArchive) {
            try Told(Zip.archive([("word/document.xml", Array("<a/>".utf8))]))
        }
        #expect(throws: ExportFailure.otherArchive) { try Told(Zip.archive([])) }
        #expect(throws: ExportFailure.unknownXML) {
            try Told(Zip.archive([("apple_health_export/export.xml", Array("<a/>".utf8))]))
        }
    }

    @Test func `a zip with a password, an odd method or a wrong checksum is refused`() throws {
        let file = [("apple_health_export/export.xml", Array(AppleHealthTests.document(Self.weight).utf8))]
        #expect(throws: ExportFailure.archiveLocked) { try Told(Zip.archive(file, flags: 9)) }
        #expect(throws: ExportFailure.archiveMethod) { try Told(Zip.archive(file, method: 12)) }
        #expect(throws: ExportFailure.archiveDamaged) { try Told(Zip.archive(file, checksumOff: 1)) }
        #expect(throws: ExportFailure.archiveDamaged) { try Told(Zip.archive(file, method: 0, checksumOff: 1)) }
        #expect(try Told(Zip.archive(file, method: 0)).readings.count == 1)
    }

    @Test func `an archive with wide sizes is read`() throws {
        #expect(try Told(Zip.wideHealth(AppleHealthTests.document(Self.weight))).readings.count == 1)
    }

    @Test func `an export in another language of the phone is found too`() throws {
        let content = Array(AppleHealthTests.document(Self.weight).utf8)
        let told = try Told(
            Zip.archive([
                ("apple_health_export/Exporteren_cda.xml", Array("<a/>".utf8)),
                ("apple_health_export/Exporteren.xml", content),
            ])
        )
        #expect(told.readings.count == 1)
    }

    @Test func `a zip cut off or changed anywhere never traps`() throws {
        let whole = Zip.health(AppleHealthTests.document(Self.weight))
        for length in stride(from: 4, to: whole.count - 1, by: 5) {
            #expect(throws: ExportFailure.archiveDamaged) { try Told(Array(whole.prefix(length))) }
        }
        for place in whole.indices {
            for bits: UInt8 in [0x01, 0xFF] {
                var changed = whole
                changed[place] ^= bits
                _ = Result { try Told(changed) }
            }
        }
    }

    @Test(arguments: [
        ([UInt8](), ExportFailure.empty),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .picture),
        ([0xFF, 0xD8, 0xFF, 0xE0], .picture),
        (Array("%PDF-1.7\n".utf8), .pdf),
        ([0x7F, 0x45, 0x4C, 0x46, 0, 0], .notText),
        (Array("MZ\u{0}\u{0}".utf8), .notText),
        ([0xFF, 0xFE, 0x3C, 0x00], .charset("UTF-16")),
        (Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><HealthData/>".utf8), .charset("ISO-8859-1")),
        (Array("<?xml version='1.0' encoding='utf-16'?><HealthData/>".utf8), .charset("utf-16")),
        (Array("<html></html>".utf8), .unknownXML),
        (Array("{\"resourceType\":\"Bundle\"}".utf8), .unknownJSON),
        (Array("{".utf8), .unknownJSON),
        (Array("naam,leeftijd\nNoor,60\n".utf8), .unknownTable),
        (Array("zomaar tekst\n".utf8), .unknown),
        (Array("Date\0,Systolic,Diastolic\n".utf8), .notText),
    ])
    func `a file that is something else is named in plain words`(bytes: [UInt8], expected: ExportFailure) throws {
        #expect(throws: expected) { try Told(bytes) }
    }

    @Test func `a folder, a device and a file that is not there are not files`() throws {
        #expect(throws: ExportFailure.notAFile) { try ExportFile(path: "/tmp") }
        #expect(throws: ExportFailure.notAFile) { try ExportFile(path: "/dev/zero") }
        #expect(throws: ExportFailure.cannotOpen) { try ExportFile(path: "/nergens/bestand") }
    }

    @Test func `random changes in any format never trap`() throws {
        var chance = Chance()
        let files = [
            AppleHealthTests.document(Self.weight), TableTests.omron, TableTests.pressure, MakersJSONTests.withings,
            MakersJSONTests.iHealth, MakersJSONTests.googleFit, MakersJSONTests.fitbit,
        ]
        for file in files.map({ Array($0.utf8) }) {
            for _ in 0..<200 {
                var changed = file
                for _ in 0..<(1 + chance.next() % 4) {
                    changed[Int(chance.next() % UInt64(file.count))] = UInt8(truncatingIfNeeded: chance.next())
                }
                _ = Result { try Told(changed) }
            }
        }
    }

    @Test func `every refusal has a short sentence in both languages`() {
        let failures: [ExportFailure] = [
            .cannotOpen, .notAFile, .empty, .tooLarge(megabytes: 64), .pdf, .picture, .notText, .unknown, .unknownJSON,
            .unknownTable, .unknownXML, .charset("x"), .otherArchive, .archiveLocked, .archiveDamaged, .archiveMethod,
            .archiveBomb, .entityDeclared, .documentTypeTooLong, .tooDeep, .tooManyAttributes, .attributeTooLong,
            .tooManyValues,
        ]
        let rows: [RefusedRow] = [
            .notANumber("x"), .missing("x"), .unknownUnit("x"), .unknownUnit(""), .upsideDown, .halfPressure, .noTime,
            .noSuchTime, .ambiguousDate, .unknownZone, .inTheFuture, .tooManyFields, .lineTooLong, .unreadableText,
            .brokenQuotes, .endsTooEarly, .brokenXML, .brokenJSON, .senderError(401),
        ]
        let skipped: [SkippedRow] = [.repeated, .notUsed("x"), .nothingMeasured, .goal]
        let impossible = RefusedRow.Quantity.allCases.map { RefusedRow.impossible($0).sentence }
        for sentence in failures.map(\.sentence) + rows.map(\.sentence) + skipped.map(\.sentence) + impossible {
            for text in [sentence.nl, sentence.en] {
                #expect(text.hasSuffix("."))
                #expect(text.split(separator: ".").allSatisfy { $0.split(separator: " ").count <= 12 }, "\(text)")
            }
        }
    }
}
