import Clinical
import Web

extension StepsPage {
    /// The form with which somebody takes part.
    var consent: HTML {
        guard steps.candidate.state.after(.takePart) != nil else { return .none }
        return """
            <section class="block"><h2>\(StepWords.consent[language])</h2><p>\(StepWords.tell[language])</p>
            <form class="form" method="post" action="/enrolling/\(steps.candidate.id)/enrolment">\(frame.secret.field)
            <div class="field short"><label for="consented">\(StepWords.consentedOn[language])</label>\
            \(problemLine(at: "consented", problems, in: language))<input id="consented" name="consented" type="date" \
            value="\(form?["consented"] ?? today.description)" max="\(today)"\(problemAttributes(at: "consented", problems))></div>
            \(choices("way", StepWords.way, Enrolling.ConsentWay.allCases.map { ($0.rawValue, StepWords.way($0)) }))
            \(choices("reading", StepWords.reading, Enrolling.Consent.Reading.allCases.map { ($0.rawValue, StepWords.reading($0)) }))
            \(choices("help", StepWords.help, Enrolling.Help.allCases.map { ($0.rawValue, StepWords.help($0)) }))
            <div class="field"><label for="spoken">\(StepWords.spoken[language])</label>\
            <input id="spoken" name="spoken" value="\(form?["spoken"] ?? "Nederlands")" autocomplete="off"></div>
            <div class="row-actions"><button class="action main">\(icon(.check))\(StepWords.takesPart[language])</button></div>
            </form></section>
            """
    }

    private func choices(_ name: String, _ title: Sentence, _ all: [(String, Sentence)]) -> HTML {
        let lines: [HTML] = all.map { value, word in
            let on: HTML = form?[name] == value ? " checked" : .none
            return """
                <label class="pick"><input type="radio" name="\(name)" value="\(value)"\(on)> \
                <span>\(word[language])</span></label>
                """
        }
        return """
            <fieldset class="field whole" id="\(name)"><legend>\(title[language])</legend>\
            \(problemLine(at: name, problems, in: language))\(lines)</fieldset>
            """
    }

    /// Whether somebody of the neighbourhood was asked; a hint where help was noted and nobody asked.
    private var helped: HTML {
        if let helped = steps.facts.helped { return "<p>\(StepWords.helped(helped)[language])</p>" }
        guard steps.enrolment?.help == .library else { return .none }
        return "<p class=\"notice warn\">\(icon(.hands))\(StepWords.notAskedYet[language])</p>"
    }

    /// What is next for somebody who takes part.
    var doing: HTML {
        let consent: HTML =
            steps.enrolment.map {
                "<p>\(StepWords.said($0.way)[language]) \(StepWords.help($0.help)[language]). \($0.by).</p>"
            } ?? .none
        return """
            <section class="block"><h2>\(StepWords.next[language])</h2>\(consent)\(helped)<div class="row-actions">\
            \(to(.planned, .calendar, StepWords.toPlan))\(to(.lent, .box, StepWords.toLoan))\
            \(to(.measuredTogether, .cuff, StepWords.toReading))\(to(.account, .print, StepWords.toLetter))\
            <a class="action" href="/patients/\(steps.candidate.id)/help">\(icon(.hands))\(StepWords.toHelp[language])</a></div>
            <form method="post" action="/enrolling/\(steps.candidate.id)/stop">\(frame.secret.field)\
            <button class="action bare">\(StepWords.stop[language])</button></form></section>
            """
    }

    /// The page where a step is done; those without one happen by themselves.
    func page(for step: Enrolling.StepName) -> String? {
        let record = "/patients/\(steps.candidate.id)"
        return switch step {
        case .planned: "\(record)/plan"
        case .lent: "\(record)/loan"
        case .measuredTogether: "\(record)/readings"
        case .account: "\(record)/letter"
        case .selected, .invited, .consented, .firstReading, .answered: nil
        }
    }

    private func to(_ step: Enrolling.StepName, _ sign: Icon, _ word: Sentence) -> HTML {
        guard let page = page(for: step) else { return .none }
        let rank = steps.next == step ? " main" : ""
        return "<a class=\"action\(rank)\" href=\"\(page)\">\(icon(sign))\(word[language])</a>"
    }
}
