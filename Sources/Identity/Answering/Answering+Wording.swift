import Clinical

/// What patients read of answers and closing times (language level A2), and what a professional reads who sets them.
enum AnsweringWords {
    static func promise(_ day: String) -> Sentence {
        Sentence(nl: "De praktijk antwoordt uiterlijk \(day).", en: "The practice answers by \(day).")
    }

    static let late = Sentence(
        nl: "Het antwoord duurt langer. Bel gerust de praktijk.",
        en: "The answer takes longer. Feel free to phone the practice.")
    static let closed = Sentence(nl: "De praktijk is nu dicht.", en: "The practice is closed now.")
    static let cannotWait = Sentence(
        nl: "Kan het niet wachten? Bel de huisartsenpost.", en: "Can it not wait? Phone the out-of-hours GP.")
    static let danger = Sentence(nl: "Is er levensgevaar? Bel 112.", en: "Is a life in danger? Call 112.")

    static func opensToday(_ clock: String) -> Sentence {
        Sentence(nl: "De praktijk gaat vandaag om \(clock) uur open.", en: "It opens today at \(clock).")
    }

    static func opensTomorrow(_ clock: String) -> Sentence {
        Sentence(nl: "De praktijk gaat morgen om \(clock) uur open.", en: "It opens tomorrow at \(clock).")
    }

    static func opens(_ weekday: String, _ clock: String) -> Sentence {
        Sentence(nl: "De praktijk gaat op \(weekday) om \(clock) uur open.", en: "It opens on \(weekday) at \(clock).")
    }

    static let title = Sentence(nl: "Bereikbaar", en: "Hours and answers")
    static let notWatched = Sentence(
        nl: "Hartlijn belooft een dag voor een antwoord, en nooit dat iemand dag en nacht meekijkt.",
        en: "Hartlijn promises a day for an answer, and never that somebody watches day and night.")
    static let replyDays = Sentence(nl: "Antwoord binnen hoeveel werkdagen", en: "Answer within how many working days")
    static let replyHint = Sentence(
        nl: "Dagen dat de praktijk open is; weekenden en feestdagen tellen niet mee.",
        en: "Days on which the practice is open; weekends and holidays do not count.")
    static let hours = Sentence(nl: "Openingstijden", en: "Opening hours")
    static let hoursHint = Sentence(
        nl: "Laat een dag leeg als de praktijk dicht is.", en: "Leave a day empty when the practice is closed.")
    static let from = Sentence(nl: "van", en: "from")
    static let until = Sentence(nl: "tot", en: "until")
    static let phone = Sentence(
        nl: "Telefoon voor wat niet kan wachten, overdag", en: "Phone for what cannot wait, by day")
    static let nightPhone = Sentence(
        nl: "Telefoon van de huisartsenpost (mag leeg)", en: "Phone of the out-of-hours GP (may be empty)")
    static let nightText = Sentence(
        nl: "Eigen tekst voor als de praktijk dicht is (mag leeg)",
        en: "Own text for when the practice is closed (may be empty)")
    static let nightHint = Sentence(
        nl: "Patiënten lezen dit. Korte zinnen, geen moeilijke woorden. Over 112 zegt Hartlijn het zelf.",
        en: "Patients read this. Short sentences, no hard words. Hartlijn itself tells about 112.")
    static let save = Sentence(nl: "Bewaar", en: "Save")
    static let saved = Sentence(nl: "Bewaard.", en: "Saved.")
    static let notSaved = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let patientSees = Sentence(nl: "Zo leest de patiënt het", en: "What the patient reads")
    static let needDays = Sentence(nl: "Vul een getal in van 1 tot en met 30.", en: "Fill in a number from 1 to 30.")
    static let needPhone = Sentence(nl: "Vul een telefoonnummer in.", en: "Fill in a phone number.")
    static let textTooLong = Sentence(nl: "Hooguit 200 tekens.", en: "200 characters at most.")

    static func needHours(_ weekday: Int) -> Sentence {
        let (nl, en) = (Weekdays.nl[weekday - 1], Weekdays.en[weekday - 1])
        return Sentence(
            nl: "Vul op \(nl) twee tijden in, de vroegste eerst.", en: "Fill in two times on \(en), the earliest first."
        )
    }

    static func sentenceTooLong(_ sentence: String) -> Sentence {
        Sentence(
            nl: "Deze zin is te lang voor veel patiënten: “\(sentence)”",
            en: "This sentence is too long for many patients: “\(sentence)”")
    }

    static func hardWord(_ word: String, _ plain: String) -> Sentence {
        Sentence(
            nl: "“\(word)” is een moeilijk woord. Schrijf liever “\(plain)”.",
            en: "“\(word)” is a hard word. Rather write “\(plain)”.")
    }

    private enum Weekdays {
        static let nl = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        static let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    }
}
