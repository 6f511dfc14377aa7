import Clinical

/// What a professional reads on the list: brief and exact.
enum WorklistWords {
    static let title = Sentence(nl: "Werklijst", en: "Worklist")
    static let lists = Sentence(nl: "Lijsten", en: "Lists")
    static let caption = Sentence(nl: "Wie vandaag aandacht vraagt", en: "Who needs attention today")
    static let stale = Sentence(
        nl: "Deze lijst wordt niet meer bijgewerkt. Laad de pagina opnieuw.",
        en: "This list is not kept up to date any more. Load the page again.")
    static let kind = Sentence(nl: "Soort", en: "Kind")
    static let patient = Sentence(nl: "Patiënt", en: "Patient")
    static let why = Sentence(nl: "Waarom nu", en: "Why now")
    static let weeks = Sentence(nl: "12 weken", en: "12 weeks")
    static let average = Sentence(nl: "Gemiddeld", en: "Average")
    static let measured = Sentence(nl: "Gemeten", en: "Measured")
    static let waits = Sentence(nl: "Wacht", en: "Waits")
    static let finished = Sentence(nl: "is afgerond.", en: "is done.")
    static let putOff = Sentence(nl: "is uitgesteld.", en: "is put off.")
    static let sent = Sentence(nl: "Uw antwoord is verstuurd.", en: "Your answer is sent.")
    static let undo = Sentence(nl: "Ongedaan maken", en: "Undo")
    static let upToDate = Sentence(nl: "U bent bij.", en: "You are up to date.")
    static let nothingLater = Sentence(nl: "Niets uitgesteld.", en: "Nothing put off.")
    static let nothingClosed = Sentence(nl: "Vandaag nog niets afgerond.", en: "Nothing done today yet.")
    static let nothingToDo = Sentence(nl: "Er wacht niemand.", en: "Nobody is waiting.")
    static let noNeed = Sentence(nl: "Daar hoeft u niets mee.", en: "Nothing to do there.")
    static let chosen = Sentence(nl: "Gekozen patiënt", en: "Chosen patient")
    static let record = Sentence(nl: "Dossier", en: "Record")
    static let homeAverage = Sentence(nl: "Thuisgemiddelde", en: "Home average")
    static let patientWrites = Sentence(nl: "Patiënt schrijft", en: "Patient writes")
    static let inShort = Sentence(nl: "Kort", en: "In short")
    static let ownGoal = Sentence(nl: "Eigen doel", en: "Own goal")
    static let lastChange = Sentence(nl: "Laatste wijziging", en: "Last change")
    static let complaints = Sentence(nl: "Klachten", en: "Complaints")
    static let phone = Sentence(nl: "Telefoon", en: "Telephone")
    static let call = Sentence(nl: "Bel", en: "Call")
    static let message = Sentence(nl: "Bericht", en: "Message")
    static let medication = Sentence(nl: "Medicatie", en: "Medication")
    static let done = Sentence(nl: "Afgerond", en: "Done")
    static let later = Sentence(nl: "Later", en: "Later")
    static let tomorrow = Sentence(nl: "Morgen", en: "Tomorrow")
    static let nextWeek = Sentence(nl: "Volgende week", en: "Next week")
    static let upDown = Sentence(nl: "op en neer", en: "up and down")
    static let choose = Sentence(nl: "kies", en: "choose")
    static let allKeys = Sentence(nl: "alle toetsen", en: "all keys")
    static let nothingMeasured = Sentence(nl: "nog niet gemeten", en: "not measured yet")

    static func tab(_ tab: Worklist.Tab) -> Sentence {
        switch tab {
        case .open: Sentence(nl: "Te doen", en: "To do")
        case .later: Sentence(nl: "Later", en: "Later")
        case .closed: Sentence(nl: "Afgerond vandaag", en: "Done today")
        }
    }

    static func empty(_ tab: Worklist.Tab) -> Sentence {
        switch tab {
        case .open: nothingToDo
        case .later: nothingLater
        case .closed: nothingClosed
        }
    }

    static func estimate(_ minutes: Int) -> Sentence {
        Sentence(nl: "nog ongeveer \(minutes) minuten", en: "about \(minutes) more minutes")
    }

    static func onTarget(_ count: Int) -> Sentence {
        count == 1
            ? Sentence(nl: "1 patiënt is op doel.", en: "1 patient is on target.")
            : Sentence(nl: "\(count) patiënten zijn op doel.", en: "\(count) patients are on target.")
    }

