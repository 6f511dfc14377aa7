import Foundation
import Testing

@Suite struct HouseRulesTests {
    @Test func `the sources are found`() {
        #expect(House.sources.count > 50)
        #expect(House.sources.allSatisfy { !$0.text.isEmpty })
    }

    @Test func `a slice never imports a slice`() {
        for file in House.sources where House.slices.contains(file.module) {
            let others = file.imports.filter { House.slices.contains($0) && $0 != file.module }
            #expect(others.isEmpty, "\(file.path) imports \(others)")
        }
    }

    @Test func `what is clinical imports nothing but mathematics`() {
        for file in House.sources where file.module == "Clinical" {
            let found = file.imports.filter { !["Glibc", "Musl", "Darwin"].contains($0) }
            #expect(found.isEmpty, "\(file.path) imports \(found)")
            #expect(file.imports.isEmpty || file.name == "Mathematics.swift", "\(file.path)")
        }
    }

    @Test func `what meters say imports nothing`() {
        let files = House.sources.filter { $0.module == "Meters" }
        #expect(!files.isEmpty)
        for file in files { #expect(file.imports.isEmpty, "\(file.path)") }
    }

    @Test func `only Storage knows the engine`() {
        for file in House.sources where file.module != "Storage" {
            let found = file.imports.filter { ["GRDB", "GRDBSQLite", "SQLite3", "CPostgres"].contains($0) }
            #expect(found.isEmpty, "\(file.path) imports \(found)")
        }
    }

    @Test func `only the web, routes and pages know Hummingbird`() {
        let free = ["Web", "Hartlijn"]
        for file in House.sources where !free.contains(file.module) && file.imports.contains("Hummingbird") {
            let isDoor =
                file.name.contains("+Routes") || file.name.contains("+Pages")
                || file.path.hasPrefix("Sources/Identity/Access/")
                || ["WhoIsAsking.swift", "SessionCookie.swift", "BrowserName.swift", "More.swift"].contains(file.name)
            #expect(isDoor, "\(file.path)")
        }
        for file in House.sources where file.module == "Stories" { #expect(!file.imports.contains("Hummingbird")) }
    }

    @Test func `a route is made with a deed, or not at all`() {
        let mayRoute = [
            "Sources/Identity/Access/Doors.swift", "Sources/Hartlijn/Site.swift", "Sources/Web/AssetLibrary.swift",
        ]
        for file in House.sources where !mayRoute.contains(file.path) {
            for word in ["RouterGroup<", "some RouterMethods", ": Router<"] {
                #expect(!file.text.contains(word), "\(file.path) makes a route without Doors")
            }
        }
    }

    @Test func `a slice writes only in its own tables`() throws {
        let write = try NSRegularExpression(
            pattern:
                #"(?:INSERT INTO|UPDATE(?!\s+SET)|DELETE FROM|CREATE TABLE(?: IF NOT EXISTS)?|ALTER TABLE)\s+([a-z_]+)"#
        )
        for file in House.sources where file.module != "Storage" {
            let range = NSRange(file.text.startIndex..., in: file.text)
            for match in write.matches(in: file.text, range: range) {
                guard let place = Range(match.range(at: 1), in: file.text) else { continue }
                let table = String(file.text[place])
                // The check of /health/ready writes nothing in a table that only exists to be written to.
                let isReadiness = file.path == "Sources/Hartlijn/Site.swift"
                #expect(
                    table.hasPrefix("\(file.module.lowercased())_") || isReadiness, "\(file.path) writes in \(table)")
            }
        }
    }

    @Test func `SQL stands in queries and schemas`() {
        let allowed = ["Storage", "Hartlijn"]
        for file in House.sources where !allowed.contains(file.module) {
            let speaks =
                file.text.contains("SELECT ") || file.text.contains("INSERT INTO") || file.text.contains("DELETE FROM")
            let isRoom =
                file.name.contains("+Queries") || file.name.contains("+Schema") || file.name.contains("+Sessions")
                || file.name == "Frame.swift"
            #expect(!speaks || isRoom, "\(file.path)")
        }
    }

    /// Found by a name or a token, before it is known who is asking.
    private static let beforeAnyoneIsKnown = [
        "identity_account", "identity_session", "identity_attempt", "identity_device", "identity_app",
        "identity_recovery_code", "identity_passkey", "identity_challenge", "identity_activation",
        "identity_provider", "identity_federated", "identity_pending", "identity_client", "identity_token",
        "identity_once",
        // There only while a check is made wider.
        "identity_account_before",
    ]

    /// Found from another organisation: what a patient shares with it, and what its people opened in an emergency.
    private static let fromElsewhere = [
        "identity_consent_to_organisation", "identity_emergency_by_worker",
        // What a patient agreed to with a library, and where a patient chose a pharmacy.
        "assistance_task_at_organisation", "pharmacy_registration_at_pharmacy",
        // Whom one account helps, at whichever practices.
        "identity_joined_by_account",
        // The maker of a meter does not know at which practice somebody is.
        "exchange_vendor_coupling_of_person",
    ]

    @Test func `every table leads its key with the organisation`() throws {
        let global = Self.beforeAnyoneIsKnown
        let table = try NSRegularExpression(
            pattern: #"CREATE TABLE (\w+) \((.*?)\);"#, options: .dotMatchesLineSeparators)
        var found = 0
        for file in House.sources where file.name.contains("+Schema") {
            let range = NSRange(file.text.startIndex..., in: file.text)
            for match in table.matches(in: file.text, range: range) {
                guard let name = Range(match.range(at: 1), in: file.text),
                    let body = Range(match.range(at: 2), in: file.text)
                else { continue }
                found += 1
                let (text, columns) = (String(file.text[name]), String(file.text[body]))
                guard !global.contains(text) else { continue }
                let isKeyed =
                    columns.contains("PRIMARY KEY (practice_id")
                    || columns.contains(#/practice_id\s+BYTEA NOT NULL PRIMARY KEY/#)
                #expect(isKeyed, "\(text) has a key without the organisation")
            }
        }
        #expect(found >= 15)
    }

    @Test func `every index of patient data leads with the organisation`() throws {
        let index = try NSRegularExpression(pattern: #"CREATE (?:UNIQUE )?INDEX (\w+)\s+ON (\w+) \((\w+)"#)
        for file in House.sources where file.name.contains("+Schema") {
            let range = NSRange(file.text.startIndex..., in: file.text)
            for match in index.matches(in: file.text, range: range) {
                let words = (1...3).compactMap {
                    Range(match.range(at: $0), in: file.text).map { String(file.text[$0]) }
                }
                guard words.count == 3, !Self.beforeAnyoneIsKnown.contains(words[1]),
                    !Self.fromElsewhere.contains(words[0])
                else { continue }
                #expect(words[2] == "practice_id", "\(words[0]) leads with \(words[2])")
            }
        }
    }

    @Test func `no column is a boolean`() {
        for file in House.sources where file.name.contains("+Schema") {
            #expect(!file.text.uppercased().contains("BOOLEAN"), "\(file.path)")
        }
    }

    @Test func `time and chance enter at the door`() {
        let allowed = ["Hartlijn"]
        let words = [
            "Date()", "UUID()", ".random(in: .min ... .max)", "SystemRandomNumberGenerator", "ContinuousClock",
        ]
        for file in House.sources where !allowed.contains(file.module) {
            for word in words where file.text.contains(word) {
                // A new identity draws from the chance it is given; a temporary file has a name of its own.
                let isGiven = ["ID.swift", "Upload.swift"].contains(file.name)
                #expect(isGiven, "\(file.path) uses \(word)")
            }
        }
    }

    @Test func `nothing is public, and nothing ends the process`() {
        for file in House.sources {
            for line in file.lines {
                let code = line.drop(while: \.isWhitespace)
                #expect(!code.hasPrefix("public "), "\(file.path): \(code)")
                #expect(!code.contains("fatalError("), "\(file.path): \(code)")
                #expect(!code.contains("try!"), "\(file.path): \(code)")
                #expect(!code.contains(" as! "), "\(file.path): \(code)")
            }
        }
    }

    @Test func `an error that is swallowed says why`() {
        for file in House.sources {
            let lines = file.lines
            for (place, line) in lines.enumerated() where line.contains(/\btry\?/) {
                let explained = line.contains("//") || lines[max(0, place - 1)].contains("//")
                #expect(explained, "\(file.path): \(line)")
            }
        }
    }

    @Test func `names that say nothing do not occur`() {
        let empty = ["Manager", "Helper", "Util", "Service", "Handler", "Base", "Common", "Core", "Impl", "DTO"]
        for file in House.sources {
            let name = file.name.split(separator: ".")[0].split(separator: "+")[0]
            #expect(!empty.contains { name.hasSuffix($0) }, "\(file.path)")
        }
    }

    @Test func `a test with a sentence for a name is a test`() {
        for file in House.tests {
            let lines = file.lines
            for (place, line) in lines.enumerated() where line.contains("func `") {
                let before = lines[...place].reversed().prefix { !$0.drop(while: \.isWhitespace).isEmpty }
                #expect(before.contains { $0.contains("@Test") }, "\(file.path): \(line)")
            }
        }
    }

    @Test func `a threshold has a source`() {
        for file in House.sources where file.module == "Clinical" && file.text.contains("/// - Units: mmHg") {
            #expect(
                file.text.contains("Source:") || file.name == "Quantities.swift" || file.name == "Reading.swift",
                "\(file.path)")
        }
    }

    @Test func `no style stands in a page, and no script`() {
        for file in House.sources {
            for line in file.lines where line.contains("<") {
                #expect(!line.contains(" style=\""), "\(file.path): \(line)")
                #expect(!line.contains("<script>"), "\(file.path): \(line)")
                #expect(!line.contains(" onclick="), "\(file.path): \(line)")
            }
        }
    }

    @Test func `nothing of this machine or of a registry stands in the project`() throws {
        let folders = ["Sources", "Tests", "docs", "bin", "Public"]
        let words = ["/" + "root/", "/" + "work/main", "/" + "work/shared", "pypi" + ".org", "files.python" + "hosted"]
        for folder in folders {
            let base = House.root.appendingPathComponent(folder)
            guard let paths = FileManager.default.enumerator(atPath: base.path) else { continue }
            for case let path as String in paths where !path.hasSuffix(".woff2") && !path.hasSuffix(".png") {
                guard let text = try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8) else {
                    continue
                }  // a folder
                for word in words { #expect(!text.contains(word), "\(folder)/\(path) names \(word)") }
            }
        }
    }
}
