import Clinical

/// What the patient reads without internet (language level A2). What a very high value means is said in the words of the
/// answer that the server would give.
enum OfflineWords {
    static let title = Sentence(nl: "Zonder internet", en: "Without internet")
    static let noInternet = Sentence(nl: "U hebt nu geen internet", en: "You have no internet now")
    static let canMeasure = Sentence(nl: "Meten kan wel.", en: "You can still measure.")
    static let restLater = Sentence(
        nl: "De rest van de app werkt straks weer.", en: "The rest of the app will work again later.")
    static let start = Sentence(nl: "Start met meten", en: "Start measuring")
    static let tryAgain = Sentence(nl: "Probeer opnieuw", en: "Try again")
    static let help = Sentence(nl: "Hulp", en: "Help")
    static let kept = Sentence(nl: "Bewaard op uw telefoon", en: "Saved on your phone")
    static let later = Sentence(
        nl: "Wij sturen het later. Dat gaat vanzelf.", en: "We will send it later. It goes by itself.")
    static let notSeen = Sentence(
        nl: "De praktijk ziet deze meting nu nog niet.", en: "The practice does not see this reading yet.")
    static let notSeenYet = Sentence(
        nl: "De praktijk ziet dit nu nog niet.", en: "The practice does not see this yet.")
    static let stillHigh = Sentence(nl: "Is het dan nog zo hoog?", en: "Is it still as high then?")
    static let complaints = Sentence(nl: "Hebt u nu een van deze klachten?", en: "Do you have one of these now?")
    static let toStart = Sentence(nl: "Naar het begin", en: "To the beginning")
    static let wrong = Sentence(
        nl: "Vul het bovenste en het middelste getal in.", en: "Fill in the top and the middle number.")
    static let closed = Sentence(
        nl: "Deze telefoon kan nu niets bewaren.", en: "This phone cannot keep anything now.")
    static let full = Sentence(nl: "Op uw telefoon is geen plek meer.", en: "There is no room on your phone.")
    static let onPaper = Sentence(
        nl: "Schrijf de getallen op papier. Vul ze later in.", en: "Write the numbers on paper. Fill them in later.")
    static let helpHow = [
        Sentence(nl: "Zet vliegtuigstand uit.", en: "Switch off flight mode."),
        Sentence(nl: "Zet wifi of mobiele data aan.", en: "Switch on wifi or mobile data."),
        Sentence(
            nl: "U mag doorgaan met meten. Niets raakt kwijt.", en: "You may go on measuring. Nothing gets lost."),
    ]
}
