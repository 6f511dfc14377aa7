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
            \(line("green", .doc, CopyWords.record[language], CopyWords.recordMore[language], "/copy/record.json"))
            \(line("sun", .print, CopyWords.paper[language], CopyWords.paperMore[language], "/graph?period=year"))
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
