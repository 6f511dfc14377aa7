import Clinical
import Web

/// What a professional reads about summaries, and the line that goes into a record (Dutch: a Dutch record keeps it).
enum SummaryWords {
    static let title = Sentence(nl: "Kwartaaloverzicht", en: "Quarterly overview")
    static let forRecord = Sentence(nl: "Voor het dossier", en: "For the record")
    static let periods = Sentence(nl: "Kwartalen", en: "Quarters")
    static let howFar = Sentence(nl: "Hoe ver", en: "How far")
    static let patient = Sentence(nl: "Patiënt", en: "Patient")
    static let what = Sentence(nl: "Wat", en: "What")
    static let average = Sentence(nl: "Gemiddeld", en: "Average")
    static let readings = Sentence(nl: "Metingen", en: "Readings")
    static let days = Sentence(nl: "Dagen", en: "Days")
    static let remark = Sentence(nl: "Let op", en: "Mind")
    static let nothing = Sentence(nl: "Niets in dit rijtje.", en: "Nothing here.")
    static let notOver = Sentence(
        nl: "Dit kwartaal loopt nog. Na afloop staat hier wie er gemeten heeft.",
        en: "This quarter is not over. After it ends, those who measured stand here.")
    static let approve = Sentence(nl: "Klaar voor het dossier", en: "Ready for the record")
    static let approveLapse = Sentence(nl: "Laat vervallen", en: "Let it lapse")
    static let takeBack = Sentence(nl: "Maak ongedaan", en: "Undo")
    static let place = Sentence(nl: "Staat in het dossier", en: "Stands in the record")
    static let placeAll = Sentence(nl: "Alles staat in het dossier", en: "All of it stands in the record")
    static let copy = Sentence(nl: "Kopieer de regel", en: "Copy the line")
    static let copied = Sentence(nl: "Gekopieerd", en: "Copied")
    static let file = Sentence(nl: "FHIR-bestand", en: "FHIR file")
    static let waitingFile = Sentence(nl: "Wat klaarstaat, als FHIR", en: "What is ready, as FHIR")
    static let record = Sentence(nl: "Naar de patiënt", en: "To the patient")
    static let make = Sentence(nl: "Nieuwe periode", en: "Another period")
    static let from = Sentence(nl: "Van", en: "From")
    static let through = Sentence(nl: "Tot en met", en: "Through")
    static let makeIt = Sentence(nl: "Maak samenvatting", en: "Make a summary")
    static let notMade = Sentence(nl: "Nog niet gemaakt", en: "Not made yet")
    static let needDay = Sentence(nl: "Kies een dag.", en: "Choose a day.")
    static let noneYet = Sentence(nl: "Nog geen samenvatting.", en: "No summary yet.")
    static let nothingMeasured = Sentence(
        nl: "In deze periode is thuis niets gemeten.", en: "Nothing was measured at home in this period.")
    static let tooFew = Sentence(nl: "te weinig metingen", en: "too few readings")
    static let lapses = Sentence(nl: "vervalt na correctie", en: "lapses after a correction")
    static let correction = Sentence(nl: "correctie", en: "correction")
    static let placedNow = Sentence(
        nl: "Alles staat nu als in het dossier.", en: "All of it now counts as in the record.")
    static let notWatched = Sentence(
        nl: "Een gemiddelde is geen bewaking. Er gaat niets weg voor u het goedkeurt.",
        en: "An average watches nobody. Nothing leaves before you approve it.")

    static func state(_ state: Exchange.SummaryState) -> Sentence {
        switch state {
        case .ready: Sentence(nl: "Te bekijken", en: "To look at")
        case .approved: Sentence(nl: "Klaar voor het dossier", en: "Ready for the record")
        case .placed: Sentence(nl: "In het dossier", en: "In the record")
        case .tooFew: Sentence(nl: "Te weinig metingen", en: "Too few readings")
        case .replaced: Sentence(nl: "Vervangen", en: "Replaced")
        }
    }

    static func remark(_ remark: Exchange.SummaryRemark) -> Sentence? {
        switch remark {
        case .none: nil
        case .irregular:
            Sentence(nl: "onregelmatige metingen weggelaten", en: "irregular readings left out")
        case .unconfirmed:
            Sentence(nl: "een meting wacht op uw oordeel", en: "a reading waits for your judgement")
        }
    }

    static func quarter(_ quarter: Quarter) -> Sentence {
        Sentence(nl: "\(quarter.number)e kwartaal \(quarter.year)", en: "Quarter \(quarter.number) of \(quarter.year)")
    }

    static func quarterShort(_ quarter: Quarter) -> Sentence {
        Sentence(nl: "K\(quarter.number) \(quarter.year)", en: "Q\(quarter.number) \(quarter.year)")
    }

    static func approveAll(_ count: Int) -> Sentence {
        Sentence(nl: "Keur \(count) gewone goed", en: "Approve \(count) plain ones")
    }

    static func approved(_ count: Int) -> Sentence {
        Sentence(nl: "\(count) goedgekeurd.", en: "\(count) approved.")
    }

