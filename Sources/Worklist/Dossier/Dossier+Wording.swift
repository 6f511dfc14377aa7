import Clinical

/// What a professional reads in the record of a patient.
enum DossierWords {
    static let change = Sentence(nl: "Wijzigen", en: "Change")
    static let seeNumber = Sentence(nl: "Bekijken", en: "See")
    static let steps = Sentence(nl: "Stappen", en: "Steps")
    static let plan = Sentence(nl: "Meetplan", en: "Plan")
    static let letter = Sentence(nl: "Brief met code", en: "Letter with code")

    static func restricted(since day: String) -> Sentence {
        Sentence(
            nl: "Beperkt sinds \(day), op verzoek van de patiënt: alleen voor de zorg hier. Niet delen, niet tellen.",
            en: "Restricted since \(day), as the patient asked: for the care here alone. Not shared, not counted.")
    }

    static func emergency(until end: String) -> Sentence {
        Sentence(
            nl: "Noodinzage tot \(end). U kunt alleen kijken. De patiënt en de privacyfunctionaris krijgen bericht.",
            en: "Emergency view until \(end). You can only look. The patient and the privacy officer are told.")
    }

    static func shared(until end: String) -> Sentence {
        Sentence(
            nl: "De patiënt deelt dit met u tot \(end). U kunt alleen kijken.",
            en: "The patient shares this with you until \(end). You can only look.")
    }

    static let reading = Sentence(nl: "Meting", en: "Reading")
    static let medication = Sentence(nl: "Medicatie", en: "Medication")
    static let message = Sentence(nl: "Bericht", en: "Message")
    static let readsWithDifficulty = Sentence(nl: "Leest moeilijk", en: "Reads with difficulty")
    static let details = Sentence(nl: "Gegevens", en: "Details")
    static let phone = Sentence(nl: "Telefoon", en: "Telephone")
    static let programme = Sentence(nl: "Programma", en: "Programme")
    static let since = Sentence(nl: "Meet sinds", en: "Measures since")
    static let heartFailure = Sentence(nl: "Hartfalen sinds", en: "Heart failure since")
    static let reminders = Sentence(nl: "Herinneringen", en: "Reminders")
    static func remindersOn(last day: String?) -> Sentence {
        guard let day else { return Sentence(nl: "aan, nog geen verstuurd", en: "on, none sent yet") }
        return Sentence(nl: "aan, laatste \(day)", en: "on, last one \(day)")
    }
    static let diary = Sentence(nl: "Boekje", en: "Booklet")
    static func photos(_ count: Int) -> Sentence {
        count == 1
            ? Sentence(nl: "1 foto om over te typen", en: "1 photo to type over")
            : Sentence(nl: "\(count) foto's om over te typen", en: "\(count) photos to type over")
    }
    static let alsoMeasured = Sentence(nl: "Ook thuis gemeten", en: "Also measured at home")
    static let beforeThat = Sentence(nl: "Daarvoor", en: "Before that")
    static let homeAverage = Sentence(nl: "Thuisgemiddelde", en: "Home average")
    static let onTarget = Sentence(nl: "op doel", en: "on target")
    static let above = Sentence(nl: "boven doel", en: "above goal")
    static let notMeasured = Sentence(nl: "Nog niet gemeten.", en: "Not measured yet.")
    static let show = Sentence(nl: "Toon", en: "Show")
    static let timeline = Sentence(nl: "Tijdlijn", en: "Timeline")
    static let nothing = Sentence(nl: "Nog niets.", en: "Nothing yet.")
    static let goal = Sentence(nl: "Doel", en: "Goal")
    static let atHome = Sentence(nl: "Thuis", en: "At home")
    static let ownGoal = Sentence(nl: "Eigen doel", en: "Own goal")
    static let none = Sentence(nl: "geen", en: "none")
    static let toJudge = Sentence(nl: "Meting beoordelen", en: "Judge a reading")
    static let counts = Sentence(nl: "Telt mee", en: "It counts")
    static let mistake = Sentence(nl: "Was een vergissing", en: "Was a mistake")
    static let addChange = Sentence(nl: "Wijziging vastleggen", en: "Record a change")
    static let what = Sentence(nl: "Wat verandert er", en: "What changes")
    static let whatHint = Sentence(nl: "Bijvoorbeeld: amlodipine 5 mg erbij", en: "For example: amlodipine 5 mg added")
    static let why = Sentence(nl: "Waarom", en: "Why")
    static let whyHint = Sentence(
        nl: "De patiënt leest dit. Korte zinnen.", en: "The patient reads this. Short sentences.")
    static let save = Sentence(nl: "Bewaar", en: "Save")
    static let notSaved = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let needWhat = Sentence(nl: "Vul in wat er verandert.", en: "Fill in what changes.")
    static let needWhy = Sentence(
        nl: "Vul in waarom. Zonder reden geen wijziging.", en: "Fill in why. No change without a reason.")
    static let question = Sentence(nl: "Vraag van de patiënt", en: "Question of the patient")

    static func person(_ age: Int, _ sex: Sex, _ day: String) -> Sentence {
        Sentence(
            nl: "\(age) jaar, \(sex == .male ? "m" : "v"). Geboren \(day)",
            en: "\(age) years, \(sex == .male ? "m" : "f"). Born \(day)")
    }

    static func readings(_ count: Int) -> Sentence { Sentence(nl: "\(count) metingen", en: "\(count) readings") }

    static func below(_ goal: BloodPressure) -> Sentence {
        Sentence(nl: "lager dan \(goal)", en: "below \(goal)")
    }

