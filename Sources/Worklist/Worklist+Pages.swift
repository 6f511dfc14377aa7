import Clinical
import Web

/// The page *Werklijst*: three groups, a reason in words, and beside it the patient that is chosen.
struct WorklistPage {
    let frame: WorkFrame
    let tab: Worklist.Tab
    let items: [Worklist.Item]
    let counts: [Worklist.Tab: Int]
    let news: News
    let onTarget: Int
    let replyDays: Int
    var inboxes: [Worklist.InboxCount] = []
    var inbox: Worklist.Inbox?
    let today: Day
    let notice: Notice?
    let chosen: Worklist.Item?
    let pane: Pane?
    let language: Language

    /// What was just done, with the way back.
    enum Notice {
        case closed(Worklist.ItemID, name: String)
        case putOff(name: String)
        case sent
    }

    private var words: DateWords { DateWords(language) }

    var page: Page {
        workPage(
            WorklistWords.title[language], at: .worklist, frame, in: language,
            """
            \(workBar(WorklistWords.title[language], words.long(today), patientSearch(frame.secret, in: language)))
            \(newsBar)\(noticeBar)\(tabs)\(inboxFilters)
            <div class="scroll" tabindex="-1">\(list)\(calm)</div>
            \(foot)
            """,
            pane: pane?.html ?? .none
        )
    }

    /// Empty, and announced as soon as something stands in it.
    private var newsBar: HTML {
        guard tab == .open else { return .none }
        return """
            <div class="notice info" role="status" data-behaviour="news" data-stale="\(WorklistWords.stale[language])" \
            data-news="/worklist/news?seen=\(news.mark)"></div>
            """
    }

    private var noticeBar: HTML {
        switch notice {
        case nil: .none
        case .closed(let item, let name):
            """
            <div class="notice" role="status">\(icon(.check))<span>\(name) \(WorklistWords.finished[language])</span>\
            <form method="post" action="/worklist/\(item)/reopening">\(frame.secret.field)\
            <button class="action small" data-page-key="u">\(WorklistWords.undo[language]) \
            <kbd aria-hidden="true">U</kbd></button></form></div>
            """
        case .putOff(let name):
            """
            <div class="notice" role="status">\(icon(.clock))<span>\(name) \(WorklistWords.putOff[language])</span></div>
            """
        case .sent:
            "<div class=\"notice\" role=\"status\">\(icon(.send))<span>\(WorklistWords.sent[language])</span></div>"
        }
    }

    private var tabs: HTML {
        let links: [HTML] = Worklist.Tab.allCases.map { each in
            let here: HTML = each == tab ? " aria-current=\"page\"" : .none
            let address = each == .open ? "/worklist" : "/worklist?tab=\(each.rawValue)"
            return """
                <a href="\(address)"\(here)>\(WorklistWords.tab(each)[language]) \
                <span class="n">\(counts[each, default: 0])</span></a>
                """
        }
        return "<nav class=\"tabs\" aria-label=\"\(WorklistWords.lists[language])\">\(links)\(estimate)</nav>"
    }

    /// What one line takes: a look, a short message, a note.
    ///
    /// - Units: minutes
    /// - Source: our own estimate, to be replaced by what is measured
    private static let minutesPerLine = 3.5

    private var estimate: HTML {
        let open = counts[.open, default: 0]
        guard tab == .open, open > 0 else { return .none }
        let minutes = max(5, Int((Double(open) * Self.minutesPerLine / 5).rounded()) * 5)
        return "<p class=\"estimate\">\(icon(.clock))\(WorklistWords.estimate(minutes)[language])</p>"
    }

