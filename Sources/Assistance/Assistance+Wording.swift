import Clinical

/// The words that everybody reads who has to do with a task (language level B1).
enum TaskWords {
    static func help(_ help: Assistance.Help) -> Sentence {
        switch help {
        case .install:
            Sentence(nl: "Hartlijn op telefoon of tablet zetten", en: "Putting Hartlijn on a phone or tablet")
        case .signIn: Sentence(nl: "Leren aanmelden", en: "Learning to sign in")
        case .measure: Sentence(nl: "Leren meten met de meter", en: "Learning to use the meter")
        case .phone: Sentence(nl: "Omgaan met telefoon of computer", en: "Using a phone or computer")
        case .walk: Sentence(nl: "Samen wandelen", en: "Walking together")
        case .money: Sentence(nl: "Hulp bij geldzaken", en: "Help with money matters")
        case .company: Sentence(nl: "Mensen ontmoeten", en: "Meeting people")
        }
    }

    static func standing(_ standing: Assistance.Standing) -> Sentence {
        switch standing {
        case .waits: Sentence(nl: "Wacht op uw antwoord", en: "Waits for your answer")
        case .runs(.taken): Sentence(nl: "Opgepakt", en: "Taken up")
        case .runs(.appointment): Sentence(nl: "Afspraak gemaakt", en: "Appointment made")
        case .runs(.notReached): Sentence(nl: "Nog niet bereikt", en: "Not reached yet")
        case .runs: Sentence(nl: "Afgesproken", en: "Agreed")
        case .ended(.done): Sentence(nl: "Klaar", en: "Done")
        case .ended(.refused): Sentence(nl: "Niet nodig", en: "Not needed")
        case .ended(.withdrawn): Sentence(nl: "Ingetrokken door de praktijk", en: "Withdrawn by the practice")
        case .ended(.stopped): Sentence(nl: "Gestopt", en: "Stopped")
        case .ended, .over: Sentence(nl: "Tijd voorbij", en: "Time over")
        }
    }

    static func step(_ step: Assistance.Step) -> Sentence {
        switch step {
        case .asked: Sentence(nl: "Gevraagd", en: "Asked")
        case .agreed: Sentence(nl: "Ja gezegd", en: "Said yes")
        case .taken: Sentence(nl: "Opgepakt", en: "Taken up")
        case .appointment: Sentence(nl: "Afspraak gemaakt", en: "Appointment made")
        case .notReached: Sentence(nl: "Niet bereikt", en: "Not reached")
        case .done: Sentence(nl: "Klaar", en: "Done")
        case .stopped: Sentence(nl: "Gestopt door de patiënt", en: "Stopped by the patient")
        case .refused: Sentence(nl: "Nee gezegd", en: "Said no")
        case .withdrawn: Sentence(nl: "Ingetrokken", en: "Withdrawn")
        }
    }

    static let notYet = Sentence(nl: "Nog niet gelukt", en: "Not there yet")
    static let chooseHelp = Sentence(nl: "Kies welke hulp.", en: "Choose which help.")
}
