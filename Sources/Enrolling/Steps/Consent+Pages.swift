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
            value="\(today)" max="\(today)"\(problemAttributes(at: "consented", problems))></div>
            \(choices("way", StepWords.way, Enrolling.ConsentWay.allCases.map { ($0.rawValue, StepWords.way($0)) }))
            \(choices("reading", StepWords.reading, Enrolling.Consent.Reading.allCases.map { ($0.rawValue, StepWords.reading($0)) }))
            \(choices("help", StepWords.help, Enrolling.Help.allCases.map { ($0.rawValue, StepWords.help($0)) }))
            <div class="field"><label for="spoken">\(StepWords.spoken[language])</label>\
            <input id="spoken" name="spoken" value="Nederlands" autocomplete="off"></div>
            <div class="row-actions"><button class="action main">\(icon(.check))\(StepWords.takesPart[language])</button></div>
            </form></section>
            """
    }

    private func choices(_ name: String, _ title: Sentence, _ all: [(String, Sentence)]) -> HTML {
        let lines: [HTML] = all.map { value, word in
            "<label class=\"pick\"><input type=\"radio\" name=\"\(name)\" value=\"\(value)\"> <span>\(word[language])</span></label>"
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
        let record = "/patients/\(steps.candidate.id)"
        let consent: HTML =
            steps.enrolment.map {
                "<p>\(StepWords.said($0.way)[language]) \(StepWords.help($0.help)[language]). \($0.by).</p>"
            } ?? .none
        return """
            <section class="block"><h2>\(StepWords.next[language])</h2>\(consent)\(helped)<div class="row-actions">\
            <a class="action" href="\(record)/plan">\(icon(.calendar))\(StepWords.toPlan[language])</a>\
            <a class="action" href="\(record)/loan">\(icon(.box))\(StepWords.toLoan[language])</a>\
            <a class="action" href="\(record)/readings">\(icon(.cuff))\(StepWords.toReading[language])</a>\
            <a class="action" href="\(record)/letter">\(icon(.print))\(StepWords.toLetter[language])</a>\
            <a class="action" href="\(record)/help">\(icon(.hands))\(StepWords.toHelp[language])</a></div>
            <form method="post" action="/enrolling/\(steps.candidate.id)/stop">\(frame.secret.field)\
            <button class="action bare">\(StepWords.stop[language])</button></form></section>
            """
    }
}
