import Crypto
import Testing

@testable import Vault

@Suite struct PatientKeyTests {
    @Test func `the key of a patient comes back out of its wrapping`() throws {
        let house = try House()
        let wrapped = try house.masters.wrap(house.key)
        #expect(wrapped.bytes.count == 77)
        #expect(wrapped.key == house.key.id && wrapped.master == house.masters.currentID)
        let key = try house.masters.unwrap(try WrappedKey(wrapped.bytes), of: House.patient, in: House.here)
        let blob = try house.key.fields.seal(text: "x", at: House.place)
        #expect(try key.fields.text(in: blob, at: House.place) == "x")
    }

    @Test func `a wrapped key is of one patient in one organisation`() throws {
        let house = try House()
        let wrapped = try house.masters.wrap(house.key)
        #expect(throws: SealFailure.refused) {
            try house.masters.unwrap(wrapped, of: House.neighbour, in: House.here)
        }
        #expect(throws: SealFailure.refused) {
            try house.masters.unwrap(wrapped, of: House.patient, in: House.elsewhere)
        }
    }

    @Test func `a key is not taken under the id of another`() throws {
        let house = try House()
        let (master, other) = (house.masters.current, KeyID(1))
        let sealed = try Sealing.seal(
            house.key.fields.secret.bytes, with: master.key(for: .wrap, of: House.here),
            bound: MasterKeys.bound(other, of: House.patient, in: House.here, under: master.id),
            after: WrappedKey.front(other, under: master.id))
        #expect(throws: SealFailure.contents) {
            try house.masters.unwrap(try WrappedKey(sealed), of: House.patient, in: House.here)
        }
    }

    @Test func `no bit of a wrapped key can change`() throws {
        let house = try House()
        let wrapped = try house.masters.wrap(house.key)
        for bit in 0..<wrapped.bytes.count * 8 {
            var bytes = wrapped.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: SealFailure.self, "bit \(bit)") {
                try house.masters.unwrap(try WrappedKey(bytes), of: House.patient, in: House.here)
            }
        }
        #expect(throws: SealFailure.tooShort) { try WrappedKey(wrapped.bytes.dropLast()) }
        #expect(throws: SealFailure.tooLong) { try WrappedKey(wrapped.bytes + [0]) }
    }
}
