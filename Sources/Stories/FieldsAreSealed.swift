import Clinical
import Identity
import Measurements
import Portal
import Storage
import Worklist

/// What stood readable before the house had keys is sealed, once, and taken off the pages of the disk that it stood on.
///
/// It can be stopped half-way; the next time it goes on with what is left.
package struct FieldsAreSealed: Sendable {
    /// So many patients at once: nobody waits long behind it.
    private static let part = 50

    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Returns: how many fields were sealed; none in a store without keys
    @discardableResult
    package func tell() async throws -> Int {
        guard store.keys != nil else { return 0 }
        var count = 0
        while case let done = try await store.write({ try Identity.sealReadable($0) }), done > 0 { count += done }
        for practice in try await store.read({ try Identity.practices($0) }) {
            count += try await seal(in: practice.id)
        }
        if count > 0 { try await store.scrub() }
        return count
    }

    private func seal(in practice: ID<Practice>) async throws -> Int {
        var left = try await store.read { try Self.readable(in: practice, $0) }[...]
        var count = 0
        while !left.isEmpty {
            let patients = Array(left.prefix(Self.part))
            left = left.dropFirst(Self.part)
            count += try await store.write { db in
                try patients.reduce(0) { $0 + (try Self.seal($1, in: practice, db)) }
            }
        }
        return count
    }

    private static func readable(in practice: ID<Practice>, _ db: Transaction) throws -> [ID<Patient>] {
        let found = [
            try Portal.readable(in: practice, db), try Worklist.readable(in: practice, db),
            try Measurements.readable(in: practice, db), try Identity.readable(in: practice, db),
        ]
        return Array(Set(found.joined()))
    }

    private static func seal(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        let counts = [
            try Portal.sealReadable(of: patient, in: practice, db),
            try Worklist.sealReadable(of: patient, in: practice, db),
            try Measurements.sealReadable(of: patient, in: practice, db),
            try Identity.sealReadable(of: patient, in: practice, db),
        ]
        return counts.reduce(0, +)
    }
}