    static func group(_ urgency: Worklist.Urgency, _ count: Int) -> Sentence {
        switch urgency {
        case .now: Sentence(nl: "Nu (\(count))", en: "Now (\(count))")
        case .today: Sentence(nl: "Vandaag (\(count))", en: "Today (\(count))")
        case .week: Sentence(nl: "Deze week (\(count))", en: "This week (\(count))")
        }
    }

    static func hint(_ urgency: Worklist.Urgency) -> Sentence {
        switch urgency {
        case .now: Sentence(nl: "Vandaag bellen", en: "Phone today")
        case .today: Sentence(nl: "Binnen 1 werkdag", en: "Within 1 working day")
        case .week: Sentence(nl: "", en: "")
        }
    }

    static func goal(_ goal: BloodPressure) -> Sentence {
        Sentence(nl: "doel < \(goal.systolic)", en: "goal < \(goal.systolic)")
    }

    static func was(_ weight: Weight) -> Sentence {
        Sentence(nl: "was \(weight.shown.text(in: .nl))", en: "was \(weight.shown.text(in: .en))")
    }

    static func readings(_ count: Int) -> Sentence {
        count == 1
            ? Sentence(nl: "7 dagen, 1 meting", en: "7 days, 1 reading")
            : Sentence(nl: "7 dagen, \(count) metingen", en: "7 days, \(count) readings")
    }

    static func change(_ change: Int, inWeeks weeks: Int) -> Sentence {
        let sign = change > 0 ? "+" : ""
        return weeks == 1
            ? Sentence(nl: "\(sign)\(change) in 1 week", en: "\(sign)\(change) in 1 week")
            : Sentence(nl: "\(sign)\(change) in \(weeks) weken", en: "\(sign)\(change) in \(weeks) weeks")
    }

    static func born(_ age: Int, _ sex: Sex, _ day: String, _ programmes: String) -> Sentence {
        Sentence(
            nl: "\(age) jaar, \(sex == .male ? "m" : "v"). Geboren \(day). \(programmes)",
            en: "\(age) years, \(sex == .male ? "m" : "f"). Born \(day). \(programmes)")
    }

    static func trend(_ trend: Trend) -> Sentence {
        switch trend {
        case .rises: Sentence(nl: "stijgt", en: "rises")
        case .falls: Sentence(nl: "daalt", en: "falls")
        case .same: Sentence(nl: "gelijk", en: "same")
        }
    }
}

/// Why somebody is on the list: one thing in bold, and what belongs to it.
struct ReasonWords {
    let bold: Sentence
    let rest: Sentence
    let kind: Sentence

    init(_ item: Worklist.Item) {
        switch item.reason {
        case .alert(let reason): (bold, rest, kind) = Self.alert(reason, item.facts)
        case .weekAbove:
            (bold, rest, kind) = (
                Self.weekDone, Sentence(nl: "boven doel.", en: "above goal."),
                Sentence(nl: "Meetweek klaar, boven doel", en: "Week done, above goal")
            )
        case .weekOnTarget:
            (bold, rest, kind) = (
                Self.weekDone, Sentence(nl: "onder doel.", en: "below goal."),
                Sentence(nl: "Meetweek klaar, op doel", en: "Week done, on target")
            )
        case .weekTooFew:
            let moments = item.facts.count.map { " \($0) van \(item.asked) keer gemeten." } ?? ""
            let times = item.facts.count.map { " Measured \($0) of \(item.asked) times." } ?? ""
            (bold, rest, kind) = (
                Self.weekDone, Sentence(nl: "te weinig metingen.\(moments)", en: "too few readings.\(times)"),
                Sentence(nl: "Meetweek klaar, te weinig", en: "Week done, too few")
            )
        case .weightGain: (bold, rest, kind) = Self.weight(item.facts)
        case .question:
            let quote = item.facts.quote.map { "“\(Self.short($0))”" } ?? ""
            (bold, rest, kind) = (
                Sentence(nl: "Vraag:", en: "Question:"), Sentence(nl: quote, en: quote),
                Sentence(nl: "Vraag", en: "Question")
            )
        case .silent:
            let days = item.facts.count.map { ("sinds \($0) dagen.", "for \($0) days.") } ?? ("", "")
            (bold, rest, kind) = (
                Sentence(nl: "Meet niet meer", en: "Stopped measuring"),
                Sentence(nl: "\(days.0) Herinnering gestuurd.", en: "\(days.1) Reminder sent."),
                Sentence(nl: "Stil", en: "Silent")
            )
        case .unconfirmed:
            let value =
                item.facts.pressure.map { "\($0)" } ?? item.facts.weight.map { "\($0.shown.text(in: .nl)) kg" }
                ?? item.facts.quote ?? ""
            (bold, rest, kind) = (
                Sentence(nl: "Klopt \(value)?", en: "Is \(value) right?"),
                Sentence(nl: "Patiënt zegt ja. Beoordeel de meting.", en: "Patient says yes. Judge the reading."),
                Sentence(nl: "Meting beoordelen", en: "Judge a reading")
            )
        }
    }

