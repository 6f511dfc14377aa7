import Clinical
import Identity
import Web

/// What help a patient has or had, and asking for it.
struct AskingPage {
    let card: Identity.PatientCard
    let tasks: [Assistance.Task]
    let steps: [Assistance.TaskID: [Assistance.StepTaken]]
    let places: [Assistance.Place]
    let frame: WorkFrame
    let number: ID<Assistance.TaskMark>
    let now: Instant
    var problems: [Problem] = []
    let language: Language

    private var words: DateWords { DateWords(language) }
    private var today: Day { Moment.amsterdam(now).day }
    private var path: String { "/patients/\(card.id)/help" }

    var page: Page {
        let none: HTML = tasks.isEmpty ? "<p class=\"quiet\">\(AskingWords.nothing[language])</p>" : .none
        return workPage(
            AskingWords.title[language], at: .patients, frame, in: language,
            """
            \(workBar(AskingWords.title[language], card.fullName))<div class="scroll"><div class="body narrow">\
            \(errorSummary(TaskWords.notYet, problems, in: language))<p class="quiet">\(AskingWords.intro[language])</p>
            \(none)\(tasks.map(block))\(asking)
            <p><a class="action bare" href="/patients/\(card.id)">\(AskingWords.record[language])</a></p></div></div>
            """)
    }

    private func block(_ task: Assistance.Task) -> HTML {
        let standing = task.standing(at: now)
        let until: HTML =
            task.until.map {
                " <em>\(AskingWords.until(words.plain(Moment.amsterdam($0).day, today: today))[language])</em>"
            } ?? .none
        let taken: [HTML] = steps[task.id, default: []].map(step)
        return """
            <section class="block"><h2>\(TaskWords.help(task.help)[language]), \(task.organisationName)</h2>
            <p><span class="chip info">\(AskingWords.standing(standing)[language])</span>\(until)</p>\(ways(task, standing))
            <ol class="timeline">\(taken)</ol></section>
            """
    }

    private func step(_ step: Assistance.StepTaken) -> HTML {
        let when = words.plain(Moment.amsterdam(step.at).day, today: today)
        let day: HTML = step.onDay.map { "<p>\(words.plain($0, today: today))</p>" } ?? .none
        let note: HTML = step.note.isEmpty ? .none : "<p>\(step.note)</p>"
        return """
            <li><span class="reason">\(icon(step.step == .done ? .check : .hands))</span>\
            <div><h3>\(TaskWords.step(step.step)[language]) <time>\(when)</time></h3>\(day)\(note)\
            <p class="quiet">\(step.by ?? AskingWords.patient[language])</p></div></li>
            """
    }

    private func ways(_ task: Assistance.Task, _ standing: Assistance.Standing) -> HTML {
        var forms: [HTML] = []
        if standing.after(.agreed) != nil {
            forms.append(button("agreement", task, AskingWords.saidYes, main: " main"))
        }
        if standing.after(.withdrawn) != nil { forms.append(button("end", task, AskingWords.withdraw, main: " bare")) }
        return forms.isEmpty ? .none : "<div class=\"row-actions\">\(forms)</div>"
    }

    private func button(_ deed: String, _ task: Assistance.Task, _ word: Sentence, main: String) -> HTML {
        """
        <form method="post" action="\(path)/\(task.id)/\(deed)">\(frame.secret.field(numbered: number))\
        <button class="action\(main)" aria-label="\(word[language]): \(TaskWords.help(task.help)[language])">\
        \(word[language])</button></form>
        """
    }

    private var asking: HTML {
        guard !places.isEmpty else { return "<p>\(AskingWords.noPlaces[language])</p>" }
        let choices: [HTML] = places.map { place in
            let helps: [HTML] = place.helps.map { pick("what", "\($0.rawValue) \(place.id)", TaskWords.help($0)) }
            return "<fieldset class=\"field whole\"><legend>\(place.name)</legend>\(helps)</fieldset>"
        }
        return """
            <section class="block"><h2>\(AskingWords.new[language])</h2><form class="form" method="post" action="\(path)">\
            \(frame.secret.field(numbered: number))<div id="what">\(problemLine(at: "what", problems, in: language))\
            \(choices)</div><fieldset class="field whole" id="consent"><legend>\(AskingWords.consent[language])</legend>\
            \(problemLine(at: "consent", problems, in: language))\(pick("consent", "consult", AskingWords.now))\
            \(pick("consent", "screen", AskingWords.later))</fieldset>
            <div class="row-actions"><button class="action main">\(icon(.hands))\(AskingWords.send[language])</button></div>
            </form></section>
            """
    }

    private func pick(_ name: String, _ value: String, _ word: Sentence) -> HTML {
        """
        <label class="pick"><input type="radio" name="\(name)" value="\(value)"> <span>\(word[language])</span></label>
        """
    }
}
