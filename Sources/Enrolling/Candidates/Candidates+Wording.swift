import Clinical

/// For professionals: brief and exact.
enum CandidateWords {
    static let title = Sentence(nl: "Uitnodigen", en: "Inviting")
    static let readList = Sentence(nl: "Lijst inlezen", en: "Read a list")
    static let letters = Sentence(
        nl: "Brieven voor de eerste \(LettersPage.most)", en: "Letters for the first \(LettersPage.most)")
    static let howFar = Sentence(nl: "Hoe ver", en: "How far")
    static let nobody = Sentence(nl: "Hier staat niemand.", en: "Nobody is here.")
    static let who = Sentence(nl: "Wie", en: "Who")
    static let why = Sentence(nl: "Waarom", en: "Why")
    static let box = Sentence(nl: "Past bij", en: "Suits")
    static let since = Sentence(nl: "Sinds", en: "Since")
    static let byChannel = Sentence(nl: "Per manier van uitnodigen", en: "By way of inviting")
    static let way = Sentence(nl: "Manier", en: "Way")
    static let invited = Sentence(nl: "Gevraagd", en: "Asked")
    static let saidYes = Sentence(nl: "Zei ja", en: "Said yes")

    static func onList(_ count: Int) -> Sentence {
        Sentence(nl: "\(count) op de lijst", en: "\(count) on the list")
    }

    static func first(_ shown: Int, of all: Int) -> Sentence {
        Sentence(nl: "De eerste \(shown) van \(all).", en: "The first \(shown) of \(all).")
    }

    static func state(_ state: Enrolling.State) -> Sentence {
        switch state {
        case .listed: Sentence(nl: "Nog vragen", en: "To ask")
        case .invited: Sentence(nl: "Gevraagd", en: "Asked")
        case .yes: Sentence(nl: "Zei ja", en: "Said yes")
        case .later: Sentence(nl: "Denkt na", en: "Thinks about it")
        case .no: Sentence(nl: "Zei nee", en: "Said no")
        case .takesPart: Sentence(nl: "Doet mee", en: "Takes part")
        case .stopped: Sentence(nl: "Gestopt", en: "Stopped")
        case .leftOut: Sentence(nl: "Niet vragen", en: "Not to ask")
        }
    }

    static func channel(_ channel: Enrolling.Channel) -> Sentence {
        switch channel {
        case .consult: Sentence(nl: "In het consult", en: "In the consult")
        case .letter: Sentence(nl: "Brief", en: "Letter")
        case .message: Sentence(nl: "Bericht", en: "Message")
        case .phone: Sentence(nl: "Telefoon", en: "Phone")
        }
    }

    static func answer(_ answer: Enrolling.Answer) -> Sentence {
        switch answer {
        case .yes: Sentence(nl: "Ja", en: "Yes")
        case .later: Sentence(nl: "Denkt na", en: "Later")
        case .no: Sentence(nl: "Nee", en: "No")
        }
    }
}
