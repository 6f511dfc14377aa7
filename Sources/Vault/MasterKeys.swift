import Crypto

/// The keys of the house: one seals today, older ones only open.
///
/// They stand in a file of their own and on paper, never in the database or its backup.
package struct MasterKeys: Sendable {
    package static let most = 16

    let current: MasterKey
    let older: [MasterKey]

    package var currentID: KeyID { current.id }
    package var olderIDs: [KeyID] { older.map(\.id) }
    var all: [MasterKey] { [current] + older }

    /// - Throws: ``KeyFailure/alreadyHeld(_:)``, ``KeyFailure/tooMany``
    init(current: MasterKey, older: [MasterKey]) throws(KeyFailure) {
        guard older.count < MasterKeys.most else { throw .tooMany }
        var seen: Set = [current.id]
        for key in older where !seen.insert(key.id).inserted { throw .alreadyHeld(key.id) }
        self.current = current
        self.older = older
    }

    /// The first key of a new house.
    ///
    /// - Throws: ``KeyFailure/weak``
    package static func new(using chance: inout some RandomNumberGenerator) throws(KeyFailure) -> MasterKeys {
        try MasterKeys(current: MasterKey(try Secret(using: &chance)), older: [])
    }

    /// From now on a new key seals, and the one of yesterday only opens.
    ///
    /// - Throws: ``KeyFailure/weak``, ``KeyFailure/alreadyHeld(_:)``, ``KeyFailure/tooMany``
    package func rotated(using chance: inout some RandomNumberGenerator) throws(KeyFailure) -> MasterKeys {
        try MasterKeys(current: MasterKey(try Secret(using: &chance)), older: all)
    }

    /// Puts an old key away for good; ``RotationPlan`` says when that can be done.
    ///
    /// - Throws: ``KeyFailure/isCurrent``, ``KeyFailure/notHeld(_:)``
    package func without(_ id: KeyID) throws(KeyFailure) -> MasterKeys {
        guard id != current.id else { throw .isCurrent }
        guard older.contains(where: { $0.id == id }) else { throw .notHeld(id) }
        return try MasterKeys(current: current, older: older.filter { $0.id != id })
    }

    /// The key for what is of the organisation and of no patient, for new blobs.
    package func fieldKey(of organisation: RowID) -> FieldKey { current.fieldKey(of: organisation) }

    /// The key that opens what was sealed under an older master key.
    ///
    /// - Throws: ``KeyFailure/notHeld(_:)``
    package func fieldKey(_ id: KeyID, of organisation: RowID) throws(KeyFailure) -> FieldKey {
        guard let key = key(id) else { throw .notHeld(id) }
        return key.fieldKey(of: organisation)
    }

    func key(_ id: KeyID) -> MasterKey? { all.first { $0.id == id } }
}

/// One of the keys of the house. It seals nothing itself; keys for one purpose are made out of it.
struct MasterKey: Sendable {
    let id: KeyID
    let secret: Secret

    init(_ secret: Secret) {
        self.secret = secret
        id = KeyID(of: secret.key)
    }

    func key(for purpose: Purpose, of organisation: RowID) -> SymmetricKey {
        Derivation.key(from: secret.key, info: purpose.info(of: organisation))
    }

    func fieldKey(of organisation: RowID) -> FieldKey {
        FieldKey(id, of: organisation, Secret(derived: key(for: .fields, of: organisation)))
    }
}
