import Clinical
import Storage
import Vault

extension Safe {
    /// A field of a patient that another room keeps sealed; it is bound to where it stands, and opens nowhere else.
    package struct Field: Sendable {
        let place: Place

        package init<Thing>(_ table: String, _ row: ID<Thing>, _ column: String) {
            place = Place(table: table, row: RowID(row), column: column)
        }
    }

    /// Seals it with the key of this patient, which is made when there is none yet. When the patient is forgotten, that
    /// key is destroyed.
    package func seal(
        _ text: String, for field: Field, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [UInt8] {
        let key = try ServiceNumber.key(of: patient, in: practice, self, db)
        return try key.fields.seal(text: text, at: field.place, padded: .by32).bytes
    }

    /// The same for bytes that are no text; at most 1 MiB, so that somebody who reads one field holds little of it.
    package func seal(
        bytes: [UInt8], for field: Field, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [UInt8] {
        let key = try ServiceNumber.key(of: patient, in: practice, self, db)
        return try key.fields.seal(bytes, at: field.place).bytes
    }

    /// - Returns: `nil` when the key of this patient is gone
    package func openBytes(
        _ sealed: [UInt8], from field: Field, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [UInt8]? {
        guard let wrapped = try ServiceNumber.wrapped(of: patient, in: practice, db) else { return nil }
        let key = try keys.unwrap(wrapped, of: RowID(patient), in: RowID(practice))
        return try key.fields.open(try Blob(sealed), at: field.place)
    }

    /// - Returns: `nil` when the key of this patient is gone
    package func open(
        _ sealed: [UInt8], from field: Field, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> String? {
        guard let wrapped = try ServiceNumber.wrapped(of: patient, in: practice, db) else { return nil }
        let key = try keys.unwrap(wrapped, of: RowID(patient), in: RowID(practice))
        return try key.fields.text(in: Blob(sealed), at: field.place)
    }
}
