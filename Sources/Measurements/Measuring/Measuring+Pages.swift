import Clinical
import HTTPTypes
import Web

/// The four steps of measuring, one question a screen.
enum MeasuringPages {
    static func sit(also kinds: [AlsoMeasured], for helped: String?, in language: Language) -> Page {
        measuringPage(
            MeasuringWords.sit[language], step: 1, back: "/today", for: helped, in: language,
            sitting(
                then: "/measure/cuff",
                or: """
                    <a class="btn ghost" href="/measure/meter">\(icon(.gauge))\(MeterWords.fromMeter[language])</a>\
                    \(OneNumberPages.ways(to: kinds, in: language))
                    """, language)
        )
    }

    static func sitting(then next: String, or other: HTML = .none, _ language: Language) -> HTML {
        """
        <h1 tabindex="-1">\(MeasuringWords.sit[language])</h1>
        <div class="drawing">\(Drawing.sittingQuietly)</div>
        \(advice(MeasuringWords.sitAdvice, language))
        \(timer(seconds: 300, says: MeasuringWords.fiveMinutesOver, .byButton, language))
        \(end(
            "<a class=\"btn\" href=\"\(next)\">\(MeasuringWords.sitting[language]) \(icon(.forward))</a>\(other)"))
        """
    }

    static func cuff(for helped: String?, in language: Language) -> Page {
        measuringPage(
            MeasuringWords.cuff[language], step: 2, back: "/measure", for: helped, in: language,
            cuffOn(then: "/measure/numbers", language)
        )
    }

    static func cuffOn(then next: String, _ language: Language) -> HTML {
        """
        <h1 tabindex="-1">\(MeasuringWords.cuff[language])</h1>
        <div class="drawing">\(Drawing.cuffOnArm)</div>
        \(advice(MeasuringWords.cuffAdvice, language))
        \(end("<a class=\"btn\" href=\"\(next)\">\(MeasuringWords.meterReady[language]) \(icon(.forward))</a>"))
        """
    }

    /// What stands in the fields, and the number of this form: sent twice it is still one reading.
    struct Fields {
        var systolic = ""
        var diastolic = ""
        var pulse = ""
        var formNumber: String
        var problems: [Problem] = []
    }

    static func numbers(
        _ fields: Fields, _ secret: FormSecret, for helped: String?, in language: Language
    ) -> Page {
        measuringPage(
            MeasuringWords.numbersTitle[language], step: 3, back: "/measure/cuff", for: helped, in: language,
            """
            <div class="stage">\(typing(fields, secret.field, language))</div>\(OfflinePage.kept(in: language))
            """
        )
    }

    /// - Parameter secret: the field that proves where the form came from; a page without a session has an empty one
    static func typing(_ fields: Fields, _ secret: HTML, _ language: Language) -> HTML {
        let problems = fields.problems
        return """
            <h1 tabindex="-1">\(MeasuringWords.numbers[language])</h1>\
            <p class="lead">\(MeasuringWords.numbersLead[language])</p>
            \(errorSummary(MeasuringWords.lookAgain, problems, in: language))
            <form method="post" action="/measure/numbers" autocomplete="off" data-behaviour="reading">\(secret)
            <input type="hidden" name="number" value="\(fields.formNumber)">
            <div class="meter-rows">
            \(row("systolic", MeasuringWords.upper, MeasuringWords.upperHint, fields.systolic, problems, language))
            \(row("diastolic", MeasuringWords.lower, MeasuringWords.lowerHint, fields.diastolic, problems, language))
            \(row("pulse", MeasuringWords.pulse, MeasuringWords.pulseHint, fields.pulse, problems, language))
            </div>
            \(keypad(language))
            <details class="where" id="where"><summary>\(MeasuringWords.where_[language])</summary>
            \(Drawing.meterRows(marking: 1))<p class="hint">\(MeasuringWords.whereHint[language])</p></details>
            \(OfflinePage.troubles(in: language))
            \(end("<button class=\"btn\">\(MeasuringWords.next[language]) \(icon(.forward))</button>"))</form>
            """
    }

