import Clinical
import Foundation
import Identity
import Portal
import Storage
import Vault

/// What it costs that the words about a patient are sealed: a whole conversation, read by two stores that hold the same.
struct SealFigures {
    private static let (practice, patient) = (ID<Practice>(high: 1, low: 1), ID<Patient>(high: 2, low: 1))
    private static let messages = 100
    /// As long as what people write.
    private static let words = String(repeating: "Mag ik mijn pil ook 's avonds nemen? ", count: 5)

    let folder: String
    let rounds: Int
    let conversations: Int

    func all() async throws -> [Figure] {
        var chance = SystemRandomNumberGenerator()
        let sealed = try await store("sealed", keys: try MasterKeys.new(using: &chance))
        let readable = try await store("readable", keys: nil)
        var (reads, floors, writes, writeFloors): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        for _ in 0..<rounds {
            reads.append(try await reading(from: sealed))
            floors.append(try await reading(from: readable))
            writes.append(try await writing(to: sealed))
            writeFloors.append(try await writing(to: readable))
        }
        try sealed.close()
        try readable.close()
        return [
            Figure(
                "SEAL", "a conversation of \(Self.messages) messages, read", reads, "ms", .none,
                floor: .init(floors, "the same, not sealed")),
            Figure(
                "SEAL", "a message kept", writes, "ms", .none, floor: .init(writeFloors, "the same, not sealed")),
        ]
    }

    private func store(_ name: String, keys: MasterKeys?) async throws -> Store {
        let store = try Store(path: "\(folder)/seal-\(name).sqlite", keys: keys)
        try await store.bringUpToDate()
        let occasion = Clock.real.occasion
        try await store.write { db in
            try Identity.add(.init(id: Self.practice, name: "De Linde", phone: "-", replyDays: 2), db)
            try Identity.add(
                Identity.PatientCard(
                    id: Self.patient, givenName: "A", familyName: "B", bornOn: Day(number: 0), sex: .female,
                    programmes: "", phone: "-"), to: Self.practice, at: occasion.now, db)
            for place in 0..<Self.messages { try Self.send(at: occasion.at(occasion.now - .hours(place)), db) }
        }
        return store
    }

    private static func send(at occasion: Occasion, _ db: Transaction) throws {
        try Portal.send(words, from: .patient, ID(of: patient), about: patient, in: practice, at: occasion, db)
    }

    /// - Returns: milliseconds for each
    private func reading(from store: Store) async throws -> Double {
        let start = Date()
        for _ in 0..<conversations {
            let found = try await store.read { try Portal.messages(of: Self.patient, in: Self.practice, $0) }
            guard found.count == Self.messages else { throw BenchTrouble("not every message is there") }
        }
        return Date().timeIntervalSince(start) * 1000 / Double(conversations)
    }

    /// All in one transaction, so that the disk is not what is measured. They are of long ago, and no conversation shows
    /// them.
    private func writing(to store: Store) async throws -> Double {
        let (occasion, conversations) = (Clock.real.occasion, conversations)
        let start = Date()
        try await store.write { db in
            for _ in 0..<conversations { try Self.send(at: occasion.at(occasion.now - .days(4000)), db) }
        }
        return Date().timeIntervalSince(start) * 1000 / Double(conversations)
    }
}
