import Clinical

/// For the practice: brief and exact.
enum AskingWords {
    static let title = Sentence(nl: "Hulp van dichtbij", en: "Help nearby")
    static let intro = Sentence(
        nl: "De organisatie ziet alleen naam, telefoonnummer en welke hulp, en pas als de patiënt ja zei.",
        en: "The organisation sees only the name, the telephone number and which help, once the patient said yes.")
    static let nothing = Sentence(nl: "Nog geen hulp gevraagd.", en: "No help asked for yet.")
    static let noPlaces = Sentence(
        nl: "Er is nog geen bibliotheek, welzijnsorganisatie of gemeente aangesloten.",
        en: "No library, welfare organisation or municipality has joined yet.")
    static let new = Sentence(nl: "Hulp vragen", en: "Ask for help")
    static let which = Sentence(nl: "Welke hulp, en van wie", en: "Which help, and of whom")
    static let consent = Sentence(nl: "Toestemming van de patiënt", en: "Consent of the patient")
    static let now = Sentence(nl: "Zei ja, nu in het consult", en: "Said yes, now in the consult")
    static let later = Sentence(nl: "Vraag het op het eigen scherm", en: "Ask on their own screen")
    static let chooseConsent = Sentence(
        nl: "Kies of de patiënt al ja zei.", en: "Choose whether the patient said yes already.")
    static let send = Sentence(nl: "Vragen", en: "Ask")
    static let saidYes = Sentence(nl: "Zei ja in het consult", en: "Said yes in the consult")
    static let withdraw = Sentence(nl: "Intrekken", en: "Withdraw")
    static let record = Sentence(nl: "Terug naar het dossier", en: "Back to the record")
    static let patient = Sentence(nl: "De patiënt", en: "The patient")

    static func until(_ day: String) -> Sentence { Sentence(nl: "tot en met \(day)", en: "until \(day)") }

    /// As the practice reads it, of somebody else.
    static func standing(_ standing: Assistance.Standing) -> Sentence {
        standing == .waits
            ? Sentence(nl: "Wacht op de patiënt", en: "Waits for the patient") : TaskWords.standing(standing)
    }
}
