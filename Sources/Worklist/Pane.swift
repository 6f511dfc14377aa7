import Clinical
import Web

/// The chosen patient beside the list: what it is about, in the patient's own words, and what can be done.
struct Pane {
    let item: Worklist.Item
    let patient: Worklist.PaneFacts
    /// Who handed this line over, and when.
    var handed: Worklist.Handed?
    let now: Instant
    let secret: FormSecret
    let language: Language

    private var words: DateWords { DateWords(language) }

    var html: HTML {
        let today = Moment.amsterdam(now).day
        let born = WorklistWords.born(
            today.age(bornOn: item.bornOn), patient.sex, words.digits(item.bornOn), item.programmes)
        return """
            <aside class="pane" aria-label="\(WorklistWords.chosen[language])" data-item="\(item.id)">
            <header><div><h2>\(item.listName)</h2><p>\(born[language])</p></div>\
            <a href="/patients/\(item.patient)">\(WorklistWords.record[language])</a></header>
            <div class="pane-body">\(average)\(writes)\(short)</div>
            \(acts)</aside>
            """
    }

    private var average: HTML {
        guard let average = item.average else { return .none }
        return """
            <section class="block"><h3>\(WorklistWords.homeAverage[language]) \
            <em>\(WorklistWords.readings(patient.count)[language])</em></h3>\
            <p class="average"><b>\(average)</b>\(change)</p>\(chart.svg)</section>
            """
    }

    private var chart: LineChart {
        LineChart(
            weeks: item.weeks, through: patient.lastDay, goal: item.goal, colour: item.colour,
            marking: patient.lastChange.map { LineChart.Mark(day: $0.day, what: $0.what) }, in: language)
    }

    /// From the first week measured to the last. Red stays for who must be helped today.
    private var change: HTML {
        let known = item.weeks.enumerated().compactMap { place, week in week.map { (place, $0.systolic.mmHg) } }
        guard let first = known.first, let last = known.last, last.0 > first.0 else { return .none }
        let change = last.1 - first.1
        let rises = item.urgency == .now ? "bad" : "warn"
        let colour = change >= Trend.least ? rises : change <= -Trend.least ? "good" : ""
        return """
            <span class="\(colour)">\(WorklistWords.change(change, inWeeks: last.0 - first.0)[language])</span>
            """
    }

    private var writes: HTML {
        guard let message = patient.lastMessage else { return .none }
        let when = Waiting(since: message.sentAt, today: Moment.amsterdam(now).day).words(in: language)
        return """
            <section class="block"><h3>\(WorklistWords.patientWrites[language]) <em>\(when)</em></h3>\
            <blockquote class="quote">\(message.body)</blockquote></section>
            """
    }

    private var short: HTML {
        var rows: [HTML] = []
        if let handed {
            let day = words.plain(Moment.amsterdam(handed.at).day, today: Moment.amsterdam(now).day)
            rows.append(
                "<dt>\(InboxWords.one[language])</dt><dd>\(InboxWords.handed(item.inbox, handed.by, day)[language])</dd>"
            )
        }
        if !patient.complaints.isEmpty {
            let felt = patient.complaints.map { $0.title[language] }.joined(separator: ", ")
            rows.append("<dt>\(WorklistWords.complaints[language])</dt><dd class=\"late\">\(felt)</dd>")
        }
        if let change = patient.lastChange {
            let day = words.plain(change.day, today: Moment.amsterdam(now).day)
            rows.append("<dt>\(WorklistWords.lastChange[language])</dt><dd>\(change.what) (\(day))</dd>")
        }
        if let goal = patient.ownGoal { rows.append("<dt>\(WorklistWords.ownGoal[language])</dt><dd>\(goal)</dd>") }
        guard !rows.isEmpty else { return .none }
        return """
            <section class="block"><h3>\(WorklistWords.inShort[language])</h3><dl class="facts">\(rows)</dl></section>
            """
    }

    private var acts: HTML {
        """
        <div class="acts"><a class="action main" href="\(phoneLink(patient.phone))" data-key="t">\(icon(.phone))\
        \(WorklistWords.call[language]) \(patient.phone) <kbd aria-hidden="true">T</kbd></a>
        <a class="action" href="/patients/\(item.patient)/message\(start)" data-key="b">\(icon(.mail))\
        \(WorklistWords.message[language]) <kbd aria-hidden="true">B</kbd></a>
        <a class="action" href="/patients/\(item.patient)#medication" data-key="m">\(icon(.pill))\
        \(WorklistWords.medication[language]) <kbd aria-hidden="true">M</kbd></a>
        \(item.closedAt == nil ? openActs : .none)</div>
        """
    }

    /// A finished week is answered with a text that is there already; it is read, and sent or changed.
    private var start: String {
        guard item.reason.isFinishedWeek,
            let situation = Situation(item.reason)
        else { return "" }
        return "?start=\(situation.rawValue)"
    }

    private var openActs: HTML {
        """
        <form method="post" action="/worklist/\(item.id)/closing">\(secret.field)<button class="action" data-key="e">\
        \(icon(.check))\(WorklistWords.done[language]) <kbd aria-hidden="true">E</kbd></button></form>
        <details class="later"><summary class="action" data-key="s">\(icon(.clock))\
        \(WorklistWords.later[language]) <kbd aria-hidden="true">S</kbd></summary><div class="times">\
        \(pause(.tomorrow, "1", WorklistWords.tomorrow))\(pause(.nextWeek, "2", WorklistWords.nextWeek))</div></details>
        <details class="later"><summary class="action">\(icon(.inbox))\(InboxWords.hand[language])</summary>\
        <form class="times" method="post" action="/worklist/\(item.id)/inbox">\(secret.field)\(inboxes)</form></details>
        """
    }

    private var inboxes: HTML {
        let buttons: [HTML] = Worklist.Inbox.allCases.filter { $0 != item.inbox }.map {
            "<button class=\"action\" name=\"inbox\" value=\"\($0.rawValue)\">\(InboxWords.name($0)[language])</button>"
        }
        return "\(buttons)"
    }

    private func pause(_ pause: Worklist.Pause, _ key: String, _ word: Sentence) -> HTML {
        """
        <form method="post" action="/worklist/\(item.id)/pause">\(secret.field)<button class="action" \
        data-key="\(key)" name="until" value="\(pause.rawValue)">\(word[language]) \
        <kbd aria-hidden="true">\(key)</kbd></button></form>
        """
    }
}

extension Complaint {
    /// As a professional notes it.
    var title: Sentence {
        switch self {
        case .chestPain: Sentence(nl: "pijn op de borst", en: "chest pain")
        case .shortOfBreath: Sentence(nl: "benauwd", en: "short of breath")
        case .paralysis: Sentence(nl: "krachtverlies", en: "paralysis")
        case .speechTrouble: Sentence(nl: "spraakstoornis", en: "speech trouble")
        case .visionTrouble: Sentence(nl: "zichtstoornis", en: "vision trouble")
        case .dizziness: Sentence(nl: "duizelig", en: "dizzy")
        }
    }
}