    private var list: HTML {
        guard !items.isEmpty else {
            return """
                <p class="empty">\(icon(.check))<b>\(WorklistWords.upToDate[language])</b>\
                \(WorklistWords.empty(tab)[language])</p>
                """
        }
        let groups: [HTML] =
            tab == .open ? Worklist.Urgency.allCases.map(group) : ["<tbody>\(items.map(row))</tbody>"]
        return """
            \(Self.drawings)<table class="table worklist" data-behaviour="keys pane"><caption class="spoken">\
            \(WorklistWords.caption[language])</caption><thead><tr>\
            <th scope="col"><span class="spoken">\(WorklistWords.kind[language])</span></th>\
            <th scope="col">\(WorklistWords.patient[language])</th><th scope="col">\(WorklistWords.why[language])</th>\
            <th scope="col" class="on-desk">\(WorklistWords.weeks[language])</th>\
            <th scope="col">\(WorklistWords.average[language])</th>\
            <th scope="col" class="on-wide measured">\(WorklistWords.measured[language])</th>\
            <th scope="col" class="on-desk">\(WorklistWords.waits[language])</th></tr></thead>\(groups)</table>
            """
    }

    private static let drawings = iconSheet([.up, .down, .flat, .alert, .gauge, .chart, .mail, .clock, .eye])

    private func group(_ urgency: Worklist.Urgency) -> HTML {
        let rows = items.filter { $0.urgency == urgency }
        guard !rows.isEmpty else { return .none }
        let act: HTML = urgency == .now ? " class=\"act\"" : .none
        return """
            <tbody><tr class="group"><th scope="rowgroup" colspan="7">\
            <span\(act)>\(WorklistWords.group(urgency, rows.count)[language])</span>\
            <small>\(WorklistWords.hint(urgency)[language])</small></th></tr>\(rows.map(row))</tbody>
            """
    }

    private func row(_ item: Worklist.Item) -> HTML {
        let reason = ReasonWords(item)
        let isChosen = item.id == chosen?.id
        let here: HTML = isChosen ? " aria-current=\"true\"" : .none
        // Something was just done: the keys go on at the next line.
        let focus: HTML = isChosen && notice != nil ? " autofocus" : .none
        let age = today.age(bornOn: item.bornOn)
        let look = ReasonLook(item)
        return """
            <tr class="row\(isChosen ? " selected" : "")" data-item="\(item.id)">\
            <td><span class="reason \(look.colour)">\(iconFromSheet(look.icon))<span class="spoken">\(reason.kind[language])</span>\
            </span></td><th scope="row" class="who"><a href="\(address(of: item))" data-open\(here)\(focus)>\(item.listName)</a>\
            <small>\(age) · \(item.programmes)</small></th>\
            <td class="why"><b>\(reason.bold[language])</b> \(reason.rest[language])\(mark(item))</td>\
            <td class="on-desk">\(spark(item))</td>\(value(item))\
            <td class="ago on-wide measured">\(item.moments)/\(item.asked)</td>\(waiting(item))</tr>
            """
    }

    private func address(of item: Worklist.Item) -> String {
        let only = inbox.map { "inbox=\($0.rawValue)&" } ?? ""
        return tab == .open ? "/worklist?\(only)item=\(item.id)" : "/worklist?tab=\(tab.rawValue)&item=\(item.id)"
    }

    /// In which inbox a line lies that was handed over.
    private func mark(_ item: Worklist.Item) -> HTML {
        item.inbox == .team ? .none : " <span class=\"chip info\">\(InboxWords.name(item.inbox)[language])</span>"
    }

    /// Only where something was handed over; whoever chooses nothing sees everything.
    private var inboxFilters: HTML {
        guard tab == .open, inboxes.contains(where: { $0.inbox != .team }) || inbox != nil else { return .none }
        let all: HTML = inbox == nil ? " aria-current=\"true\"" : .none
        let links: [HTML] = Worklist.Inbox.allCases.map { each in
            let here: HTML = each == inbox ? " aria-current=\"true\"" : .none
            let count = inboxes.first { $0.inbox == each }.map(\.count) ?? 0  // nothing lies in it
            return "<a href=\"/worklist?inbox=\(each.rawValue)\"\(here)>\(InboxWords.name(each)[language]) \(count)</a>"
        }
        return """
            <nav class="filters inboxes" aria-label="\(InboxWords.title[language])">\
            <a href="/worklist"\(all)>\(InboxWords.all[language])</a>\(links)</nav>
            """
    }

