import Clinical

/// What the patient reads on the first page (language level A2).
enum TodayWords {
    static let answer = Sentence(nl: "Antwoord van de praktijk", en: "Answers from the practice")
    static let emergency = Sentence(nl: "Er is met spoed gekeken", en: "Somebody looked in an emergency")
    static let seeWho = Sentence(nl: "Bekijk wie dat was", en: "See who it was")

    static let decide = Sentence(nl: "U kiest zelf of u dat wilt.", en: "You choose whether you want that.")
    static let seeHelp = Sentence(nl: "Kijk en kies", en: "Look and choose")

    static func offersHelp(_ organisation: String) -> Sentence {
        Sentence(nl: "\(organisation) kan u helpen", en: "\(organisation) can help you")
    }

    static func emergencyOn(_ day: String) -> Sentence {
        Sentence(
            nl: "Een zorgverlener keek met spoed in uw gegevens: \(day).",
            en: "A care professional looked at your data in an emergency: \(day).")
    }

    static let meter = Sentence(nl: "Haal op uit mijn meter", en: "Fetch from my meter")
    static let brokenMeter = Sentence(
        nl: "Uw Withings-meter is niet meer gekoppeld", en: "Your Withings meter is not linked any more")
    static let seeMeter = Sentence(nl: "Bekijk wat u kunt doen", en: "See what you can do")
    static func brokenOn(_ day: String) -> Sentence {
        Sentence(nl: "Sinds \(day) komt er niets meer binnen.", en: "Since \(day) nothing comes in any more.")
    }

    static let title = Sentence(nl: "Vandaag", en: "Today")
    static let measure = Sentence(nl: "Meet uw bloeddruk", en: "Measure your blood pressure")
    static let howLong = Sentence(
        nl: "2 keer, met 1 minuut ertussen. Dat duurt 5 minuten.", en: "Twice, 1 minute apart. It takes 5 minutes.")
    static let start = Sentence(nl: "Start met meten", en: "Start measuring")
    static let doneNow = Sentence(nl: "Klaar voor nu", en: "Done for now")
    static let untilEvening = Sentence(nl: "Vanavond meet u weer.", en: "Measure again this evening.")
    static let untilMorning = Sentence(nl: "Morgen meet u weer.", en: "Measure again tomorrow.")
    static let lastDay = Sentence(nl: "Dit was de laatste keer. Goed gedaan!", en: "This was the last time. Well done!")
    static let weigh = Sentence(nl: "Weeg uzelf", en: "Weigh yourself")
    static let weighMore = Sentence(
        nl: "Elke dag, na het opstaan. Dat duurt 1 minuut.", en: "Every day, after getting up. It takes 1 minute.")
    static let weighNow = Sentence(nl: "Vul uw gewicht in", en: "Fill in your weight")
    static let notYet = Sentence(nl: "Dit hebt u nog niet ingevuld.", en: "Not filled in yet.")

    static func fillIn(_ kind: AlsoMeasured) -> Sentence {
        switch kind {
        case .weight: Sentence(nl: "Uw gewicht", en: "Your weight")
        case .steps: Sentence(nl: "Uw stappen", en: "Your steps")
        case .glucose: Sentence(nl: "Uw bloedsuiker", en: "Your blood sugar")
        }
    }

    static func lastTime(_ day: String) -> Sentence {
        Sentence(nl: "Laatste keer: \(day)", en: "Last time: \(day)")
    }