    /// "Klopt 218?": asked, never refused.
    static func doubt(
        _ doubt: Doubt, about typed: Measurements.Typed, formNumber: String, _ secret: FormSecret,
        for helped: String?, in language: Language
    ) -> Page {
        let number = doubt.number(in: typed)
        let rest: [HTML] = doubt.question.dropFirst().map { "<p>\($0[language])</p>" }
        let swap: HTML =
            doubt.offer == nil
            ? .none
            : "<button class=\"btn\" name=\"confirmed\" value=\"swap\">\(MeasuringWords.swap[language])</button>"
        return measuringPage(
            MeasuringWords.asks(number)[language], step: 3, back: "/measure/numbers", for: helped, in: language,
            """
            <form method="post" action="/measure/numbers">\(secret.field)
            <input type="hidden" name="number" value="\(formNumber)">
            <input type="hidden" name="systolic" value="\(typed.systolic)">
            <input type="hidden" name="diastolic" value="\(typed.diastolic)">
            <input type="hidden" name="pulse" value="\(typed.pulse.map(String.init) ?? "")">
            <div class="asked"><h1>\(MeasuringWords.asks(number)[language])</h1>\
            <p class="big" aria-hidden="true">\(number)</p>\(rest)</div>
            <div class="end buttons">\(swap)\
            <button class="btn" name="confirmed" value="yes">\(icon(.check))\(MeasuringWords.yes[language])</button>\
            <button class="btn ghost" name="confirmed" value="change">\(MeasuringWords.change[language])</button></div>
            </form>
            """
        )
    }

    static func complaints(
        about reading: Measurements.ReadingID, problems: [Problem] = [], _ secret: FormSecret, for helped: String?,
        in language: Language
    ) -> Page {
        let choices: [HTML] = Complaint.allCases.map { choice($0.rawValue, $0.inOwnWords, language) }
        return measuringPage(
            MeasuringWords.complaints[language], step: 3, back: "/today", for: helped, in: language,
            """
            \(errorSummary(MeasuringWords.lookAgain, problems, in: language))
            <form method="post" action="/measure/done/\(reading)/complaints">\(secret.field)
            <h1 id="question">\(MeasuringWords.complaints[language])</h1>
            <fieldset class="choices" id="complaint" aria-labelledby="question">\(choices)</fieldset>
            <p class="or">\(MeasuringWords.or[language])</p>
            \(choice("none", MeasuringWords.none, language))
            \(end("<button class=\"btn\">\(MeasuringWords.next[language]) \(icon(.forward))</button>"))</form>
            """
        )
    }

    private static func choice(_ value: String, _ words: Sentence, _ language: Language) -> HTML {
        """
        <label class="choice"><input type="checkbox" name="complaint" value="\(value)"><span>\(words[language])</span>\
        </label>
        """
    }

    private static func row(
        _ name: String, _ label: Sentence, _ hint: Sentence, _ value: String, _ problems: [Problem],
        _ language: Language
    ) -> HTML {
        """
        <label class="meter-row"><span>\(label[language])<small>\(hint[language])</small></span>\
        <input id="\(name)" name="\(name)" value="\(value)" placeholder="–" inputmode="numeric" autocomplete="off"\
        \(problemAttributes(at: name, problems))></label>\(problemLine(at: name, problems, in: language))
        """
    }

    private static func keypad(_ language: Language) -> HTML {
        let digits: [HTML] = (1...9).map { "<button type=\"button\" data-key=\"\($0)\">\($0)</button>" }
        return """
            <div class="keys" role="group" aria-label="\(MeasuringWords.digits[language])" data-behaviour="keypad" hidden>\
            \(digits)<button type="button" class="word" data-key="wipe">\(icon(.wipe))\
            <span class="spoken">\(MeasuringWords.wipe[language])</span></button>\
            <button type="button" data-key="0">0</button>\
            <button type="button" class="word" data-part="where">\(MeasuringWords.where_[language])</button></div>
            """
    }

    static func advice(_ sentences: [Sentence], _ language: Language) -> HTML {
        let lines: [HTML] = sentences.map { "<li>\(icon(.check))<span>\($0[language])</span></li>" }
        return "<ul class=\"advice\">\(lines)</ul>"
    }

    enum ClockStart { case byButton, byItself }

    static func timer(
        seconds: Int, says done: Sentence, _ start: ClockStart, _ language: Language
    ) -> HTML {
        let button: HTML =
            start == .byButton
            ? """
            <button class="pill" type="button" data-part="start">\(icon(.clock))\(MeasuringWords.startClock[language])\
            </button>
            """ : .none
        return """
            <div class="timer" data-behaviour="timer" data-seconds="\(seconds)" data-done="\(done[language])" hidden>
            <span>\(MeasuringWords.left[language]) <b data-part="clock" role="timer"></b></span>\(button)
            <span class="spoken" data-part="voice" role="status"></span></div>
            """
    }

    static func end(_ buttons: HTML) -> HTML { "<div class=\"end\">\(buttons)</div>" }
}

extension Doubt {
    /// The number that the question is about.
    fileprivate func number(in typed: Measurements.Typed) -> String {
        switch self {
        case .diastolic: String(typed.diastolic)
        case .pulse(let pulse): String(pulse.perMinute)
        case .swapped, .closeTogether: "\(typed.systolic)/\(typed.diastolic)"
        default: String(typed.systolic)
        }
    }
}
