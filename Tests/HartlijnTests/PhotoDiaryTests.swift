import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

@testable import Measurements

/// A booklet on paper that is photographed, and typed over by the practice.
@Suite struct PhotoDiaryTests {
    private static func visit(_ look: @escaping @Sendable (Visit, Clinic) async throws -> Void) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await look(site, clinic)
        }
    }

    private static let day = """
        day=2026-11-24&morning-1-upper=131&morning-1-lower=82&evening-1-upper=126&evening-1-lower=78
        """
    private static let secret = Array("52.1601 4.4970".utf8)
    private static let jpeg = StrippedPhotoTests.jpeg([0xFF, 0xFE, 0, UInt8(secret.count + 2)] + secret)

    @Test func `a photograph reaches the practice without its place, and is typed over beside it`() async throws {
        try await Self.visit { site, clinic in
            try await site.sees("/measure/diary/photo", at: "/measure/diary")
            #expect(try await site.sends(photo: Self.jpeg).headers[.location] == "/measure/diary/photo?said=sent")
            try await site.sees("Uw foto is bij de praktijk", at: "/measure/diary/photo?said=sent")
            try await site.sees("De praktijk typt deze nog over.", at: "/measure/diary/photo")
            try await site.signIn("marieke")
            try await site.sees("foto van mijn boekje", at: "/worklist")
            try await site.sees("1 foto om over te typen", at: "/patients/\(clinic.fatma)")
            let path = "/patients/\(clinic.fatma)/diary"
            let page = try await site.open(path).text
            let picture = String(try #require(page.firstMatch(of: #/<img class="photo" src="([^"]+)"/#)).1)
            let shown = try await site.open(picture)
            #expect(Array(buffer: shown.body) == (try StrippedPhoto(Self.jpeg)).bytes)
            #expect(shown.headers[.contentType] == "image/jpeg")
            #expect(shown.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            #expect(shown.headers[.contentDisposition] == "inline; filename=\"boekje.jpg\"")
            #expect(shown.headers[.xContentTypeOptions] == "nosniff")
            #expect(shown.headers[.cacheControl] == "no-store")
            let photo = try #require(picture.split(separator: "/").last)
            try await site.open(path)
            let kept = try await site.press(path, "\(Self.day)&photo=\(photo)")
            #expect(kept.headers[.location] == "\(path)?kept=2&photo=\(photo)")
            try await site.sees("2 metingen bewaard.", at: "\(path)?kept=2&photo=\(photo)")
            try await site.doesNotSee("om over te typen", at: "/patients/\(clinic.fatma)")
            #expect(
                try await clinic.count(
                    """
                    SELECT count(*) FROM measurements_reading
                    WHERE source = 'paper' AND setting = 'home' AND status = 'final' AND patient_id = \(clinic.fatma)
                    """) == 2)
            #expect(
                try await clinic.count(
                    """
                    SELECT count(*) FROM audit_line
                    WHERE object = 'diary photo' AND action = 'looked' AND actor = 'worker'
                    """)
                    == 1)
            try await site.signIn("fatma")
            try await site.sees("Overgetypt door de praktijk.", at: "/measure/diary/photo")
            try await site.doesNotSee("Haal terug", at: "/measure/diary/photo")
            #expect(try await site.press("/measure/diary/photo/\(photo)/withdrawal").status == .notFound)
        }
    }

    @Test func `nobody reads it in the database, and it is kept in parts`() async throws {
        try await Self.visit { site, clinic in
            var large = Array(StrippedPhotoTests.jpeg().dropLast(2))
            large += [UInt8](repeating: 0x5A, count: 3 << 20)
            large += [0xFF, 0xD9]
            let sent = large
            #expect(try await site.sends(photo: sent).status == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_photo_part") == 4)
            let parts = try await clinic.store.read {
                try $0.rows("SELECT sealed FROM measurements_photo_part") { try $0.bytes(0) }
            }
            let plain = [UInt8](repeating: 0x5A, count: 32)
            #expect(parts.allSatisfy { $0.firstRange(of: plain) == nil })
            let list = try await site.open("/measure/diary/photo").text
            let path = String(try #require(list.firstMatch(of: #/href="(\/measure\/diary\/photo\/[^"]+)"/#)).1)
            #expect(Array(buffer: try await site.open(path).body) == (try StrippedPhoto(sent)).bytes)
        }
    }

    @Test func `until it is used the patient can take it back, and it is gone`() async throws {
        try await Self.visit { site, clinic in
            try await site.sends(photo: Self.jpeg)
            let list = try await site.open("/measure/diary/photo").text
            let back = String(try #require(list.firstMatch(of: #/action="([^"]+\/withdrawal)"/#)).1)
            try await site.signIn("jan")
            try await site.open("/measure/diary/photo")
            #expect(try await site.press(back).status == .notFound, "of somebody else")
            try await site.signIn("fatma")
            try await site.open("/measure/diary/photo")
            #expect(try await site.press(back).status == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_photo") == 0)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_photo_part") == 0)
        }
    }

    @Test func `the same form is kept once, and after a hundred there is no room`() async throws {
        try await Self.visit { site, clinic in
            for _ in 0..<2 { #expect(try await site.sends(photo: Self.jpeg, asNew: false).status == .seeOther) }
            #expect(try await clinic.count("SELECT count(*) FROM measurements_photo") == 1)
            #expect(try await clinic.count("SELECT count(*) FROM portal_message") == 1)
            for _ in 1..<Measurements.mostPhotos { try await site.sends(photo: StrippedPhotoTests.png()) }
            let answer = try await site.sends(photo: StrippedPhotoTests.png())
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("heel veel foto"))
            #expect(try await clinic.count("SELECT count(*) FROM measurements_photo") == 100)
        }
    }

    @Test(arguments: [Array("GIF89a".utf8), Array("<svg/>".utf8), [0xFF, 0xD8, 0xFF, 0xE0], []] as [[UInt8]])
    func `what is no photograph is told, and nothing is kept`(bytes: [UInt8]) async throws {
        try await Self.visit { site, clinic in
            let answer = try await site.sends(photo: bytes)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<a href=\"#file\">"))
            #expect(try await clinic.count("SELECT count(*) FROM measurements_photo") == 0)
        }
    }

    @Test func `too large is refused while it comes in`() async throws {
        try await Self.visit { site, clinic in
            let large = [UInt8(0xFF), 0xD8, 0xFF] + [UInt8](repeating: 0, count: StrippedPhoto.most)
            let answer = try await site.sends(photo: large)
            #expect(answer.status == .contentTooLarge)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_photo") == 0)
        }
    }

    @Test func `the practice types a booklet without a photograph, and is told what does not fit`() async throws {
        try await Self.visit { site, clinic in
            let path = "/patients/\(clinic.fatma)/diary"
            try await site.signIn("marieke")
            try await site.sees(path, at: "/patients/\(clinic.fatma)/readings")
            try await site.sees("Er wacht geen foto.", at: path)
            let wrong = try await site.press(path, "day=2026-11-24&morning-1-upper=131")
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("<a href=\"#morning-1-lower\">"))
            for _ in 0..<2 {
                let kept = try await site.press(path, Self.day)
                #expect(kept.headers[.location] == "\(path)?kept=2")
            }
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading WHERE source = 'paper'") == 2)
        }
    }

    @Test func `a photograph from which nothing can be typed is put away`() async throws {
        try await Self.visit { site, clinic in
            try await site.sends(photo: Self.jpeg)
            try await site.signIn("marieke")
            let page = try await site.open("/patients/\(clinic.fatma)/diary").text
            let done = String(try #require(page.firstMatch(of: #/action="([^"]+\/done)"/#)).1)
            #expect(try await site.press(done).status == .seeOther)
            try await site.doesNotSee("<img", at: "/patients/\(clinic.fatma)/diary")
            try await site.sees("(overgetypt)", at: "/patients/\(clinic.fatma)/diary")
        }
    }

    @Test func `without keys there is no page for it`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit(safe: nil) { site in
            try await site.signIn("fatma")
            try await site.doesNotSee("/measure/diary/photo", at: "/measure/diary")
            #expect(try await site.open("/measure/diary/photo").status == .notFound)
        }
    }
}

extension Visit {
    /// Sends a photograph with the form of a fresh page, or with the form of the page before.
    @discardableResult
    fileprivate func sends(photo: [UInt8], asNew isNew: Bool = true) async throws -> TestResponse {
        if isNew || numberOfForm == nil { try await open("/measure/diary/photo") }
        var body = Data()
        for (name, value) in [("form", secretOfForm), ("number", numberOfForm ?? "")] {
            body += Data("--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n".utf8)
        body += Data(photo) + Data("\r\n--x--\r\n".utf8)
        return try await send(body, to: "/measure/diary/photo", type: "multipart/form-data; boundary=x")
    }
}
