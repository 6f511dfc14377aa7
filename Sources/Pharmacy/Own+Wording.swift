import Clinical

/// What a patient reads about the own pharmacy (language level A2).
enum OwnPharmacyWords {
    static let title = Sentence(nl: "Mijn apotheek", en: "My pharmacy")
    static let none = Sentence(nl: "U hebt nog geen apotheek gekozen.", en: "You have not chosen a pharmacy yet.")
    static let noPharmacies = Sentence(
        nl: "Er is hier nog geen apotheek. Vraag het aan uw praktijk.",
        en: "There is no pharmacy here yet. Ask your practice.")
    static let sees = Sentence(
        nl: """
            Uw apotheek ziet uw naam, geboortedatum en telefoonnummer. Zij ziet welke taal u spreekt en of u moeilijk \
            leest. Zij ziet ook wat er aan uw medicijnen verandert.
            """,
        en: """
            Your pharmacy sees your name, date of birth and telephone number. It sees which language you speak and \
            whether you read with difficulty. It also sees what changes in your medicines.
            """)
    static let seesReadings = Sentence(
        nl: "Uw apotheek ziet ook uw bloeddruk.", en: "Your pharmacy sees your blood pressure too.")
    static let seesNoReadings = Sentence(
        nl: "Uw apotheek ziet uw metingen niet.", en: "Your pharmacy does not see your readings.")
    static let show = Sentence(nl: "Laat mijn bloeddruk zien", en: "Show my blood pressure")
    static let hide = Sentence(nl: "Laat mijn bloeddruk niet zien", en: "Do not show my blood pressure")
    static let end = Sentence(nl: "Dit is niet meer mijn apotheek", en: "This is not my pharmacy any more")
    static let choose = Sentence(nl: "Kies uw apotheek", en: "Choose your pharmacy")
    static let other = Sentence(nl: "Kies een andere apotheek", en: "Choose another pharmacy")
    static let which = Sentence(nl: "Welke apotheek?", en: "Which pharmacy?")
    static let save = Sentence(nl: "Dit is mijn apotheek", en: "This is my pharmacy")
    static let yes = Sentence(nl: "Ja", en: "Yes")
    static let no = Sentence(nl: "Nee", en: "No")
    static let needPharmacy = Sentence(nl: "Kies eerst een apotheek.", en: "Choose a pharmacy first.")
    static let ask = Sentence(nl: "Stel een vraag aan uw apotheek", en: "Ask your pharmacy a question")
    static let askMore = Sentence(nl: "Haast? Bel uw apotheek.", en: "Urgent? Phone your pharmacy.")
    static let send = Sentence(nl: "Stuur mijn vraag", en: "Send my question")
    static let empty = Sentence(nl: "Schrijf eerst uw vraag.", en: "Write your question first.")
    static let tooLong = Sentence(
        nl: "Uw vraag is te lang. Maak hem korter.", en: "Your question is too long. Shorten it.")
    static let notYet = Sentence(nl: "Nog niet gelukt", en: "Not there yet")
    static let sent = Sentence(nl: "Uw vraag is verstuurd.", en: "Your question is sent.")
    static let talk = Sentence(nl: "Gesprek met uw apotheek", en: "Conversation with your pharmacy")
    static let you = Sentence(nl: "U", en: "You")
    static let noMessages = Sentence(nl: "Nog geen berichten.", en: "No messages yet.")

    static func asks(_ pharmacy: String) -> Sentence {
        Sentence(nl: "Is \(pharmacy) uw apotheek?", en: "Is \(pharmacy) your pharmacy?")
    }

    static func since(_ day: String) -> Sentence { Sentence(nl: "Sinds \(day).", en: "Since \(day).") }
    static func clock(_ time: String) -> Sentence { Sentence(nl: "\(time) uur", en: time) }
}
