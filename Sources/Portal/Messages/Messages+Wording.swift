import Clinical

/// What the patient reads around messages (language level A2).
enum MessageWords {
    static func onBehalf(_ helper: String, of patient: String) -> Sentence {
        Sentence(nl: "\(helper) namens \(patient)", en: "\(helper) for \(patient)")
    }

    static let title = Sentence(nl: "Berichten", en: "Messages")
    static let talk = Sentence(nl: "Gesprek met de praktijk", en: "Conversation with the practice")
    static let you = Sentence(nl: "U", en: "You")
    static let new = Sentence(nl: "nieuw", en: "new")
    static let ask = Sentence(nl: "Stel een vraag", en: "Ask a question")
    static let send = Sentence(nl: "Stuur mijn vraag", en: "Send my question")
    static let none = Sentence(
        nl: "Nog geen berichten. Stel gerust een vraag.", en: "No messages yet. Feel free to ask.")
    static let notYet = Sentence(nl: "Nog niet verstuurd", en: "Not sent yet")
    static let empty = Sentence(nl: "Schrijf eerst uw vraag.", en: "Write your question first.")
    static let tooLong = Sentence(
        nl: "Uw vraag is te lang. Maak hem korter.", en: "Your question is too long. Shorten it.")
    static let sent = Sentence(nl: "Uw vraag is verstuurd.", en: "Your question is sent.")

    static let hurry = Sentence(nl: "Haast? Bel de praktijk.", en: "Urgent? Phone the practice.")
    static let haveRead = Sentence(nl: "Ik heb het gelezen", en: "I have read it")
    static let hours = Sentence(nl: "Wanneer er antwoord is", en: "When there is an answer")

    static func seen(_ day: String) -> Sentence {
        Sentence(nl: "De praktijk keek op \(day)", en: "The practice looked on \(day)")
    }

    static func from(_ name: String, _ practice: String) -> Sentence {
        Sentence(nl: "\(name), \(practice)", en: "\(name), \(practice)")
    }

    static func clock(_ time: String) -> Sentence { Sentence(nl: "\(time) uur", en: time) }
}
