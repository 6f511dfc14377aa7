import Clinical
import Web

/// When the practice answers and is open, and what a patient does when it is closed.
struct AnsweringPage {
    let frame: WorkFrame
    let form: AnsweringForm
    var problems: [Problem] = []
    let today: Moment
    let kept: Identity.Answering
    let notice: Notice
    let language: Language

    enum Notice: Hashable, Sendable { case none, kept }

    private var words: DateWords { DateWords(language) }

    var page: Page {
        workPage(
            AnsweringWords.title[language], at: .answering, frame, in: language,
            """
            \(workBar(AnsweringWords.title[language]))\(noticeBar)<div class="scroll"><div class="body narrow">\
            \(errorSummary(AnsweringWords.notSaved, problems, in: language))\
            <p class="notice info">\(icon(.eye))\(AnsweringWords.notWatched[language])</p>\(fields)\(patientSees)</div></div>
            """)
    }

    private var noticeBar: HTML {
        notice == .kept
            ? "<div class=\"notice\" role=\"status\">\(icon(.check))<span>\(AnsweringWords.saved[language])</span></div>"
            : .none
    }

    private var fields: HTML {
        let days: [HTML] = (1...7).map(day)
        return """
            <form class="form" method="post" action="/practice/answering">\(frame.secret.field)\
            <section class="block">\(field("reply-days", AnsweringWords.replyDays, form.replyDays, " inputmode=\"numeric\"", "short"))\
            <p class="hint">\(AnsweringWords.replyHint[language])</p></section>\
            <section class="block"><h2>\(AnsweringWords.hours[language])</h2><p class="hint">\(AnsweringWords.hoursHint[language])</p>\
            \(days)</section>\
            <section class="block">\(field("phone", AnsweringWords.phone, form.phone, " inputmode=\"tel\""))\
            \(field("night-phone", AnsweringWords.nightPhone, form.nightPhone, " inputmode=\"tel\""))\
            \(field("night-text", AnsweringWords.nightText, form.nightText, " maxlength=\"200\""))\
            <p class="hint">\(AnsweringWords.nightHint[language])</p></section>\
            <div class="row-actions"><button class="action main">\(AnsweringWords.save[language])</button></div></form>
            """
    }

    private func day(_ weekday: Int) -> HTML {
        let (from, until) = form.hours[weekday - 1]
        let name = words.weekday(weekday: weekday)
        let field = "from-\(weekday)"
        return """
            <fieldset class="opening"><legend>\(name)</legend>\(problemLine(at: field, problems, in: language))\
            <label for="\(field)"><span class="spoken">\(name) </span>\(AnsweringWords.from[language])</label>\
            <input id="\(field)" name="\(field)" type="time" value="\(from)"\(problemAttributes(at: field, problems))>\
            <label for="until-\(weekday)"><span class="spoken">\(name) </span>\(AnsweringWords.until[language])</label>\
            <input id="until-\(weekday)" name="until-\(weekday)" type="time" value="\(until)"></fieldset>
            """
    }

    private func field(
        _ name: String, _ label: Sentence, _ value: String, _ more: HTML, _ size: String = ""
    ) -> HTML {
        """
        <div class="field \(size)"><label for="\(name)">\(label[language])</label>\(problemLine(at: name, problems, in: language))\
        <input id="\(name)" name="\(name)" value="\(value)" autocomplete="off"\(more)\(problemAttributes(at: name, problems))></div>
        """
    }

    /// What was kept, as a patient reads it who asks something now.
    private var patientSees: HTML {
        let note = AnsweringNote(kept, at: today, in: language)
        let closed = AnsweringNote(kept, at: today, in: language).whenClosed
        return """
            <section class="block"><h2>\(AnsweringWords.patientSees[language])</h2>\
            <p>\(note.promise)</p>\(closed)</section>
            """
    }
}

/// What a patient reads of when there is an answer, and of what to do when the practice is closed.
package struct AnsweringNote {
    private let answering: Identity.Answering
    private let now: Moment
    private let language: Language

    package init(_ answering: Identity.Answering, at now: Moment, in language: Language) {
        self.answering = answering
        self.now = now
        self.language = language
    }

    private var words: DateWords { DateWords(language) }

    /// The day on which an answer is there at the latest, for what was asked at this moment.
    package var day: Day { answering.times.answerDay(after: now) }

    package var promise: String { AnsweringWords.promise(words.long(day))[language] }

    /// Something waits since this moment; when its day has passed, the practice says that it is late.
    package static func waiting(
        since asked: Moment, _ answering: Identity.Answering, today: Day, in language: Language
    ) -> String {
        let day = answering.times.answerDay(after: asked)
        return day < today
            ? AnsweringWords.late[language] : AnsweringWords.promise(DateWords(language).long(day))[language]
    }

    /// Nothing while the practice is open, or when nobody said when it is.
    package var ifClosed: HTML {
        guard case .closed(let until) = answering.times.state(at: now) else { return .none }
        return """
            <p>\(AnsweringWords.closed[language]) \(opens(until)[language])</p>\(whenClosed)
            """
    }

    /// What to do outside the hours, whatever the hour is now.
    package var whenClosed: HTML {
        let own: HTML = answering.nightText.map { "<p>\($0)</p>" } ?? .none
        let number: HTML =
            answering.nightPhone.map { " <a class=\"num\" href=\"\(phoneLink($0))\">\($0)</a>" } ?? .none
        return """
            <p>\(AnsweringWords.cannotWait[language])\(number)</p>\(own)<p>\(AnsweringWords.danger[language])</p>
            """
    }

    private func opens(_ until: Moment) -> Sentence {
        let clock = words.clock(until)
        switch until.day.days(since: now.day) {
        case 0: return AnsweringWords.opensToday(clock)
        case 1: return AnsweringWords.opensTomorrow(clock)
        default: return AnsweringWords.opens(words.weekday(until.day), clock)
        }
    }
}
