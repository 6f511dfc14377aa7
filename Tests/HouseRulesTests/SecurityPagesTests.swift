import Foundation
import Testing

/// The pages of docs/security against the sources: what they count is still so, and nothing is left out.
@Suite struct SecurityPagesTests {
    private static func page(_ name: String) throws -> String {
        try String(contentsOf: House.root.appendingPathComponent("docs/security/\(name).md"), encoding: .utf8)
    }

    /// The cells of every row of a table, without heads.
    private static func rows(_ name: String) throws -> [[String]] {
        try page(name).split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    private static func quoted(_ cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.indices.filter { !$0.isMultiple(of: 2) }.map { String(parts[$0]) }
    }

    /// What a file does, without what is said of it.
    private static func code(_ file: House.File) -> String {
        file.lines.filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
    }

    /// `30`, `4096`, `4000000`: the numbers in a text, however they are written.
    private static func numbers(in text: String) -> [String] {
        text.replacing(",", with: "").replacing("_", with: "").matches(of: #/\d+/#).map { String($0.0) }
    }

    @Test(arguments: ["limits", "input"])
    func `every limit on a page is the one in the sources`(name: String) throws {
        var held = 0
        for cells in try Self.rows(name) {
            guard cells.count == 4, let place = Self.quoted(cells[3]).first, let colon = place.firstRange(of: ": "),
                place[..<colon.lowerBound].contains("/")
            else { continue }
            let path = "Sources/\(place[..<colon.lowerBound]).swift"
            let literal = String(place[colon.upperBound...])
            let file = try #require(House.sources.first { $0.path == path }, "\(cells[0]): \(path)")
            #expect(Self.code(file).contains(literal), "\(cells[0]): \(path) does not say \(literal)")
            // Minutes of a page stand in seconds in its source.
            let told = Self.numbers(in: cells[1])
            let isTold =
                told.isEmpty
                || told.contains { number in
                    Self.numbers(in: literal).contains(number)
                        || Self.numbers(in: literal).contains(Int(number).map { String($0 * 60) } ?? "")
                }
            #expect(isTold || literal.contains("DispatchQueue"), "\(cells[0]): \(cells[1]) and \(literal)")
            held += 1
        }
        #expect(held >= 15)
    }

    @Test func `every way to prove who somebody is stands on the page`() throws {
        let page = try Self.page("limits")
        let file = try #require(House.sources.first { $0.path == "Sources/Identity/Access/Decision.swift" })
        let ways = file.text.matches(of: #/case "([a-z ]+)": self = \./#).map { String($0.1) }
        #expect(ways.count == 4)
        for way in ways + ["other house: ", "letter and birthday"] { #expect(page.contains("`\(way)`"), "\(way)") }
    }

    private static let algorithms: [(name: String, sign: String)] = [
        ("HMAC-SHA-256", "HMAC<SHA256>"), ("HMAC-SHA-1", #"HMAC<Insecure\.SHA1>"#),
        ("SHA-1", #"Insecure\.SHA1\.hash"#), ("HKDF-SHA-256", "HKDF<SHA256>|hkdfDerivedSymmetricKey"),
        ("SHA-256", #"SHA256\.hash|SHA256\(\)|SHA256\.Digest"#), ("SHA-384", #"SHA384\.hash"#),
        ("SHA-512", #"SHA512\.hash|SHA512\(\)"#), ("HMAC-SHA-512", "HMAC<SHA(384|512)>"),
        ("MD5", #"Insecure\.MD5"#), ("scrypt", #"\.Scrypt"#), ("PBKDF2", "PBKDF2"),
        ("Ed25519", #"Curve25519\."#), ("ECDSA P-256", #"P256\.Signing"#), ("ECDSA P-384", #"P384\.Signing"#),
        ("ECDSA P-521", #"P521\."#), ("ECDH P-256", #"P256\.KeyAgreement"#), ("ECDH P-384", #"P384\.KeyAgreement"#),
        ("HPKE", #"HPKE\."#), ("RSA", #"_RSA\."#), ("AES-GCM", #"AES\.GCM"#), ("ChaChaPoly", "ChaChaPoly"),
        ("AES-CBC", "_CBC"), ("AES-CTR", "_CTR"), ("AES-KW", "KeyWrap"),
        ("chance", #"SymmetricKey\(size|SystemRandomNumberGenerator"#),
    ]

    @Test func `every use of cryptography is in the list, and nothing else is`() throws {
        var found = Set<String>()
        for file in House.sources {
            let code = Self.code(file)
            for (name, sign) in Self.algorithms where code.contains(try Regex(sign)) {
                found.insert("\(name) in \(file.path.dropFirst("Sources/".count).dropLast(".swift".count))")
            }
        }
        let told = Set(
            try Self.rows("cryptography").filter { $0.count == 4 }.flatMap { cells in
                Self.quoted(cells[3]).map { "\(cells[0]) in \($0)" }
            })
        #expect(found.subtracting(told).isEmpty, "not in the list: \(found.subtracting(told).sorted())")
        #expect(told.subtracting(found).isEmpty, "not in the sources: \(told.subtracting(found).sorted())")
        #expect(found.count > 40)
    }

    @Test func `cryptography is of swift-crypto, and of nobody else`() {
        // TLS of a node is of the makers of the server.
        for file in House.sources where file.path != "Sources/Hartlijn/NodeTLS.swift" {
            let others = file.imports.filter {
                ["CommonCrypto", "COpenSSL", "CBoringSSL", "CryptoKit", "NIOSSL", "JWTKit", "Sodium"].contains($0)
            }
            #expect(others.isEmpty, "\(file.path) imports \(others)")
        }
    }

    @Test func `secrets are compared in the same time, whatever is in them`() throws {
        // What is compared here is known to who asks, or only chooses what is shown.
        let open = [
            "Sources/Identity/Account/Account+Pages.swift", "Sources/Identity/SignIn/SignIn.swift",
            "Sources/Identity/SignIn/SecondFactor.swift",
        ]
        let words = "password|hash|mac|signature|secret|token|code"
        let sign = try Regex("\\b(\(words))(Hash)? [=!]= |[=!]= (given|mac|signature|secret)\\b")
        var seen = 0
        for file in House.sources where ["Identity", "Credentials", "Web", "Vault"].contains(file.module) {
            for line in file.lines where !line.drop(while: \.isWhitespace).hasPrefix("//") && line.contains(sign) {
                if line.contains("== nil") || line.contains("!= nil") || line.contains("\\(") { continue }
                seen += 1
                #expect(open.contains(file.path), "\(file.path): \(line)")
            }
        }
        #expect(seen < 8)
    }

    @Test func `every part of others is in the list, at its version, with a licence, and none has a known hole`() throws
    {
        let resolved = try String(contentsOf: House.root.appendingPathComponent("Package.resolved"), encoding: .utf8)
        let parts = resolved.matches(of: #/"identity" : "([^"]+)"(?:[^}]*?)"version" : "([^"]+)"/#)
        let told = Dictionary(
            try Self.rows("parts").filter { $0.count == 6 && $0[0] != "part" }.map { ($0[0], $0) },
            uniquingKeysWith: { first, _ in first })
        #expect(parts.count > 20 && parts.count == told.count)
        for part in parts {
            let cells = try #require(told[String(part.1)], "\(part.1) is not in docs/security/parts.md")
            #expect(cells[1] == part.2, "\(part.1) is \(part.2) now")
            #expect(!cells[4].isEmpty, "\(part.1) has no licence")
            let (now, least) = (Self.version(cells[1]), Self.version(cells[2]))
            #expect(!now.lexicographicallyPrecedes(least), "\(part.1) \(cells[1]) has a known hole: \(cells[3])")
        }
        let page = try Self.page("parts")
        let package = try String(contentsOf: House.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        for library in package.matches(of: #/systemLibrary\(name: "(\w+)"/#) where library.1 != "CMalloc" {
            #expect(page.contains("`\(library.1)`"), "\(library.1)")
        }
        #expect(page.contains(#/Last looked at: 20\d\d-\d\d-\d\d/#))
    }

    private static func version(_ text: String) -> [Int] { text.split(separator: ".").map { Int($0) ?? -1 } }

    @Test func `every place that opens a line is in the list`() throws {
        let signs = [
            "HTTPClient(", "PQconnect", "Process()", "DatabasePool(", "Application(", "URLSession", "Socket(",
            "ClientBootstrap", "DatagramBootstrap", "getaddrinfo",
        ]
        let told = Set(try Self.rows("connections").filter { $0.count == 6 }.flatMap { Self.quoted($0[5]) })
        let page = try Self.page("connections")
        for file in House.sources {
            let code = Self.code(file)
            guard signs.contains(where: { code.contains($0) }) else { continue }
            let place = String(file.path.dropFirst("Sources/".count).dropLast(".swift".count))
            #expect(told.contains(place) || page.contains("`\(place)`"), "connections.md does not tell of \(place)")
        }
        for place in told where place.contains("/") && !place.hasPrefix("~") && !place.hasPrefix("-") {
            #expect(House.sources.contains { $0.path == "Sources/\(place).swift" }, "\(place)")
        }
    }

    @Test func `the connections of a node are as many as the list says`() throws {
        let engine = try #require(House.sources.first { $0.name == "PostgresEngine.swift" })
        let counts = try #require(
            engine.text.firstMatch(of: #/\(writers, adders, readers, askers\) = \((\d), (\d), (\d), (\d)\)/#))
        let all = [counts.1, counts.2, counts.3, counts.4].compactMap { Int($0) }
        let words = """
            \(all.reduce(0, +)) on each node (\(all[0]) for changes, \(all[1]) for lines, \(all[2]) for pictures, \
            \(all[3]) for questions)
            """
        #expect(try Self.page("connections").contains(words))
        let line = try #require(House.sources.first { $0.name == "PostgresLine.swift" })
        #expect(line.text.contains("statement_timeout = 10000") && line.text.contains("lock_timeout = 5000"))
        #expect(line.text.contains("(mostCalls, firstPause, longestCalling) = (4, 0.05, UInt64(5_000_000_000))"))
    }

    @Test func `every line of the log of the server is in the list`() throws {
        let page = try Self.page("logs")
        var found = 0
        for file in House.sources {
            let code = Self.code(file)
            for line in code.matches(of: #/logger\.(?:info|notice|warning|error|critical)\(\s*"([^"\\]+)"/#) {
                found += 1
                #expect(page.contains("`\(line.1)`") || line.1.contains("Withings"), "\(file.path): \(line.1)")
            }
            if file.name == "RefusedLog.swift" {
                for line in code.matches(of: #/case \w+ = "([^"]+)"/#) {
                    found += 1
                    #expect(page.contains("`\(line.1)`"), "\(line.1)")
                }
            }
        }
        #expect(found >= 10)
    }

    @Test func `the program writes no log but these two`() {
        for file in House.sources where !file.path.hasPrefix("Sources/Hartlijn/") {
            for word in ["print(", "NSLog(", "debugPrint(", "dump(", "syslog("] {
                let isSaid = Self.code(file).split(separator: "\n").contains {
                    $0.drop(while: \.isWhitespace).hasPrefix(word)
                }
                #expect(!isSaid, "\(file.path) says something by \(word)")
            }
        }
    }

    @Test func `the proxy of the example replaces what a browser says of itself, and keeps watching to us`() throws {
        let file = House.root.appendingPathComponent("docs/running/cluster/haproxy.cfg")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let removed = try #require(lines.firstIndex(of: "http-request del-header X-Forwarded-For"))
        let told = try #require(lines.firstIndex(of: "http-request set-header X-Forwarded-For %[src]"))
        #expect(removed < told)
        #expect(lines.contains("http-request deny deny_status 404 if { path_beg /health }"))
        let install = try String(
            contentsOf: House.root.appendingPathComponent("docs/running/install.md"), encoding: .utf8)
        #expect(install.contains("proxy_set_header X-Forwarded-For $remote_addr;"))
        #expect(install.contains("location /health/ { deny all; }"))
    }

    @Test func `only a demonstration tells digits, and serve has nothing of it`() throws {
        for file in House.sources where file.module == "Hartlijn" {
            guard Self.code(file).contains(#/\bhint: (?!\(|\[|@|"|Sentence)/#) else { continue }
            #expect(["Demo.swift", "Serve.swift", "Site.swift"].contains(file.name), "\(file.path)")
        }
        let serve = try #require(House.sources.first { $0.path == "Sources/Hartlijn/Serve.swift" })
        let command = try #require(serve.text.firstMatch(of: #/struct Serve: [\s\S]*?\n}\n/#)).0
        #expect(!command.contains("hint") && !command.contains("Demonstration") && command.contains("channel: .tls"))
    }
}
