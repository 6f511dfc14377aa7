import Clinical
import Identity
import Web

/// Reading a list of the practice's own system.
struct ListPage {
    let frame: WorkFrame
    var lists: [Enrolling.ListCard]
    let today: Day
    let language: Language
    var problems: [Problem] = []
    var result: ListResult?

    private var definition: EligibilityDefinition { .cardiometabolic }

    var page: Page {
        workPage(
            ListWords.title[language], at: .enrolling, frame, in: language,
            """
            \(workBar(ListWords.title[language]))<div class="scroll"><div class="body narrow">\
            \(errorSummary(ListWords.notRead, problems, in: language))\(outcome)\(choosing)\(before)
            <p><a class="action bare" href="/enrolling">\(ListWords.back[language])</a></p></div></div>
            """)
    }

    private var choosing: HTML {
        """
        <section class="block"><h2>\(ListWords.choose[language])</h2><p>\(ListWords.columns[language])</p>
        <p class="quiet">\(ListWords.definition(definition.name, definition.version)[language])</p>
        <form class="form" method="post" action="/enrolling/list" enctype="multipart/form-data">\(frame.secret.field)
        <div class="field"><label for="file">\(ListWords.file[language])</label>\
        \(problemLine(at: "file", problems, in: language))<input id="file" name="file" type="file" accept=".csv,.txt" \
        required\(problemAttributes(at: "file", problems))></div>
        <div class="row-actions"><button class="action main">\(icon(.upload))\(ListWords.read[language])</button></div>
        </form></section>
        """
    }

    private var outcome: HTML {
        guard let result else { return .none }
        let lines: [HTML] = result.told.map {
            "<li>\(ListWords.line($0.line)[language]): \(ListWords.reason($0.reason)[language])</li>"
        }
        let more = result.refused - result.told.count
        let rest: HTML = more > 0 ? "<p class=\"quiet\">\(ListWords.more(more)[language])</p>" : .none
        let refused: HTML =
            result.refused == 0 ? .none : "<h3>\(ListWords.refused[language])</h3><ul>\(lines)</ul>\(rest)"
        return """
            <section class="block" role="status"><h2>\(ListWords.done[language])</h2><dl class="facts">\
            <dt>\(ListWords.rows[language])</dt><dd>\(result.rows)</dd>\
            <dt>\(ListWords.eligible[language])</dt><dd>\(result.eligible)</dd>\
            <dt>\(ListWords.added[language])</dt><dd>\(result.added)</dd>\
            <dt>\(ListWords.known[language])</dt><dd>\(result.eligible - result.added)</dd>\
            <dt>\(ListWords.refused[language])</dt><dd>\(result.refused)</dd></dl>\(refused)</section>
            """
    }

    private var before: HTML {
        guard !lists.isEmpty else { return .none }
        let words = DateWords(language)
        let rows: [HTML] = lists.map { list in
            let day = words.plain(Moment.amsterdam(list.readAt).day, today: today)
            let end: HTML =
                list.waiting == 0
                ? .none
                : """
                <form method="post" action="/enrolling/lists/\(list.id)/end">\(frame.secret.field)\
                <button class="action small">\(ListWords.takeBack[language])<span class="spoken"> \(day)</span></button></form>
                """
            return """
                <tr><td>\(day)</td><td class="num">\(list.rows)</td><td class="num">\(list.eligible)</td>\
                <td class="num">\(list.waiting)</td><td>\(end)</td></tr>
                """
        }
        return """
            <section class="block"><h2>\(ListWords.before[language])</h2>\
            <div class="table-box" tabindex="0" role="region" aria-label="\(ListWords.before[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(ListWords.when[language])</th>\
            <th scope="col">\(ListWords.rows[language])</th><th scope="col">\(ListWords.eligible[language])</th>\
            <th scope="col">\(ListWords.waiting[language])</th>\
            <th scope="col"><span class="spoken">\(ListWords.takeBack[language])</span></th></tr></thead>\
            <tbody>\(rows)</tbody></table></div></section>
            """
    }
}
