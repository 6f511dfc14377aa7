import Clinical
import Web

/// The limits of a practice: what each is here, what it is elsewhere, and where it comes from.
struct LimitsPage {
    let frame: WorkFrame
    let limits: AlertLimits
    let access: Access
    let language: Language
    var problem: (limit: AlertLimit, typed: String)?

    /// A GP decides on limits; a POH sees them.
    enum Access { case change, look }

    var page: Page {
        let rows: [HTML] = AlertLimit.allCases.map(row)
        return workPage(
            LimitWords.title[language], at: .limits, frame, in: language,
            """
            \(workBar(LimitWords.title[language], LimitWords.beside[language]))
            <div class="scroll"><div class="body">\(summary)\(note)\
            <div class="table-box" tabindex="0" role="region" aria-label="\(LimitWords.title[language])">\
            <table class="table plain"><caption class="spoken">\(LimitWords.caption[language])</caption><thead><tr>\
            <th scope="col">\(LimitWords.limit[language])</th><th scope="col">\(LimitWords.here[language])</th>\
            <th scope="col">\(LimitWords.standard[language])</th>\
            <th scope="col" class="on-desk">\(LimitWords.source[language])</th>\(changeHead)</tr></thead>\
            <tbody>\(rows)</tbody></table></div></div></div>
            """
        )
    }

    private var changeHead: HTML {
        access == .change
            ? "<th scope=\"col\"><span class=\"spoken\">\(LimitWords.change[language])</span></th>" : .none
    }

    private var note: HTML {
        access == .look ? "<p class=\"notice info\">\(icon(.lock))\(LimitWords.onlyGP[language])</p>" : .none
    }

    private var summary: HTML {
        guard let problem else { return .none }
        return errorSummary(
            LimitWords.notSaved, [Problem(problem.limit.rawValue, LimitWords.between(problem.limit.unit.allowed))],
            in: language)
    }

    private func row(_ limit: AlertLimit) -> HTML {
        let unit = LimitWords.unit(limit.unit)[language]
        let confirm: HTML =
            limit.evidence == .published ? .none : "<small>\(LimitWords.toConfirm[language])</small>"
        return """
            <tr><th scope="row"><b>\(limit.title[language])</b>\(confirm)</th>\
            <td class="num">\(limits[limit]) \(unit)</td><td class="num">\(limit.standard) \(unit)</td>\
            <td class="on-desk">\(limit.source)</td>\(access == .change ? change(limit) : .none)</tr>
            """
    }

    private func change(_ limit: AlertLimit) -> HTML {
        let name = limit.rawValue
        let isWrong = problem?.limit == limit
        let problems = isWrong ? [Problem(name, LimitWords.between(limit.unit.allowed))] : []
        let value = isWrong ? problem?.typed ?? "" : String(limits[limit])
        return """
            <td><details class="edit"\(isWrong ? " open" as HTML : .none)><summary>\(LimitWords.change[language])\
            <span class="spoken"> \(limit.title[language])</span></summary>\
            <form class="form" method="post" action="/practice/limits">\(frame.secret.field)\
            <input type="hidden" name="limit" value="\(name)"><div class="field short">\
            <label for="\(name)">\(LimitWords.newValue[language])</label>\(problemLine(at: name, problems, in: language))\
            <input id="\(name)" name="value" value="\(value)" autocomplete="off" inputmode="numeric"\
            \(problemAttributes(at: name, problems))></div><div class="row-actions">\
            <button class="action main small">\(LimitWords.save[language])</button></div></form></details></td>
            """
    }
}

enum LimitWords {
    static let title = Sentence(nl: "Grenzen", en: "Limits")
    static let beside = Sentence(nl: "Wanneer iets op de werklijst komt", en: "When something comes on the worklist")
    static let caption = Sentence(nl: "Grenzen van deze praktijk", en: "Limits of this practice")
    static let limit = Sentence(nl: "Grens", en: "Limit")
    static let here = Sentence(nl: "Hier", en: "Here")
    static let standard = Sentence(nl: "Standaard", en: "Default")
    static let source = Sentence(nl: "Bron", en: "Source")
    static let change = Sentence(nl: "Wijzig", en: "Change")
    static let newValue = Sentence(nl: "Nieuwe waarde", en: "New value")
    static let save = Sentence(nl: "Bewaar", en: "Save")
    static let notSaved = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let onlyGP = Sentence(nl: "De huisarts kan deze grenzen wijzigen.", en: "The GP can change these limits.")
    static let toConfirm = Sentence(nl: "nog te bevestigen door een arts", en: "to be confirmed by a clinician")

    static func between(_ range: ClosedRange<Int>) -> Sentence {
        Sentence(
            nl: "Vul een getal in van \(range.lowerBound) tot en met \(range.upperBound).",
            en: "Fill in a number from \(range.lowerBound) to \(range.upperBound).")
    }

    static func unit(_ unit: LimitUnit) -> Sentence {
        switch unit {
        case .mmHg, .mmHgDifference: Sentence(nl: "mmHg", en: "mmHg")
        case .perMinute: Sentence(nl: "per minuut", en: "per minute")
        case .minutes: Sentence(nl: "minuten", en: "minutes")
        case .hours: Sentence(nl: "uur", en: "hours")
        case .days: Sentence(nl: "dagen", en: "days")
        case .readings: Sentence(nl: "metingen", en: "readings")
        }
    }
}
