import Testing

@testable import Vault

@Suite struct BlindIndexTests {
    @Test func `a patient is found by the number, and only in the own organisation`() throws {
        let masters = try House().masters
        let value = SearchedValue.bsn(try BSN("999900018"))
        let index = masters.index(of: value, in: House.here)
        #expect(index == masters.index(of: .bsn(try BSN(typed: "9999 00 018")), in: House.here))
        #expect(index.code.count == 16 && index.bytes.count == 24)
        #expect(index.code != masters.index(of: value, in: House.elsewhere).code)
        #expect(index.code != masters.index(of: .bsn(try BSN("999900006")), in: House.here).code)
        let text = SearchedValue("sign-in", Array("999900018".utf8))
        #expect(index.code != masters.index(of: text, in: House.here).code)
    }

    @Test func `during a rotation both indexes find the row`() throws {
        var chance = Chance(41)
        let old = try House().masters
        let value = SearchedValue.bsn(try BSN("999900018"))
        let new = try old.rotated(using: &chance)
        #expect(
            new.indexes(of: value, in: House.here) == [
                new.index(of: value, in: House.here), old.index(of: value, in: House.here),
            ])
        #expect(Set(new.indexes(of: value, in: House.here).map(\.key)) == [new.currentID, old.currentID])
    }

    @Test func `no two numbers share an index`() throws {
        let masters = try House().masters
        var indexes = Set<BlindIndex>()
        var numbers = 0
        for number in 999_900_000..<999_920_000 {
            do throws(BSNFailure) {
                indexes.insert(masters.index(of: .bsn(try BSN("\(number)")), in: House.here))
                numbers += 1
            } catch { continue }
        }
        #expect(indexes.count == numbers && numbers > 1800)
    }
}
