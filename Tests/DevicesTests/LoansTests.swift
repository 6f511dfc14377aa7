import Clinical
import Identity
import Storage
import Testing

@testable import Devices
@testable import Hartlijn

@Suite struct LoansTests {
    @Test func `a kit goes home and comes back, and every step is kept with its time and person`() async throws {
        let shelf = try await Shelf()
        let number = try await shelf.kit()
        try await shelf.lend(number, to: shelf.fatma)
        #expect(try await shelf.loans(of: shelf.fatma).map(\.kit.number) == [number])
        #expect(try await shelf.take(.takeBack, number) == .returned)
        #expect(try await shelf.loans(of: shelf.fatma).isEmpty)
        #expect(try await shelf.take(.check, number) == .inStock)
        #expect(try await shelf.count("SELECT count(*) FROM devices_event") == 4)
        #expect(
            try await shelf.count("SELECT count(*) FROM devices_event WHERE step IS NOT NULL AND done_by IS NULL") == 0)
        #expect(try await shelf.count("SELECT count(*) FROM devices_loan WHERE ending = 'returned'") == 1)
        #expect(try await shelf.count("SELECT count(*) FROM devices_held") == 0)
    }

    @Test func `two people who lend one kit at the same moment lend it once`() async throws {
        let shelf = try await Shelf()
        let number = try await shelf.kit()
        let patients = [shelf.fatma, shelf.jan, shelf.fatma, shelf.jan, shelf.fatma, shelf.jan]
        let done = await withTaskGroup(of: Bool.self) { group in
            for patient in patients {
                group.addTask {
                    do {
                        try await shelf.lend(number, to: patient)
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done == 1)
        #expect(try await shelf.count("SELECT count(*) FROM devices_loan WHERE ended_at IS NULL") == 1)
        #expect(try await shelf.count("SELECT count(*) FROM devices_loan") == 1)
        #expect(try await shelf.count("SELECT count(*) FROM devices_held") == 1)
    }

    @Test func `two kits with a meter that go to one patient at the same moment: one does`() async throws {
        let shelf = try await Shelf()
        let numbers = [try await shelf.kit(), try await shelf.kit([.meter, .scale])]
        let done = await withTaskGroup(of: Bool.self) { group in
            for number in numbers {
                group.addTask {
                    do {
                        try await shelf.lend(number, to: shelf.fatma)
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done == 1)
        #expect(try await shelf.loans(of: shelf.fatma).count == 1)
        #expect(try await shelf.count("SELECT count(*) FROM devices_kit WHERE state = 'in stock'") == 1)
    }

    @Test func `a second meter is refused, a scale beside it is not`() async throws {
        let shelf = try await Shelf()
        try await shelf.lend(try await shelf.kit(), to: shelf.fatma)
        let another = try await shelf.kit()
        await #expect(throws: HasOneAlready.self) { try await shelf.lend(another, to: shelf.fatma) }
        #expect(try await shelf.state(another) == .inStock)
        try await shelf.lend(try await shelf.kit([.scale]), to: shelf.fatma)
        #expect(try await shelf.loans(of: shelf.fatma).count == 2)
    }

    @Test func `a reserved kit goes to who it is kept for, and to nobody else`() async throws {
        let shelf = try await Shelf()
        let number = try await shelf.kit()
        try await shelf.lend(number, to: shelf.fatma, .reserve)
        await #expect(throws: NotNow.self) { try await shelf.lend(number, to: shelf.jan) }
        try await shelf.lend(number, to: shelf.fatma)
        #expect(try await shelf.state(number) == .lent)
        #expect(try await shelf.count("SELECT count(*) FROM devices_loan") == 1)
    }

    @Test func `a mistake is put right: the wrong patient, a return that was none, a kit that was not lost`()
        async throws
    {
        let shelf = try await Shelf()
        let number = try await shelf.kit()
        try await shelf.lend(number, to: shelf.jan)
        #expect(try await shelf.take(.undoLending, number) == .inStock)
        #expect(try await shelf.loans(of: shelf.jan).isEmpty)
        try await shelf.lend(number, to: shelf.fatma)
        try await shelf.take(.takeBack, number)
        #expect(try await shelf.take(.undoTakingBack, number) == .lent)
        #expect(try await shelf.loans(of: shelf.fatma).count == 1)
        try await shelf.take(.lose, number)
        #expect(try await shelf.loans(of: shelf.fatma).isEmpty)
        #expect(try await shelf.take(.findAtHome, number) == .lent)
        #expect(try await shelf.loans(of: shelf.fatma).map(\.kit.number) == [number])
        #expect(try await shelf.count("SELECT count(*) FROM devices_held") == 1)
    }

    @Test func `a return is only taken back right after it, and not when the patient has another kit by now`()
        async throws
    {
        let shelf = try await Shelf()
        let number = try await shelf.kit()
        await #expect(throws: NotNow.self) { try await shelf.take(.undoTakingBack, number) }
        try await shelf.lend(number, to: shelf.fatma)
        try await shelf.take(.takeBack, number)
        try await shelf.lend(try await shelf.kit(), to: shelf.fatma)
        await #expect(throws: HasOneAlready.self) { try await shelf.take(.undoTakingBack, number) }
        #expect(try await shelf.state(number) == .returned)
        try await shelf.take(.check, number)
        try await shelf.take(.checkAgain, number)
        await #expect(throws: NotNow.self) { try await shelf.take(.undoTakingBack, number) }
    }

    @Test func `a demonstration kit is never lent, whatever the program thinks`() async throws {
        let shelf = try await Shelf()
        let number = try await shelf.kit(purpose: .demonstration)
        await #expect(throws: NotNow.self) { try await shelf.lend(number, to: shelf.fatma) }
        await #expect(throws: NotNow.self) { try await shelf.lend(number, to: shelf.fatma, .reserve) }
        await #expect(throws: StorageFailure.self) {
            try await shelf.store.write { [practice = shelf.practice] in
                _ = try $0.change("UPDATE devices_kit SET state = 'lent' WHERE practice_id = \(practice)")
            }
        }
    }

    @Test func `who is forgotten leaves a kit that counts as lost, and no trace in its history`() async throws {
        let shelf = try await Shelf()
        let (lent, kept) = (try await shelf.kit(), try await shelf.kit([.scale]))
        try await shelf.lend(lent, to: shelf.fatma)
        try await shelf.lend(kept, to: shelf.fatma, .reserve)
        let (occasion, practice, fatma) = (shelf.occasion, shelf.practice, shelf.fatma)
        let loans = try await shelf.store.write { try Devices.forget(fatma, in: practice, at: occasion, $0) }
        #expect(loans == 2)
        #expect(try await shelf.state(lent) == .lost)
        #expect(try await shelf.state(kept) == .inStock)
        #expect(try await shelf.count("SELECT count(*) FROM devices_loan") == 0)
        #expect(try await shelf.count("SELECT count(*) FROM devices_held") == 0)
        #expect(try await shelf.count("SELECT count(*) FROM devices_event WHERE loan_id IS NOT NULL") == 0)
        #expect(try await shelf.take(.find, lent) == .returned)
    }
}

@Suite struct RecallTests {
    private func callBack(_ shelf: Shelf, from: String = "", to: String = "") async throws -> Devices.Recall {
        let recall = Devices.Recall(
            id: shelf.occasion.newID(), model: "voorbeeld m1", serials: .init(from: from, to: to),
            reason: "Manchet lekt",
            startedAt: shelf.occasion.now)
        let (practice, marieke, occasion) = (shelf.practice, shelf.marieke, shelf.occasion)
        try await shelf.store.write {
            try Devices.callBack(recall, by: marieke, in: practice, at: occasion, $0)
        }
        return recall
    }

    private func end(_ recall: Devices.Recall, _ shelf: Shelf) async throws {
        let (practice, marieke, occasion) = (shelf.practice, shelf.marieke, shelf.occasion)
        let ended = try await shelf.store.write {
            try Devices.end(recall.id, by: marieke, in: practice, at: occasion, $0)
        }
        #expect(ended)
    }

    @Test func `every kit in the range is called back, also the one at home and the one that is lost`() async throws {
        let shelf = try await Shelf()
        let home = try await shelf.kit(serial: "A5")
        let here = try await shelf.kit(serial: "A6")
        let gone = try await shelf.kit(serial: "A7")
        let other = try await shelf.kit(serial: "A11")
        let another = try await shelf.kit(model: "Voorbeeld M2", serial: "A5")
        try await shelf.lend(home, to: shelf.fatma)
        try await shelf.take(.lose, gone)
        let recall = try await callBack(shelf, from: "A1", to: "A10")
        #expect(try await shelf.state(home) == .recalledAtHome)
        #expect(try await shelf.loans(of: shelf.fatma).count == 1, "the patient has it still")
        #expect(try await shelf.state(here) == .recalled)
        #expect(try await shelf.state(gone) == .lost)
        #expect(try await shelf.state(other) == .inStock)
        #expect(try await shelf.state(another) == .inStock)
        #expect(try await shelf.take(.find, gone) == .recalled, "found, and called back at once")
        #expect(try await shelf.take(.takeBack, home) == .recalled)
        #expect(try await shelf.loans(of: shelf.fatma).isEmpty)
        await #expect(throws: NotNow.self) { try await shelf.take(.check, home) }
        try await end(recall, shelf)
        for number in [home, here, gone] { #expect(try await shelf.state(number) == .returned) }
        #expect(try await shelf.take(.check, home) == .inStock)
    }

    @Test func `a kit that comes in while its model is called back is called back too`() async throws {
        let shelf = try await Shelf()
        let recall = try await callBack(shelf)
        let number = try await shelf.kit(serial: "A5")
        #expect(try await shelf.state(number) == .recalled)
        try await end(recall, shelf)
        #expect(try await shelf.state(number) == .returned)
        #expect(try await shelf.state(try await shelf.kit(serial: "A6")) == .inStock)
    }

    @Test func `a kit that two recalls are about goes on when both are over`() async throws {
        let shelf = try await Shelf()
        let number = try await shelf.kit(serial: "A5")
        let (one, other) = (try await callBack(shelf), try await callBack(shelf, from: "A5"))
        try await end(one, shelf)
        #expect(try await shelf.state(number) == .recalled)
        try await end(other, shelf)
        #expect(try await shelf.state(number) == .returned)
    }
}
