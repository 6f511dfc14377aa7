import Foundation
import Testing

/// What the scripts and the forms of the site do in a browser, looked up in their sources.
@Suite struct BrowserRulesTests {
    private static let scripts: [(name: String, text: String)] = {
        let base = House.root.appendingPathComponent("Public")
        guard let paths = FileManager.default.enumerator(atPath: base.path) else { return [] }
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".js") }.sorted().map { path in
            // What cannot be read is empty, which a test looks at.
            let text = (try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)) ?? ""
            let code = text.split(separator: "\n").filter {
                let line = $0.drop(while: \.isWhitespace)
                return !line.hasPrefix("//") && !line.hasPrefix("/**") && !line.hasPrefix("*")
            }
            return (path, code.joined(separator: "\n"))
        }
    }()

    @Test func `the scripts are found`() {
        #expect(Self.scripts.count > 20)
        #expect(Self.scripts.allSatisfy { !$0.text.isEmpty })
    }

    @Test func `no script makes markup or code out of text`() {
        let words = [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setTimeout(\"",
            "createContextualFragment", "srcdoc", ".href = `javascript",
        ]
        for script in Self.scripts {
            for word in words { #expect(!script.text.contains(word), "\(script.name) uses \(word)") }
        }
    }

    /// One choice about keys, readings that are sealed, and files of the site: nothing that anybody can read.
    @Test func `nothing of a patient stays in the store of a browser`() {
        let allowed: [String: Set<String>] = [
            "localStorage": ["behaviours/key-switch.js"], "sessionStorage": [],
            "indexedDB": ["behaviours/kept.js"], "caches": ["behaviours/leaving.js", "sw.js"], "document.cookie": [],
        ]
        for (store, places) in allowed {
            let found = Set(Self.scripts.filter { $0.text.contains(store) }.map(\.name))
            #expect(found.subtracting(places).isEmpty, "\(store) in \(found.subtracting(places))")
        }
        let writes = Self.scripts.filter { $0.text.contains("localStorage.setItem(") }.map(\.text)
        #expect(writes.allSatisfy { $0.matches(of: #/localStorage\.setItem\(/#).count == 1 })
        #expect(writes.first?.contains("localStorage.setItem(NAME, checkbox.checked ? \"on\" : \"off\")") == true)
    }

    @Test func `every field for a password is masked, and may be filled by a program that keeps them`() {
        var found = 0
        for file in House.sources {
            // A field may stand on more than one line.
            let text = file.text.replacing("\\\n", with: " ")
            for field in text.matches(of: #/<input [^>]*autocomplete="(current-password|new-password)"[^>]*/#) {
                found += 1
                #expect(field.0.contains(#"type="password""#), "\(file.path): \(field.0)")
                for word in ["maxlength", "onpaste", "oncopy", "readonly", #"autocomplete="off""#] {
                    #expect(!field.0.contains(word), "\(file.path): \(field.0)")
                }
            }
            for field in text.matches(of: #/<input [^>]*type="password"[^>]*/#) {
                #expect(field.0.contains(#/autocomplete="(current|new)-password"/#), "\(file.path): \(field.0)")
            }
        }
        #expect(found >= 5)
    }

    @Test func `no script hinders pasting, copying or a program that keeps passwords`() {
        for script in Self.scripts {
            for word in ["\"paste\"", "onpaste", "\"copy\"", "\"cut\"", "contextmenu", "clipboardData", "readText"] {
                #expect(!script.text.contains(word), "\(script.name) looks at \(word)")
            }
        }
    }

    @Test func `expressions that search text are few, and known`() {
        let signs = ["NSRegularExpression", "Regex(", "wholeMatch(", "firstMatch(", "prefixMatch(", "matches(of:"]
        // Numbers, and texts of at most a thousand signs; neither has a repeat within a repeat.
        let known = ["Sources/Credentials/JSONReader.swift", "Sources/Worklist/Templates/Templates.swift"]
        for file in House.sources where !known.contains(file.path) {
            let code = file.lines.filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
            for sign in signs { #expect(!code.contains(sign), "\(file.path) uses \(sign)") }
        }
    }
}
