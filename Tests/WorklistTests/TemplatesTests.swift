import Clinical
import Storage
import Testing

@testable import Worklist

@Suite struct TemplatesTests {
    @Test func `what is known stands in its place`() {
        let text = Filling.example.fill("Dag {voornaam},\n\nGemiddeld {gemiddelde}. Uw doel: {doel}! Tot {meetweek}?")
        #expect(text == "Dag Fatma,\n\nGemiddeld 132 over 80. Uw doel: 135 over 85! Tot maandag 7 december?")
    }

    @Test func `a sentence with a hole in it is left out`() {
        let filling = Filling([.voornaam: "Fatma"])
        #expect(
            filling.fill("Dag {voornaam},\n\nGoed zo. Gemiddeld {gemiddelde}. Tot ziens.")
                == "Dag Fatma,\n\nGoed zo. Tot ziens.")
        #expect(filling.fill("{meetweek}") == "")
    }

    @Test func `a name that looks like a place or a sentence stays as it is`() {
        #expect(Filling([.voornaam: "{doel}"]).fill("Dag {voornaam}.") == "Dag {doel}.")
        #expect(Filling([.voornaam: "A. {gemiddelde}"]).fill("Dag {voornaam}. Hallo.") == "Dag A. {gemiddelde}. Hallo.")
    }

    @Test(arguments: Situation.allCases) func `every text of ours passes its own gate`(situation: Situation) {
        #expect(Filling.unknownPlaces(in: situation.text).isEmpty)
        let report = Readability.check(Filling.example.fill(situation.text))
        #expect(report.longSentences.isEmpty && report.jargon.isEmpty, "\(report.longSentences) \(report.jargon)")
    }

    @Test func `a place that we do not know is found`() {
        #expect(Filling.unknownPlaces(in: "Dag {voornaam}, {achternaam} {}") == ["achternaam", ""])
    }

    @Test func `after an answer the next line comes, and after the last the first`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .weekAbove, .week)
        clinic.wait(.minutes(1))
        try await clinic.puts(clinic.fatma, onTheListFor: .question, .week)
        clinic.wait(.minutes(1))
        try await clinic.puts(clinic.jan, onTheListFor: .weekOnTarget, .week)
        let (fatma, jan, practice, now) = (clinic.fatma, clinic.jan, clinic.practice, clinic.now)
        let open = try await clinic.store.ask { try Worklist.open(in: practice, at: now, $0) }
        let (afterFatma, afterJan, afterQuestion) = try await clinic.store.ask { db in
            (
                try Worklist.next(after: fatma, closing: [.pressure, .question], in: practice, at: now, db),
                try Worklist.next(after: jan, closing: [.pressure, .question], in: practice, at: now, db),
                try Worklist.next(after: open[1].id, in: practice, at: now, db)
            )
        }
        #expect(afterFatma == open.first { $0.patient == jan }?.id)
        #expect(afterJan == open[0].id)
        #expect(afterQuestion == open[2].id)
    }

    @Test func `a text of the practice takes the place of ours`() async throws {
        let clinic = try await Clinic()
        try await clinic.puts(clinic.fatma, onTheListFor: .weekOnTarget, .week, .init(pressure: .mmHg(128, over: 79)))
        let own = Worklist.OwnText(
            id: ID(high: 8, low: 1), situation: .onTarget, title: "", body: "Hoi {voornaam}. Het was {gemiddelde}.")
        let free = Worklist.OwnText(
            id: ID(high: 8, low: 2), situation: .own, title: "Vakantie", body: "Dag {voornaam}.")
        let starts = Template.all(for: try await clinic.dossier(clinic.fatma), [own, free])
        #expect(starts.map(\.text) == ["Hoi Fatma. Het was 128 over 79.", "Dag Fatma."])
        #expect(starts.map(\.title.nl) == ["Onder doel", "Vakantie"])
    }
}
