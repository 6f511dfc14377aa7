import Clinical

/// For professionals: brief and exact.
enum StepWords {
    static let title = Sentence(nl: "Stappenplan", en: "Step plan")
    static let back = Sentence(nl: "Terug naar uitnodigen", en: "Back to inviting")
    static let record = Sentence(nl: "Dossier", en: "Record")
    static let now = Sentence(nl: "nu", en: "now")
    static let suits = Sentence(nl: "Past bij:", en: "Suits:")
    static let toConfirm = Sentence(nl: "(nog te bevestigen door een arts)", en: "(to be confirmed by a clinician)")
    static let ask = Sentence(nl: "Vragen", en: "Asking")
    static let inConsult = Sentence(nl: "Nu gevraagd, in het consult", en: "Asked now, in the consult")
    static let otherwise = Sentence(nl: "Gevraagd, antwoord komt later", en: "Asked, the answer comes later")
    static let answer = Sentence(nl: "Antwoord", en: "Answer")
    static let undo = Sentence(nl: "Maak het laatste ongedaan", en: "Undo the last")
    static let leaveOut = Sentence(nl: "Niet vragen", en: "Do not ask")
    static let putBack = Sentence(nl: "Zet terug op de lijst", en: "Put back on the list")
    static let history = Sentence(nl: "Hoe vaak gevraagd", en: "How often asked")
    static let consent = Sentence(nl: "Toestemming en aanmelden", en: "Consent and enrolling")
    static let tell = Sentence(
        nl: """
            Vertel: wat u thuis meet, ziet de praktijk. Niemand kijkt dag en nacht mee. U leent een box. U mag altijd stoppen. \
            Vraag terug wat er bleef hangen.
            """,
        en: """
            Tell: the practice sees what you measure at home. Nobody watches day and night. You borrow a box. You may always stop. \
            Ask what stuck.
            """)
    static let consentedOn = Sentence(nl: "Ja gezegd op", en: "Said yes on")
    static let way = Sentence(nl: "Hoe", en: "How")
    static let reading = Sentence(nl: "Lezen", en: "Reading")
    static let help = Sentence(nl: "Hulp bij telefoon en meter", en: "Help with phone and meter")
    static let spoken = Sentence(nl: "Spreekt thuis", en: "Speaks at home")
    static let takesPart = Sentence(nl: "Doet mee", en: "Takes part")
    static let notSaved = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let consentDay = Sentence(
        nl: "Vul een dag van de laatste twee maanden in.", en: "Fill in a day of the last two months.")
    static let chooseWay = Sentence(nl: "Kies hoe er ja is gezegd.", en: "Choose how they said yes.")
    static let chooseHelp = Sentence(nl: "Kies welke hulp er is.", en: "Choose which help there is.")
    static let chooseReading = Sentence(nl: "Kies hoe het lezen gaat.", en: "Choose how reading goes.")
    static let next = Sentence(nl: "Verder", en: "Next")
    static let toPlan = Sentence(nl: "Meetplan", en: "Measuring plan")
    static let toLoan = Sentence(nl: "Box uitlenen", en: "Lend a box")
    static let toReading = Sentence(nl: "Samen meten", en: "Measure together")
    static let toLetter = Sentence(nl: "Brief met code", en: "Letter with code")
    static let stop = Sentence(nl: "Stopt met meedoen", en: "Stops taking part")

    static let toHelp = Sentence(nl: "Hulp in de buurt", en: "Help nearby")
    static let notAskedYet = Sentence(
        nl: "Hulp van de bibliotheek is afgesproken, maar nog niet gevraagd.",
        en: "Help of the library was agreed, and not asked for yet.")

