import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@Suite struct UploadTests {
    private static let withings =
        "Date,Heart rate,Systolic,Diastolic,Comments\n2026-11-20 08:00:00,64,130,82,\n2026-11-21 08:00:00,66,132,84,\n2026-11-22 08:00:00,66,,84,\n"

    @Test func `a file is read in, and a second time adds nothing`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let first = try await site.uploads(Data(Self.withings.utf8), named: "bp.csv")
            #expect(first.text.contains("2 metingen ingelezen"))
            #expect(first.text.contains("regel 4"))
            let second = try await site.uploads(Data(Self.withings.utf8), named: "bp.csv")
            #expect(second.text.contains("0 metingen ingelezen"))
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
    }

    @Test(arguments: [
        Data("%PDF-1.7 something".utf8), Data([0x89, 0x50, 0x4E, 0x47, 0, 1, 2]), Data("zomaar tekst".utf8),
        Data((0..<10_000).map { "kolom\($0)" }.joined(separator: ",").utf8), Data([0xFF, 0xFE, 0x41, 0x00]),
        Data("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><HealthData>&b;</HealthData>".utf8),
    ])
    func `a file that is no such file is refused in plain words`(bytes: Data) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let answer = try await site.uploads(bytes, named: "x.csv")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("error-summary"))
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }

    @Test func `an empty file, a broken form and a form without a token keep nothing`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            #expect(try await site.uploads(Data(), named: "").status == .unprocessableContent)
            #expect(try await site.uploads(Data(Self.withings.utf8), named: "bp.csv", token: "00").status == .forbidden)
            let type = HTTPFields([HTTPField(name: .contentType, value: "multipart/form-data; boundary=xyz")])
            for body in ["", "--xyz", "--xyz\r\nnothing", String(repeating: "a", count: 100_000), "--xyz--\r\n"] {
                let status = try await site.send(.post, "/import", body, headers: type).status
                #expect([.badRequest, .contentTooLarge].contains(status), "\(body.prefix(20)) \(status)")
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }

    @Test func `a file that breaks far from its start keeps nothing of what stood before`() async throws {
        let clinic = try await Clinic()
        let row = "<Record type=\"HKQuantityTypeIdentifierBodyMass\" unit=\"kg\" sourceName=\"Meter\" "
        let rows = (0..<6000).map { minute in
            let time = "2026-10-\(10 + minute / 600) \(10 + minute / 60 % 10):\(10 + minute % 50):00 +0100"
            return "\(row)startDate=\"\(time)\" value=\"8\(minute % 10).\(minute % 7)\"/>"
        }.joined(separator: "\n")
        let broken =
            "<?xml version=\"1.0\"?><HealthData>\(rows)<Record\((0..<300).map { " a\($0)=\"1\"" }.joined())/></HealthData>"
        try await clinic.visit { site in
            try await site.signIn("fatma")
            #expect(try await site.uploads(Data(broken.utf8), named: "export.xml").status == .unprocessableContent)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
            let whole = "<?xml version=\"1.0\"?><HealthData>\(rows)</HealthData>"
            #expect(try await site.uploads(Data(whole.utf8), named: "export.xml").status == .ok)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") > 2000)
        }
    }

    @Test func `a form that ends with an empty line is read`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            #expect(try await site.uploads(Data(Self.withings.utf8), named: "bp.csv", end: "\r\n\r\n").status == .ok)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
    }

    @Test func `markup in the name of a file stays text`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let answer = try await site.uploads(Data(Self.withings.utf8), named: "<img src=x>.csv")
            #expect(answer.text.contains("&lt;img src=x&gt;.csv"))
        }
    }
}

extension Visit {
    /// Sends a file as a browser does.
    func uploads(
        _ bytes: Data, named name: String, to path: String = "/import", token: String? = nil, end: String = "\r\n"
    ) async throws -> TestResponse {
        let html = try await open(path).text
        let found = html.range(of: "name=\"form\" value=\"").map {
            String(html[$0.upperBound...].prefix { $0 != "\"" })
        }
        let head =
            "--xyz\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n\(token ?? found ?? "")\r\n"
            + "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
        let body = Data(head.utf8) + bytes + Data("\r\n--xyz--\(end)".utf8)
        return try await send(body, to: path, type: "multipart/form-data; boundary=xyz")
    }
}
