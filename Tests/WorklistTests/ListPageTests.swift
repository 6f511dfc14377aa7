import Clinical
import Foundation
import Identity
import Storage
import Testing
import Web

@testable import Worklist

@Suite struct ListPageTests {
    @Test func `the patient is the head of each row`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today, .init(quote: "Mag ik koffie?"))
        let page = try await Self.page(clinic)
        #expect(page.contains("<th scope=\"row\" class=\"who\"><a href=\"/worklist?item="))
        #expect(page.contains("“Mag ik koffie?”"))
        #expect(page.contains("vandaag 07.42"))
    }

    @Test func `the groups stand in the order of haste, with their counts`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .weekOnTarget, .week)
        try await clinic.puts(clinic.jan, onTheListFor: .alert(.stillVeryHigh), .now)
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        let page = try await Self.page(clinic)
        let places = ["Nu (1)", "Vandaag (1)", "Deze week (1)"].map { page.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }

    @Test func `nobody waits, and the page says so`() async throws {
        let page = try await Self.page(try await Clinic())
        #expect(page.contains("U bent bij."))
        #expect(!page.contains("<table"))
    }

    @Test func `after the days agreed an answer is late, and red is not used for it otherwise`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .today)
        clinic.wait(.days(2))
        #expect(!(try await Self.page(clinic)).contains("on-desk late"))
        clinic.wait(.days(4))
        #expect((try await Self.page(clinic)).contains("on-desk late"))
    }

    @Test(arguments: [(Worklist.Urgency.now, "bad"), (.today, "warn")])
    func `a rise is red only when somebody must act today`(urgency: Worklist.Urgency, colour: String) async throws {
        let clinic = try await Clinic()
        try await clinic.measures(clinic.fatma, .mmHg(138, over: 84))
        clinic.wait(.days(14))
        try await clinic.measures(clinic.fatma, .mmHg(151, over: 92))
        try await clinic.puts(clinic.fatma, onTheListFor: .alert(.threeRaised), urgency)
        #expect((try await Self.page(clinic)).contains("<span class=\"\(colour)\">+13 in 2 weken</span>"))
    }

    private static func page(_ clinic: Clinic) async throws -> String {
        let counts = try await clinic.counts()
        let items = try await clinic.open()
        let secret = FormSecret([1, 2])
        let pane = try await clinic.store.read { db in
            try items.first.flatMap { item in
                try Worklist.paneFacts(of: item.patient, in: clinic.practice, db).map {
                    Pane(item: item, patient: $0, now: clinic.now, secret: secret, language: .nl)
                }
            }
        }
        let frame = WorkFrame(
            name: "Marieke Kok", role: Sentence(nl: "POH-S", en: "practice nurse"), organisation: "De Linde",
            places: [.worklist, .patients, .limits, .keys], secret: secret)
        let page = WorklistPage(
            frame: frame, tab: .open, items: items, counts: counts, news: News(open: 0, urgent: 0, newest: 0),
            onTarget: 0, replyDays: 2, today: Moment.amsterdam(clinic.now).day, notice: nil, chosen: items.first,
            pane: pane, language: .nl)
        return String(decoding: page.page.html.bytes, as: UTF8.self)
    }
}
