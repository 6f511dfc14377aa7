import Clinical

/// What a patient reads about help nearby (language level A2).
enum OwnHelpWords {
    static let title = Sentence(nl: "Hulp in de buurt", en: "Help nearby")
    static let intro = Sentence(
        nl: "Iemand kan u helpen. U beslist zelf.", en: "Somebody can help you. You decide.")
    static let sees = Sentence(
        nl: "Zij zien uw naam en uw telefoonnummer. Zij zien niets over uw gezondheid.",
        en: "They see your name and telephone number. They see nothing about your health.")
    static let callsYou = Sentence(nl: "Zij bellen u op.", en: "They will phone you.")
    static let yes = Sentence(nl: "Ja, graag", en: "Yes, please")
    static let no = Sentence(nl: "Nee, dank u", en: "No, thank you")
    static let stop = Sentence(nl: "Ik stop hiermee", en: "I stop this")
    static let stopMore = Sentence(
        nl: "Dan zien zij uw naam meteen niet meer.", en: "Then they do not see your name any more, at once.")
    static let ask = Sentence(nl: "Zelf hulp vragen", en: "Ask for help yourself")
    static let askMore = Sentence(nl: "Waar wilt u hulp bij?", en: "What would you like help with?")
    static let send = Sentence(nl: "Vraag deze hulp", en: "Ask for this help")
    static let nothing = Sentence(nl: "U heeft nu geen hulp.", en: "You have no help now.")
    static let nobody = Sentence(
        nl: "Er is hier nog niemand die helpt. Vraag het aan uw praktijk.",
        en: "There is nobody here yet who helps. Ask your practice.")
    static let before = Sentence(nl: "Van vroeger", en: "From before")
    static let thanks = Sentence(nl: "Gelukt. Wij geven het door.", en: "Done. We pass it on.")
    static let stopped = Sentence(nl: "Gestopt. Zij zien u niet meer.", en: "Stopped. They do not see you any more.")
    static let agreed = Sentence(nl: "Zij bellen u binnenkort.", en: "They will phone you soon.")
    static let taken = Sentence(nl: "Iemand is ermee bezig.", en: "Somebody is working on it.")
    static let notReached = Sentence(
        nl: "Zij hebben gebeld, maar u nog niet gesproken.", en: "They phoned, but have not spoken to you yet.")

    static func offer(_ organisation: String) -> Sentence {
        Sentence(nl: "\(organisation) kan u helpen", en: "\(organisation) can help you")
    }

    static func with(_ help: String) -> Sentence { Sentence(nl: "Met: \(help).", en: "With: \(help).") }
    static func until(_ day: String) -> Sentence {
        Sentence(nl: "Dit stopt vanzelf op \(day).", en: "This stops by itself on \(day).")
    }

    static func appointment(_ day: String) -> Sentence {
        Sentence(nl: "U heeft een afspraak: \(day).", en: "You have an appointment: \(day).")
    }
}
