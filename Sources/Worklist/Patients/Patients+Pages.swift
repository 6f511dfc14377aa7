import Clinical
import Identity
import Web

/// The patients of a practice, by the beginning of the family name.
struct PatientsPage {
    let frame: WorkFrame
    let typed: String
    let found: [Worklist.Found]
    let today: Day
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        workPage(
            Words.title[language], at: .patients, frame, in: language,
            """
            \(workBar(Words.title[language], Words.shown(found.count)[language]))
            \(patientSearch(frame.secret, typed: typed, wide: " wide", in: language))
            <div class="scroll">\(list)</div>\(elsewhere)
            """
        )
    }

    /// The way to a patient of another practice, when it cannot wait.
    private var elsewhere: HTML {
        "<p class=\"desk\"><a href=\"/emergency\">\(Words.elsewhere[language])</a></p>"
    }

    private var list: HTML {
        guard !found.isEmpty else {
            return "<p class=\"empty\">\(icon(.search))<b>\(Words.nobody[language])</b>\(Words.tryLess[language])</p>"
        }
        return """
            <table class="table"><caption class="spoken">\(Words.title[language])</caption><thead><tr>\
            <th scope="col">\(Words.patient[language])</th>\
            <th scope="col" class="on-desk">\(Words.programme[language])</th>\
            <th scope="col">\(Words.average[language])</th><th scope="col">\(Words.last[language])</th></tr></thead>\
            <tbody>\(found.map(row))</tbody></table>
            """
    }

    private func row(_ found: Worklist.Found) -> HTML {
        """
        <tr class="row"><th scope="row" class="who"><a href="/patients/\(found.card.id)">\(found.card.listName)</a>\
        <small>\(words.digits(found.card.bornOn))</small></th><td class="on-desk">\(found.card.programmes)</td>\
        <td class="value">\(average(found))</td><td class="ago cell-date">\(last(found))</td></tr>
        """
    }

    private func average(_ found: Worklist.Found) -> HTML {
        guard let average = found.average else { return "–" }
        let isOn = found.goal.map { average.systolic < $0.systolic && average.diastolic < $0.diastolic } ?? false
        let goal: HTML = found.goal.map { "<small>\(WorklistWords.goal($0)[language])</small>" } ?? .none
        return "<b class=\"\(isOn ? "good" : "warn")\">\(average)</b>\(goal)"
    }

    private func last(_ found: Worklist.Found) -> String {
        guard let day = found.lastDay else { return "–" }
        return day == today ? Words.today[language] : "\(day.day) \(words.shortMonth(day.month))"
    }

    private enum Words {
        static let elsewhere = Sentence(
            nl: "Patiënt van een andere praktijk, en het kan niet wachten?",
            en: "Patient of another practice, and it cannot wait?")
        static let title = Sentence(nl: "Patiënten", en: "Patients")
        static let patient = Sentence(nl: "Patiënt", en: "Patient")
        static let programme = Sentence(nl: "Programma", en: "Programme")
        static let average = Sentence(nl: "Gemiddeld", en: "Average")
        static let last = Sentence(nl: "Laatste meting", en: "Last reading")
        static let nobody = Sentence(nl: "Niemand gevonden.", en: "Nobody found.")
        static let tryLess = Sentence(
            nl: "Typ alleen het begin van de achternaam.", en: "Type the beginning of the family name.")
        static let today = Sentence(nl: "vandaag", en: "today")

        static func shown(_ count: Int) -> Sentence {
            count < Worklist.mostFound
                ? Sentence(nl: "\(count) gevonden", en: "\(count) found")
                : Sentence(nl: "de eerste \(count)", en: "the first \(count)")
        }
    }
}
