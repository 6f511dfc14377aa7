import Clinical
import Storage
import Testing
import Web

@testable import Worklist

@Suite struct ListTests {
    @Test func `the most pressing stands first, and then who waits longest`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.jan, onTheListFor: .weekAbove, .today)
        clinic.wait(.minutes(5))
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        clinic.wait(.minutes(5))
        try await clinic.puts(clinic.fatma, onTheListFor: .weekOnTarget, .week)
        clinic.wait(.minutes(5))
        try await clinic.puts(clinic.jan, onTheListFor: .weightGain, .now)
        let open = try await clinic.open()
        #expect(open.map(\.reason) == [.weightGain, .weekAbove, .question, .weekOnTarget])
        #expect(open.map(\.listName) == ["De Wit, J.", "De Wit, J.", "Yıldız, F.", "Yıldız, F."])
    }

    @Test func `a line shows the facts it was opened with`() async throws {
        let clinic = try await Clinic()
        let facts = Worklist.Facts(
            pressure: .mmHg(172, over: 98), count: 3, weight: .kg(86.4), gain: .kg(2.4), quote: "Mag ik koffie?")
        try await clinic.puts(clinic.fatma, onTheListFor: .alert(.threeRaised), .today, facts)
        let line = try await clinic.onlyLine()
        #expect(line.facts == facts)
        #expect(line.goal == .mmHg(135, over: 85))
        #expect(line.average == nil)
        #expect(line.moments == 0)
        #expect(line.asked == 14)
    }

    @Test func `an average and its weeks come from what was measured`() async throws {
        let clinic = try await Clinic()
        try await clinic.measures(clinic.fatma, .mmHg(150, over: 90))
        try await clinic.measures(clinic.fatma, .mmHg(141, over: 86))
        try await clinic.puts(clinic.fatma, onTheListFor: .weekAbove, .today)
        let line = try await clinic.onlyLine()
        #expect(line.average == .mmHg(146, over: 88))
        #expect(line.weeks.last == .some(.mmHg(146, over: 88)))
        #expect(line.weeks.count == 12)
    }

    @Test func `a more pressing reason takes the line over, a less pressing one does not`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .weekOnTarget, .week)
        try await clinic.puts(clinic.fatma, onTheListFor: .alert(.stillVeryHigh), .now)
        #expect(try await clinic.onlyLine().reason == .alert(.stillVeryHigh))
        try await clinic.puts(clinic.fatma, onTheListFor: .weekOnTarget, .week)
        #expect(try await clinic.onlyLine().reason == .alert(.stillVeryHigh))
    }

    @Test func `a reason that is no longer true takes its line away`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .silent, .week)
        try await clinic.store.write { db in
            try Worklist.withdraw(.silent, of: clinic.fatma, in: clinic.practice, db)
        }
        #expect(try await clinic.open().isEmpty)
    }

    @Test func `a practice sees its own lines only`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.stranger, onTheListFor: .question, .today, at: clinic.elsewhere)
        #expect(try await clinic.open().isEmpty)
        #expect(try await clinic.open(at: clinic.elsewhere).count == 1)
    }
}

@Suite struct ClosingTests {
    @Test func `a line that is closed is counted for today, and comes back when it is reopened`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        let line = try await clinic.onlyLine()
        try await clinic.closes(line.id)
        #expect(try await clinic.open().isEmpty)
        #expect(try await clinic.counts() == [.open: 0, .later: 0, .closed: 1])
        try await clinic.reopens(line.id)
        #expect(try await clinic.onlyLine().id == line.id)
        #expect(try await clinic.counts() == [.open: 1, .later: 0, .closed: 0])
    }

    @Test func `a line is closed once`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        let line = try await clinic.onlyLine()
        try await clinic.closes(line.id)
        await #expect(throws: NotOpen.self) { try await clinic.closes(line.id) }
        await #expect(throws: NotOpen.self) { try await clinic.putsOff(line.id, .tomorrow) }
    }

    @Test func `a line of another practice is not found`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        let line = try await clinic.onlyLine()
        await #expect(throws: NotFound.self) { try await clinic.closes(line.id, at: clinic.elsewhere) }
        #expect(try await clinic.open().count == 1)
    }

    @Test func `a line is not reopened beside a newer one of the same kind`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        let line = try await clinic.onlyLine()
        try await clinic.closes(line.id)
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        await #expect(throws: NotOpen.self) { try await clinic.reopens(line.id) }
        #expect(try await clinic.onlyLine().id != line.id)
    }

    @Test func `a refusal is said in both languages`() {
        #expect(Language.allCases.allSatisfy { !NotOpen().explanation[$0].isEmpty })
    }
}

@Suite struct PauseTests {
    @Test(arguments: [(Worklist.Pause.tomorrow, 1), (.nextWeek, 7)])
    func `a line that is put off comes back in the morning`(pause: Worklist.Pause, days: Int) async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .weekAbove, .today)
        try await clinic.putsOff(try await clinic.onlyLine().id, pause)
        #expect(try await clinic.counts() == [.open: 0, .later: 1, .closed: 0])
        clinic.wait(.days(days) - .hours(1))
        #expect(try await clinic.open().isEmpty)
        clinic.wait(.hours(1))
        #expect(try await clinic.open().count == 1)
    }

    @Test func `what is the same a second time does not end a pause`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .silent, .week)
        try await clinic.putsOff(try await clinic.onlyLine().id, .nextWeek)
        try await clinic.puts(clinic.fatma, onTheListFor: .silent, .week)
        #expect(try await clinic.open().isEmpty)
    }

    @Test func `a new question ends the pause of an earlier one`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today, .init(quote: "Mag ik koffie?"))
        try await clinic.putsOff(try await clinic.onlyLine().id, .nextWeek)
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today, .init(quote: "Ik ben duizelig."))
        #expect(try await clinic.onlyLine().facts.quote == "Ik ben duizelig.")
    }

    @Test func `a new red reading ends the pause of an earlier one`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .alert(.stillVeryHigh), .now)
        try await clinic.putsOff(try await clinic.onlyLine().id, .nextWeek)
        clinic.wait(.hours(3))
        try await clinic.puts(clinic.fatma, onTheListFor: .alert(.stillVeryHigh), .now)
        #expect(try await clinic.open().count == 1)
    }
}
