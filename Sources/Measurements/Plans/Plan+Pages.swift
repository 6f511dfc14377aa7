import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Web

/// How a patient measures, what they aim at, and the measuring weeks.
struct PlanPage {
    let frame: WorkFrame
    let card: Identity.PatientCard
    let plan: Measurements.Plan?
    let weeks: [Measurements.MeasuringWeek]
    let agreements: [Measurements.Agreement]
    let number: ID<Measurements.WeekMark>
    let today: Day
    var typed: PlanForm
    let language: Language
    var problems: [Problem] = []

    private var words: DateWords { DateWords(language) }
    private var path: String { "/patients/\(card.id)" }

    var page: Page {
        workPage(
            PlanWords.title[language], at: .patients, frame, in: language,
            """
            \(workBar(PlanWords.title[language], "\(card.listName) \(words.digits(card.bornOn))"))
            <div class="scroll"><div class="body narrow">\
            \(errorSummary(PlanWords.notSaved, problems, in: language))\(agreeing)\(plan == nil ? .none : week)\(before)
            <p><a class="action bare" href="\(path)">\(PlanWords.back[language])</a></p></div></div>
            """)
    }

    func again(from request: Request, context: PracticeContext) -> Response {
        var response = page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    private var agreeing: HTML {
        let choices: [HTML] = MeasuringProtocol.all.map(choice)
        return """
            <section class="block"><h2>\(PlanWords.agreement[language])</h2>
            <form class="form" method="post" action="\(path)/plan">\(frame.secret.field)
            <fieldset class="field whole" id="protocol"><legend>\(PlanWords.protocol_[language])</legend>\
            \(problemLine(at: "protocol", problems, in: language))\(choices)</fieldset>
            <div class="field-row">\(goal("systolic", PlanWords.goalSystolic, typed.systolic))\
            \(goal("diastolic", PlanWords.goalDiastolic, typed.diastolic))</div>
            <div class="field"><label for="heart-failure">\(PlanWords.heartFailure[language])</label>\
            <p class="hint" id="heart-failure-hint">\(PlanWords.heartFailureHint[language])</p>\
            \(problemLine(at: "heart-failure", problems, in: language))\
            <input id="heart-failure" name="heart-failure" type="date" value="\(typed.heartFailure)" max="\(today)"\
            \(problemAttributes(at: "heart-failure", problems))></div>
            <fieldset class="field whole" id="also"><legend>\(PlanWords.also[language])</legend>\
            \(AlsoMeasured.allCases.map(kind))</fieldset>
            <div class="row-actions"><button class="action main">\(PlanWords.save[language])</button></div></form></section>
            """
    }

    private func choice(_ measuring: MeasuringProtocol) -> HTML {
        let isChosen = measuring.name == typed.measuring
        return """
            <label class="pick"><input type="radio" name="protocol" value="\(measuring.name)"\
            \(isChosen ? " checked" as HTML : .none)> <span>\(PlanWords.protocolWords(measuring)[language])</span></label>
            """
    }

    private func kind(_ kind: AlsoMeasured) -> HTML {
        let chosen: HTML = typed.also.contains(kind) ? " checked" : .none
        return """
            <label class="pick"><input type="checkbox" name="also" value="\(kind.rawValue)"\(chosen)> \
            <span>\(kind.title[language])</span></label>
            """
    }

    private func goal(_ name: String, _ label: Sentence, _ value: String) -> HTML {
        """
        <div class="field short"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" value="\(value)" \
        autocomplete="off" inputmode="numeric" class="large"\(problemAttributes(at: name, problems))></div>
        """
    }

    private var week: HTML {
        let open: [HTML] = weeks.filter { $0.judged == nil && $0.endsOn >= today }.map(running)
        return """
            <section class="block"><h2>\(PlanWords.weeks[language])</h2>\(open)
            <form class="form" method="post" action="\(path)/weeks">\(frame.secret.field)\
            <input type="hidden" name="number" value="\(number)">
            <div class="field"><label for="starts">\(PlanWords.starts[language])</label>\
            \(problemLine(at: "starts", problems, in: language))<input id="starts" name="starts" type="date" \
            value="\(proposedStart)" min="\(today)" max="\(today.adding(PlanForm.furthest))"\
            \(problemAttributes(at: "starts", problems))></div>
            <div class="row-actions"><button class="action main">\(PlanWords.ask[language])</button></div></form></section>
            """
    }

    /// The day after the last week that is asked for, or tomorrow.
    private var proposedStart: Day {
        let last = weeks.filter { $0.judged == nil }.map(\.endsOn).max()
        return max(last ?? today, today).adding(1)
    }

    private func running(_ week: Measurements.MeasuringWeek) -> HTML {
        """
        <div class="notice info">\(icon(.calendar))<p>\(PlanWords.asked(words.range(week.startsOn, week.endsOn))[language])</p>\
        <form method="post" action="\(path)/weeks/\(week.id)/end">\(frame.secret.field)\
        <button class="action small">\(PlanWords.withdraw[language])<span class="spoken"> \
        \(words.range(week.startsOn, week.endsOn))</span></button></form></div>
        """
    }

    private var before: HTML {
        guard !agreements.isEmpty else { return .none }
        let rows: [HTML] = agreements.map { agreement in
            let day = Moment.amsterdam(agreement.at).day
            return """
                <tr><td>\(words.plain(day, today: today))</td><td>\(agreement.by)</td>\
                <td class="value"><b>&lt; \(agreement.plan.goal)</b></td>\
                <td>\(PlanWords.days(agreement.plan.measuring.days)[language])</td></tr>
                """
        }
        return """
            <section class="block"><h2>\(PlanWords.before[language])</h2>\
            <div class="table-box" tabindex="0" role="region" aria-label="\(PlanWords.before[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(PlanWords.when[language])</th>\
            <th scope="col">\(PlanWords.who[language])</th><th scope="col">\(PlanWords.goal[language])</th>\
            <th scope="col">\(PlanWords.protocol_[language])</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}
