import Testing

@testable import Vault

@Suite struct MasterKeysTests {
    @Test func `a new master key opens the old and seals the new`() throws {
        let house = try House()
        var chance = Chance(4)
        let wrapped = try house.masters.wrap(house.key)
        let rotated = try house.masters.rotated(using: &chance)
        #expect(rotated.olderIDs == [house.masters.currentID])
        let again = try rotated.rewrap(wrapped, of: House.patient, in: House.here)
        #expect(again.master == rotated.currentID && again.key == wrapped.key)
        let alone = try rotated.without(house.masters.currentID)
        #expect(try alone.unwrap(again, of: House.patient, in: House.here).id == house.key.id)
        #expect(throws: SealFailure.otherKey(house.masters.currentID)) {
            try alone.unwrap(wrapped, of: House.patient, in: House.here)
        }
        #expect(throws: SealFailure.otherKey(rotated.currentID)) {
            try house.masters.unwrap(again, of: House.patient, in: House.here)
        }
    }

    @Test func `fields of the organisation go over to a new master key`() throws {
        let house = try House()
        var chance = Chance(5)
        let blob = try house.masters.fieldKey(of: House.here).seal(text: "geheim", at: House.place)
        let rotated = try house.masters.rotated(using: &chance)
        let old = try rotated.fieldKey(blob.key, of: House.here)
        let new = try rotated.fieldKey(of: House.here).reseal(blob, at: House.place, from: old)
        #expect(try rotated.fieldKey(new.key, of: House.here).text(in: new, at: House.place) == "geheim")
        #expect(throws: KeyFailure.notHeld(new.key)) { try house.masters.fieldKey(new.key, of: House.here) }
        #expect(throws: SealFailure.refused) {
            try house.masters.fieldKey(of: House.elsewhere).open(blob, at: House.place)
        }
    }

    @Test func `each purpose and organisation has a key of its own`() throws {
        let master = try House().masters.current
        let purposes: [Purpose] = [.wrap, .fields, .index("bsn"), .index("wrap"), .index("")]
        let keys = purposes.flatMap { purpose in
            [House.here, House.elsewhere].map { Secret(derived: master.key(for: purpose, of: $0)).bytes }
        }
        #expect(Set(keys + [master.secret.bytes]).count == 11)
    }

    @Test func `a ring holds no key twice, and keeps the one of today`() throws {
        let house = try House()
        let (key, id) = (house.masters.current, house.masters.currentID)
        #expect(throws: KeyFailure.alreadyHeld(id)) { try MasterKeys(current: key, older: [key]) }
        #expect(throws: KeyFailure.isCurrent) { try house.masters.without(id) }
        #expect(throws: KeyFailure.notHeld(KeyID(1))) { try house.masters.without(KeyID(1)) }
        var chance = Chance(6)
        var masters = house.masters
        for _ in 1..<MasterKeys.most { masters = try masters.rotated(using: &chance) }
        #expect(throws: KeyFailure.tooMany) { try masters.rotated(using: &chance) }
    }
}
