import Clinical
import Identity
import Web

extension Devices {
    /// What can be the matter with a kit at home.
    enum Trouble: String, Hashable, Sendable, CaseIterable { case broken, lost, battery, other }
}

/// The page *Uw geleende box*.
struct OwnLoanPage: Sendable {
    enum Said: String { case agreed, told }

    let loans: [Devices.OwnLoan]
    let frame: PatientFrame
    let number: ID<Form>
    let secret: FormSecret
    let today: Day
    let mayWrite: @Sendable (Identity.Deed) -> Bool
    let problems: [Problem]
    let said: Said?
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            OwnLoanWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(OwnLoanWords.title[language])</h1></div>
            \(notice)\(errorSummary(OwnLoanWords.notYet, problems, in: language))\(cards)\(trouble)
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var notice: HTML {
        guard let said else { return .none }
        let sentence = said == .agreed ? OwnLoanWords.thanks : OwnLoanWords.told
        return "<p class=\"strip\" role=\"status\">\(icon(.check))\(sentence[language])</p>"
    }

    private var cards: HTML {
        guard !loans.isEmpty else {
            return "<section class=\"card\"><p>\(OwnLoanWords.nothing[language])</p></section>"
        }
        return "\(loans.map(card))"
    }

    private func card(_ loan: Devices.OwnLoan) -> HTML {
        let parts: [HTML] = loan.kit.devices.map {
            "<li>\(OwnLoanWords.part($0.part)[language]) <span class=\"quiet\">\($0.model)</span></li>"
        }
        return """
            <section class="card stack"><h2>\(OwnLoanWords.youHave[language])</h2><ul class="have">\(parts)</ul>
            <p>\(when(loan))</p><p class="quiet">\(OwnLoanWords.number[language]) \
            <span class="num nowrap">\(loan.kit.number.description)</span></p>\(agreement(loan))</section>
            """
    }

    private func when(_ loan: Devices.OwnLoan) -> String {
        if loan.kit.state == .recalledAtHome { return OwnLoanWords.recalled[language] }
        let day = words.plain(loan.holder.dueOn, today: today)
        return (loan.holder.dueOn < today ? OwnLoanWords.past(day) : OwnLoanWords.until(day))[language]
    }

    private func agreement(_ loan: Devices.OwnLoan) -> HTML {
        let points: HTML = "<ul class=\"have\">\(AgreementWords.points.map { "<li>\($0[language])</li>" as HTML })</ul>"
        guard loan.holder.agreedAt == nil, mayWrite(.agreeToLoan) else {
            return
                "<details><summary class=\"btn ghost\">\(AgreementWords.title[language])</summary>\(points)</details>"
        }
        return """
            <h3>\(AgreementWords.title[language])</h3>\(points)
            <form class="stack" method="post" action="/loan/agreement">\(secret.field)\
            <input type="hidden" name="loan" value="\(loan.holder.loan)">\
            \(problemLine(at: "agreed", problems, in: language))<label class="choice"><input id="agreed" type="checkbox" \
            name="agreed" value="yes"><span>\(OwnLoanWords.agree[language])</span></label>
            <button class="btn">\(OwnLoanWords.send[language])</button></form>
            """
    }

    private var trouble: HTML {
        guard !loans.isEmpty, mayWrite(.writeMessage) else { return .none }
        let isOpen: HTML = problems.contains { $0.field != "agreed" } ? " open" : .none
        let choices: [HTML] = Devices.Trouble.allCases.enumerated().map { place, each in
            let id: HTML = place == 0 ? " id=\"trouble\"" : .none
            return """
                <label class="choice"><input\(id) type="radio" name="trouble" value="\(each.rawValue)">\
                <span>\(OwnLoanWords.trouble(each)[language])</span></label>
                """
        }
        return """
            <section class="card stack"><details\(isOpen)><summary class="btn ghost">\(icon(.hands))\
            \(OwnLoanWords.anything[language])</summary><form class="stack" method="post" action="/loan/trouble">\
            \(secret.field(numbered: number))<p>\(OwnLoanWords.noWorry[language])</p>
            <fieldset class="choices"><legend>\(OwnLoanWords.what[language])</legend>\
            \(problemLine(at: "trouble", problems, in: language))\(choices)</fieldset>
            <div class="field"><label for="more">\(OwnLoanWords.more[language])</label>\
            \(problemLine(at: "more", problems, in: language))<textarea id="more" name="more" maxlength="500" \
            rows="3"\(problemAttributes(at: "more", problems))></textarea></div>
            <button class="btn">\(icon(.send))\(OwnLoanWords.tell[language])</button></form></details></section>
            """
    }
}

