import Testing

@testable import Vault

@Suite struct RotationPlanTests {
    private let current = KeyID(3)
    private let old = KeyID(2)
    private let older = KeyID(1)
    private let day: Int64 = 86_400_000

    private func plan(_ left: [KeyID: RotationPlan.Left], on day: Int64) -> RotationPlan {
        RotationPlan(current: current, older: [old, older], left: left, at: day * self.day)
    }

    @Test func `what stands under an old key is sealed again`() {
        let plan = plan([current: .rows(9), old: .rows(5), older: .noneSince(0)], on: 10)
        #expect(plan.steps == [current: .keep, old: .sealAgain(rows: 5), older: .keepUntil(30 * day)])
        #expect(plan.mayGo.isEmpty)
    }

    @Test(arguments: [(29, false), (30, true), (31, true)])
    func `an old key goes when no backup needs it any more`(on day: Int64, goes: Bool) {
        let plan = plan([old: .rows(1), older: .noneSince(0)], on: day)
        #expect(plan.mayGo == (goes ? [older] : []))
    }

    @Test func `nothing goes that nobody counted`() {
        #expect(plan([:], on: 1000).steps == [current: .keep, old: .count, older: .count])
        #expect(plan([old: .rows(0), older: .rows(-1)], on: 1).steps[old] == .keepUntil(31 * day))
    }

    @Test func `the key of today stays, whatever was counted`() {
        #expect(plan([current: .noneSince(0)], on: 1000).steps[current] == .keep)
    }

    @Test func `rows under a key that the house does not hold are said aloud`() {
        let plan = plan([KeyID(7): .rows(2), KeyID(8): .noneSince(0), KeyID(9): .rows(0)], on: 1000)
        #expect(plan.steps[KeyID(7)] == .find(rows: 2))
        #expect(plan.steps[KeyID(8)] == nil && plan.steps[KeyID(9)] == nil)
        #expect(plan.mayGo.isEmpty)
    }

    @Test func `no time is too large`() {
        let plan = RotationPlan(current: current, older: [old], left: [old: .noneSince(.max)], at: .max)
        #expect(plan.steps[old] == .mayGo)
        let early = RotationPlan(current: current, older: [old], left: [old: .noneSince(.max)], at: .min)
        #expect(early.steps[old] == .keepUntil(.max))
    }
}
