import Clinical

/// What the patient reads beside the graph (language level A2).
enum GraphWords {
    static let title = Sentence(nl: "Mijn bloeddruk", en: "My blood pressure")
    static func title(_ kind: AlsoMeasured) -> Sentence {
        switch kind {
        case .weight: Sentence(nl: "Mijn gewicht", en: "My weight")
        case .steps: Sentence(nl: "Mijn stappen", en: "My steps")
        case .glucose: Sentence(nl: "Mijn bloedsuiker", en: "My blood sugar")
        }
    }

    static let pressure = Sentence(nl: "Bloeddruk", en: "Blood pressure")
    static let whichKind = Sentence(nl: "Wat wilt u zien?", en: "What do you want to see?")
    static let when = Sentence(nl: "Wanneer", en: "When")
    static let nothingYet = Sentence(
        nl: "Er is in deze tijd nog niets gemeten.", en: "Nothing was measured in this period yet.")

    static func newest(_ shown: Sentence, _ day: String) -> Sentence {
        Sentence(nl: "De laatste keer, \(day): \(shown.nl).", en: "The last time, \(day): \(shown.en).")
    }

    static func between(_ low: Sentence, _ high: Sentence, last: Sentence) -> Sentence {
        Sentence(
            nl: "Van \(low.nl) tot \(high.nl). Het laatste is \(last.nl).",
            en: "From \(low.en) to \(high.en). The last is \(last.en).")
    }

    static func moment(_ moment: GlucoseMoment) -> Sentence {
        switch moment {
        case .fasting: Sentence(nl: "nuchter", en: "fasting")
        case .afterMeal: Sentence(nl: "na het eten", en: "after eating")
        case .random: Sentence(nl: "ander moment", en: "another moment")
        }
    }

    static let pageTitle = Sentence(nl: "Mijn grafiek", en: "My graph")
    static let period = Sentence(nl: "Periode", en: "Period")
    static let upperOrLower = Sentence(nl: "Boven of onder", en: "Upper or lower")
    static let below = Sentence(nl: "Dat is onder uw doel.", en: "That is below your goal.")
    static let above = Sentence(nl: "Dat is boven uw doel.", en: "That is above your goal.")
    static let weeklyAverage = Sentence(nl: "gemiddelde per week", en: "average per week")
    static let oneReading = Sentence(nl: "één meting", en: "one reading")
    static let oneDay = Sentence(nl: "één dag, laagste tot hoogste", en: "one day, lowest to highest")
    static let goal = Sentence(nl: "uw doel", en: "your goal")
    static let perWeek = Sentence(nl: "Per week", en: "Per week")
    static let week = Sentence(nl: "Week", en: "Week")
    static let average = Sentence(nl: "Gemiddeld", en: "Average")
    static let readings = Sentence(nl: "Metingen", en: "Readings")
    static let happened = Sentence(nl: "Wat is er gebeurd?", en: "What happened?")
    static let nothingHappened = Sentence(nl: "Nog niets in deze tijd.", en: "Nothing yet in this period.")
    static let appointment = Sentence(nl: "Naar uw afspraak?", en: "Going to your appointment?")
    static let takeAlong = Sentence(
        nl: "Neem deze grafiek mee. Bedenk wat u wilt vragen.", en: "Take this graph along. Think of what to ask.")
    static let print = Sentence(nl: "Print mijn grafiek", en: "Print my graph")
    static let iWantToAsk = Sentence(nl: "Dit wil ik vragen", en: "This is what I want to ask")
    static let empty = Sentence(
        nl: "Hier komt uw grafiek. Meet eerst een keer.", en: "Your graph will be here. Measure once first.")
    static let measure = Sentence(nl: "Start met meten", en: "Start measuring")
    static let started = Sentence(nl: "Start met The Box", en: "Start with The Box")
    static let startedMore = Sentence(
        nl: "U kreeg de bloeddrukmeter en oefende samen.", en: "You got the meter and practised together.")
    static let newMedicine = Sentence(nl: "nieuwe pil", en: "new pill")
    static let medicine = Sentence(nl: "medicijn", en: "medicine")

    static func period(_ period: Measurements.Period) -> Sentence {
        switch period {
        case .week: Sentence(nl: "Deze week", en: "This week")
        case .quarter: Sentence(nl: "3 maanden", en: "3 months")
        case .year: Sentence(nl: "1 jaar", en: "1 year")
        }
    }

    static func line(_ line: Measurements.Line) -> Sentence {
        switch line {
        case .upper: Sentence(nl: "Bovendruk", en: "Upper pressure")
        case .lower: Sentence(nl: "Onderdruk", en: "Lower pressure")
        }
    }

    static func goalLine(_ goal: Int) -> Sentence {
        Sentence(nl: "uw doel: lager dan \(goal)", en: "your goal: below \(goal)")
    }

    static let nowOnAverage = Sentence(nl: "Uw bloeddruk is nu gemiddeld", en: "Your blood pressure is now on average")

    static func tooFew(_ more: Int) -> Sentence {
        more == 1
            ? Sentence(
                nl: "Nog 1 meting, dan ziet u hier uw gemiddelde.",
                en: "1 more reading, then you see your average here.")
            : Sentence(
                nl: "Nog \(more) metingen, dan ziet u hier uw gemiddelde.",
                en: "\(more) more readings, then you see your average here.")
    }

    static func described(_ first: Int, _ last: Int, _ goal: Int) -> Sentence {
        guard last != first else {
            return Sentence(
                nl: "Uw weekgemiddelde blijft \(last). Uw doel is lager dan \(goal).",
                en: "Your weekly average stays at \(last). Your goal is below \(goal).")
        }
        let direction: (String, String) = last < first ? ("daalt", "falls") : ("stijgt", "rises")
        return Sentence(
            nl: "Uw weekgemiddelde \(direction.0) van \(first) naar \(last). Uw doel is lager dan \(goal).",
            en: "Your weekly average \(direction.1) from \(first) to \(last). Your goal is below \(goal).")
    }

    static func weekOutcome(_ outcome: WeekJudgement.Outcome) -> Sentence {
        switch outcome {
        case .onTarget(let average), .raised(let average):
            Sentence(
                nl: "Gemiddeld \(average.systolic) over \(average.diastolic)",
                en: "Average \(average.systolic) over \(average.diastolic)")
        case .notEnoughData: Sentence(nl: "Te weinig metingen", en: "Too few readings")
        }
    }

    static func measured(_ moments: Int, of asked: Int) -> Sentence {
        Sentence(nl: "\(moments) van de \(asked) keer gemeten.", en: "Measured \(moments) of \(asked) times.")
    }

    static func goalReached(_ text: String) -> Sentence {
        Sentence(nl: "Doel gehaald: \(text)", en: "Goal reached: \(text)")
    }

    static func goalSet(_ text: String) -> Sentence { Sentence(nl: "Nieuw doel: \(text)", en: "New goal: \(text)") }

    static func setByYou(_ day: String) -> Sentence {
        Sentence(nl: "Dat stelde u zelf in op \(day).", en: "You set it yourself on \(day).")
    }

    static func why(_ why: String) -> Sentence { Sentence(nl: "Waarom? \(why)", en: "Why? \(why)") }

    static func madeOn(_ name: String, _ birth: String, _ day: String) -> Sentence {
        Sentence(nl: "\(name), geboren \(birth). Gemaakt op \(day).", en: "\(name), born \(birth). Made on \(day).")
    }
}
