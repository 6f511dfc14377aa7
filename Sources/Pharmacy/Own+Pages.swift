import Clinical
import Identity
import Web

/// The page *Mijn apotheek*.
struct OwnPharmacyPage {
    let registrations: [Pharmacy.Registration]
    let messages: [Pharmacy.Message]
    let pharmacies: [Identity.PracticeCard]
    let frame: PatientFrame
    let number: ID<Form>
    let secret: FormSecret
    let today: Day
    let said: Said?
    var problems: [Problem] = []
    var draft = ""
    let language: Language

    enum Said: String, Sendable { case sent }

    private var words: DateWords { DateWords(language) }
    private var own: Pharmacy.Registration? { registrations.first { $0.isOpen } }

    var page: Page {
        let notice: HTML =
            said == .sent
            ? "<p class=\"strip\" role=\"status\">\(icon(.check))\(OwnPharmacyWords.sent[language])</p>" : .none
        return patientPage(
            OwnPharmacyWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main">\(notice)<div class="hello"><h1>\(OwnPharmacyWords.title[language])</h1>\
            </div>\(errorSummary(OwnPharmacyWords.notYet, problems, in: language))
            \(registrations.filter(\.waits).map(question))\(mine)\(talk)\(asking)\(choosing)
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private func question(_ registration: Pharmacy.Registration) -> HTML {
        """
        <section class="card stack"><h2>\(OwnPharmacyWords.asks(registration.pharmacyName)[language])</h2>\
        <p>\(OwnPharmacyWords.sees[language])</p>
        <form class="stack" method="post" action="/my-pharmacy/\(registration.id)/answer">\(secret.field)\
        <button class="btn" name="answer" value="yes">\(OwnPharmacyWords.yes[language])</button>\
        <button class="btn ghost" name="answer" value="no">\(OwnPharmacyWords.no[language])</button></form></section>
        """
    }

    private var mine: HTML {
        guard let own, let since = own.confirmedAt else {
            return "<section class=\"card\"><p>\(OwnPharmacyWords.none[language])</p></section>"
        }
        let isShown = own.readingsSince != nil
        let state = isShown ? OwnPharmacyWords.seesReadings : OwnPharmacyWords.seesNoReadings
        let change = isShown ? OwnPharmacyWords.hide : OwnPharmacyWords.show
        return """
            <section class="card stack"><h2>\(own.pharmacyName)</h2>\
            <p>\(OwnPharmacyWords.since(words.long(Moment.amsterdam(since).day))[language]) \
            <a class="num nowrap" href="\(phoneLink(own.phone))">\(own.phone)</a></p>
            <p>\(OwnPharmacyWords.sees[language]) \(state[language])</p>
            <form method="post" action="/my-pharmacy/\(own.id)/readings">\(secret.field)<button class="btn ghost" \
            name="show" value="\(isShown ? "no" : "yes")">\(change[language])</button></form>
            <form method="post" action="/my-pharmacy/\(own.id)/end">\(secret.field)<button class="btn ghost">\
            \(OwnPharmacyWords.end[language])</button></form></section>
            """
    }

    private var talk: HTML {
        guard own != nil else { return .none }
        guard !messages.isEmpty else { return "<p class=\"quiet\">\(OwnPharmacyWords.noMessages[language])</p>" }
        let pieces: [HTML] = messages.map { message in
            let (at, isOwn) = (Moment.amsterdam(message.sentAt), message.sender == .patient)
            let lines: [HTML] = message.body.split(separator: "\n").map { "<p>\($0)</p>" }
            return """
                <article class="bubble\(isOwn ? " own" : "")"><h2>\(isOwn ? OwnPharmacyWords.you[language] : message.senderName)\
                </h2>\(lines)<p class="meta">\(words.long(at.day)), \(OwnPharmacyWords.clock(words.clock(at))[language])</p>\
                </article>
                """
        }
        return "<section class=\"talk\" aria-label=\"\(OwnPharmacyWords.talk[language])\">\(pieces)</section>"
    }

    private var asking: HTML {
        guard own != nil else { return .none }
        return """
            <form class="card ask" method="post" action="/my-pharmacy/messages">\(secret.field(numbered: number))
            <div class="field"><label for="question">\(OwnPharmacyWords.ask[language])</label>\
            <p class="hint" id="question-hint">\(OwnPharmacyWords.askMore[language])</p>\
            \(problemLine(at: "question", problems, in: language))<textarea id="question" name="question" rows="4" \
            maxlength="2000" aria-describedby="question-hint" required>\(draft)</textarea></div>
            <button class="btn">\(icon(.send))\(OwnPharmacyWords.send[language])</button></form>
            """
    }

    private var choosing: HTML {
        let others = pharmacies.filter { $0.id != own?.pharmacy }
        guard !others.isEmpty else {
            return own == nil
                ? "<section class=\"card\"><p>\(OwnPharmacyWords.noPharmacies[language])</p></section>" : .none
        }
        let options: [HTML] = others.map { "<option value=\"\($0.id)\">\($0.name)</option>" }
        return """
            <section class="card stack"><h2>\((own == nil ? OwnPharmacyWords.choose : OwnPharmacyWords.other)[language])</h2>
            <form class="stack" method="post" action="/my-pharmacy">\(secret.field(numbered: number))<div class="field">\
            <label for="pharmacy">\(OwnPharmacyWords.which[language])</label>\
            \(problemLine(at: "pharmacy", problems, in: language))<select id="pharmacy" name="pharmacy"\
            \(problemAttributes(at: "pharmacy", problems))>\(options)</select></div>
            <button class="btn ghost">\(OwnPharmacyWords.save[language])</button></form></section>
            """
    }
}
