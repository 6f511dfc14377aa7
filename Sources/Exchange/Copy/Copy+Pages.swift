import Clinical
import Web

/// The page *Mijn gegevens meenemen*: for yourself, or for somebody else who cares for you.
struct CopyPage {
    let frame: PatientFrame
    let language: Language

    var page: Page {
        patientPage(
            CopyWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(CopyWords.title[language])</h1>\
            <p>\(CopyWords.yours[language])</p></div>
            <ul class="card plain">
            \(line("blue", .chart, CopyWords.table[language], CopyWords.tableMore[language], "/copy/readings.csv"))
            \(line("sun", .print, CopyWords.paper[language], CopyWords.paperMore[language], "/copy/paper"))
            \(line("blue", .doc, CopyWords.whole[language], CopyWords.wholeMore[language], "/copy/record.csv"))
            \(line("green", .doc, CopyWords.record[language], CopyWords.recordMore[language], "/copy/record.json"))
            \(line("sun", .print, CopyWords.graph[language], CopyWords.graphMore[language], "/graph?period=year"))
            </ul>
            <section class="card stack"><h2>\(CopyWords.careful[language])</h2><p>\(CopyWords.carefulMore[language])</p>\
            </section>
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    private func line(_ colour: String, _ sign: Icon, _ title: String, _ more: String, _ path: String) -> HTML {
        """
        <li><a class="line" href="\(path)"><span class="face \(colour)">\(icon(sign))</span>\
        <span><b>\(title)</b>\(more)</span>\(icon(.forward))</a></li>
        """
    }
}

/// Everything on one page, for a printer. What is kept stands there in Dutch, as it was written.
struct CopyPaperPage {
    let copy: Exchange.Copy
    let frame: PatientFrame
    let language: Language

    var page: Page {
        let sections: [HTML] = copy.parts.map(section)
        return patientPage(
            CopyWords.paperTitle[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(CopyWords.paperTitle[language])</h1>\
            <p>\(CopyWords.made(CopyWords.stamp(copy.madeAt), copy.practice.name)[language])</p>\
            <p>\(CopyWords.inDutch[language])</p></div>
            <button class="btn ghost" type="button" data-behaviour="print" hidden>\(icon(.print))\(CopyWords.print[language])</button>
            \(sections)</main>
            """)
    }

    private func section(_ part: Exchange.CopiedPart, _ lines: [Exchange.CopiedLine]) -> HTML {
        guard !lines.isEmpty else {
            return """
                <section class="card stack"><h2>\(CopyWords.part(part)[language])</h2>\
                <p class="quiet">\(CopyWords.nothing[language])</p></section>
                """
        }
        let items: [HTML] = lines.map { line in
            let by: HTML = line.by.isEmpty ? .none : "<small>\(CopyWords.by[language]): \(line.by)</small>"
            return "<li><small class=\"num\">\(line.when)</small><p>\(line.what)</p>\(by)</li>"
        }
        return """
            <section class="card stack"><h2>\(CopyWords.part(part)[language])</h2><ul class="sessions">\(items)</ul></section>
            """
    }
}
