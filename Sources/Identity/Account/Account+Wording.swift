import Clinical

/// What somebody reads about their own way in.
enum AccountWords {
    static let title = Sentence(nl: "Aanmelden en veiligheid", en: "Signing in and safety")
    static let back = Sentence(nl: "Terug", en: "Back")
    static let sure = Sentence(nl: "Extra zeker", en: "Extra sure")
    static let noApp = Sentence(
        nl: "U meldt zich aan met uw wachtwoord. Een app maakt het veiliger.",
        en: "You sign in with your password. An app makes it safer.")
    static let addApp = Sentence(nl: "App erbij", en: "Add an app")
    static let hasApp = Sentence(nl: "U gebruikt een app met een code.", en: "You use an app with a code.")
    static let otherApp = Sentence(nl: "Een andere app of telefoon", en: "Another app or phone")
    static let newCodes = Sentence(nl: "Nieuwe codes op papier", en: "New codes on paper")
    static let where_ = Sentence(nl: "Hier bent u aangemeld", en: "You are signed in here")
    static let here = Sentence(nl: "Dit apparaat gebruikt u nu.", en: "You are using this device now.")
    static let someBrowser = Sentence(nl: "Een browser", en: "A browser")
    static let endThere = Sentence(nl: "Daar afmelden", en: "Sign out there")
    static let since = Sentence(nl: "Sinds", en: "Since")
    static let otherPassword = Sentence(nl: "Een ander wachtwoord", en: "Another password")
    static let old = Sentence(nl: "Uw wachtwoord van nu", en: "Your password of now")
    static let new = Sentence(nl: "Uw nieuwe wachtwoord", en: "Your new password")
    static let newHint = Sentence(
        nl: "Vier woorden die niet bij elkaar horen. Minstens 15 letters.",
        en: "Four words that do not belong together. At least 15 letters.")
    static let change = Sentence(nl: "Wachtwoord veranderen", en: "Change password")
    static let wrongOld = Sentence(nl: "Dit is niet uw wachtwoord van nu.", en: "This is not your password of now.")
    static let tooShort = Sentence(
        nl: "Dit is te kort. Neem minstens 15 letters.", en: "Too short. Take at least 15 letters.")
    static let easy = Sentence(
        nl: "Dit is makkelijk te raden. Kies andere woorden.", en: "This is easy to guess. Choose other words.")
    static let known = Sentence(
        nl: "Dit wachtwoord is bekend bij dieven. Kies andere woorden.",
        en: "Thieves know this password. Choose other words.")

    static func codesLeft(_ count: Int) -> Sentence {
        switch count {
        case 0: Sentence(nl: "Er zijn geen codes op papier meer over.", en: "No codes on paper are left.")
        case 1: Sentence(nl: "Er is nog 1 code op papier over.", en: "1 code on paper is left.")
        default: Sentence(nl: "Er zijn nog \(count) codes op papier over.", en: "\(count) codes on paper are left.")
        }
    }
}
