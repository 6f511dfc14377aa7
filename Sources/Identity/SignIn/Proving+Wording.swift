import Clinical

/// What somebody reads who proves once more who they are.
enum Proving {
    static let title = Sentence(nl: "Nog één stap", en: "One more step")
    static let on = Sentence(nl: "Volgende", en: "Next")
    static let leave = Sentence(nl: "Afmelden", en: "Sign out")
    static let password = Sentence(nl: "Typ uw wachtwoord nog een keer", en: "Type your password once more")
    static let code = Sentence(nl: "Code uit uw app", en: "Code from your app")
    static let codeHint = Sentence(
        nl: "Zes cijfers. Of een code van papier.", en: "Six digits. Or a code from paper.")
    static let digits = Sentence(nl: "De zes cijfers", en: "The six digits")
    static let wrong = Sentence(nl: "Dit klopt niet. Probeer het nog een keer.", en: "This is not right. Try again.")
    static let wrongCode = Sentence(
        nl: "Deze cijfers kloppen niet. Kijk nog een keer in de app.",
        en: "These digits are not right. Look in the app again.")
    static let tooOften = Sentence(
        nl: "Dit is te vaak geprobeerd. Wacht een kwartier.", en: "Tried too often. Wait a quarter of an hour.")
    static let hint = Sentence(
        nl: "Dit is een demonstratie. De code is nu", en: "This is a demonstration. The code is now")

    static let appTitle = Sentence(nl: "Een app met een code", en: "An app with a code")
    static let appOpen = Sentence(
        nl: "Open een app voor codes op uw telefoon.", en: "Open an app for codes on your phone.")
    static let appScan = Sentence(nl: "Scan dit plaatje met de app.", en: "Scan this picture with the app.")
    static let appPicture = Sentence(nl: "Plaatje voor de app", en: "Picture for the app")
    static let appType = Sentence(nl: "Scannen lukt niet?", en: "Cannot scan?")
    static let appDigits = Sentence(
        nl: "De app laat zes cijfers zien. Typ ze hier.", en: "The app shows six digits. Type them here.")
    static let whichApp = Sentence(
        nl: "Bijvoorbeeld Aegis, FreeOTP of de app van uw organisatie.",
        en: "For example Aegis, FreeOTP or the app of your organisation.")

    static let codesTitle = Sentence(nl: "Bewaar deze codes", en: "Keep these codes")
    static let codesWhy = Sentence(
        nl: "Telefoon kwijt? Dan komt u binnen met een van deze codes. U ziet ze maar één keer.",
        en: "Phone lost? Then one of these codes lets you in. You see them only once.")
    static let print = Sentence(nl: "Print de codes", en: "Print the codes")
    static let kept = Sentence(nl: "Ik heb ze bewaard", en: "I have kept them")
}
