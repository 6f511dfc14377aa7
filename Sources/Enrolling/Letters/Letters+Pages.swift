import Clinical
import Identity
import Web

/// Letters on paper, one on each page, in Dutch: they are read at home.
struct LettersPage {
    let people: [Enrolling.Candidate]
    let practice: Identity.PracticeCard?
    /// Who asks.
    let from: String
    let language: Language

    /// As many as one envelope round takes.
    static let most = 25

    var page: Page {
        let letters: [HTML] = people.map(letter)
        let empty: HTML = people.isEmpty ? "<p>\(LetterWords.none[language])</p>" : .none
        return Page(
            LetterWords.title[.nl], in: .nl,
            """
            <body><main class="wrap one stack"><p class="no-print"><a href="/enrolling">\(LetterWords.back[language])</a></p>
            <p class="no-print">\(LetterWords.counted(people.count)[language])</p>\(empty)
            <p class="no-print"><button class="btn" type="button" data-behaviour="print" hidden>\
            \(LetterWords.print[language])</button></p>\(letters)</main></body>
            """)
    }

    private func letter(_ person: Enrolling.Candidate) -> HTML {
        let lines: [HTML] = LetterWords.body.map { "<p>\($0[.nl])</p>" }
        return """
            <article class="card letter sheet"><p>\(practice?.name ?? "")<br>\(practice?.phone ?? "")</p>
            <h1>\(LetterWords.title[.nl])</h1><p>\(LetterWords.dear(person.fullName)[.nl])</p>\(lines)
            <p>\(LetterWords.call(practice?.phone ?? "")[.nl])</p><p>\(LetterWords.greeting[.nl])<br>\(from)</p></article>
            """
    }
}

/// For patients: A2, short and kind; whoever says no is never asked why.
enum LetterWords {
    static let title = Sentence(nl: "Zelf meten thuis", en: "Measuring at home")
    static let body = [
        Sentence(nl: "U kunt thuis zelf uw bloeddruk meten.", en: "You can measure your blood pressure at home."),
        Sentence(nl: "U krijgt daarvoor een meter van ons te leen.", en: "You borrow a meter from us for it."),
        Sentence(nl: "Wij leggen u alles rustig uit.", en: "We explain everything calmly."),
        Sentence(nl: "Meedoen kost u niets. U mag altijd stoppen.", en: "It costs nothing. You may always stop."),
        Sentence(
            nl: "Niet meedoen mag ook. Uw zorg blijft hetzelfde.", en: "You may say no. Your care stays the same."),
    ]
    static let greeting = Sentence(nl: "Met vriendelijke groet,", en: "Kind regards,")
    static let back = Sentence(nl: "Terug naar uitnodigen", en: "Back to inviting")
    static let print = Sentence(nl: "Print", en: "Print")
    static let none = Sentence(
        nl: "Er is niemand meer om te vragen zonder eerst te overleggen.",
        en: "There is nobody left to ask without talking first.")

    static func dear(_ name: String) -> Sentence { Sentence(nl: "Beste \(name),", en: "Dear \(name),") }

    static func call(_ phone: String) -> Sentence {
        Sentence(nl: "Wilt u meedoen? Bel ons op \(phone).", en: "Do you want to take part? Call us at \(phone).")
    }

    static func counted(_ count: Int) -> Sentence {
        Sentence(
            nl: "\(count) brieven. Deze mensen staan nu als gevraagd op de lijst.",
            en: "\(count) letters. These people now count as asked.")
    }
}
