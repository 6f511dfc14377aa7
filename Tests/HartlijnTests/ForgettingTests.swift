import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Measurements
import Storage
import Stories
import Testing
import Worklist

@testable import Hartlijn

@Suite struct ForgettingTests {
    /// What stays when a patient is forgotten, and why.
    static let staying = [
        "audit_line": "at least five years from writing (Stcrt. 2019, 38007); the number leads to nobody any more"
    ]

    @Test func `a patient who is forgotten is nowhere any more, also not on the disk`() async throws {
        let clinic = try await Clinic()
        let mark = Clinic.mark
        let others = try await clinic.tallies()
        let ayla = try await clinic.wholePatient()
        #expect(clinic.isOnDisk(mark) != false)
        #expect(
            try await clinic.tablesAbout(ayla) == Clinic.tablesOfPatients, "nothing is proven of a table without a row")

        let story = PatientIsForgotten(store: clinic.store)
        let proof = try await story.tell(ayla, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion)
        #expect(proof?.readings == 1)
        #expect(proof?.accounts == 1)
        #expect(try await clinic.tablesAbout(ayla) == Self.staying.keys.sorted())
        #expect(try await clinic.tallies() == others)
        #expect(clinic.isOnDisk(mark) != true)
        try await clinic.visit { site in
            #expect(try await site.signIn("\(mark)@voorbeeld") == .unprocessableContent)
            try await site.signIn("marieke")
            #expect(try await site.open("/patients/\(ayla)").status == .notFound)
            #expect(try await site.open("/worklist").status == .ok)
        }
        #expect(try await story.tell(ayla, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion) == nil)
        #expect(
            try await story.tell(clinic.jan, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion) == nil,
            "another practice's patient")
    }
}

extension Clinic {
    fileprivate func tallies() async throws -> [Measurements.Standing: Int] {
        try await store.read { try Measurements.tallies(in: self.practice, $0) }.filter { $0.value != 0 }
    }

    /// Whether somebody finds this word who reads the files; the files of a server are not ours to read.
    func isOnDisk(_ word: String) -> Bool? {
        guard case .sqlite(let path) = store.address else { return nil }
        return ["", "-wal"].contains { end in
            // There may be no log.
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path + end)) else { return false }
            return data.range(of: Data(word.utf8)) != nil || data.range(of: Data(word.lowercased().utf8)) != nil
        }
    }
}
