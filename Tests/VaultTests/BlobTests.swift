import Testing

@testable import Vault

@Suite struct BlobTests {
    private let fields: FieldKey

    init() throws {
        fields = try House().key.fields
    }

    @Test func `no bit of a blob can change`() throws {
        let blob = try fields.seal(text: "Ik slaap slecht.", at: House.place, padded: .by32)
        for bit in 0..<blob.bytes.count * 8 {
            var bytes = blob.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: SealFailure.self, "bit \(bit)") { try fields.open(try Blob(bytes), at: House.place) }
        }
    }

    @Test func `no part of a blob is enough, and nothing can stand behind it`() throws {
        let blob = try fields.seal(text: "Ik slaap slecht.", at: House.place)
        for count in 0..<blob.bytes.count {
            #expect(throws: SealFailure.self) {
                try fields.open(try Blob(Array(blob.bytes.prefix(count))), at: House.place)
            }
        }
        #expect(throws: SealFailure.tooShort) { try Blob([]) }
        #expect(throws: SealFailure.refused) { try fields.open(try Blob(blob.bytes + [0]), at: House.place) }
    }

    @Test func `a blob of another version is not guessed at`() throws {
        let blob = try fields.seal(text: "x", at: House.place)
        #expect(throws: SealFailure.version(2)) { try Blob([2] + blob.bytes.dropFirst()) }
    }

    @Test func `a blob opens only where it belongs`() throws {
        let blob = try fields.seal(text: "Ik slaap slecht.", at: House.place)
        let (table, row, column) = (House.place.table, House.place.row, House.place.column)
        for other in [
            Place(table: "portal_goal", row: row, column: column), Place(table: table, row: row, column: "answer"),
            Place(table: table, row: RowID(high: row.high, low: row.low ^ 1), column: column),
            Place(table: table + column, row: row, column: ""), Place(table: "", row: row, column: table + column),
        ] {
            #expect(throws: SealFailure.refused) { try fields.open(blob, at: other) }
        }
        let elsewhere = FieldKey(fields.id, of: House.elsewhere, fields.secret)
        #expect(throws: SealFailure.refused) { try elsewhere.open(blob, at: House.place) }
    }

    @Test func `a blob opens only with its own key`() throws {
        let blob = try fields.seal(text: "Ik slaap slecht.", at: House.place)
        var chance = Chance(2)
        let other = try PatientKey.new(of: House.neighbour, in: House.here, using: &chance)
        #expect(throws: SealFailure.otherKey(fields.id)) { try other.fields.open(blob, at: House.place) }
        let pretending = FieldKey(fields.id, of: House.here, other.fields.secret)
        #expect(throws: SealFailure.refused) { try pretending.open(blob, at: House.place) }
        let renamed = try Blob([1] + other.id.bytes + blob.sealed)
        #expect(throws: SealFailure.refused) { try other.fields.open(renamed, at: House.place) }
    }

    @Test func `the same text gives another blob each time`() throws {
        var nonces = Set<ArraySlice<UInt8>>()
        for _ in 0..<100_000 {
            nonces.insert(try fields.seal([65], at: House.place).sealed.prefix(Sealing.nonceLength))
        }
        #expect(nonces.count == 100_000)
    }

    @Test func `a field goes over to another key and keeps its length`() throws {
        var chance = Chance(3)
        let new = try PatientKey.new(of: House.patient, in: House.here, using: &chance).fields
        let old = try fields.seal(text: "Ik slaap slecht.", at: House.place, padded: .by128)
        let blob = try new.reseal(old, at: House.place, from: fields)
        #expect(blob.key == new.id)
        #expect(blob.bytes.count == old.bytes.count)
        #expect(try new.text(in: blob, at: House.place) == "Ik slaap slecht.")
        #expect(throws: SealFailure.otherKey(new.id)) { try fields.open(blob, at: House.place) }
        #expect(throws: SealFailure.otherKey(old.key)) { try fields.reseal(old, at: House.place, from: new) }
    }
}