    static func first(_ shown: Int, of count: Int) -> Sentence {
        Sentence(nl: "De eerste \(shown) van \(count).", en: "The first \(shown) of \(count).")
    }

    static func problem(_ problem: Exchange.PeriodProblem) -> Sentence {
        switch problem {
        case .turned: Sentence(nl: "De laatste dag ligt voor de eerste.", en: "The last day is before the first.")
        case .future: Sentence(nl: "De laatste dag is nog niet voorbij.", en: "The last day is still to come.")
        case .tooLong: Sentence(nl: "Kies hooguit een jaar.", en: "Choose a year at most.")
        }
    }

    static func approvedBy(_ name: String, _ day: String) -> Sentence {
        Sentence(nl: "Goedgekeurd door \(name), \(day)", en: "Approved by \(name), \(day)")
    }

    static func kind(_ kind: PeriodAverage.Kind) -> Sentence {
        switch kind {
        case .bloodPressure: Sentence(nl: "Thuisbloeddruk", en: "Home blood pressure")
        case .weight: Sentence(nl: "Gewicht thuis", en: "Weight at home")
        case .steps: Sentence(nl: "Stappen per dag", en: "Steps a day")
        case .fastingGlucose: Sentence(nl: "Glucose nuchter, thuis", en: "Fasting glucose, at home")
        case .glucoseAfterMeal: Sentence(nl: "Glucose 2 uur na eten, thuis", en: "Glucose 2 h after a meal, at home")
        case .randomGlucose: Sentence(nl: "Glucose niet nuchter, thuis", en: "Random glucose, at home")
        }
    }

    /// `134/82 mmHg`, `81,2 kg`
    static func value(_ judgement: PeriodJudgement, in language: Language = .nl) -> String {
        guard case .average(let first, let second) = judgement.outcome else { return tooFew[language] }
        switch judgement.kind {
        case .bloodPressure: return "\(first)/\(second.map(String.init) ?? "–") mmHg"
        case .weight: return "\(tenths(first, language)) kg"
        case .steps: return Sentence(nl: "\(first) stappen", en: "\(first) steps")[language]
        case .fastingGlucose, .glucoseAfterMeal, .randomGlucose: return "\(tenths(first, language)) mmol/L"
        }
    }

    private static func tenths(_ number: Int, _ language: Language) -> String {
        "\(number / 1000)\(language == .nl ? "," : ".")\(number % 1000 / 100)"
    }

    static func method(_ judgement: PeriodJudgement) -> Sentence {
        guard judgement.kind == .bloodPressure else {
            return Sentence(nl: "thuis gemeten door de patiënt", en: "measured at home by the patient")
        }
        switch judgement.way {
        case .weeks(let name):
            let days = MeasuringProtocol.named(name).map { "\($0.days)" } ?? "–"
            return Sentence(
                nl: "meetweken van \(days) dagen, eerste dag niet meegeteld",
                en: "measuring weeks of \(days) days, first day left out")
        case .loose: return Sentence(nl: "losse metingen, geen meetweek", en: "loose readings, no measuring week")
        case .mixed:
            return Sentence(
                nl: "meetweken (eerste dag niet meegeteld) en losse metingen",
                en: "measuring weeks (first day left out) and loose readings")
        }
    }

    /// `3e kwartaal 2026`, or the days.
    static func period(_ period: Exchange.SummaryPeriod, in language: Language = .nl) -> String {
        let words = DateWords(language)
        let until = language == .nl ? "t/m" : "to"
        return period.quarter.map { quarter($0)[language] }
            ?? "\(words.digits(period.from)) \(until) \(words.digits(period.through))"
    }

    /// The one line that somebody pastes in a record.
    static func line(_ summary: Exchange.Summary) -> String {
        let words = DateWords(.nl)
        let counted = summary.judgement.counted
        let what = "\(kind(summary.kind).nl) \(period(summary.period))"
        let former = summary.formerApprovedAt.map { words.digits(Moment.amsterdam($0).day) }
        let rule = "Hartlijn \(summary.judgement.rule) \(summary.judgement.version)"
        let agreed =
            summary.approved.map { " Akkoord: \($0.by), \(words.digits(Moment.amsterdam($0.at).day))." } ?? ""
        if case .tooFew(let have, let need) = summary.judgement.outcome {
            let before = former.map { "Vervalt: \(what), vastgelegd \($0). Na correctie" } ?? "\(what):"
            return "\(before) te weinig metingen (\(have) van \(need)). \(rule).\(agreed)"
        }
        let replaced = former.map { "Correctie, vervangt de regel van \($0). " } ?? ""
        let days = counted.days == 1 ? "1 dag" : "\(counted.days) dagen"
        let readings = counted.used == 1 ? "1 meting" : "\(counted.used) metingen"
        let span = [counted.firstDay, counted.lastDay].compactMap { $0.map(words.digits) }.joined(separator: " t/m ")
        return """
            \(replaced)\(what): gemiddeld \(value(summary.judgement)). \(readings) op \(days), \(span), \
            \(method(summary.judgement).nl). \(rule).\(agreed)
            """
    }
}
