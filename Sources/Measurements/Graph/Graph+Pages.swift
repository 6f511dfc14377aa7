import Clinical
import Web

/// The page *Mijn grafiek*: a sentence first, then the picture, then the same in a table, then what happened.
struct GraphPage {
    let graph: Measurements.Graph
    let name: String
    let bornOn: Day
    let frame: PatientFrame
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(GraphWords.pageTitle[language], at: .graph, frame, in: language, graph.days.isEmpty ? empty : full)
    }

    private var empty: HTML {
        """
        <main class="wrap one stack" id="main"><div class="hello"><h1>\(GraphWords.title[language])</h1></div>
        \(kinds)\(periods)<section class="card stack"><p class="say">\(GraphWords.empty[language])</p>
        <a class="btn" href="/measure">\(icon(.cuff))\(GraphWords.measure[language])</a></section>
        \(helpLine(frame.phone, in: language))</main>
        """
    }

    private var full: HTML {
        """
        <main class="wrap" id="main">
        <div class="title-row stack"><div class="hello"><p class="print-only">\(printedHead)</p>\
        <h1>\(GraphWords.title[language])</h1></div>\(kinds)\(periods)</div>
        <div class="columns"><div class="stack column">
        <section class="card stack" aria-label="\(GraphWords.pageTitle[language])"><p class="say">\(sentence)</p>
        \(lines)
        <figure class="chart"><div class="narrow">\(Chart(graph, .narrow, in: language).svg)</div>\
        <div class="wide">\(Chart(graph, .wide, in: language).svg)</div></figure>
        \(legend)</section>
        \(table)
        </div><div class="stack column">
        <section class="card"><h2>\(GraphWords.happened[language])</h2>\(events)</section>
        <section class="card no-print stack"><h2>\(GraphWords.appointment[language])</h2>\
        <p class="quiet">\(GraphWords.takeAlong[language])</p>\
        <button class="btn ghost" type="button" data-behaviour="print" hidden>\(icon(.print))\
        \(GraphWords.print[language])</button></section>
        <section class="print-only card notes"><h2>\(GraphWords.iWantToAsk[language])</h2><div class="rule"></div>\
        <div class="rule"></div><div class="rule"></div></section>
        </div></div></main>
        """
    }

    private var printedHead: String {
        GraphWords.madeOn(name, words.digits(bornOn), "\(words.long(graph.today)) \(graph.today.year)")[language]
    }

    private var sentence: HTML {
        guard graph.standing != .unknown, let average = graph.newest.averagePressure else {
            let more = max(1, Measurements.Standing.readingsNeeded - graph.newest.count)
            return "\(GraphWords.tooFew(more)[language])"
        }
        let verdict: HTML =
            graph.standing == .onTarget
            ? "<em>\(GraphWords.below[language])</em>" : "\(GraphWords.above[language])"
        return """
            \(GraphWords.nowOnAverage[language]) <span class="nowrap">\(average.systolic) \
            \(MeasuringWords.over[language]) \(average.diastolic).</span> \(verdict)
            """
    }

    private var kinds: HTML { KindLinks(kinds: graph.kinds, here: nil, language: language).html }

    private var periods: HTML {
        let links: [HTML] = Measurements.Period.allCases.map { period in
            link(period, graph.line, GraphWords.period(period), isHere: period == graph.period)
        }
        return "<nav class=\"seg\" aria-label=\"\(GraphWords.period[language])\">\(links)</nav>"
    }

    private var lines: HTML {
        let links: [HTML] = Measurements.Line.allCases.map { line in
            link(graph.period, line, GraphWords.line(line), isHere: line == graph.line)
        }
        return "<nav class=\"seg\" aria-label=\"\(GraphWords.upperOrLower[language])\">\(links)</nav>"
    }

    private func link(
        _ period: Measurements.Period, _ line: Measurements.Line, _ words: Sentence, isHere: Bool
    ) -> HTML {
        let here: HTML = isHere ? " aria-current=\"true\"" : .none
        return "<a href=\"/graph?period=\(period.rawValue)&amp;line=\(line.rawValue)\"\(here)>\(words[language])</a>"
    }

    private var legend: HTML {
        let single = graph.dots.isEmpty ? GraphWords.oneDay : GraphWords.oneReading
        return """
            <ul class="legend"><li><i></i>\(GraphWords.weeklyAverage[language])</li>\
            <li class="dot"><i></i>\(single[language])</li><li class="band"><i></i>\(GraphWords.goal[language])</li></ul>
            """
    }

    private var table: HTML {
        let rows: [HTML] = graph.weeks.reversed().compactMap { week in
            guard let average = week.total.averagePressure else { return nil }
            return """
                <tr><td>\(words.range(week.monday, week.monday.adding(6)))</td>\
                <td class="num"><b>\(average.systolic)</b> / \(average.diastolic)</td>\
                <td class="num">\(week.total.count)</td></tr>
                """
        }
        return """
            <section class="card"><h2 id="weeks">\(GraphWords.perWeek[language])</h2>\
            <table class="list" aria-labelledby="weeks"><thead><tr><th scope="col">\(GraphWords.week[language])</th>\
            <th scope="col" class="num">\(GraphWords.average[language])</th>\
            <th scope="col" class="num">\(GraphWords.readings[language])</th></tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    private var events: HTML {
        guard !graph.events.isEmpty else { return "<p class=\"quiet\">\(GraphWords.nothingHappened[language])</p>" }
        return "<ol class=\"events\">\(graph.events.prefix(8).map(event))</ol>"
    }

    private func event(_ event: Measurements.Graph.Event) -> HTML {
        let day = words.plain(event.day, today: graph.today)
        return switch event.kind {
        case .week(let week):
            line(
                event.day, " own", .cuff, words.spokenRange(week.startsOn, week.endsOn), weekTitle(week), weekMore(week)
            )
        case .goalReached(let text, let setOn):
            line(
                event.day, " good", .flag, day, GraphWords.goalReached(text)[language],
                GraphWords.setByYou(words.plain(setOn, today: graph.today))[language])
        case .goalSet(let text): line(event.day, " good", .flag, day, GraphWords.goalSet(text)[language], "")
        case .medication(let what, let why): line(event.day, "", .pill, day, what, GraphWords.why(why)[language])
        case .start:
            line(event.day, " own", .box, day, GraphWords.started[language], GraphWords.startedMore[language])
        }
    }

    private func weekTitle(_ week: Measurements.MeasuringWeek) -> String {
        week.judged.map { GraphWords.weekOutcome($0.outcome)[language] } ?? ""
    }

    private func weekMore(_ week: Measurements.MeasuringWeek) -> String {
        week.judged.map { GraphWords.measured($0.moments, of: week.measuring.moments)[language] } ?? ""
    }

    private func line(
        _ date: Day, _ kind: String, _ sign: Icon, _ day: String, _ title: String, _ more: String
    ) -> HTML {
        let below: HTML = more.isEmpty ? .none : "<p>\(more)</p>"
        return """
            <li class="event"><span class="kind\(kind)">\(icon(sign))</span><div><time datetime="\(date)">\(day)</time>\
            <b>\(title)</b>\(below)</div></li>
            """
    }
}
