import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Stories
import Testing
import Vault

@testable import Hartlijn

/// Numbers that begin with 9999 are nobody's.
@Suite struct ServiceNumberTests {
    private static let number = "999900006"

    @Test func `a number is kept sealed, shown by its end, and whole only with a line in the log`() async throws {
        let clinic = try await Clinic()
        #expect((try? BSN(Self.number)) != nil)
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let path = "/patients/\(clinic.fatma)/bsn"
            try await site.sees("Nog niet ingevuld", at: path)
            for wrong in ["", "number=", "number=123456789", "number=99990000", "number=%00", "number=abc"] {
                let answer = try await site.press(path, wrong)
                #expect([.unprocessableContent, .badRequest].contains(answer.status), "\(wrong)")
            }
            #expect(try await site.press(path, "number=9999.00.006").status == .seeOther)
            let masked = try await site.open(path).text
            #expect(masked.contains("••••••006") && !masked.contains(Self.number))
            let whole = try await site.press("\(path)/shown").text
            #expect(whole.contains(Self.number))
            let another = try await clinic.newPatient("Bo", "Bos")
            try await site.open("/patients/\(another)/bsn")
            let taken = try await site.press("/patients/\(another)/bsn", "number=\(Self.number)")
            #expect(taken.text.contains("hoort bij een andere patiënt"))
            try await site.doesNotSee(Self.number, at: "/patients/\(clinic.fatma)")
            clinic.wait(.minutes(11))
            #expect(try await site.press("\(path)/shown").status == .seeOther, "who they are was long ago")
            try await site.signIn("fatma")
            try await site.doesNotSee(Self.number, at: "/copy/record.json")
        }
        let shown = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'looked' AND object = 'service number'")
        #expect(shown == 1)
        let sealed = try await clinic.store.read {
            try $0.rows("SELECT sealed, blind FROM identity_bsn") { (try $0.bytes(0), try $0.bytes(1)) }
        }
        #expect(sealed.count == 1)
        #expect(!String(decoding: sealed[0].0, as: UTF8.self).contains("9999"))
    }

    @Test func `with another master key the number still opens, and an old index is still found`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/bsn")
            try await site.press("/patients/\(clinic.fatma)/bsn", "number=\(Self.number)")
        }
        var chance = SystemRandomNumberGenerator()
        let old = try #require(Safe.test)
        let new = Safe(try old.keys.rotated(using: &chance))
        let practice = clinic.practice
        #expect(try await clinic.store.write { try ServiceNumber.rewrap(in: practice, new, $0) } == 1)
        #expect(try await clinic.store.write { try ServiceNumber.rewrap(in: practice, new, $0) } == 0)
        let alone = Safe(try new.keys.without(old.keys.currentID))
        try await clinic.visit(safe: alone) { site in
            try await site.signIn("marieke")
            try await site.sees("••••••006", at: "/patients/\(clinic.fatma)/bsn")
        }
    }

    @Test func `whoever is forgotten leaves no key, and the proof says which it was`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/bsn")
            try await site.press("/patients/\(clinic.fatma)/bsn", "number=\(Self.number)")
        }
        let proof = try await PatientIsForgotten(store: clinic.store).tell(
            clinic.fatma, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion)
        #expect(proof?.key != nil)
        #expect(try await clinic.count("SELECT count(*) FROM identity_key") == 0)
        #expect(try await clinic.count("SELECT count(*) FROM identity_bsn") == 0)
    }
}
