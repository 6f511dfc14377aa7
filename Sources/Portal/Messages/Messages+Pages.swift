import Clinical
import HTTPTypes
import Identity
import Web

/// The conversation of a patient with the practice, and a place to ask.
struct MessagesPage {
    let number: ID<Portal.MessageMark>
    let messages: [Portal.Message]
    let frame: PatientFrame
    let answering: Identity.Answering
    let now: Moment
    let secret: FormSecret
    let language: Language
    var draft = ""
    var problems: [Problem] = []
    var isSent = false

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            MessageWords.title[language], at: .messages, frame, in: language,
            """
            <main class="wrap one stack" id="main">
            \(notice)<div class="hello"><h1>\(MessageWords.title[language])</h1></div>
            \(errorSummary(MessageWords.notYet, problems, in: language))
            \(talk)\(reading)
            <form class="card ask" method="post" action="/messages">\(secret.field(numbered: number))\(shown)
            <div class="field"><label for="question">\(MessageWords.ask[language])</label>\
            <p class="hint" id="question-hint">\(note.promise) \(MessageWords.hurry[language])</p>\
            \(problemLine(at: "question", problems, in: language))
            <textarea id="question" name="question" rows="4" maxlength="2000" aria-describedby="question-hint" required>\
            \(draft)</textarea></div>
            <button class="btn">\(icon(.send))\(MessageWords.send[language])</button></form>
            \(closed)
            \(helpLine(frame.phone, in: language))
            </main>
            """
        )
    }

    private var note: AnsweringNote { AnsweringNote(answering, at: now, in: language) }

    private var notice: HTML {
        guard isSent else { return .none }
        let asked = messages.last { $0.sender == .patient }.map { Moment.amsterdam($0.sentAt) } ?? now
        let promise = AnsweringNote.waiting(since: asked, answering, today: now.day, in: language)
        return """
            <p class="strip" role="status">\(icon(.check))<span>\(MessageWords.sent[language]) \(promise)</span></p>
            """
    }

    /// Nobody watches; and what to do when it cannot wait.
    private var closed: HTML {
        let words: [HTML] = HomeAlerts.notWatched.prefix(1).map { "<p class=\"quiet\">\($0[language])</p>" }
        return
            "<section class=\"card stack\" aria-label=\"\(MessageWords.hours[language])\">\(note.ifClosed)\(words)</section>"
    }

    private var lastNew: Portal.Message? { messages.last { $0.sender == .worker && $0.readAt == nil } }

    /// Only looking changes nothing: whoever read it says so, or a script does once it stood on the screen for a while.
    private var reading: HTML {
        guard let last = lastNew else { return .none }
        return """
            <form method="post" action="/messages/read" data-behaviour="seen">\(secret.field)\
            <input type="hidden" name="until" value="\(Int(last.sentAt.milliseconds))">\
            <button class="btn ghost">\(icon(.check))\(MessageWords.haveRead[language])</button></form>
            """
    }

    /// Who answers a message has read it: the last one that stood here, and nothing that came later.
    private var shown: HTML {
        lastNew.map { "<input type=\"hidden\" name=\"until\" value=\"\(Int($0.sentAt.milliseconds))\">" } ?? .none
    }

    private var talk: HTML {
        guard !messages.isEmpty else { return "<p class=\"quiet\">\(MessageWords.none[language])</p>" }
        var pieces: [HTML] = []
        var last: Day?
        for message in messages {
            let sent = Moment.amsterdam(message.sentAt)
            if sent.day != last { pieces.append("<p class=\"day\">\(words.long(sent.day))</p>") }
            last = sent.day
            pieces.append(bubble(message, at: sent))
        }
        return "<section class=\"talk\" aria-label=\"\(MessageWords.talk[language])\">\(pieces)</section>"
    }

    private func bubble(_ message: Portal.Message, at sent: Moment) -> HTML {
        let isOwn = message.sender == .patient
        let isNew = !isOwn && message.readAt == nil
        let mark: HTML = isNew ? " <span class=\"new\">\(MessageWords.new[language])</span>" : .none
        let name =
            isOwn
            ? message.helper.map { MessageWords.onBehalf($0, of: message.senderName)[language] }
                ?? MessageWords.you[language]
            : MessageWords.from(message.senderName, frame.practiceName)[language]
        let lines: [HTML] = message.body.split(separator: "\n").map { "<p>\($0)</p>" }
        return """
            <article class="bubble\(isOwn ? " own" : isNew ? " unread" : "")"><h2>\(name)\(mark)</h2>\(lines)\
            <p class="meta">\(MessageWords.clock(words.clock(sent))[language])</p></article>\
            \(seen(message, isOwn))
            """
    }

    private func seen(_ message: Portal.Message, _ isOwn: Bool) -> HTML {
        guard isOwn, let readAt = message.readAt else { return .none }
        let day = words.weekday(Moment.amsterdam(readAt).day)
        return "<p class=\"seen\">\(icon(.eye))\(MessageWords.seen(day)[language])</p>"
    }
}
