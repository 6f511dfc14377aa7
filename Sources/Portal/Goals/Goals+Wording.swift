import Clinical

/// What the patient reads around an own goal (language level A2).
enum GoalWords {
    static let title = Sentence(nl: "Mijn doel", en: "My goal")
    static let today = Sentence(nl: "Vandaag gelukt", en: "It worked today")
    static let ticked = Sentence(nl: "Vandaag is het gelukt. Mooi!", en: "It worked today. Nice!")
    static let reached = Sentence(nl: "Ik heb mijn doel gehaald", en: "I reached my goal")
    static let new = Sentence(nl: "Kies een doel", en: "Choose a goal")
    static let question = Sentence(nl: "Wat wilt u graag?", en: "What would you like?")
    static let hint = Sentence(
        nl: "Klein en duidelijk. Bijvoorbeeld: elke dag wandelen.", en: "Small and clear. For example: walk every day.")
    static let save = Sentence(nl: "Dit wordt mijn doel", en: "This is my goal")
    static let notYet = Sentence(nl: "Nog even", en: "Just a moment")
    static let empty = Sentence(nl: "Schrijf eerst uw doel.", en: "Write your goal first.")
    static let tooLong = Sentence(nl: "Maak uw doel korter.", en: "Make your goal shorter.")
    static let earlier = Sentence(nl: "Eerder gehaald", en: "Reached before")

    static func days(_ days: Int) -> Sentence {
        Sentence(nl: "Deze week: \(days) van de 7 dagen gelukt.", en: "This week: \(days) of 7 days done.")
    }
}
