import Clinical
import Web

/// One day of the booklet, typed over.
struct DiaryPage {
    let form: Form?
    /// How many readings the day before brought.
    let kept: Int?
    let problems: [Problem]
    let photos: DiaryRoutes.Photos
    let today: Day
    let frame: PatientFrame
    let secret: FormSecret
    let language: Language

    var page: Page {
        patientPage(
            DiaryWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(DiaryWords.title[language])</h1></div>
            \(errorSummary(DiaryWords.lookAgain, problems, in: language))\(done)
            <form class="card stack" method="post" action="/measure/diary" autocomplete="off">\(secret.field)
            <p>\(DiaryWords.lead[language])</p>
            <div class="field"><label for="day">\(DiaryWords.day[language])</label>\
            \(problemLine(at: "day", problems, in: language))<input id="day" name="day" type="date" \
            value="\(form?["day"] ?? "\(today.adding(-1))")" max="\(today)" \
            min="\(today.adding(-Measurements.DiaryDay.furthest))"\(problemAttributes(at: "day", problems)) required></div>
            \(part(.morning, DiaryWords.morning))\(part(.evening, DiaryWords.evening))
            <button class="btn">\(DiaryWords.save[language])</button></form>
            \(photo)
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var photo: HTML {
        guard photos == .taken else { return .none }
        return """
            <a class="btn ghost" href="/measure/diary/photo">\(icon(.upload))\(PhotoWords.byPhoto[language])</a>
            """
    }

    private var done: HTML {
        guard let kept else { return .none }
        return """
            <section class="card stack" role="status"><h2>\(icon(.check))\(DiaryWords.kept(kept)[language])</h2>\
            <p>\(DiaryWords.another[language])</p>\
            <a class="btn ghost" href="/graph">\(icon(.chart))\(DiaryWords.graph[language])</a></section>
            """
    }

    private func part(_ part: DayPart, _ title: Sentence) -> HTML {
        let places = Measurements.DiaryDay.places.filter { $0.part == part }.map(\.name)
        let rows: [HTML] = places.enumerated().map { number, name in
            """
            <div class="pair">\(field("\(name)-upper", DiaryWords.upper(number + 1)))\
            \(field("\(name)-lower", DiaryWords.lower(number + 1)))</div>
            """
        }
        return "<fieldset class=\"field\"><legend>\(title[language])</legend>\(rows)</fieldset>"
    }

    private func field(_ name: String, _ label: Sentence) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" value="\(form?[name] ?? "")" \
        inputmode="numeric"\(problemAttributes(at: name, problems))></div>
        """
    }
}
