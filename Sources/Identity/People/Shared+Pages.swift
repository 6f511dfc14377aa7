import Clinical
import Web

/// The patients who share with this hospital.
struct SharedPage {
    let patients: [SharedPatient]
    let frame: WorkFrame
    let today: Day
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        workPage(
            SharedWords.title[language], at: .shared, frame, in: language,
            """
            \(workBar(SharedWords.title[language], SharedWords.intro[language]))\(list)
            """)
    }

    private var list: HTML {
        guard !patients.isEmpty else { return "<p class=\"refusal\">\(SharedWords.nobody[language])</p>" }
        let rows: [HTML] = patients.map {
            """
            <tr><th scope="row"><a href="/patients/\($0.id)">\($0.name)</a></th><td>\(words.digits($0.bornOn))</td>\
            <td>\($0.practiceName)</td><td>\(words.digits(Moment.amsterdam($0.until).day.adding(-1)))</td></tr>
            """
        }
        return """
            <div class="desk"><div class="table-box" tabindex="0" role="region" aria-label="\(SharedWords.title[language])"><table class="table plain">\
            <thead><tr><th scope="col">\(SharedWords.patient[language])</th><th scope="col">\(SharedWords.born[language])</th>\
            <th scope="col">\(SharedWords.practice[language])</th><th scope="col">\(SharedWords.until[language])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div></div>
            """
    }
}

enum SharedWords {
    static let title = Sentence(nl: "Gedeeld met u", en: "Shared with you")
    static let intro = Sentence(nl: "Zolang de patiënt dat wil", en: "As long as the patient wants")
    static let nobody = Sentence(
        nl: "Er deelt nu niemand met uw ziekenhuis.", en: "Nobody shares with your hospital now.")
    static let patient = Sentence(nl: "Patiënt", en: "Patient")
    static let born = Sentence(nl: "Geboren", en: "Born")
    static let practice = Sentence(nl: "Praktijk", en: "Practice")
    static let until = Sentence(nl: "Tot en met", en: "Until")
}
