import Clinical
import Identity
import Web

/// The tasks of one organisation.
struct DeskPage {
    let lines: [Assistance.Line]
    let frame: WorkFrame
    let today: Day
    let said: Said?
    let language: Language

    enum Said: String, Sendable { case done }

    private var words: DateWords { DateWords(language) }

    var page: Page {
        let notice: HTML =
            said == .done
            ? "<p class=\"notice\" role=\"status\">\(icon(.check))\(DeskWords.wasDone[language])</p>" : .none
        return workPage(
            DeskWords.title[language], at: .tasks, frame, in: language,
            """
            \(workBar(DeskWords.title[language], DeskWords.intro[language]))\(notice)<div class="desk">\(list)\
            <p class="quiet">\(DeskWords.promise[language])</p></div>
            """)
    }

    private var list: HTML {
        guard !lines.isEmpty else { return "<p>\(DeskWords.nobody[language])</p>" }
        return """
            <div class="table-box" tabindex="0" role="region" aria-label="\(DeskWords.title[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(DeskWords.name[language])</th>\
            <th scope="col">\(DeskWords.phone[language])</th><th scope="col">\(DeskWords.help[language])</th>\
            <th scope="col">\(DeskWords.state[language])</th><th scope="col">\(DeskWords.by[language])</th>\
            <th scope="col">\(DeskWords.agreed[language])</th><th scope="col">\(DeskWords.until[language])</th></tr></thead>\
            <tbody>\(lines.map(row))</tbody></table></div>
            """
    }

    private func row(_ line: Assistance.Line) -> HTML {
        """
        <tr><th scope="row"><a href="/tasks/\(line.id)">\(line.fullName)</a></th>\
        <td><a class="num nowrap" href="\(phoneLink(line.phone))">\(line.phone)</a></td>\
        <td>\(TaskWords.help(line.help)[language])</td><td>\(line.state(words, today, in: language))</td>\
        <td>\(line.takenBy ?? DeskWords.nobodyYet[language])</td>\
        <td>\(words.digits(Moment.amsterdam(line.agreedAt).day))</td>\
        <td>\(words.digits(Moment.amsterdam(line.until).day))</td></tr>
        """
    }
}

extension Assistance.Line {
    fileprivate func state(_ words: DateWords, _ today: Day, in language: Language) -> String {
        let state = TaskWords.standing(.runs(lastStep))[language]
        guard lastStep == .appointment, let day = appointmentOn else { return state }
        return "\(state): \(words.plain(day, today: today))"
    }
}

/// One task: whom to phone, what for, and what became of it.
struct TaskPage {
    let line: Assistance.Line
    let steps: [Assistance.StepTaken]
    let frame: WorkFrame
    let number: ID<Assistance.StepMark>
    let today: Day
    var problems: [Problem] = []
    var form: Form?
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        workPage(
            line.fullName, at: .tasks, frame, in: language,
            """
            <div class="person"><h1>\(line.fullName)</h1><p>\(TaskWords.help(line.help)[language])</p>\
            <div class="end"><a class="action main" href="\(phoneLink(line.phone))">\(icon(.phone))\
            \(DeskWords.call[language]) \(line.phone)</a></div></div>
            <div class="scroll"><div class="body narrow">\(errorSummary(TaskWords.notYet, problems, in: language))
            \(facts)\(acting)\(before)<p><a class="action bare" href="/tasks">\(DeskWords.back[language])</a></p></div></div>
            """)
    }

    private var facts: HTML {
        """
        <section class="block"><h2>\(DeskWords.state[language])</h2><dl class="facts">\
        <dt>\(DeskWords.state[language])</dt><dd>\(line.state(words, today, in: language))</dd>\
        <dt>\(DeskWords.by[language])</dt><dd>\(line.takenBy ?? DeskWords.nobodyYet[language])</dd>\
        <dt>\(DeskWords.agreed[language])</dt><dd>\(words.digits(Moment.amsterdam(line.agreedAt).day))</dd>\
        <dt>\(DeskWords.until[language])</dt><dd>\(words.digits(Moment.amsterdam(line.until).day))</dd></dl></section>
        """
    }

    private var acting: HTML {
        let buttons: [HTML] = Assistance.Step.ofHelper.map { step in
            let main: HTML = step == .taken && line.takenBy == nil ? " main" : .none
            return """
                <button class="action\(main)" name="step" value="\(step.rawValue)">\(DeskWords.step(step)[language])</button>
                """
        }
        return """
            <section class="block"><h2>\(DeskWords.what[language])</h2>
            <form class="form" method="post" action="/tasks/\(line.id)/steps">\(frame.secret.field(numbered: number))
            <div class="field"><label for="note">\(DeskWords.note[language])</label>\
            <p class="hint" id="note-hint">\(DeskWords.noteHint[language])</p>\
            \(problemLine(at: "note", problems, in: language))<input id="note" name="note" maxlength="300" \
            value="\(form?["note"] ?? "")" autocomplete="off"\(described("note"))></div>
            <div class="field short"><label for="day">\(DeskWords.day[language])</label>\
            \(problemLine(at: "day", problems, in: language))<input id="day" name="day" type="date" min="\(today)" \
            value="\(form?["day"] ?? "")"\(problemAttributes(at: "day", problems))></div>
            <div class="row-actions" id="step">\(problemLine(at: "step", problems, in: language))\(buttons)</div>
            <p class="quiet">\(DeskWords.doneMore[language])</p></form></section>
            """
    }

    private func described(_ name: String) -> HTML {
        problems.contains { $0.field == name }
            ? problemAttributes(at: name, problems) : " aria-describedby=\"\(name)-hint\""
    }

    private var before: HTML {
        guard !steps.isEmpty else { return .none }
        let lines: [HTML] = steps.map { step in
            let when = words.plain(Moment.amsterdam(step.at).day, today: today)
            let day: HTML = step.onDay.map { "<p>\(words.plain($0, today: today))</p>" } ?? .none
            let note: HTML = step.note.isEmpty ? .none : "<p>\(step.note)</p>"
            return """
                <li><span class="reason">\(icon(.check))</span><div><h3>\(TaskWords.step(step.step)[language]) \
                <time>\(when)</time></h3>\(day)\(note)<p class="quiet">\(step.by ?? "")</p></div></li>
                """
        }
        return """
            <section class="block"><h2>\(DeskWords.before[language])</h2><ol class="timeline">\(lines)</ol></section>
            """
    }
}
