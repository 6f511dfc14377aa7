import Clinical
import Identity
import Storage

extension Measurements {
    /// What came of a photograph that was sent.
    enum Kept: Hashable, Sendable { case new, known, full }

    /// A field of the safe holds so much.
    ///
    /// - Units: bytes
    private static let partLength = 1 << 20

    /// Keeps a photograph in parts, each sealed with the key of this patient and for its own place.
    static func keep(
        _ photo: StrippedPhoto, as id: PhotoID, of patient: ID<Patient>, in practice: ID<Practice>,
        by holder: ID<Holder>, at now: Instant, _ safe: Safe, _ db: Transaction
    ) throws -> Kept {
        if try self.photo(id, of: patient, in: practice, db) != nil { return .known }
        guard try photoCount(of: patient, in: practice, db) < mostPhotos else { return .full }
        try db.run(
            """
            INSERT INTO measurements_photo (practice_id, patient_id, id, kind, sent_at, sent_by)
            VALUES (\(practice), \(patient), \(id), \(photo.kind), \(now), \(holder))
            """
        )
        for (part, first) in stride(from: 0, to: photo.bytes.count, by: partLength).enumerated() {
            let bytes = Array(photo.bytes[first..<min(first + partLength, photo.bytes.count)])
            let sealed = try safe.seal(bytes: bytes, for: field(of: id, part), of: patient, in: practice, db)
            try db.run(
                """
                INSERT INTO measurements_photo_part (practice_id, patient_id, photo_id, part, sealed)
                VALUES (\(practice), \(patient), \(id), \(part), \(sealed))
                """
            )
        }
        return .new
    }

    private static func field(of photo: PhotoID, _ part: Int) -> Safe.Field {
        Safe.Field("measurements_photo_part", photo, "sealed \(part)")
    }

    private static func photoCount(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let count = try db.row(
            "SELECT count(*) FROM measurements_photo WHERE practice_id = \(practice) AND patient_id = \(patient)"
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }

    /// The photographs of a patient: those that wait first, and of each the newest first.
    static func photos(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Photo] {
        try db.rows(
            """
            SELECT id, kind, sent_at, used_at
            FROM measurements_photo
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY COALESCE(used_at, 0), sent_at DESC
            LIMIT \(mostPhotos)
            """, photo)
    }

    static func photo(
        _ photo: PhotoID, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Photo? {
        try db.row(
            """
            SELECT id, kind, sent_at, used_at
            FROM measurements_photo
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(photo)
            """, self.photo)
    }

    private static func photo(_ row: Row) throws -> Photo {
        Photo(id: try row.id(0), kind: try row.word(1), sentAt: try row.instant(2), usedAt: try row.instantIfAny(3))
    }

    /// The picture itself; nothing when the key of the patient is gone.
    static func picture(
        _ photo: PhotoID, of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe, _ db: Transaction
    ) throws -> [UInt8]? {
        let parts = try db.rows(
            """
            SELECT part, sealed
            FROM measurements_photo_part
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND photo_id = \(photo)
            ORDER BY part
            """
        ) { (try $0.int(0), try $0.bytes(1)) }
        let opened = try parts.compactMap { part, sealed in
            try safe.openBytes(sealed, from: field(of: photo, part), of: patient, in: practice, db)
        }
        return opened.count == parts.count && !parts.isEmpty ? Array(opened.joined()) : nil
    }

    /// Takes it back, and its bytes with it; not any more once the practice used it.
    ///
    /// - Returns: how many there were
    static func takeBack(
        _ photo: PhotoID, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        guard let found = try self.photo(photo, of: patient, in: practice, db), found.usedAt == nil else { return 0 }
        try db.run(
            """
            DELETE FROM measurements_photo_part
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND photo_id = \(photo)
            """
        )
        return try db.change(
            """
            DELETE FROM measurements_photo
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(photo) AND used_at IS NULL
            """
        )
    }

    /// The practice typed from it, or is done with it.
    ///
    /// - Returns: how many there are
    static func use(
        _ photo: PhotoID, of patient: ID<Patient>, in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE measurements_photo
            SET used_at = COALESCE(used_at, \(now)), used_by = COALESCE(used_by, \(worker))
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(photo)
            """
        )
    }
}
