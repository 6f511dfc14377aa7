import Clinical

/// What the patient reads while typing one number (language level A2).
enum OneNumberWords {
    static let whichDay = Sentence(nl: "Van welke dag zijn de stappen?", en: "Of which day are the steps?")
    static let whichMoment = Sentence(nl: "Wanneer meet u?", en: "When do you measure?")
    static let also = Sentence(nl: "Iets anders meten?", en: "Measuring something else?")
    static let notPossible = Sentence(
        nl: "Dit getal kan niet. Kijk nog eens.", en: "This number is not possible. Please look again.")
    static let saved = Sentence(nl: "Uw meting is bewaard.", en: "Your reading is saved.")
    static let somethingSweet = Sentence(nl: "Neem nu iets met suiker", en: "Take something with sugar now")
    static let ill = Sentence(nl: "Voelt u zich ziek? Bel nu", en: "Do you feel ill? Phone now")

    static func question(_ what: Measurements.OneNumber) -> Sentence {
        switch what {
        case .weight: Sentence(nl: "Hoeveel weegt u?", en: "How much do you weigh?")
        case .steps(of: .yesterday):
            Sentence(nl: "Hoeveel stappen waren het gisteren?", en: "How many steps yesterday?")
        case .steps(of: .today): Sentence(nl: "Hoeveel stappen zijn het nu?", en: "How many steps is it now?")
        case .glucose: Sentence(nl: "Wat staat op uw meter?", en: "What does your meter show?")
        }
    }

    static func lead(_ kind: AlsoMeasured) -> [Sentence] {
        switch kind {
        case .weight:
            [
                Sentence(
                    nl: "Weeg uzelf na het opstaan. Neem steeds dezelfde weegschaal.",
                    en: "Weigh yourself after getting up. Always use the same scale."),
                Sentence(nl: "Bijvoorbeeld: 74,2", en: "For example: 74.2"),
            ]
        case .steps: [Sentence(nl: "Kijk op uw stappenteller of telefoon.", en: "Look at your step counter or phone.")]
        case .glucose: [Sentence(nl: "Bijvoorbeeld: 6,4", en: "For example: 6.4")]
        }
    }

    static func unit(_ kind: AlsoMeasured) -> Sentence {
        switch kind {
        case .weight: Sentence(nl: "kilo", en: "kilos")
        case .steps: Sentence(nl: "stappen", en: "steps")
        case .glucose: Sentence(nl: "mmol per liter", en: "mmol per litre")
        }
    }

    static func type(_ kind: AlsoMeasured) -> Sentence {
        switch kind {
        case .weight: Sentence(nl: "Typ uw gewicht, bijvoorbeeld 74,2.", en: "Type your weight, for example 74.2.")
        case .steps:
            Sentence(
                nl: "Typ het aantal stappen, alleen cijfers.", en: "Type the number of steps, digits only.")
        case .glucose: Sentence(nl: "Typ het getal, bijvoorbeeld 6,4.", en: "Type the number, for example 6.4.")
        }
    }

    static func day(_ day: Measurements.OneNumber.StepsDay) -> Sentence {
        switch day {
        case .yesterday: Sentence(nl: "Gisteren, de hele dag", en: "Yesterday, the whole day")
        case .today: Sentence(nl: "Vandaag, tot nu toe", en: "Today, until now")
        }
    }

    static func moment(_ moment: GlucoseMoment) -> Sentence {
        switch moment {
        case .fasting: Sentence(nl: "Nuchter: u hebt nog niets gegeten", en: "Fasting: you have not eaten yet")
        case .afterMeal: Sentence(nl: "2 uur na het eten", en: "2 hours after eating")
        case .random: Sentence(nl: "Op een ander moment", en: "At another moment")
        }
    }

    static func measure(_ kind: AlsoMeasured) -> Sentence {
        switch kind {
        case .weight: Sentence(nl: "Vul uw gewicht in", en: "Fill in your weight")
        case .steps: Sentence(nl: "Vul uw stappen in", en: "Fill in your steps")
        case .glucose: Sentence(nl: "Vul uw bloedsuiker in", en: "Fill in your blood sugar")
        }
    }
}
