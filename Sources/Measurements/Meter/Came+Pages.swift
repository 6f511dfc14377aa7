import Clinical
import Web

/// What came in during the last day, and the way to take back what is not theirs.
struct CamePage {
    let frame: PatientFrame
    let readings: [Measurements.StoredReading]
    let secret: FormSecret
    let mayWithdraw: Bool
    let language: Language

    var page: Page {
        let lines: [HTML] = readings.map(line)
        let list: HTML =
            lines.isEmpty
            ? "<p>\(MeterWords.nothingCame[language])</p>" : "<ul class=\"came\">\(lines)</ul>"
        return patientPage(
            MeterWords.cameTitle[language], at: .graph, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(MeterWords.cameTitle[language])</h1></div>
            <section class="card stack" aria-label="\(MeterWords.cameTitle[language])">\
            <p class="quiet">\(MeterWords.cameLead[language])</p>\(list)
            <a class="btn" href="/graph">\(icon(.chart))\(MeterWords.graph[language])</a>\
            <a class="btn ghost" href="/measure/meter">\(icon(.gauge))\(MeterWords.fromMeter[language])</a></section>
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    private func line(_ stored: Measurements.StoredReading) -> HTML {
        """
        <li><b>\(SentWords.shown(stored.reading.measured)[language])</b>\
        <span>\(SentWords.when(stored.reading.taken, language))</span>\(status(stored))</li>
        """
    }

    private func status(_ stored: Measurements.StoredReading) -> HTML {
        switch stored.reading.status {
        case .enteredInError: "<small>\(MeterWords.withdrawn[language])</small>"
        case .unconfirmed: "<small>\(MeterWords.waits[language])</small>\(button(stored))"
        case .final: button(stored)
        }
    }

    private func button(_ stored: Measurements.StoredReading) -> HTML {
        guard mayWithdraw else { return .none }
        let words = "\(MeterWords.withdraw[language]): \(SentWords.shown(stored.reading.measured)[language])"
        return """
            <form method="post" action="/measure/came/\(stored.id)/withdrawal">\(secret.field)\
            <button class="pill" aria-label="\(words)">\(MeterWords.withdraw[language])</button></form>
            """
    }
}
