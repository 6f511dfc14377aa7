import Clinical
import Web

/// Choosing a file, and what came of it.
enum ImportPages {
    static func choose(
        _ problems: [Problem] = [], _ frame: PatientFrame, _ secret: FormSecret, in language: Language
    ) -> Page {
        patientPage(
            ImportWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(ImportWords.title[language])</h1></div>
            \(errorSummary(ImportWords.notYet, problems, in: language))
            <form class="card stack" method="post" action="/import" enctype="multipart/form-data">\(secret.field)
            <p>\(ImportWords.lead[language])</p>\(MeasuringPages.advice(ImportWords.advice, language))
            <div class="field"><label for="file">\(ImportWords.choose[language])</label>\
            <p class="hint" id="file-hint">\(ImportWords.hint[language])</p>\
            \(problemLine(at: "file", problems, in: language))
            <input id="file" name="file" type="file" accept=".csv,.json,.xml,.zip" aria-describedby="file-hint" \
            required></div>
            <button class="btn">\(icon(.upload))\(ImportWords.read[language])</button></form>
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    static func done(_ result: Measurements.Import, fileName: String, _ frame: PatientFrame, in language: Language)
        -> Page
    {
        patientPage(
            ImportWords.done(result.added)[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><p>\(fileName)</p>\
            <h1>\(ImportWords.done(result.added)[language])</h1></div>
            <section class="card stack" aria-label="\(ImportWords.outcome[language])"><dl class="counts">\
            <div class="good"><dt>\(ImportWords.added[language])</dt><dd>\(result.added)</dd></div>\
            <div><dt>\(ImportWords.known[language])</dt><dd>\(result.known)</dd></div>\
            <div><dt>\(ImportWords.refused[language])</dt><dd>\(result.refused)</dd></div></dl>
            \(refused(result, language))
            <a class="btn" href="/graph">\(icon(.chart))\(ImportWords.graph[language])</a>\
            <a class="btn ghost" href="/import">\(ImportWords.another[language])</a></section>
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    private static func refused(_ result: Measurements.Import, _ language: Language) -> HTML {
        guard result.refused > 0 else { return .none }
        let shown = result.told.prefix(20)
        let lines: [HTML] = shown.map {
            "<li><b class=\"num\">\(ImportWords.line($0.line)[language])</b><span>\($0.reason[language])</span></li>"
        }
        let more: HTML =
            result.refused > shown.count
            ? "<p class=\"quiet\">\(ImportWords.more(result.refused - shown.count)[language])</p>" : .none
        return """
            <h2>\(ImportWords.refusedTitle[language])</h2><ul class="refused">\(lines)</ul>\(more)
            """
    }
}
