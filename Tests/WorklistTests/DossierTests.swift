import Audit
import Clinical
import Identity
import Portal
import Storage
import Testing
import Web

@testable import Worklist

@Suite struct DossierTests {
    @Test func `a patient of another practice has no record here`() async throws {
        let clinic = try await Clinic()
        let found = try await clinic.store.read { db in
            try Worklist.dossier(of: clinic.stranger, in: clinic.practice, on: clinic.today, db)
        }
        #expect(found == nil)
    }

    @Test func `the timeline tells the latest first`() async throws {
        let clinic = try await Clinic()
        try await clinic.asks("Mag ik koffie?", clinic.fatma)
        clinic.wait(.minutes(10))
        try await clinic.writes("Ja, dat mag.", to: clinic.fatma)
        let events = try await clinic.dossier(clinic.fatma).events
        #expect(
            events.map(\.kind) == [
                .message(from: "Marieke Kok", isOwn: .practice, body: "Ja, dat mag.", seenAt: nil),
                .message(from: "", isOwn: .patient, body: "Mag ik koffie?", seenAt: nil),
            ])
    }

    @Test func `opening the record marks nothing as seen, and shows what was`() async throws {
        let clinic = try await Clinic()
        try await clinic.writes("Ik bel u morgen.", to: clinic.fatma)
        for _ in 0..<2 {
            #expect(try await Self.page(clinic).contains("Nog niet gezien."))
        }
        try await clinic.store.write { [clinic] db in
            try Portal.markRead(
                from: .worker, of: clinic.fatma, in: clinic.practice, at: clinic.now, db)
        }
        #expect(try await Self.page(clinic).contains("Gezien door de patiënt op 25 november."))
    }

    @Test func `every change of medicines of the year is told with its why`() async throws {
        let clinic = try await Clinic()
        for number in 1...7 { try await clinic.explains("Stap \(number)", because: "Te hoog.", to: clinic.fatma) }
        let dossier = try await clinic.dossier(clinic.fatma)
        #expect(dossier.changes.count == 5)
        #expect(dossier.events.count == 7)
    }

    @Test func `a change of medicines is marked in the chart, aloud too`() async throws {
        let clinic = try await Clinic()
        try await clinic.measures(clinic.fatma, .mmHg(142, over: 88))
        try await clinic.explains("Amlodipine 5 mg erbij", because: "Te hoog.", to: clinic.fatma)
        let page = try await Self.page(clinic)
        #expect(page.contains(">Amlodipine 5 mg erbij</text>"))
        #expect(page.contains("Op 25 november: Amlodipine 5 mg erbij\""))
    }

    @Test func `without a goal nothing is said of the average`() {
        #expect(GoalLook(.mmHg(134, over: 84), against: .mmHg(135, over: 85)).colour == "good")
        #expect(GoalLook(.mmHg(135, over: 84), against: .mmHg(135, over: 85)).colour == "warn")
        #expect(GoalLook(.mmHg(134, over: 85), against: .mmHg(135, over: 85)).colour == "warn")
    }

    @Test func `an unlikely reading waits for a word of the practice`() async throws {
        let clinic = try await Clinic()
        try await clinic.measures(clinic.fatma, .mmHg(129, over: 122), status: .unconfirmed)
        let page = try await Self.page(clinic)
        for words in ["129/122", "Telt mee", "Was een vergissing"] { #expect(page.contains(words), "\(words)") }
    }

    @Test func `who closed a line, and why it was there, stays on the timeline`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .weekAbove, .today)
        try await clinic.closes(try await clinic.onlyLine().id)
        let page = try await Self.page(clinic)
        #expect(page.contains("Afgerond door Marieke Kok"))
        #expect(page.contains("Meetweek boven doel"))
    }

    @Test func `what somebody wrote is shown as text`() async throws {
        let clinic = try await Clinic()
        try await clinic.asks("<script>alert(1)</script>", clinic.fatma)
        let page = try await Self.page(clinic)
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert"))
    }

    private static func page(_ clinic: Clinic) async throws -> String {
        let frame = WorkFrame(
            name: "Marieke Kok", role: Sentence(nl: "POH-S", en: "practice nurse"), organisation: "De Linde",
            places: [.worklist, .patients, .limits, .keys], secret: FormSecret([1, 2]))
        let page = DossierPage(
            dossier: try await clinic.dossier(clinic.fatma),
            subject: Identity.Subject(
                patient: clinic.fatma, practice: clinic.practice, ground: .treatment, basis: nil, until: nil),
            frame: frame, number: ID(high: 9, low: 9), show: .all,
            now: clinic.now, language: .nl)
        return String(decoding: page.page.html.bytes, as: UTF8.self)
    }
}

@Suite struct TemplateTests {
    static let reasons: [Worklist.Reason] = [
        .weekOnTarget, .weekAbove, .weekTooFew, .silent, .question, .alert(.threeRaised), .alert(.singleHigh),
        .alert(.fourDeviating),
    ]

    @Test(arguments: reasons) func `a text to begin with is easy to read`(reason: Worklist.Reason) throws {
        let report = Readability.check(try Self.text(reason))
        #expect(report.longSentences.isEmpty, "\(report.longSentences)")
        #expect(report.jargon.isEmpty, "\(report.jargon)")
    }

    @Test func `the numbers are those of the week that the sentence is about`() throws {
        #expect(try Self.text(.weekAbove).contains("gemiddeld 142 over 88. Dat is boven uw doel."))
        #expect(try Self.text(.weekOnTarget).contains("gemiddeld 142 over 88. Dat is onder uw doel."))
    }

    @Test(arguments: [AlertReason.threeRaised, .singleHigh, .fourDeviating])
    func `a few high readings say nothing about an average`(reason: AlertReason) throws {
        let text = try Self.text(.alert(reason))
        #expect(!text.contains("gemiddeld"))
        #expect(!text.contains("doel"))
    }

    @Test(arguments: AlertReason.allCases.filter { $0 != .threeRaised && $0 != .singleHigh && $0 != .fourDeviating })
    func `an alarm is not answered with a ready text`(reason: AlertReason) {
        #expect(Worklist.Dossier.OpenLine(reason: .alert(reason), pressure: nil).ready == nil)
    }

    private static func text(_ reason: Worklist.Reason) throws -> String {
        let line = Worklist.Dossier.OpenLine(reason: reason, pressure: .mmHg(142, over: 88))
        return try #require(line.ready)
    }
}

extension Worklist.Dossier.OpenLine {
    /// What the patient reads, with the average of this line filled in.
    fileprivate var ready: String? {
        let values: [Filling.Place: String?] = [
            .voornaam: "Fatma", .gemiddelde: pressure.map { "\($0.systolic) over \($0.diastolic)" },
        ]
        return Situation(reason).map { Filling(values.compactMapValues { $0 }).fill($0.text) }
    }
}