    static func helped(_ helped: Enrolling.Steps.Helped) -> Sentence {
        switch helped.state {
        case .waits:
            Sentence(
                nl: "Hulp van \(helped.organisation): wacht op de patiënt.",
                en: "Help of \(helped.organisation): waits for the patient.")
        case .runs: Sentence(nl: "Hulp van \(helped.organisation): loopt.", en: "Help of \(helped.organisation): runs.")
        case .done: Sentence(nl: "Hulp van \(helped.organisation): klaar.", en: "Help of \(helped.organisation): done.")
        case .over:
            Sentence(nl: "Hulp van \(helped.organisation): gestopt.", en: "Help of \(helped.organisation): stopped.")
        }
    }

    static func way(_ way: Enrolling.ConsentWay) -> Sentence {
        switch way {
        case .paper: Sentence(nl: "Op papier, ligt in de praktijk", en: "On paper, kept in the practice")
        case .aloud: Sentence(nl: "Hardop, samen gelezen", en: "Aloud, read together")
        }
    }

    static func said(_ way: Enrolling.ConsentWay) -> Sentence {
        switch way {
        case .paper: Sentence(nl: "Toestemming op papier.", en: "Consent on paper.")
        case .aloud: Sentence(nl: "Toestemming hardop.", en: "Consent aloud.")
        }
    }

    static func reading(_ reading: Enrolling.Consent.Reading) -> Sentence {
        switch reading {
        case .fluent: Sentence(nl: "Leest vlot", en: "Reads fluently")
        case .difficult: Sentence(nl: "Leest moeilijk", en: "Reads with difficulty")
        }
    }

    static func help(_ help: Enrolling.Help) -> Sentence {
        switch help {
        case .none: Sentence(nl: "Redt zich alleen", en: "Manages alone")
        case .family: Sentence(nl: "Hulp van familie", en: "Help from family")
        case .practice: Sentence(nl: "Hulp van de praktijk", en: "Help from the practice")
        case .library: Sentence(nl: "Hulp van de bibliotheek", en: "Help from the library")
        }
    }

    static func step(_ step: Enrolling.StepName) -> Sentence {
        switch step {
        case .selected: Sentence(nl: "Selecteren", en: "Selecting")
        case .invited: Sentence(nl: "Vragen", en: "Asking")
        case .consented: Sentence(nl: "Toestemming en aanmelden", en: "Consent and enrolling")
        case .planned: Sentence(nl: "Meetplan afspreken", en: "Agreeing on the plan")
        case .lent: Sentence(nl: "Box meegeven", en: "Lending a box")
        case .measuredTogether: Sentence(nl: "Samen meten", en: "Measuring together")
        case .account: Sentence(nl: "Inloggen met de brief", en: "Signing in with the letter")
        case .firstReading: Sentence(nl: "Eerste meting thuis", en: "First reading at home")
        case .answered: Sentence(nl: "Antwoord op de meetweek", en: "Answer on the measuring week")
        }
    }

    static func how(_ step: Enrolling.StepName) -> Sentence {
        switch step {
        case .selected: Sentence(nl: "Uit de lijst van het HIS, of zelf gekozen", en: "From the list, or chosen")
        case .invited:
            Sentence(nl: "In het consult, per brief, bericht of telefoon", en: "Consult, letter, message, phone")
        case .consented: Sentence(nl: "Uitleggen, terugvragen, vastleggen", en: "Explain, ask back, write down")
        case .planned: Sentence(nl: "Hoe vaak, wanneer, en de streefwaarde", en: "How often, when, and the goal")
        case .lent: Sentence(nl: "Nummer, afspraken, terugbrengen", en: "Number, agreement, bringing back")
        case .measuredTogether: Sentence(nl: "Manchet, arm, rustig zitten", en: "Cuff, arm, sitting quietly")
        case .account: Sentence(nl: "Code en geboortedatum", en: "Code and birthday")
        case .firstReading: Sentence(nl: "Gaat vanzelf", en: "Comes by itself")
        case .answered: Sentence(nl: "Een bericht na het oordeel", en: "A message after the judgement")
        }
    }
}
