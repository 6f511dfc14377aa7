import Clinical
import Identity
import Web

/// What waits in a practice, for who sees no patient: how much, how long, and in which inbox.
struct InboxesPage {
    let inboxes: [Worklist.InboxCount]
    let lines: [Worklist.BareLine]
    let frame: WorkFrame
    let today: Day
    let said: Said?
    let language: Language

    enum Said: String, Sendable { case moved }

    private var words: DateWords { DateWords(language) }

    var page: Page {
        let notice: HTML =
            said == .moved
            ? "<p class=\"notice\" role=\"status\">\(icon(.check))\(InboxWords.moved[language])</p>" : .none
        let count = inboxes.reduce(0) { $0 + $1.count }
        return workPage(
            InboxWords.title[language], at: .inboxes, frame, in: language,
            """
            \(workBar(InboxWords.title[language], InboxWords.waiting(count)[language]))\(notice)<div class="desk">\
            <p class="lead">\(InboxWords.intro[language])</p>\(counts)\(list)</div>
            """)
    }

    private var counts: HTML {
        let rows: [HTML] = Worklist.Inbox.allCases.map { each in
            let found = inboxes.first { $0.inbox == each }
            return """
                <tr><th scope="row">\(InboxWords.name(each)[language])</th><td>\(found.map(\.count) ?? 0)</td>\
                <td>\(found.map { Waiting(since: $0.oldest, today: today).words(in: language) } ?? "–")</td></tr>
                """
        }
        return """
            <div class="table-box" tabindex="0" role="region" aria-label="\(InboxWords.title[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(InboxWords.one[language])</th>\
            <th scope="col">\(InboxWords.waits[language])</th><th scope="col">\(InboxWords.oldest[language])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private var list: HTML {
        guard !lines.isEmpty else { return "<p>\(InboxWords.nothing[language])</p>" }
        let rows: [HTML] = lines.enumerated().map { place, line in
            """
            <tr><th scope="row">\(place + 1)</th><td>\(Waiting(since: line.openedAt, today: today).words(in: language))</td>\
            <td>\(InboxWords.name(line.inbox)[language])</td><td>\(moving(line, place + 1))</td></tr>
            """
        }
        return """
            <section class="block"><h2>\(InboxWords.lines[language])</h2><div class="table-box" tabindex="0" role="region" \
            aria-label="\(InboxWords.lines[language])"><table class="table plain"><thead><tr>\
            <th scope="col">\(InboxWords.line[language])</th><th scope="col">\(InboxWords.since[language])</th>\
            <th scope="col">\(InboxWords.one[language])</th><th scope="col">\(InboxWords.move[language])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func moving(_ line: Worklist.BareLine, _ number: Int) -> HTML {
        let buttons: [HTML] = Worklist.Inbox.allCases.filter { $0 != line.inbox }.map { each in
            let name = InboxWords.name(each)[language]
            let label = "\(InboxWords.line[language]) \(number): \(InboxWords.move[language]) \(name)"
            return """
                <button class="action small" name="inbox" value="\(each.rawValue)" aria-label="\(label)">\(name)</button>
                """
        }
        return """
            <form class="row-actions" method="post" action="/inboxes/\(line.id)">\(frame.secret.field)\(buttons)</form>
            """
    }
}
