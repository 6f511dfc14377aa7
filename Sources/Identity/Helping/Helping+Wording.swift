import Clinical

/// What a patient reads who decides who may look.
enum HelpingWords {
    static let title = Sentence(nl: "Wie mag meekijken?", en: "Who may look?")
    static let intro = Sentence(
        nl: "U kiest wie u helpt, en waarmee. U kunt altijd stoppen.",
        en: "You choose who helps you, and with what. You can always stop.")
    static let helpers = Sentence(nl: "Iemand helpt mij", en: "Somebody helps me")
    static let nobody = Sentence(nl: "Er is nog niemand.", en: "There is nobody yet.")
    static let add = Sentence(nl: "Iemand erbij", en: "Add somebody")
    static let given = Sentence(nl: "Voornaam", en: "Given name")
    static let family = Sentence(nl: "Achternaam", en: "Family name")
    static let theirBirthday = Sentence(nl: "Wanneer is deze persoon geboren?", en: "When was this person born?")
    static let day = Sentence(nl: "Dag", en: "Day")
    static let month = Sentence(nl: "Maand", en: "Month")
    static let year = Sentence(nl: "Jaar", en: "Year")
    static let what = Sentence(nl: "Wat mag deze persoon?", en: "What may this person do?")
    static let howLong = Sentence(nl: "Hoe lang?", en: "For how long?")
    static let make = Sentence(nl: "Maak een code", en: "Make a code")
    static let stop = Sentence(nl: "Stoppen", en: "Stop")
    static let notYet = Sentence(nl: "Nog niet gelukt", en: "Not there yet")
    static let needName = Sentence(nl: "Vul een naam in.", en: "Fill in a name.")
    static let needBirthday = Sentence(
        nl: "Vul de dag, de maand en het jaar in.", en: "Fill in the day, the month and the year.")
    static let needSomething = Sentence(nl: "Kies wat deze persoon mag.", en: "Choose what this person may do.")
    static let hospital = Sentence(nl: "Het ziekenhuis kijkt mee", en: "The hospital looks too")
    static let hospitalIntro = Sentence(
        nl: "Alleen als u dat wilt. Zij kunnen niets veranderen.", en: "Only if you want. They cannot change anything.")
    static let share = Sentence(nl: "Delen met het ziekenhuis", en: "Share with the hospital")
    static let which = Sentence(nl: "Welk ziekenhuis?", en: "Which hospital?")
    static let forWhom = Sentence(nl: "Voor wie?", en: "For whom?")
    static let another = Sentence(nl: "Helpt u nog iemand?", en: "Do you help somebody else too?")
    static let haveCode = Sentence(nl: "Ik heb een code", en: "I have a code")
    static let codeOf = Sentence(nl: "De code die u kreeg", en: "The code you were given")
    static let yourBirthday = Sentence(nl: "Wanneer bent u geboren?", en: "When were you born?")
    static let join = Sentence(nl: "Erbij zetten", en: "Add")
    static let wrongCode = Sentence(
        nl: "Dit klopt niet. Kijk nog een keer naar de code en de datum.",
        en: "This is not right. Look at the code and the date again.")

    static func nowFor(_ name: String) -> Sentence { Sentence(nl: "Nu voor \(name).", en: "Now for \(name).") }
    static func forPerson(_ name: String) -> Sentence { Sentence(nl: "Voor \(name)", en: "For \(name)") }

    static let alsoSee = Sentence(nl: "Zij zien ook iets", en: "They see something too")
    static let byTask = Sentence(nl: "Uw naam en uw telefoonnummer.", en: "Your name and telephone number.")
    static let asPharmacy = Sentence(
        nl: "Uw naam, geboortedatum, telefoonnummer en medicijnen.",
        en: "Your name, date of birth, telephone number and medicines.")
    static let asPharmacyWithReadings = Sentence(
        nl: "Uw naam, geboortedatum, telefoonnummer, medicijnen en bloeddruk.",
        en: "Your name, date of birth, telephone number, medicines and blood pressure.")
    static let look = Sentence(nl: "Bekijken", en: "Look")
    static let invited = Sentence(nl: "Heeft de code nog niet gebruikt.", en: "Has not used the code yet.")
    static let codeTitle = Sentence(nl: "Geef deze code", en: "Give this code")
    static let codeOnce = Sentence(
        nl: "U ziet de code maar één keer. Hij werkt 14 dagen.", en: "You see the code only once. It works for 14 days."
    )
    static let back = Sentence(nl: "Klaar", en: "Done")
    static let mandateUntil = Sentence(nl: "U kunt dit doen tot", en: "You can do this until")

    static func category(_ category: Identity.Category) -> Sentence {
        switch category {
        case .readings: Sentence(nl: "Metingen zien", en: "See readings")
        case .measuring: Sentence(nl: "Metingen opschrijven", en: "Write down readings")
        case .messages: Sentence(nl: "Berichten lezen en schrijven", en: "Read and write messages")
        case .goals: Sentence(nl: "Mijn doel zien en bijhouden", en: "See and keep my goal")
        }
    }

    static func months(_ count: Int) -> Sentence {
        count == 12
            ? Sentence(nl: "1 jaar", en: "1 year")
            : Sentence(nl: count == 1 ? "1 maand" : "\(count) maanden", en: count == 1 ? "1 month" : "\(count) months")
    }

    static func until(_ day: String) -> Sentence { Sentence(nl: "Tot \(day).", en: "Until \(day).") }

    static func giveTo(_ name: String) -> Sentence {
        Sentence(nl: "Geef deze code aan \(name).", en: "Give this code to \(name).")
    }

    static func where_(_ name: String) -> Sentence {
        Sentence(
            nl: "\(name) gaat naar Hartlijn en kiest: Ik heb een code.",
            en: "\(name) goes to Hartlijn and chooses: I have a code.")
    }

    static func youHelp(_ name: String) -> Sentence { Sentence(nl: "U helpt \(name)", en: "You help \(name)") }
}
