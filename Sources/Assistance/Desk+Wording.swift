import Clinical

/// For helpers of the social domain: short and in everyday words; they are professionals, and no clinicians.
enum DeskWords {
    static let title = Sentence(nl: "Hulpvragen", en: "Requests for help")
    static let intro = Sentence(
        nl: "Mensen die ja zeiden tegen hulp van uw organisatie", en: "People who said yes to help of your organisation"
    )
    static let nobody = Sentence(nl: "Er is nu geen hulpvraag.", en: "There is no request for help now.")
    static let name = Sentence(nl: "Naam", en: "Name")
    static let phone = Sentence(nl: "Telefoon", en: "Telephone")
    static let help = Sentence(nl: "Welke hulp", en: "Which help")
    static let agreed = Sentence(nl: "Afgesproken op", en: "Agreed on")
    static let until = Sentence(nl: "Tot en met", en: "Until")
    static let state = Sentence(nl: "Stand", en: "State")
    static let by = Sentence(nl: "Door", en: "By")
    static let nobodyYet = Sentence(nl: "nog niemand", en: "nobody yet")
    static let note = Sentence(nl: "Notitie", en: "Note")
    static let noteHint = Sentence(
        nl: "Alleen over de hulp, niet over de gezondheid. De patiënt en de praktijk lezen dit.",
        en: "Only about the help, not about health. The patient and the practice read this.")
    static let day = Sentence(nl: "Dag van de afspraak", en: "Day of the appointment")
    static let takeUp = Sentence(nl: "Ik pak dit op", en: "I take this up")
    static let appointment = Sentence(nl: "Afspraak gemaakt", en: "Appointment made")
    static let notReached = Sentence(nl: "Niet bereikt", en: "Not reached")
    static let done = Sentence(nl: "Klaar", en: "Done")
    static let doneMore = Sentence(
        nl: "Na Klaar verdwijnt deze hulpvraag van uw lijst.", en: "After Done this request leaves your list.")
    static let wasDone = Sentence(nl: "De hulpvraag is afgerond.", en: "The request is done.")
    static let kept = Sentence(nl: "Bewaard.", en: "Saved.")
    static let what = Sentence(nl: "Wat gebeurde er?", en: "What happened?")
    static let before = Sentence(nl: "Wat er gebeurde", en: "What happened")
    static let nothing = Sentence(nl: "Nog niets genoteerd.", en: "Nothing noted yet.")
    static let back = Sentence(nl: "Terug naar de lijst", en: "Back to the list")
    static let call = Sentence(nl: "Bel", en: "Phone")
    static let needDay = Sentence(
        nl: "Vul de dag van de afspraak in, vandaag of later.", en: "Fill in the day, today or later.")
    static let needStep = Sentence(nl: "Kies wat er gebeurde.", en: "Choose what happened.")
    static let tooLong = Sentence(nl: "Houd de notitie korter dan 300 tekens.", en: "Keep the note below 300 signs.")
    static let promise = Sentence(
        nl: "U ziet alleen wat u voor deze hulp nodig heeft. De patiënt ziet dat u keek, en kan op elk moment stoppen.",
        en: "You see only what this help needs. The patient sees that you looked, and can stop at any moment.")

    static func step(_ step: Assistance.Step) -> Sentence {
        switch step {
        case .taken: takeUp
        case .appointment: appointment
        case .notReached: notReached
        default: done
        }
    }
}
