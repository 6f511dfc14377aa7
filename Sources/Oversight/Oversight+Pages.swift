import Clinical
import Identity
import Web

/// The desk of the privacy officer.
struct OversightPage {
    let desks: [Oversight.Desk]
    let frame: WorkFrame
    let today: Day
    let saved: Bool
    let language: Language

    private var words: DateWords { DateWords(language) }
    private var waiting: Int { desks.reduce(0) { $0 + $1.waiting.count } }

    var page: Page {
        let notice: HTML =
            saved
            ? "<p class=\"notice\" role=\"status\">\(icon(.check))\(OversightWords.saved[language])</p>" : .none
        return workPage(
            OversightWords.title[language], at: .access, frame, in: language,
            """
            \(notice)\(workBar(OversightWords.title[language], OversightWords.waiting(waiting)[language]))
            <div class="desk"><p class="lead">\(OversightWords.intro[language])</p>\
            \(desks.filter { !$0.waiting.isEmpty }.map(desk))\(calm)</div>
            """)
    }

    /// Where nothing waits: a line each, with what was signed off.
    private var calm: HTML {
        let quiet = desks.filter { $0.waiting.isEmpty && (!$0.matters.isEmpty || $0.sealed.lines > 0) }
        guard !quiet.isEmpty else { return .none }
        let lines: [HTML] = quiet.map {
            "<li><p><b>\($0.organisation.name)</b><br><span class=\"quiet\">\(sealed($0.sealed))</span></p>\(signed($0))</li>"
        }
        return """
            <section class="block"><h2>\(OversightWords.nothing[language])</h2><ul class="matters">\(lines)</ul></section>
            """
    }

    private func desk(_ desk: Oversight.Desk) -> HTML {
        """
        <section class="block"><h2>\(desk.organisation.name)</h2><p class="quiet">\(sealed(desk.sealed))</p>\
        <ul class="matters">\(desk.waiting.map { matter($0, desk) })</ul>\(signed(desk))</section>
        """
    }

    private func signed(_ desk: Oversight.Desk) -> HTML {
        guard !desk.signed.isEmpty else { return .none }
        return """
            <details><summary>\(OversightWords.signed(desk.signed.count)[language])</summary>\
            <ul class="matters">\(desk.signed.map { done($0, desk) })</ul></details>
            """
    }

    private func sealed(_ sealed: Oversight.Sealed) -> String {
        guard let at = sealed.at else { return OversightWords.notSealed[language] }
        let when = "\(words.plain(at.day, today: today)), \(words.clock(at))"
        return OversightWords.sealed(sealed.lines, when)[language]
    }

    private func what(_ matter: Oversight.Matter) -> HTML {
        let whose: HTML = matter.whose.isEmpty ? .none : " &rarr; \(matter.whose)"
        return """
            <p><span class="chip \(matter.reason == .emergency ? "warn" : "info")">\
            \(OversightWords.reason(matter.reason)[language])</span> <b>\(matter.who)</b>\(whose)<br>\
            <span class="quiet">\(words.plain(matter.at.day, today: today)), \(words.clock(matter.at))</span> \
            \(OversightWords.detail(matter)[language])</p>
            """
    }

    private func matter(_ matter: Oversight.Matter, _ desk: Oversight.Desk) -> HTML {
        let choices: [HTML] = Oversight.Verdict.allCases.map {
            """
            <button class="action small" name="verdict" value="\($0.rawValue)" aria-label="\
            \(OversightWords.verdict($0)[language]): \(matter.who)">\(OversightWords.verdict($0)[language])</button>
            """
        }
        return """
            <li>\(what(matter))<form class="row-actions" method="post" action="/access/\(desk.organisation.id)/review">\
            \(frame.secret.field)<input type="hidden" name="matter" value="\(matter.key)">\
            <label class="note">\(OversightWords.note[language]) <input name="note" maxlength="500" autocomplete="off"></label>\
            \(choices)</form></li>
            """
    }

    private func done(_ matter: Oversight.Matter, _ desk: Oversight.Desk) -> HTML {
        guard let review = desk.reviews[matter.key] else { return .none }
        let note: HTML = review.note.isEmpty ? .none : ": \(review.note)"
        return "<li>\(what(matter))<p><b>\(OversightWords.verdict(review.verdict)[language])</b>\(note)</p></li>"
    }
}
