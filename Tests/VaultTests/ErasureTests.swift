import Testing

@testable import Vault

@Suite struct ErasureTests {
    private let house: House
    private let decider = RowID(high: 9, low: 9)
    private let now: Int64 = 1_764_150_000_000
    private let wrapped: WrappedKey
    private let blobs: [Blob]

    init() throws {
        let house = try House()
        self.house = house
        wrapped = try house.masters.wrap(house.key)
        blobs = try (0..<50).map { try house.key.fields.seal(text: "canary \($0)", at: House.place, padded: .by32) }
    }

    private func proof(_ wrapped: [WrappedKey]) throws -> Erasure.Proof {
        try Erasure.Proof(
            of: House.patient, in: House.here, destroyed: wrapped.map { Erasure.Destroyed($0) }, at: now, by: decider)
    }

    @Test func `a destroyed key leaves nothing that can be read`() throws {
        var chance = Chance(51)
        let neighbour = try PatientKey.new(of: House.neighbour, in: House.here, using: &chance)
        let left = try house.masters.wrap(neighbour)
        #expect(
            try proof([wrapped]).check(blobs: blobs, wrapped: [left], masters: house.masters)
                == .nothingOpens(blobs: 50))
        let keys = [neighbour.fields, house.masters.fieldKey(of: House.here)]
        for (blob, key) in blobs.flatMap({ blob in keys.map { (blob, $0) } }) {
            #expect(throws: SealFailure.otherKey(house.key.id)) { try key.open(blob, at: House.place) }
            let pretending = FieldKey(blob.key, of: House.here, key.secret)
            #expect(throws: SealFailure.refused) { try pretending.open(blob, at: House.place) }
        }
        let written = blobs.flatMap(\.bytes) + left.bytes
        #expect(!String(decoding: written, as: UTF8.self).contains("canary"))
    }

    @Test func `a key that is still there is found`() throws {
        let proof = try proof([wrapped])
        #expect(
            proof.check(blobs: blobs, wrapped: [wrapped], masters: house.masters) == .keysLeft([house.key.id]))
        let again = try house.masters.rewrap(wrapped, of: House.patient, in: House.here)
        #expect(again != wrapped)
        #expect(proof.check(blobs: blobs, wrapped: [again], masters: house.masters) == .keysLeft([house.key.id]))
    }

    @Test func `a row that says it holds the key is not passed over, even when it does not open`() throws {
        let damaged = try WrappedKey(Array(wrapped.bytes.dropLast()) + [wrapped.bytes[76] ^ 1])
        let found = try proof([wrapped]).check(blobs: blobs, wrapped: [damaged], masters: house.masters)
        #expect(found == .keysLeft([house.key.id]))
    }

    @Test func `a second key of the patient, and blobs under it, are found`() throws {
        var chance = Chance(52)
        let second = try PatientKey.new(of: House.patient, in: House.here, using: &chance)
        let blob = try second.fields.seal(text: "canary", at: House.place)
        let proof = try proof([wrapped])
        let left = try house.masters.wrap(second)
        #expect(proof.check(blobs: [], wrapped: [left], masters: house.masters) == .keysLeft([second.id]))
        #expect(
            proof.check(blobs: blobs + [blob], wrapped: [], masters: house.masters) == .notCovered([second.id]))
    }

    @Test func `a key that cannot be tried is said`() throws {
        var chance = Chance(53)
        let neighbour = try PatientKey.new(of: House.neighbour, in: House.here, using: &chance)
        let left = try house.masters.wrap(neighbour)
        let others = try MasterKeys.new(using: &chance)
        #expect(try proof([wrapped]).check(blobs: blobs, wrapped: [left], masters: others) == .keysNotTried([left.key]))
    }

    @Test func `a proof stands in one line, and the line is the proof`() throws {
        var chance = Chance(54)
        let rotated = try house.masters.rotated(using: &chance)
        let again = try rotated.rewrap(wrapped, of: House.patient, in: House.here)
        let proof = try proof([wrapped, again, wrapped])
        #expect(proof.destroyed.count == 2)
        #expect(try self.proof([again, wrapped]) == proof)
        #expect(try Erasure.Proof(line: proof.line) == proof)
        #expect(proof.bytes == Array(proof.line.utf8))
        #expect(proof.line.hasPrefix("erasure 1 organisation 000102030405060708090a0b0c0d0e0f patient 1011"))
        #expect(!proof.line.contains("\n"))
        #expect(throws: ErasureFailure.noKeys) { try self.proof([]) }
    }

    @Test func `a line that was changed is another proof or none`() throws {
        let proof = try proof([wrapped])
        let line = Array(proof.line.utf8)
        var chance = Chance(55)
        for _ in 0..<5_000 {
            let damaged = String(decoding: Damage.some(line, using: &chance), as: UTF8.self)
            do throws(ErasureFailure) {
                let read = try Erasure.Proof(line: damaged)
                #expect((read == proof) == (damaged == proof.line))
                #expect(read.line == damaged)
            } catch { continue }
        }
        for wrong in ["", "erasure", proof.line + " ", proof.line + "\n", proof.line.uppercased()] {
            #expect(throws: ErasureFailure.self) { try Erasure.Proof(line: wrong) }
        }
    }
}
