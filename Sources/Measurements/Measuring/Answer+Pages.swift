import Clinical
import Identity
import Web

/// Step four: what the patient is told at once, by band; the number stands there, and what to do.
enum AnswerPages {
    struct Answer {
        let pressure: BloodPressure
        let goal: BloodPressure
        let answer: String
        let status: Status
        /// How often was measured at this moment of the day, and how often is asked.
        let done: Int
        let asked: Int
        let week: WeekJudgement.Outcome?
        let phone: String
        let answering: Identity.Answering
    }

    static func page(_ answer: Answer, at now: Moment, for helped: String?, in language: Language) -> Page {
        let note = AnsweringNote(answer.answering, at: now, in: language)
        return switch answer.answer {
        case "call-112": emergency(for: helped, in: language)
        case "phone-practice-today": call(MeasuringWords.phoneToday, answer, note, for: helped, in: language)
        case "contact-practice": call(MeasuringWords.contact, answer, note, for: helped, in: language)
        case "measure-again": again(answer, for: helped, in: language)
        default: thanks(answer, note, for: helped, in: language)
        }
    }

    private static func thanks(
        _ answer: Answer, _ note: AnsweringNote, for helped: String?, in language: Language
    ) -> Page {
        let isBelow =
            answer.pressure.systolic < answer.goal.systolic && answer.pressure.diastolic < answer.goal.diastolic
        let title = isBelow ? MeasuringWords.thanksBelow : MeasuringWords.thanksAbove
        let single: HTML = isBelow ? .none : "<p>\(MeasuringWords.oneIsNotAll[language])</p>"
        let unsure: HTML =
            answer.status == .unconfirmed ? "<p>\(MeasuringWords.unconfirmed[language])</p>" : .none
        return frame(
            "good", .check, title, step(answer, in: language), for: helped, in: language,
            """
            <h1>\(title[language])</h1>\(number(answer, language))\(single)\(unsure)\(week(answer, note, language))\
            \(secondTime(answer, language))
            """
        )
    }

    private static func again(_ answer: Answer, for helped: String?, in language: Language) -> Page {
        frame(
            "again", .clock, MeasuringWords.waitTitle,
            """
            <a class="btn" href="/measure/cuff">\(icon(.cuff))\(MeasuringWords.again[language])</a>\
            <a class="btn ghost" href="/today">\(MeasuringWords.later[language])</a>
            """, for: helped, in: language,
            """
            <h1>\(MeasuringWords.waitTitle[language])</h1>\(number(answer, language))
            <p>\(MeasuringWords.happens[language])</p>
            \(MeasuringPages.timer(seconds: 300, says: MeasuringWords.waitOver, .byItself, language))
            \(notWatched(language))
            """
        )
    }

    private static func call(
        _ title: Sentence, _ answer: Answer, _ note: AnsweringNote, for helped: String?, in language: Language
    ) -> Page {
        let closed = note.ifClosed
        let elsewhere: HTML = closed.isEmpty ? "<p class=\"quiet\">\(MeasuringWords.closed[language])</p>" : closed
        return frame(
            "call", .phone, title,
            """
            <a class="btn urgent" href="\(phoneLink(answer.phone))">\(icon(.phone))\(MeasuringWords.call[language]) \
            \(answer.phone)</a><a class="btn ghost" href="/today">\(MeasuringWords.done[language])</a>
            """, for: helped, in: language,
            """
            <h1>\(title[language])</h1>\(number(answer, language))
            <p>\(MeasuringWords.sayWhat[language])</p>\(elsewhere)
            \(notWatched(language))
            """
        )
    }

    private static func emergency(for helped: String?, in language: Language) -> Page {
        let steps: [HTML] = MeasuringWords.steps112.map { "<li><span>\($0[language])</span></li>" }
        return frame(
            "call", .phone, MeasuringWords.call112,
            """
            <a class="btn urgent" href="tel:112">\(icon(.phone))\(MeasuringWords.call[language]) 112</a>\
            <a class="btn ghost" href="/today">\(MeasuringWords.called[language])</a>
            """, for: helped, in: language,
            """
            <h1>\(MeasuringWords.call112[language])</h1>
            <p>\(MeasuringWords.serious[language])</p><ol>\(steps)</ol>
            """
        )
    }

    private static func frame(
        _ kind: String, _ sign: Icon, _ title: Sentence, _ buttons: HTML, for helped: String?,
        in language: Language, _ body: HTML
    ) -> Page {
        measuringPage(
            title[language], step: 4, back: "/today", for: helped, in: language,
            """
            <section class="answer \(kind)"><span class="sign">\(icon(sign))</span>
            \(body)</section>
            \(MeasuringPages.end(buttons))
            """
        )
    }

    private static func number(_ answer: Answer, _ language: Language) -> HTML {
        """
        <p class="big">\(answer.pressure.systolic) <small>\(MeasuringWords.over[language])</small> \
        \(answer.pressure.diastolic)</p>
        """
    }

    private static func secondTime(_ answer: Answer, _ language: Language) -> HTML {
        guard answer.done < answer.asked else { return "<p class=\"quiet\">\(MeasuringWords.bothDone[language])</p>" }
        return """
            <p class="quiet">\(MeasuringWords.inOneMinute[language])</p>
            \(MeasuringPages.timer(seconds: 60, says: MeasuringWords.minuteOver, .byItself, language))
            """
    }

    private static func step(_ answer: Answer, in language: Language) -> HTML {
        guard answer.done < answer.asked else {
            return "<a class=\"btn\" href=\"/today\">\(icon(.check))\(MeasuringWords.done[language])</a>"
        }
        return """
            <a class="btn" href="/measure/cuff">\(icon(.cuff))\(MeasuringWords.again[language])</a>\
            <a class="btn ghost" href="/today">\(MeasuringWords.later[language])</a>
            """
    }

    private static func week(_ answer: Answer, _ note: AnsweringNote, _ language: Language) -> HTML {
        guard let week = answer.week else { return .none }
        let lines: [HTML] = week.toPatient.map { "<p>\($0[language])</p>" }
        return "<h2>\(MeasuringWords.weekDone[language])</h2>\(lines)<p>\(note.promise)</p>\(note.ifClosed)"
    }

    private static func notWatched(_ language: Language) -> HTML {
        let lines: [HTML] = HomeAlerts.notWatched.map { "\($0[language]) " }
        return "<p class=\"quiet\">\(lines)</p>"
    }
}
