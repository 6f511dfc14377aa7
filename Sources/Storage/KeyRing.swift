import Vault

/// The keys with which fields in this database are sealed, and those of patients that were opened in this transaction.
///
/// It lives as long as the transaction: a key that is destroyed is at hand nowhere afterwards.
package final class KeyRing {
    /// Nothing when this program was started without keys; then it seals nothing, and opens nothing that is sealed.
    package let keys: MasterKeys?
    private var opened: [RowID: PatientKey] = [:]

    init(_ keys: MasterKeys?) { self.keys = keys }

    package func key(of patient: RowID, in organisation: RowID) -> PatientKey? {
        opened[patient].flatMap { $0.organisation == organisation ? $0 : nil }
    }

    package func keep(_ key: PatientKey) { opened[key.patient] = key }

    package func forget(_ patient: RowID) { opened[patient] = nil }
}
