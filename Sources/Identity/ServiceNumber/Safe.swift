import Clinical
import Vault

/// The keys with which fields of patients are sealed; they are in a file, and never in the database or its backup.
package struct Safe: Sendable {
    package let keys: MasterKeys

    package init(_ keys: MasterKeys) { self.keys = keys }

    /// Where a number of a patient stands: a sealed field that is put elsewhere does not open.
    static func place(of patient: ID<Patient>) -> Place {
        Place(table: "identity_bsn", row: RowID(patient), column: "sealed")
    }

    /// Chance for new keys, from the same source as the tokens of sessions.
    struct Chance: RandomNumberGenerator {
        mutating func next() -> UInt64 { SignIn.random(8).reduce(0) { $0 << 8 | UInt64($1) } }
    }
}

extension RowID {
    package init<Thing>(_ id: ID<Thing>) { self.init(high: id.high, low: id.low) }
}

/// The *burgerservicenummer* of a patient: kept by a practice because the law asks for it when care systems write to each
/// other, sealed with a key of that patient, and found by an index that tells nothing.
///
/// - Source: Wabvpz articles 4–9 and UAVG article 46 (only where the law says so); never for who helps, the hospital or the
///   care group, never in an address, a log or a copy
package enum ServiceNumber {
    /// This number is of another patient of the practice.
    struct Taken: Error {}

    /// There are no keys on this machine.
    struct NoSafe: Error {}
}
