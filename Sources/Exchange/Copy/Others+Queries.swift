import Clinical
import Identity
import Storage

extension Exchange {
    /// Which pharmacy sees what, and photos of a booklet.
    static func others(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedPart: [CopiedLine]] {
        [
            .consents: try pharmacies(of: patient, in: practice, db),
            .sent: try photos(of: patient, in: practice, db),
        ]
    }

    private static func pharmacies(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT registration.asked_at, pharmacy.name, registration.confirmed_at, registration.readings_since,
                   registration.ended_at
            FROM pharmacy_registration AS registration
            JOIN identity_practice AS pharmacy ON pharmacy.practice_id = registration.pharmacy_id
            WHERE registration.practice_id = \(practice) AND registration.patient_id = \(patient)
            ORDER BY registration.asked_at
            """
        ) {
            var words = ["Apotheek: \(try $0.text(1))"]
            if let confirmed = try $0.instantIfAny(2) { words.append("ja sinds \(CopyWords.stamp(confirmed))") }
            if let shown = try $0.instantIfAny(3) { words.append("ziet bloeddruk sinds \(CopyWords.stamp(shown))") }
            if let ended = try $0.instantIfAny(4) { words.append("gestopt op \(CopyWords.stamp(ended))") }
            return CopiedLine(when: CopyWords.stamp(try $0.instant(0)), what: words.joined(separator: ", "))
        }
    }

    /// The picture itself is opened and kept from the page where it was sent.
    private static func photos(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT sent_at, used_at
            FROM measurements_photo
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY sent_at
            """
        ) {
            let used = try $0.instantIfAny(1).map { ", overgetypt op \(CopyWords.stamp($0))" } ?? ""
            return CopiedLine(when: CopyWords.stamp(try $0.instant(0)), what: "Foto van een boekje\(used)")
        }
    }
}