    static func show(_ show: Worklist.Show) -> Sentence {
        switch show {
        case .all: Sentence(nl: "Alles", en: "All")
        case .readings: Sentence(nl: "Metingen", en: "Readings")
        case .messages: Sentence(nl: "Berichten", en: "Messages")
        case .medication: medication
        case .goals: Sentence(nl: "Doelen", en: "Goals")
        }
    }

    static func week(_ outcome: String) -> Sentence {
        switch outcome {
        case "on-target": Sentence(nl: "Meetweek klaar: onder doel", en: "Week done: below goal")
        case "raised": Sentence(nl: "Meetweek klaar: boven doel", en: "Week done: above goal")
        default: Sentence(nl: "Meetweek klaar: te weinig metingen", en: "Week done: too few readings")
        }
    }

    static func weekMore(_ average: BloodPressure?, _ moments: Int, _ readings: Int) -> Sentence {
        let nl = average.map { "Gemiddeld \($0), " } ?? ""
        let en = average.map { "Average \($0), " } ?? ""
        return Sentence(
            nl: "\(nl)\(moments) momenten, \(readings) metingen.", en: "\(en)\(moments) moments, \(readings) readings.")
    }

    static func byRule(_ rule: String) -> Sentence { Sentence(nl: "Regel \(rule)", en: "Rule \(rule)") }

    /// Only the numbers: what made it stand out may also be the pulse or a complaint, and the advice says how much.
    static func high(_ value: BloodPressure) -> Sentence {
        Sentence(nl: "Thuis gemeten: \(value)", en: "Measured at home: \(value)")
    }

    static func told(_ answer: String) -> Sentence {
        switch answer {
        case "call-112": Sentence(nl: "Patiënt kreeg het advies 112 te bellen.", en: "Patient was told to call 112.")
        case "phone-practice-today":
            Sentence(nl: "Patiënt kreeg het advies vandaag te bellen.", en: "Patient was told to phone today.")
        default: Sentence(nl: "Patiënt kreeg het advies opnieuw te meten.", en: "Patient was told to measure again.")
        }
    }

    static let more = Sentence(nl: "Meer", en: "More")
    static let help = Sentence(nl: "Hulp", en: "Help")
    static let pharmacy = Sentence(nl: "Apotheek", en: "Pharmacy")
    static let forRecord = Sentence(nl: "Voor het dossier", en: "For the record")
    static let lendKit = Sentence(nl: "Box uitlenen", en: "Lend a kit")
    static let kit = Sentence(nl: "Box", en: "Kit")
    static func until(_ day: String) -> Sentence { Sentence(nl: "tot \(day)", en: "until \(day)") }
    static let patientWrote = Sentence(nl: "Bericht van patiënt", en: "Message of the patient")
    static func wrote(_ name: String) -> Sentence { Sentence(nl: "\(name) schreef", en: "\(name) wrote") }
    static func wrote(_ helper: String, for patient: String) -> Sentence {
        Sentence(nl: "\(helper) namens \(patient)", en: "\(helper) for \(patient)")
    }
    /// A message of a patient is seen by answering it, one of the practice by opening it.
    static func seen(by side: Worklist.Dossier.Side, _ day: String?) -> Sentence {
        switch (side, day) {
        case (.patient, .some(let day)): Sentence(nl: "Beantwoord op \(day).", en: "Answered on \(day).")
        case (.patient, nil): Sentence(nl: "Nog niet beantwoord.", en: "Not answered yet.")
        case (.practice, .some(let day)):
            Sentence(nl: "Gezien door de patiënt op \(day).", en: "Seen by the patient on \(day).")
        case (.practice, nil): Sentence(nl: "Nog niet gezien.", en: "Not seen yet.")
        }
    }

    static func whyLine(_ why: String) -> Sentence { Sentence(nl: "Waarom: \(why)", en: "Why: \(why)") }
    static func newGoal(_ text: String) -> Sentence { Sentence(nl: "Eigen doel: \(text)", en: "Own goal: \(text)") }
    static func reached(_ text: String) -> Sentence {
        Sentence(nl: "Doel gehaald: \(text)", en: "Goal reached: \(text)")
    }
    static func closedBy(_ name: String) -> Sentence { Sentence(nl: "Afgerond door \(name)", en: "Done by \(name)") }
    static func inPractice(_ value: BloodPressure) -> Sentence {
        Sentence(nl: "In de praktijk gemeten: \(value)", en: "Measured in the practice: \(value)")
    }

    static func reason(_ reason: Worklist.Reason) -> Sentence {
        switch reason {
        case .alert(let alert): alert.title
        case .weekAbove: Sentence(nl: "Meetweek boven doel", en: "Week above goal")
        case .weekOnTarget: Sentence(nl: "Meetweek onder doel", en: "Week below goal")
        case .weekTooFew: Sentence(nl: "Meetweek met te weinig metingen", en: "Week with too few readings")
        case .weightGain: Sentence(nl: "Gewicht gestegen", en: "Weight gained")
        case .question: question
        case .silent: Sentence(nl: "Meet niet meer", en: "Stopped measuring")
        case .unconfirmed: toJudge
        }
    }
}

extension Worklist.Dossier.Value {
    /// With the unit.
    func shown(in language: Language) -> String {
        switch self {
        case .pressure(let pressure): "\(pressure)"
        case .weight(let weight): "\(weight.shown.text(in: language)) kg"
        case .steps(let steps): "\(steps.count) \(language == .nl ? "stappen" : "steps")"
        case .glucose(let glucose, _): "\(glucose.shown.text(in: language)) mmol/L"
        }
    }

    /// The number alone.
    func short(in language: Language) -> String {
        switch self {
        case .pressure(let pressure): "\(pressure)"
        case .weight(let weight): weight.shown.text(in: language)
        case .steps(let steps): "\(steps.count)"
        case .glucose(let glucose, _): glucose.shown.text(in: language)
        }
    }
}
