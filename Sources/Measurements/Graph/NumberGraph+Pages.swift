import Clinical
import Web

/// The graph of one number: the newest first, then the picture, then the same in a table.
struct NumberGraphPage {
    let graph: Measurements.NumberGraph
    let name: String
    let bornOn: Day
    let way: Way
    let frame: PatientFrame
    let language: Language

    /// Where somebody goes from here: to typing one, or nowhere.
    enum Way { case typing, none }

    private var words: DateWords { DateWords(language) }

    /// More rows than these are no table that anybody reads.
    private static let mostRows = 60

    var page: Page {
        patientPage(
            GraphWords.pageTitle[language], at: .graph, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><p class="print-only">\(printedHead)</p>\
            <h1>\(GraphWords.title(graph.kind)[language])</h1></div>
            \(KindLinks(kinds: graph.kinds, here: graph.kind, language: language).html)\(periods)
            \(graph.points.isEmpty ? empty : full)\(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var printedHead: String {
        GraphWords.madeOn(name, words.digits(bornOn), "\(words.long(graph.today)) \(graph.today.year)")[language]
    }

    private var periods: HTML {
        let links: [HTML] = Measurements.Period.allCases.map { period in
            let here: HTML = period == graph.period ? " aria-current=\"true\"" : .none
            return """
                <a href="/graph?of=\(graph.kind.rawValue)&amp;period=\(period.rawValue)"\(here)>\
                \(GraphWords.period(period)[language])</a>
                """
        }
        return "<nav class=\"seg\" aria-label=\"\(GraphWords.period[language])\">\(links)</nav>"
    }

    private var empty: HTML {
        """
        <section class="card stack"><p class="say">\(GraphWords.nothingYet[language])</p>\(onward)</section>
        """
    }

    private var onward: HTML {
        guard way == .typing else { return .none }
        return """
            <a class="btn no-print" href="\(graph.kind.path)">\(icon(graph.kind.icon))\
            \(OneNumberWords.measure(graph.kind)[language])</a>
            """
    }

    private var full: HTML {
        """
        <section class="card stack" aria-label="\(GraphWords.title(graph.kind)[language])"><p class="say">\(sentence)</p>
        <figure class="chart"><div class="narrow">\(NumberChart(graph, .narrow, in: language).svg)</div>\
        <div class="wide">\(NumberChart(graph, .wide, in: language).svg)</div></figure>\(onward)</section>
        \(table)
        """
    }

    private var sentence: String {
        guard let last = graph.points.last else { return "" }
        let day = words.plain(last.taken.day, today: graph.today)
        return GraphWords.newest(SentWords.shown(last.measured), day)[language]
    }

    private var table: HTML {
        let rows: [HTML] = graph.points.suffix(Self.mostRows).reversed().map { point in
            """
            <tr><td>\(words.plain(point.taken.day, today: graph.today))\(moment(point))</td>\
            <td class="num"><b>\(SentWords.number(point.measured)[language])</b></td></tr>
            """
        }
        return """
            <section class="card"><h2 id="each">\(GraphWords.readings[language])</h2>\
            <table class="list" aria-labelledby="each"><thead><tr><th scope="col">\(GraphWords.when[language])</th>\
            <th scope="col" class="num">\(OneNumberWords.unit(graph.kind)[language])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    /// A glucose says little without when it was.
    private func moment(_ point: Measurements.NumberGraph.Point) -> HTML {
        guard case .glucose(_, let moment) = point.measured else { return .none }
        return "<br><span class=\"quiet\">\(GraphWords.moment(moment)[language])</span>"
    }
}

/// The ways from one kind of reading to another; nothing where there is only one.
struct KindLinks {
    let kinds: [AlsoMeasured]
    /// Nothing for the pressure.
    let here: AlsoMeasured?
    let language: Language

    var html: HTML {
        guard !kinds.isEmpty else { return .none }
        let links: [HTML] = kinds.map { link($0.title, "/graph?of=\($0.rawValue)", isHere: $0 == here) }
        return """
            <nav class="seg kinds" aria-label="\(GraphWords.whichKind[language])">\
            \(link(GraphWords.pressure, "/graph", isHere: here == nil))\(links)</nav>
            """
    }

    private func link(_ words: Sentence, _ path: String, isHere: Bool) -> HTML {
        let here: HTML = isHere ? " aria-current=\"true\"" : .none
        return "<a href=\"\(path)\"\(here)>\(words[language])</a>"
    }
}