    private func spark(_ item: Worklist.Item) -> HTML {
        item.reason == .weightGain
            ? Sparkline(weights: item.weights, in: language).svg
            : Sparkline(
                pressures: item.weeks, goal: item.goal, standing: item.colour, in: language
            ).svg
    }

    private func value(_ item: Worklist.Item) -> HTML {
        if item.reason == .weightGain, let weight = item.facts.weight {
            let before = item.facts.gain.map { Weight.grams(weight.grams - $0.grams) }
            let was: HTML = before.map { "<small>\(WorklistWords.was($0)[language])</small>" } ?? .none
            return """
                <td class="value"><b class="bad">\(weight.shown.text(in: language)) kg</b> \
                \(arrow(.rises))\(was)</td>
                """
        }
        guard let average = item.average else {
            return "<td class=\"value\"><small>\(WorklistWords.nothingMeasured[language])</small></td>"
        }
        let goal: HTML = item.goal.map { "<small>\(WorklistWords.goal($0)[language])</small>" } ?? .none
        return """
            <td class="value"><b class="\(item.colour)">\(average)</b> \(arrow(Trend(item.weeks)))\(goal)</td>
            """
    }

    private func arrow(_ trend: Trend) -> HTML {
        let sign: Icon = trend == .rises ? .up : trend == .falls ? .down : .flat
        return """
            <span class="trend">\(iconFromSheet(sign))<span class="spoken">\(WorklistWords.trend(trend)[language])</span></span>
            """
    }

    private func waiting(_ item: Worklist.Item) -> HTML {
        let waiting = Waiting(since: item.closedAt ?? item.openedAt, today: today)
        let isLate = item.closedAt == nil && waiting.workingDays > replyDays
        return "<td class=\"ago on-desk\(isLate ? " late" : "")\">\(waiting.words(in: language))</td>"
    }

    private var calm: HTML {
        guard tab == .open, onTarget > 0 else { return .none }
        return """
            <p class="calm">\(icon(.check))<span><b>\(WorklistWords.onTarget(onTarget)[language])</b> \
            \(WorklistWords.noNeed[language])</span></p>
            """
    }

    private var foot: HTML {
        """
        <div class="foot"><span><kbd>J</kbd><kbd>K</kbd> \(WorklistWords.upDown[language])</span>\
        <span><kbd>Enter</kbd> \(WorklistWords.choose[language])</span>\
        <span><kbd>B</kbd> \(WorklistWords.message[language])</span>\
        <span><kbd>E</kbd> \(WorklistWords.done[language])</span><span><kbd>S</kbd> \(WorklistWords.later[language])</span>\
        <a href="/worklist/keys" data-page-key="?"><kbd>?</kbd> \(WorklistWords.allKeys[language])</a></div>
        """
    }
}

/// The sign before a line: red only when somebody must act today.
struct ReasonLook {
    let icon: Icon
    let colour: String

    init(_ item: Worklist.Item) {
        let act = item.urgency == .now
        switch item.reason {
        case .alert: (icon, colour) = (.alert, act ? "act" : "above")
        case .weightGain: (icon, colour) = (.gauge, act ? "act" : "above")
        case .weekAbove: (icon, colour) = (.chart, "above")
        case .weekOnTarget: (icon, colour) = (.chart, "good")
        case .weekTooFew: (icon, colour) = (.chart, "")
        case .question: (icon, colour) = (.mail, "asks")
        case .silent: (icon, colour) = (.clock, "")
        case .unconfirmed: (icon, colour) = (.eye, "asks")
        }
    }
}

extension Worklist.Item {
    /// The colour of the average: against the goal, and red when the line is red.
    var colour: String {
        guard let average, let goal else { return "ink-2" }
        if average.systolic < goal.systolic && average.diastolic < goal.diastolic { return "good" }
        return urgency == .now ? "bad" : "warn"
    }
}