    private static let weekDone = Sentence(nl: "Meetweek klaar:", en: "Week done:")

    private static func alert(_ reason: AlertReason, _ facts: Worklist.Facts) -> (Sentence, Sentence, Sentence) {
        let value = facts.pressure.map { "\($0)" } ?? ""
        let last = Sentence(nl: "Laatste meting \(value).", en: "Last reading \(value).")
        let urgent = Sentence(nl: "Spoed", en: "Urgent")
        let reading = Sentence(nl: "Meting", en: "Reading")
        switch reason {
        case .threeRaised:
            let count = facts.count.map(String.init) ?? "3"
            return (Sentence(nl: "\(count) metingen te hoog.", en: "\(count) raised readings."), last, reading)
        case .veryHighWithComplaints:
            return (reason.title, Sentence(nl: "\(value). Is 112 gebeld?", en: "\(value). Was 112 called?"), urgent)
        case .stillVeryHigh, .alarmingComplaints: return (reason.title, last, urgent)
        default: return (reason.title, last, reading)
        }
    }

    private static func weight(_ facts: Worklist.Facts) -> (Sentence, Sentence, Sentence) {
        let gain = facts.gain?.shown
        let days =
            facts.count == 1 ? ("1 dag", "1 day") : facts.count == 3 ? ("3 dagen", "3 days") : ("2 weken", "2 weeks")
        return (
            Sentence(
                nl: "Gewicht + \(gain?.text(in: .nl) ?? "") kg", en: "Weight + \(gain?.text(in: .en) ?? "") kg"),
            Sentence(
                nl: "in \(days.0). Bekend met hartfalen.", en: "in \(days.1). Known heart failure."),
            Sentence(nl: "Gewicht", en: "Weight")
        )
    }

    /// A long question is cut at a word; the pane shows it whole.
    private static func short(_ text: String) -> String {
        guard text.count > 90 else { return text }
        return text.prefix(90).split(separator: " ").dropLast().joined(separator: " ") + "…"
    }
}

/// Whether the twelve weeks go up or down: the last week against the one before the last four.
enum Trend: Hashable, Sendable {
    case rises, falls, same

    /// Smaller differences are noise of the cuff.
    ///
    /// - Units: mmHg
    /// - Source: our own proposal; docs/clinical/home-blood-pressure.md
    static let least = 4

    init(_ weeks: [BloodPressure?]) {
        let known = weeks.compactMap { $0?.systolic.mmHg }
        guard let last = known.last, known.count > 1 else {
            self = .same
            return
        }
        let before = known[max(0, known.count - 5)]
        self = last - before >= Self.least ? .rises : before - last >= Self.least ? .falls : .same
    }
}

/// How long somebody waits, as people say it.
struct Waiting {
    private let since: Moment
    private let today: Day

    init(since: Instant, today: Day) {
        self.since = Moment.amsterdam(since)
        self.today = today
    }

    private var days: Int { today.days(since: since.day) }

    func words(in language: Language) -> String {
        switch days {
        case ...0: language == .nl ? "vandaag \(clock("."))" : "today \(clock(":"))"
        case 1: language == .nl ? "gisteren" : "yesterday"
        default: language == .nl ? "\(days) dagen" : "\(days) days"
        }
    }

    private func clock(_ sign: String) -> String {
        "\(since.hour < 10 ? "0" : "")\(since.hour)\(sign)\(since.minute < 10 ? "0" : "")\(since.minute)"
    }

    /// Working days that have passed; weekends and holidays do not count. A year is counted as any longer time.
    var workingDays: Int { WorkingDays.count(after: since.day, through: today) }
}
