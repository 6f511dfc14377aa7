import Clinical
import Vault
import Web

/// The number of one patient: its end, and all of it when somebody asks.
struct ServiceNumberPage {
    let card: Identity.PatientCard
    let number: BSN?
    let shown: Shown
    let frame: WorkFrame
    let problems: [Problem]
    let language: Language

    enum Shown: Sendable { case masked, whole }
    struct NoNumber: Error {}

    private var path: String { "/patients/\(card.id)/bsn" }

    var page: Page {
        workPage(
            Words.title[language], at: .patients, frame, in: language,
            """
            \(workBar(Words.title[language], card.listName))
            <div class="desk"><p class="lead">\(Words.why[language])</p>\(kept)
            \(errorSummary(EmergencyWords.notOpen, problems, in: language))
            <form class="form" method="post" action="\(path)">\(frame.secret.field)
            <div class="field short"><label for="number">\(Words.write[language])</label>\
            \(problemLine(at: "number", problems, in: language))<input id="number" name="number" inputmode="numeric" \
            maxlength="14" autocomplete="off" \(problemAttributes(at: "number", problems)) required></div>
            <div class="row-actions"><button class="action main">\(Words.keep[language])</button>\
            <a class="action bare" href="/patients/\(card.id)">\(HelpingWords.back[language])</a></div></form></div>
            """)
    }

    private var kept: HTML {
        guard let number else { return "<p class=\"quiet\">\(Words.none[language])</p>" }
        guard shown == .masked else { return "<p class=\"num\"><b>\(number.revealed)</b></p>" }
        return """
            <p class="num"><b>\(number.masked)</b></p><form method="post" action="\(path)/shown">\(frame.secret.field)\
            <button class="action">\(icon(.eye))\(Words.show[language])</button></form>
            """
    }

    enum Words {
        static let title = Sentence(nl: "Burgerservicenummer", en: "Citizen service number")
        static let why = Sentence(
            nl:
                "Alleen om met andere zorgsystemen uit te wisselen. Stel eerst de identiteit vast. Tonen komt in het toegangslog.",
            en:
                "Only to exchange with other care systems. First establish the identity. Showing leaves a line in the access log."
        )
        static let none = Sentence(nl: "Nog niet ingevuld.", en: "Not filled in yet.")
        static let show = Sentence(nl: "Toon alle cijfers", en: "Show all digits")
        static let write = Sentence(nl: "Nummer (9 cijfers)", en: "Number (9 digits)")
        static let keep = Sentence(nl: "Bewaren", en: "Keep")
        static let wrong = Sentence(
            nl: "Dit is geen geldig BSN. Kijk de cijfers na.", en: "This is no valid number. Check the digits.")
        static let taken = Sentence(
            nl: "Dit BSN hoort bij een andere patiënt van de praktijk.",
            en: "This number is of another patient of the practice.")
    }
}
