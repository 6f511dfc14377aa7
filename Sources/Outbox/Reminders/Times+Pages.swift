import Clinical
import Web

/// At which moments, and in which hours never.
struct ReminderTimesPage {
    let wishes: ReminderWishes
    let form: Form?
    let frame: PatientFrame
    let secret: FormSecret
    let language: Language
    var problems: [Problem] = []

    var page: Page {
        patientPage(
            ReminderWords.timesTitle[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(ReminderWords.timesTitle[language])</h1></div>
            \(errorSummary(ReminderWords.notYet, problems, in: language))
            <form class="card stack" method="post" action="/reminders/times">\(secret.field)
            <fieldset id="moments"><legend class="spoken">\(ReminderWords.timesTitle[language])</legend>\
            \(problemLine(at: "moments", problems, in: language))\(choices)\(own)</fieldset>
            <fieldset id="quiet"><legend>\(ReminderWords.quietTitle[language])</legend>\
            \(problemLine(at: "quiet", problems, in: language))<div class="pair">\
            \(hour("from", ReminderWords.from, wishes.quiet.from))\
            \(hour("until", ReminderWords.until, wishes.quiet.until))</div></fieldset>
            <button class="btn">\(ReminderWords.save[language])</button></form>
            <a class="btn ghost" href="/reminders">\(ReminderWords.back[language])</a>
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var chosen: String {
        if let typed = form?["moments"] { return typed }
        return ReminderMoments.choices.contains(wishes.moments) ? wishes.moments.text : "own"
    }

    private var choices: HTML {
        let lines: [HTML] = ReminderMoments.choices.map { moments in
            let on: HTML = moments.text == chosen ? " checked" : .none
            let times = ReminderWords.at(moments.minutes.map { clockText($0, language) })
            return """
                <label class="choice"><input type="radio" name="moments" value="\(moments.text)"\(on)>\
                <span>\(times[language])</span></label>
                """
        }
        return "\(lines)"
    }

    private var own: HTML {
        let on: HTML = chosen == "own" ? " checked" : .none
        let minutes = wishes.moments.minutes
        let (first, second) = (minutes.first, minutes.count > 1 ? minutes.last : nil)
        return """
            <label class="choice"><input type="radio" name="moments" value="own"\(on)>\
            <span>\(ReminderWords.ownTimes[language])</span></label>
            <div class="pair">\(time("morning", ReminderWords.morning, first))\
            \(time("evening", ReminderWords.evening, second))</div>
            """
    }

    private func time(_ name: String, _ label: Sentence, _ minute: Int?) -> HTML {
        let value = form?[name] ?? minute.map(ReminderForm.typed) ?? ""
        return """
            <div class="field"><label for="\(name)">\(label[language])</label>\
            <input id="\(name)" name="\(name)" type="time" value="\(value)"></div>
            """
    }

    private func hour(_ name: String, _ label: Sentence, _ minute: Int) -> HTML {
        let options: [HTML] = (0..<24).map { hour in
            let on: HTML = hour * 60 == minute ? " selected" : .none
            return "<option value=\"\(hour)\"\(on)>\(clockText(hour * 60, language))</option>"
        }
        return """
            <div class="field"><label for="\(name)">\(label[language])</label>\
            <select id="\(name)" name="\(name)">\(options)</select></div>
            """
    }
}
