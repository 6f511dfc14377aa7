import Clinical
import HTTPTypes
import Web

/// The conversation of a patient with the practice, and a place to ask.
struct MessagesPage {
    let number: ID<Portal.MessageMark>
    let messages: [Portal.Message]
    let frame: PatientFrame
    let replyDays: Int
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
            \(talk)
            <form class="card ask" method="post" action="/messages">\(secret.field(numbered: number))
            <div class="field"><label for="question">\(MessageWords.ask[language])</label>\
            <p class="hint" id="question-hint">\(MessageWords.term(replyDays)[language])</p>\
            \(problemLine(at: "question", problems, in: language))
            <textarea id="question" name="question" rows="4" maxlength="2000" aria-describedby="question-hint" required>\
            \(draft)</textarea></div>
            <button class="btn">\(icon(.send))\(MessageWords.send[language])</button></form>
            \(helpLine(frame.phone, in: language))
            </main>
            """
        )
    }

    private var notice: HTML {
        isSent ? "<p class=\"strip\" role=\"status\">\(icon(.check))\(MessageWords.sent[language])</p>" : .none
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