    static let nothing = Sentence(nl: "Vandaag hoeft u niets te doen", en: "Nothing to do today")
    static let calm = Sentence(nl: "U mag altijd meten als u wilt.", en: "You may always measure if you like.")
    static let anyway = Sentence(nl: "Toch meten", en: "Measure anyway")
    static let welcome = Sentence(nl: "Welkom. Oefen één keer met meten.", en: "Welcome. Practise measuring once.")
    static let first = Sentence(nl: "Samen met de praktijk, of thuis.", en: "With the practice, or at home.")
    static let remind = Sentence(nl: "Wilt u weer een keer meten?", en: "Would you like to measure again?")
    static let howGoes = Sentence(nl: "Zo gaat het", en: "How it goes")
    static let yourAverage = Sentence(nl: "Uw gemiddelde van de laatste meetdagen", en: "Your average of the last days")
    static let below = Sentence(nl: "Onder uw doel. Goed zo!", en: "Below your goal. Well done!")
    static let above = Sentence(
        nl: "Boven uw doel. De praktijk kijkt mee.", en: "Above your goal. The practice looks too.")
    static let seeGraph = Sentence(nl: "Bekijk mijn grafiek", en: "See my graph")
    static let over = Sentence(nl: "over", en: "over")
    static let ownGoal = Sentence(nl: "Mijn doel", en: "My goal")
    static let setGoal = Sentence(nl: "Kies een eigen doel", en: "Choose a goal of your own")
    static let setGoalMore = Sentence(nl: "Iets wat u zelf graag wilt", en: "Something you want yourself")
    static let weekReady = Sentence(nl: "Uw meetweek is klaar", en: "Your measuring week is done")

    static func greeting(_ hour: Int, _ name: String) -> Sentence {
        switch hour {
        case 5..<12: Sentence(nl: "Goedemorgen, \(name)", en: "Good morning, \(name)")
        case 12..<18: Sentence(nl: "Goedemiddag, \(name)", en: "Good afternoon, \(name)")
        default: Sentence(nl: "Goedenavond, \(name)", en: "Good evening, \(name)")
        }
    }

    static func spoken(_ week: Portal.Today.Week) -> Sentence {
        Sentence(
            nl:
                "Meetweek, dag \(week.dayNumber) van \(week.days). U hebt \(week.done) van de \(week.days * 2) keer gemeten.",
            en:
                "Measuring week, day \(week.dayNumber) of \(week.days). Measured \(week.done) of \(week.days * 2) times."
        )
    }

    static func last(_ days: Int) -> Sentence {
        Sentence(nl: "Uw laatste meting is \(days) dagen geleden.", en: "Your last reading was \(days) days ago.")
    }

    static func nextWeek(_ day: String) -> Sentence {
        Sentence(nl: "Uw volgende meetweek begint op \(day).", en: "Your next measuring week starts \(day).")
    }

    static func newMessage(_ from: String) -> Sentence {
        Sentence(nl: "Nieuw bericht van \(from)", en: "New message from \(from)")
    }

    static func goalLine(_ goal: Int) -> Sentence {
        Sentence(nl: "doel: lager dan \(goal)", en: "goal: below \(goal)")
    }

    static func goalSpoken(_ value: Int, _ goal: Int) -> Sentence {
        Sentence(nl: "\(value), uw doel is lager dan \(goal)", en: "\(value), your goal is below \(goal)")
    }

    static func goalDays(_ days: Int) -> Sentence {
        Sentence(nl: "\(days) van de 7 dagen gelukt", en: "\(days) of 7 days done")
    }

    static func tooFew(_ more: Int) -> Sentence {
        more == 1
            ? Sentence(
                nl: "Nog 1 meting, dan ziet u hier uw gemiddelde.",
                en: "1 more reading, then you see your average here.")
            : Sentence(
                nl: "Nog \(more) metingen, dan ziet u hier uw gemiddelde.",
                en: "\(more) more readings, then you see your average here.")
    }

    static func finished(_ finished: Portal.Today.Finished) -> Sentence {
        guard let average = finished.average else {
            return Sentence(
                nl: "Er waren te weinig metingen voor een gemiddelde. Dat geeft niet.",
                en: "There were too few readings for an average. That is all right.")
        }
        return finished.outcome == "raised"
            ? Sentence(
                nl: "Gemiddeld \(average.systolic) over \(average.diastolic). De praktijk kijkt ernaar.",
                en: "Average \(average.systolic) over \(average.diastolic). The practice will look at it.")
            : Sentence(
                nl: "Gemiddeld \(average.systolic) over \(average.diastolic). Dat is onder uw doel.",
                en: "Average \(average.systolic) over \(average.diastolic). That is below your goal.")
    }
}
