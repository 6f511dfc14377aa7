import Clinical
import Web

/// The picture of the graph: the weekly average thick, single readings faint, the goal as a band.
///
/// Drawn here once for the screen, for dark and for paper; the table under it says the same in numbers.
struct Chart {
    /// The two forms: beside each other in the page, one of them shown.
    enum Form {
        case narrow, wide

        var size: (width: Double, height: Double) { self == .narrow ? (326, 320) : (720, 380) }
        var mark: String { self == .narrow ? "n" : "w" }
    }

    private static let left = 38.0
    private static let right = 12.0
    private static let top = 46.0
    private static let bottom = 34.0

    private let graph: Measurements.Graph
    private let form: Form
    private let language: Language
    private let first: Day
    private let scale: ClosedRange<Int>
    private let days: Int
    private let perDay: Double

    init(_ graph: Measurements.Graph, _ form: Form, in language: Language) {
        self.graph = graph
        self.form = form
        self.language = language
        first = graph.period.first(until: graph.today)
        scale = Chart.scale(of: graph)
        days = max(1, graph.today.days(since: first))
        perDay = (form.size.width - Chart.left - Chart.right) / Double(days)
    }

    var svg: HTML {
        """
        <svg viewBox="0 0 \(form.size.width) \(form.size.height)" role="img" \
        aria-labelledby="ct\(form.mark) cd\(form.mark)"><title id="ct\(form.mark)">\(title)</title>\
        <desc id="cd\(form.mark)">\(description)</desc>\
        \(band)\(ticks)\(months)\(graph.dots.isEmpty ? strokes : dots)\(changes)\(line)</svg>
        """
    }

    /// One scale for as long as the readings fit in it, so that pictures of two days look alike.
    private static func scale(of graph: Measurements.Graph) -> ClosedRange<Int> {
        let usual = graph.line == .upper ? 105...170 : 60...110
        let lows = graph.days.map { graph.line == .upper ? $0.firstLow : $0.secondLow }
        let highs = graph.days.map { graph.line == .upper ? $0.firstHigh : $0.secondHigh }
        let low = min(usual.lowerBound, (lows.min() ?? usual.lowerBound) / 5 * 5)
        let high = max(usual.upperBound, ((highs.max() ?? usual.upperBound) + 4) / 5 * 5)
        return low...high
    }

    private var goal: Int { graph.line.value(of: graph.goal) }

    private func x(_ day: Double) -> Double { Chart.left + perDay * day }

    private func y(_ value: Double) -> Double {
        let height = form.size.height - Chart.top - Chart.bottom
        return Chart.top + height * (Double(scale.upperBound) - value) / Double(scale.upperBound - scale.lowerBound)
    }

    private var floor: Double { form.size.height - Chart.bottom }

    private var title: String {
        "\(GraphWords.line(graph.line)[language]), \(GraphWords.period(graph.period)[language])"
    }

    private var description: String {
        guard let first = points.first, let last = points.last else { return GraphWords.goalLine(goal)[language] }
        return GraphWords.described(first.value, last.value, goal)[language]
    }

    private var band: HTML {
        let width = form.size.width - Chart.left - Chart.right
        return """
            <rect x="\(Chart.left)" y="\(y(Double(goal)))" width="\(width)" height="\(floor - y(Double(goal)))" \
            fill="var(--hl-good-soft)" rx="2"/>
            """
    }

    private var ticks: HTML {
        let step = graph.line == .upper ? 15 : 10
        let values = stride(from: goal - step * 6, through: goal + step * 6, by: step)
            .filter { $0 > scale.lowerBound + 3 && $0 < scale.upperBound - 2 }
        let lines: [HTML] = values.map { value in
            let isGoal = value == goal
            let colour = isGoal ? "good" : "edge"
            return """
                <line x1="\(Chart.left)" x2="\(form.size.width - Chart.right)" y1="\(y(Double(value)))" \
                y2="\(y(Double(value)))" stroke="var(--hl-\(colour))" stroke-width="\(isGoal ? 2.5 : 1.0)"/>\
                <text x="\(Chart.left - 8)" y="\(y(Double(value)) + 5)" text-anchor="end">\(value)</text>
                """
        }
        return """
            \(lines)<text x="\(Chart.left + 10)" y="\(floor - 13)" class="goal">\
            \(GraphWords.goalLine(goal)[language])</text>
            """
    }

    /// The names under the axis: days of this week, or months where they begin, as far apart as a name needs.
    private var months: HTML {
        let words = DateWords(language)
        var labels: [HTML] = []
        var last = -Double.infinity
        for offset in 0...days {
            let day = first.adding(offset)
            let isNamed = graph.period == .week || offset == 0 || day.day == 1
            guard isNamed, x(Double(offset)) - last >= 34, x(Double(offset)) < form.size.width - 30 else { continue }
            last = x(Double(offset))
            let name = graph.period == .week ? words.shortWeekday(day) : words.shortMonth(day.month)
            labels.append("<text x=\"\(last)\" y=\"\(form.size.height - 8)\">\(name)</text>")
        }
        return "\(labels)"
    }

