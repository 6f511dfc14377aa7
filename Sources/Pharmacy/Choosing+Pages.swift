import Clinical
import Identity
import Web

/// At which pharmacy a patient is, as the practice keeps it.
struct ChoosingPage {
    let card: Identity.PatientCard
    let registrations: [Pharmacy.Registration]
    let pharmacies: [Identity.PracticeCard]
    let frame: WorkFrame
    let number: ID<Pharmacy.RegistrationMark>
    let today: Day
    var problems: [Problem] = []
    let language: Language

    private var words: DateWords { DateWords(language) }
    private var path: String { "/patients/\(card.id)/pharmacy" }

    var page: Page {
        let none: HTML =
            registrations.isEmpty ? "<p class=\"quiet\">\(ChoosingWords.nothing[language])</p>" : .none
        return workPage(
            ChoosingWords.title[language], at: .patients, frame, in: language,
            """
            \(workBar(ChoosingWords.title[language], card.fullName))<div class="scroll"><div class="body narrow">\
            \(errorSummary(ChoosingWords.notYet, problems, in: language))<p class="quiet">\(ChoosingWords.intro[language])</p>
            \(none)\(registrations.map(block))\(choosing)
            <p><a class="action bare" href="/patients/\(card.id)">\(ChoosingWords.record[language])</a></p></div></div>
            """)
    }

    private func block(_ registration: Pharmacy.Registration) -> HTML {
        let state: Sentence =
            registration.waits
            ? ChoosingWords.asks
            : registration.isOpen
                ? ChoosingWords.open : registration.confirmedAt == nil ? ChoosingWords.refused : ChoosingWords.ended
        let readings: HTML =
            registration.isOpen
            ? "<p>\((registration.readingsSince == nil ? ChoosingWords.noReadings : ChoosingWords.readings)[language])</p>"
            : .none
        return """
            <section class="block"><h2>\(registration.pharmacyName)</h2><p><span class="chip info">\(state[language])</span> \
            \(period(registration))</p>\(readings)\(ways(registration))</section>
            """
    }

    private func period(_ registration: Pharmacy.Registration) -> String {
        func day(_ instant: Instant) -> String { words.plain(Moment.amsterdam(instant).day, today: today) }
        return ChoosingWords.period(
            day(registration.confirmedAt ?? registration.askedAt), registration.endedAt.map(day))[language]
    }

    private func ways(_ registration: Pharmacy.Registration) -> HTML {
        if registration.waits {
            return """
                <form class="row-actions" method="post" action="\(path)/\(registration.id)/answer">\(frame.secret.field)\
                <button class="action main" name="answer" value="yes">\(ChoosingWords.yes[language])</button>\
                <button class="action bare" name="answer" value="no">\(ChoosingWords.no[language])</button></form>
                """
        }
        guard registration.isOpen else { return .none }
        return """
            <form class="row-actions" method="post" action="\(path)/\(registration.id)/end">\(frame.secret.field)\
            <button class="action bare" aria-label="\(ChoosingWords.end[language]): \(registration.pharmacyName)">\
            \(ChoosingWords.end[language])</button></form>
            """
    }

    private var choosing: HTML {
        guard !pharmacies.isEmpty else { return "<p>\(ChoosingWords.noPharmacies[language])</p>" }
        let options: [HTML] = pharmacies.map { "<option value=\"\($0.id)\">\($0.name)</option>" }
        return """
            <section class="block"><h2>\(ChoosingWords.new[language])</h2><form class="form" method="post" action="\(path)">\
            \(frame.secret.field(numbered: number))<div class="field"><label for="pharmacy">\
            \(ChoosingWords.which[language])</label>\(problemLine(at: "pharmacy", problems, in: language))\
            <select id="pharmacy" name="pharmacy"\(problemAttributes(at: "pharmacy", problems))>\(options)</select></div>
            <div class="row-actions"><button class="action main">\(ChoosingWords.save[language])</button></div></form></section>
            """
    }
}
