import Clinical
import Identity
import Web

/// Reading in a list, and what came of it.
struct StockPage {
    let frame: WorkFrame
    let problems: [Problem]
    let taken: Devices.StockTaken?
    let language: Language

    /// As many lines as a page tells of.
    private static let most = 200

    var page: Page {
        workPage(
            StockWords.title[language], at: .kits, frame, in: language,
            """
            \(workBar(StockWords.title[language]))<div class="scroll"><div class="body narrow">\
            \(errorSummary(KitWords.notYet, problems, in: language))\(outcome)
            <form class="form" method="post" action="/kits/import" enctype="multipart/form-data">\(frame.secret.field)
            <p class="quiet">\(StockWords.how[language])</p><div class="field"><label for="file">\
            \(StockWords.file[language])</label>\(problemLine(at: "file", problems, in: language))<input id="file" \
            name="file" type="file" accept=".csv,text/csv"\(problemAttributes(at: "file", problems)) required></div>
            <div class="row-actions"><button class="action main">\(icon(.upload))\(StockWords.read[language])</button>\
            <a class="action bare" href="\(KitPath.list)">\(KitWords.back[language])</a></div></form></div></div>
            """)
    }

    private var outcome: HTML {
        guard let taken else { return .none }
        return """
            <section class="block" role="status"><dl class="facts"><dt>\(StockWords.added[language])</dt>\
            <dd class="num">\(taken.added)</dd><dt>\(StockWords.known[language])</dt><dd class="num">\(taken.known)</dd>\
            <dt>\(StockWords.refused[language])</dt><dd class="num">\(taken.refused.count)</dd></dl>\(refused(taken))</section>
            """
    }

    private func refused(_ taken: Devices.StockTaken) -> HTML {
        guard !taken.refused.isEmpty else { return .none }
        let rows: [HTML] = taken.refused.prefix(Self.most).map {
            "<tr><th scope=\"row\" class=\"num\">\($0.line)</th><td>\($0.reason[language])</td></tr>"
        }
        let rest = taken.refused.count - rows.count
        let more: HTML = rest > 0 ? "<p class=\"quiet\">\(KitWords.more(rest)[language])</p>" : .none
        return """
            <table class="table plain"><thead><tr><th scope="col">\(StockWords.line[language])</th>\
            <th scope="col">\(StockWords.why[language])</th></tr></thead><tbody>\(rows)</tbody></table>\(more)
            """
    }
}
