import Clinical
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import Hartlijn

/// Who a patient is, put right by the practice.
@Suite struct PersonTests {
    private static let whole = [
        "given": "Fatma", "family": "De+Wit-Yıldız", "born": "1961-03-05", "sex": "f", "phone": "%2B31+6+0000+1111",
        "spoken": "Turks", "reading": "difficult",
    ]

    private static func form(_ changes: [String: String] = [:]) -> String {
        whole.merging(changes) { $1 }.map { "\($0)=\($1)" }.sorted().joined(separator: "&")
    }

    @Test func `a name, a birthday and a phone that are put right hold everywhere`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let path = "/patients/\(clinic.fatma)/person"
            try await site.sees("06 - 00 00 00 00", at: path)
            let answer = try await site.press(path, Self.form())
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/patients/\(clinic.fatma)")
            try await site.sees("Fatma De Wit-Yıldız", at: "/patients/\(clinic.fatma)")
            try await site.sees("Leest moeilijk", at: "/patients/\(clinic.fatma)")
            try await site.sees("+31 6 0000 1111", at: path)
            #expect(try await site.open("/patients?name=wit").text.contains("De Wit-Yıldız"))
            try await site.signIn("fatma")
            try await site.sees("De Wit-Yıldız", at: "/copy/record.json")
        }
        #expect(
            try await clinic.count("SELECT count(*) FROM audit_line WHERE action = 'changed' AND object = 'person'")
                == 1)
    }

    @Test(arguments: [
        ("given", "", "given"), ("given", "+++", "given"), ("family", String(repeating: "x", count: 61), "family"),
        ("born", "2099-01-01", "born"), ("born", "1899-12-31", "born"), ("born", "5+maart", "born"),
        ("sex", "x", "sex"), ("phone", "bel+mij", "phone"), ("phone", String(repeating: "0", count: 41), "phone"),
        ("spoken", "", "spoken"), ("reading", "soms", "reading"),
    ])
    func `what cannot be is told beside its field, and nothing changes`(
        field: String, value: String, marked: String
    ) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let path = "/patients/\(clinic.fatma)/person"
            try await site.open(path)
            let answer = try await site.press(path, Self.form([field: value]))
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("href=\"#\(marked)\""))
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_patient WHERE family_name LIKE '%Wit-%'") == 0)
        #expect(try await clinic.count("SELECT count(*) FROM audit_line WHERE action = 'changed'") == 0)
    }
}
