import Clinical
import Web

/// An address of the patient; a code is sent to it before it is used.
struct AddressPage {
    let channel: Outbox.Channel
    let typed: String
    let frame: PatientFrame
    let secret: FormSecret
    let language: Language
    var problems: [Problem] = []

    private var title: Sentence { channel == .mail ? ReminderWords.mailTitle : ReminderWords.phoneTitle }
    private var kind: String { channel == .mail ? "email" : "tel" }

    var page: Page {
        patientPage(
            title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(title[language])</h1></div>
            \(errorSummary(ReminderWords.notYet, problems, in: language))
            <form class="card stack" method="post" action="/reminders/address">\(secret.field)
            <input type="hidden" name="way" value="\(channel.rawValue)">
            <div class="field"><label for="address">\(title[language])</label>\
            <p class="hint" id="address-hint">\(ReminderWords.codeFollows[language])</p>\
            \(problemLine(at: "address", problems, in: language))<input id="address" name="address" type="\(kind)" \
            autocomplete="\(kind)" maxlength="254" value="\(typed)" \(described) required></div>
            <button class="btn">\(icon(.send))\(ReminderWords.sendCode[language])</button></form>
            <a class="btn ghost" href="/reminders">\(ReminderWords.back[language])</a>
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var described: HTML {
        problems.isEmpty
            ? "aria-describedby=\"address-hint\""
            : "aria-invalid=\"true\" aria-describedby=\"address-problem address-hint\""
    }
}

/// The code that was sent.
struct CodePage {
    let way: Outbox.Way?
    let frame: PatientFrame
    let secret: FormSecret
    let language: Language
    var problems: [Problem] = []

    var page: Page {
        patientPage(
            ReminderWords.codeTitle[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(ReminderWords.codeTitle[language])</h1>\
            \(sent)</div>
            \(errorSummary(ReminderWords.notYet, problems, in: language))
            <form class="card stack" method="post" action="/reminders/code">\(secret.field)
            <div class="field"><label for="code">\(ReminderWords.code[language])</label>\
            \(problemLine(at: "code", problems, in: language))<input id="code" name="code" inputmode="numeric" \
            autocomplete="one-time-code" maxlength="7" \(problemAttributes(at: "code", problems)) required></div>
            <button class="btn">\(icon(.check))\(ReminderWords.codeReady[language])</button></form>
            <a class="btn ghost" href="\(again)">\(ReminderWords.codeAgain[language])</a>
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var sent: HTML {
        way.map { "<p>\(ReminderWords.codeSent($0.masked)[language])</p>" } ?? .none
    }

    private var again: String { way.map { "/reminders/\($0.channel.rawValue)" } ?? "/reminders" }
}
