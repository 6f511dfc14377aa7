import Clinical

/// What somebody reads who comes in by way of another house.
enum ElsewhereWords {
    static let failedTitle = Sentence(nl: "Aanmelden lukte niet", en: "Signing in did not work")
    static let failed = Sentence(
        nl: "Probeer het nog een keer, of bel uw praktijk.", en: "Try it once more, or phone your practice.")
    static let toStart = Sentence(nl: "Naar het begin", en: "To the start")

    static let unknownTitle = Sentence(nl: "Nog niet gekoppeld", en: "Not linked yet")
    static let unknownFirst = Sentence(
        nl: "Meld u eerst aan op de manier die u kent.", en: "First sign in the way you know.")
    static let unknownLetter = Sentence(
        nl: "Hebt u een brief met een code? Begin dan daarmee.",
        en: "Do you have a letter with a code? Begin with that.")

    static let title = Sentence(nl: "Op een andere manier aanmelden", en: "Sign in another way")
    static let sameAccount = Sentence(
        nl: "U kunt dit maar voor één account gebruiken.", en: "You can use this for one account only.")
    static let onwardTitle = Sentence(nl: "U gaat even weg", en: "You leave for a moment")
    static let onwardBack = Sentence(nl: "Daarna komt u hier terug.", en: "Then you come back here.")
    static let stay = Sentence(nl: "Toch niet", en: "Rather not")

    static func signIn(with house: String) -> Sentence {
        Sentence(nl: "Aanmelden met \(house)", en: "Sign in with \(house)")
    }
    static func unknown(at house: String) -> Sentence {
        Sentence(nl: "Wij weten nog niet wie u bij \(house) bent.", en: "We do not know yet who you are at \(house).")
    }
    static func thenJoin(_ house: String) -> Sentence {
        Sentence(
            nl: "Kies daarna bij Aanmelden en veiligheid voor Koppel \(house).",
            en: "Then, under Signing in and safety, choose Link \(house).")
    }
    static func join(_ house: String) -> Sentence { Sentence(nl: "Koppel \(house)", en: "Link \(house)") }
    static func joined(_ house: String) -> Sentence {
        Sentence(nl: "U kunt zich aanmelden met \(house).", en: "You can sign in with \(house).")
    }
    static func notJoined(_ house: String) -> Sentence {
        Sentence(
            nl: "Koppel \(house). Dan meldt u zich daarmee aan.", en: "Link \(house). Then you can sign in with it.")
    }
    static func part(from house: String) -> Sentence {
        Sentence(nl: "\(house) niet meer gebruiken", en: "Stop using \(house)")
    }
    static func onward(to house: String) -> Sentence {
        Sentence(nl: "U laat bij \(house) zien wie u bent.", en: "At \(house) you show who you are.")
    }
    static func go(to house: String) -> Sentence { Sentence(nl: "Naar \(house)", en: "To \(house)") }
}