    private var dots: HTML {
        let radius = form == .wide ? 3.6 : 3.2
        let (start, days) = (Double(first.number) * 1440, Double(days))
        let circles: [HTML] = graph.dots.map { dot in
            let across = x(min((dot.taken.wallMinutes - start) / 1440, days))
            let down = y(Double(graph.line.value(of: dot.pressure)))
            return "<circle cx=\"\(across)\" cy=\"\(down)\" r=\"\(radius)\"/>"
        }
        return "<g fill=\"var(--hl-primary)\" opacity=\".26\">\(circles)</g>"
    }

    /// A day from its lowest to its highest, when there are too many readings to draw each.
    private var strokes: HTML {
        let lines: [HTML] = graph.days.map { day in
            let (low, high) =
                graph.line == .upper ? (day.firstLow, day.firstHigh) : (day.secondLow, day.secondHigh)
            let across = x(Double(day.day.days(since: first)) + 0.5)
            return "M\(across) \(y(Double(high)) - 1)V\(y(Double(low)) + 1)"
        }
        return """
            <path d="\(lines)" fill="none" stroke="var(--hl-primary)" stroke-width="3" stroke-linecap="round" \
            opacity=".26"/>
            """
    }

    private var changes: HTML {
        let marks: [HTML] = graph.events.compactMap { event in
            guard case .medication = event.kind, event.day > first else { return nil }
            return mark(at: x(Double(event.day.days(since: first))))
        }
        return "\(marks.suffix(form == .wide ? 3 : 2).map { $0 })"
    }

    private func mark(at across: Double) -> HTML {
        """
        <line x1="\(across)" x2="\(across)" y1="\(Chart.top - 8)" y2="\(floor - 38)" stroke="var(--hl-info)" \
        stroke-width="2" stroke-dasharray="2 5" stroke-linecap="round"/>\
        <rect x="\(across - 15)" y="\(Chart.top - 40)" width="30" height="30" rx="10" fill="var(--hl-info-soft)"/>\
        <g transform="translate(\(across - 10),\(Chart.top - 35)) scale(.84)" fill="none" stroke="var(--hl-info)" \
        stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">\(Icon.pill.strokes)</g>\
        <text x="\(across + 20)" y="\(Chart.top - 20)" class="event">\(GraphWords.medicine[language])</text>
        """
    }

    private struct Point {
        let x: Double
        let y: Double
        let value: Int
    }

    private var points: [Point] {
        graph.weeks.compactMap { week in
            guard let average = week.total.averagePressure else { return nil }
            let value = graph.line.value(of: average)
            let middle = min(Double(week.monday.days(since: first)) + 3, Double(days))
            return Point(x: x(max(0, middle)), y: y(Double(value)), value: value)
        }
    }

    private var line: HTML {
        let points = points
        guard let first = points.first, let last = points.last else { return .none }
        guard points.count > 1 else { return lastMark(last) }
        let path = Chart.smooth(points)
        return """
            <path d="\(path)" fill="none" stroke="var(--hl-surface)" stroke-width="9" stroke-linecap="round"/>\
            <path d="\(path)" fill="none" stroke="var(--hl-primary)" stroke-width="4.5" stroke-linecap="round" \
            stroke-linejoin="round"/>\(firstMark(first))\(lastMark(last))
            """
    }

    /// A curve through every point that never rises or falls more than the points do.
    private static func smooth(_ points: [Point]) -> HTML {
        let slopes = zip(points, points.dropFirst()).map { ($1.y - $0.y) / max(0.1, $1.x - $0.x) }
        let tangents = points.indices.map { place -> Double in
            if place == 0 { return slopes[0] }
            if place == points.count - 1 { return slopes[place - 1] }
            let (before, after) = (slopes[place - 1], slopes[place])
            return before * after <= 0 ? 0 : (before + after) / 2
        }
        var path: HTML = "M\(points[0].x) \(points[0].y)"
        for place in slopes.indices {
            let (from, to) = (points[place], points[place + 1])
            let third = (to.x - from.x) / 3
            path += """
                C\(from.x + third) \(from.y + third * tangents[place]) \(to.x - third) \
                \(to.y - third * tangents[place + 1]) \(to.x) \(to.y)
                """
        }
        return path
    }

    private func firstMark(_ point: Point) -> HTML {
        """
        <circle cx="\(point.x)" cy="\(point.y)" r="6" fill="var(--hl-surface)" stroke="var(--hl-primary)" \
        stroke-width="4"/><rect x="\(point.x - 14)" y="\(point.y - 44)" width="46" height="28" rx="9" \
        fill="var(--hl-surface)" stroke="var(--hl-primary)" stroke-width="2"/>\
        <text x="\(point.x + 9)" y="\(point.y - 24)" text-anchor="middle" class="first">\(point.value)</text>
        """
    }

    private func lastMark(_ point: Point) -> HTML {
        let across = min(point.x, form.size.width - Chart.right - 4)
        return """
            <circle cx="\(across)" cy="\(point.y)" r="9" fill="var(--hl-primary)" stroke="var(--hl-surface)" \
            stroke-width="4"/><rect x="\(across - 52)" y="\(point.y - 54)" width="56" height="34" rx="11" \
            fill="var(--hl-primary)"/><path d="M\(across - 12) \(point.y - 21) l8 9 l4 -9z" fill="var(--hl-primary)"/>\
            <text x="\(across - 24)" y="\(point.y - 30)" text-anchor="middle" class="last">\(point.value)</text>
            """
    }
}
