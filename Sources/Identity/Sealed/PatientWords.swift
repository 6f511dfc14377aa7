import Clinical
import Storage
import Vault

/// Opens what is sealed about one patient.
///
/// - Shape: one byte says how a text stands there: `0` readable, then UTF-8, as in a store without keys; otherwise a
///   ``Vault/Blob``, sealed with the key of the patient
package struct PatientWords {
    package static let readable = UInt8(ascii: "0")

    /// Nothing when nothing of this patient was ever sealed.
    fileprivate let key: PatientKey?

    package func text(_ kept: [UInt8], _ field: Safe.Field) throws -> String {
        guard kept.first != Self.readable else {
            guard let text = String(validating: kept.dropFirst(), as: UTF8.self) else { throw SealFailure.notText }
            return text
        }
        return try open(kept).text(in: Blob(kept), at: field.place)
    }

    package func bytes(_ kept: [UInt8], _ field: Safe.Field) throws -> [UInt8] {
        try open(kept).open(Blob(kept), at: field.place)
    }

    private func open(_ kept: [UInt8]) throws -> FieldKey {
        guard let key else { throw SealFailure.otherKey(try Blob(kept).key) }
        return key.fields
    }
}

extension Transaction {
    /// What opens the texts about this patient; ask for it before the rows are read.
    package func words(of patient: ID<Patient>, in practice: ID<Practice>) throws -> PatientWords {
        PatientWords(key: try knownKey(of: patient, in: practice))
    }

    /// A text as it is kept: sealed with the key of the patient, which is made when there is none yet.
    package func seal(
        _ text: String, at field: Safe.Field, of patient: ID<Patient>, in practice: ID<Practice>
    ) throws -> [UInt8] {
        try seal(Array(text.utf8), at: field, of: patient, in: practice) ?? [PatientWords.readable] + text.utf8
    }

    /// - Returns: nothing in a store without keys
    package func seal(
        _ bytes: [UInt8], at field: Safe.Field, of patient: ID<Patient>, in practice: ID<Practice>
    ) throws -> [UInt8]? {
        guard let keys = ring.keys else { return nil }
        let key =
            try ring.key(of: RowID(patient), in: RowID(practice))
            ?? ServiceNumber.key(of: patient, in: practice, Safe(keys), self)
        ring.keep(key)
        return try key.fields.seal(bytes, at: field.place, padded: .by32).bytes
    }

    /// What stood there readable, sealed; nothing when it was sealed already, or there are no keys.
    package func sealed(
        insteadOf kept: [UInt8], at field: Safe.Field, of patient: ID<Patient>, in practice: ID<Practice>
    ) throws -> [UInt8]? {
        guard kept.first == PatientWords.readable else { return nil }
        return try seal(Array(kept.dropFirst()), at: field, of: patient, in: practice)
    }

    /// Those of the found fields that stood readable, sealed; the others stay as they are.
    package func sealed<Mark>(
        insteadOf found: [(id: ID<Mark>, kept: [UInt8])], at field: (ID<Mark>) -> Safe.Field, of patient: ID<Patient>,
        in practice: ID<Practice>
    ) throws -> [(id: ID<Mark>, sealed: [UInt8])] {
        try found.compactMap { id, kept in
            try sealed(insteadOf: kept, at: field(id), of: patient, in: practice).map { (id, $0) }
        }
    }

    private func knownKey(of patient: ID<Patient>, in practice: ID<Practice>) throws -> PatientKey? {
        if let key = ring.key(of: RowID(patient), in: RowID(practice)) { return key }
        guard let keys = ring.keys, let key = try Safe(keys).keyIfAny(of: patient, in: practice, self) else {
            return nil
        }
        ring.keep(key)
        return key
    }

    /// What is of an account and of no patient; a store without keys keeps it as it is.
    func sealForHouse(_ bytes: [UInt8], at place: Place) throws -> [UInt8] {
        guard let keys = ring.keys else { return bytes }
        return try keys.fieldKey(of: .house).seal(bytes, at: place).bytes
    }

    /// - Parameter kept: a secret of twenty bytes that was kept as it is, or what ``sealForHouse(_:at:)`` made
    func openForHouse(_ kept: [UInt8], at place: Place) throws -> [UInt8] {
        guard let blob = Self.blob(kept) else { return kept }
        guard let keys = ring.keys else { throw SealFailure.otherKey(blob.key) }
        return try keys.fieldKey(blob.key, of: .house).open(blob, at: place)
    }

    /// Whether it should stand there in another way: readable, or under a key of before.
    func isOfBefore(_ kept: [UInt8]) -> Bool {
        guard let keys = ring.keys else { return false }
        return Self.blob(kept)?.key != keys.currentID
    }

    /// A secret is shorter than the shortest blob.
    private static func blob(_ kept: [UInt8]) -> Blob? {
        try? Blob(kept)  // what is no blob stands there as it is
    }
}