/// What a patient reads about a kit at home; language level A2, and nobody is blamed.
enum OwnLoanWords {
    static let title = Sentence(nl: "Uw geleende box", en: "Your kit on loan")
    static let notYet = Sentence(nl: "Nog niet verstuurd", en: "Not sent yet")
    static let nothing = Sentence(nl: "U hebt nu niets te leen.", en: "You have nothing on loan now.")
    static let youHave = Sentence(nl: "Dit hebt u te leen", en: "This is what you borrow")
    static let number = Sentence(nl: "Nummer van uw box:", en: "Number of your kit:")
    static let recalled = Sentence(
        nl: "Wij ruilen deze box graag om. Bel ons even.", en: "We would like to swap this kit. Please phone us.")
    static let agree = Sentence(nl: "Ja, dit spreek ik af.", en: "Yes, I agree to this.")
    static let send = Sentence(nl: "Verstuur", en: "Send")
    static let tick = Sentence(nl: "Zet eerst een vinkje.", en: "Tick the box first.")
    static let thanks = Sentence(nl: "Dank u. Wij spreken dit zo af.", en: "Thank you. That is agreed.")
    static let told = Sentence(
        nl: "Dank u. De praktijk neemt contact op.", en: "Thank you. The practice will be in touch.")
    static let anything = Sentence(nl: "Iets kapot of kwijt?", en: "Something broken or lost?")
    static let noWorry = Sentence(
        nl: "Dat kan gebeuren. Wij helpen u graag.", en: "That can happen. We are glad to help.")
    static let what = Sentence(nl: "Wat is er aan de hand?", en: "What is the matter?")
    static let choose = Sentence(nl: "Kies eerst wat er is.", en: "Choose what it is first.")
    static let more = Sentence(nl: "Wilt u meer vertellen? Dat mag.", en: "Do you want to tell more? You may.")
    static let shorter = Sentence(nl: "Maak het verhaal iets korter.", en: "Please make it a little shorter.")
    static let tell = Sentence(nl: "Vertel het de praktijk", en: "Tell the practice")

    static func until(_ day: String) -> Sentence {
        Sentence(nl: "U mag de box houden tot \(day).", en: "You may keep the kit until \(day).")
    }
    static func past(_ day: String) -> Sentence {
        Sentence(
            nl: "De afspraak was tot \(day). Wilt u langer meten? Bel ons.",
            en: "It was agreed until \(day). Would you like longer? Phone us.")
    }
    static func part(_ part: Devices.Part) -> Sentence {
        switch part {
        case .meter: Sentence(nl: "een bloeddrukmeter", en: "a blood pressure meter")
        case .scale: Sentence(nl: "een weegschaal", en: "a scale")
        case .stepCounter: Sentence(nl: "een stappenteller", en: "a step counter")
        }
    }
    static func trouble(_ trouble: Devices.Trouble) -> Sentence {
        switch trouble {
        case .broken: Sentence(nl: "Er is iets kapot", en: "Something is broken")
        case .lost: Sentence(nl: "Er is iets kwijt", en: "Something is lost")
        case .battery: Sentence(nl: "De batterij is leeg", en: "The battery is empty")
        case .other: Sentence(nl: "Iets anders", en: "Something else")
        }
    }
    /// What the practice reads; a patient writes Dutch to a Dutch practice.
    static func asked(_ trouble: Devices.Trouble, _ numbers: String) -> String {
        "\(Self.trouble(trouble).nl). Box \(numbers)."
    }
}
