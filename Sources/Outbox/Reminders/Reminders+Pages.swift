import Clinical
import Web

/// How and when somebody is reminded, and everything to change it.
struct RemindersPage {
    let reminders: Outbox.Reminders
    let ways: [Outbox.Way]
    let offer: Outbox.Offer
    let missed: Bool
    let today: Day
    let frame: PatientFrame
    let secret: FormSecret
    let language: Language
    var problems: [Problem] = []

    private var words: DateWords { DateWords(language) }
    private var way: Outbox.Way? { ways.first { $0.channel == reminders.channel && $0.confirmedAt != nil } }

    var page: Page {
        patientPage(
            ReminderWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(ReminderWords.title[language])</h1>\
            <p>\(ReminderWords.intro[language])</p><p class="quiet">\(ReminderWords.nothingInIt[language])</p></div>
            \(errorSummary(ReminderWords.notYet, problems, in: language))\(kind)
            \(reminders.channel == nil ? choose : standing)\(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var kind: HTML {
        missed ? "<p class=\"strip\">\(icon(.heart))<span>\(ReminderWords.missed[language])</span></p>" : .none
    }

    private var choose: HTML {
        guard !offer.channels.isEmpty else {
            return "<section class=\"card\"><p>\(ReminderWords.notHere[language])</p></section>"
        }
        return "<section class=\"card stack\"><h2>\(ReminderWords.how[language])</h2>\(wayForm)\(device)</section>"
    }

    private var wayForm: HTML {
        let channels = Outbox.Channel.allCases.filter { $0 != .push && offer.channels.contains($0) }
        guard !channels.isEmpty else { return .none }
        let choices: [HTML] = channels.map { channel in
            let on: HTML = channel == reminders.channel ? " checked" : .none
            return """
                <label class="choice"><input type="radio" name="way" value="\(channel.rawValue)"\(on)>\
                <span>\(ReminderWords.channel(channel)[language])</span></label>
                """
        }
        return """
            <form class="stack" method="post" action="/reminders/way">\(secret.field)
            <fieldset id="way"><legend class="spoken">\(ReminderWords.how[language])</legend>\
            \(problemLine(at: "way", problems, in: language))\(choices)</fieldset>
            <button class="btn">\(ReminderWords.next[language])</button></form>
            """
    }

    /// Shown by its behaviour, on a device that can.
    private var device: HTML {
        guard let push = offer.push else { return .none }
        return """
            <form class="stack" method="post" action="/reminders/push" id="push" data-behaviour="push" \
            data-key="\(push.publicKey)" hidden>\(secret.field)\(problemLine(at: "push", problems, in: language))
            <p class="problem" data-part="trouble" role="alert" hidden>\(icon(.alert))\
            <span>\(ReminderWords.noDevice[language])</span></p>
            <button class="btn ghost">\(icon(.bell))\(ReminderWords.thisDevice[language])</button></form>
            """
    }

    private var standing: HTML {
        """
        <section class="card stack"><h2>\(ReminderWords.on[language])</h2>\(way == nil ? lost : .none)
        <dl class="deal">\(facts)</dl>
        <a class="btn ghost" href="/reminders/times">\(icon(.clock))\(ReminderWords.times[language])</a>
        <details\(problems.isEmpty && way != nil ? "" : " open")><summary class="btn ghost">\(icon(.bell))\
        \(ReminderWords.otherWay[language])</summary>\(wayForm)\(device)</details></section>
        \(holiday)
        <form class="card stack" method="post" action="/reminders/end">\(secret.field)
        <p>\(ReminderWords.offMore[language])</p>\
        <button class="btn ghost">\(ReminderWords.off[language])</button></form>
        """
    }

    private var lost: HTML { "<p class=\"strip warn\">\(icon(.bell))<span>\(ReminderWords.lost[language])</span></p>" }

    private var facts: HTML {
        let wishes = reminders.wishes
        let quiet = ReminderWords.between(clock(wishes.quiet.from), clock(wishes.quiet.until))
        var rows: [HTML] = []
        if let channel = reminders.channel {
            let address: HTML = way.map { $0.channel == .push ? .none : "<br>\($0.masked)" } ?? .none
            rows.append(row(ReminderWords.by, "\(ReminderWords.channel(channel)[language])\(address)"))
        }
        rows.append(row(ReminderWords.when, "\(ReminderWords.at(wishes.moments.minutes.map(clock))[language])"))
        rows.append(row(ReminderWords.never, "\(quiet[language])"))
        if let pause = wishes.pausedUntil, pause > today {
            rows.append(
                row(ReminderWords.pause, "\(ReminderWords.again(words.plain(pause, today: today))[language])"))
        }
        if let last = reminders.lastAt.map(Moment.amsterdam) {
            rows.append(row(ReminderWords.last, "\(words.plain(last.day, today: today)), \(words.clock(last))"))
        }
        return "\(rows)"
    }

    private func row(_ term: Sentence, _ value: HTML) -> HTML { "<dt>\(term[language])</dt><dd>\(value)</dd>" }
    private func clock(_ minute: Int) -> String { clockText(minute, language) }

    private var holiday: HTML {
        let isPaused = reminders.wishes.pausedUntil.map { $0 > today } == true
        let end: HTML =
            isPaused
            ? """
            <form method="post" action="/reminders/pause">\(secret.field)<input type="hidden" name="end" value="yes">\
            <button class="btn ghost">\(ReminderWords.endPause[language])</button></form>
            """ : .none
        return """
            <section class="card stack"><h2>\(ReminderWords.holiday[language])</h2>\(end)
            <form class="stack" method="post" action="/reminders/pause">\(secret.field)
            <div class="field"><label for="until">\(ReminderWords.holidayUntil[language])</label>\
            \(problemLine(at: "until", problems, in: language))<input id="until" name="until" type="date" \
            min="\(today.adding(1).description)" max="\(today.adding(ReminderForm.longestPause).description)" \
            \(problemAttributes(at: "until", problems)) required></div>
            <button class="btn ghost">\(ReminderWords.keepPause[language])</button></form></section>
            """
    }
}

/// `8.00` in Dutch, `8:00` in English.
func clockText(_ minute: Int, _ language: Language) -> String {
    "\(minute / 60)\(language == .nl ? "." : ":")\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
}
