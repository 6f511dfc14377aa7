import Clinical
import Web

/// The picture of one number: a line for a weight, a bar a day for steps, a dot for each glucose.
///
/// The scale starts at nothing for steps, and near the lowest number for the others; there is no goal in it, because
/// nothing is agreed about these numbers.
struct NumberChart {
    private static let left = 52.0
    private static let right = 14.0
    private static let top = 18.0
    private static let bottom = 34.0

    private let graph: Measurements.NumberGraph
    private let form: Chart.Form
    private let language: Language
    private let first: Day
    private let days: Int
    private let scale: ClosedRange<Int>
    private let step: Int

    init(_ graph: Measurements.NumberGraph, _ form: Chart.Form, in language: Language) {
        self.graph = graph
        self.form = form
        self.language = language
        first = graph.period.first(until: graph.today)
        days = max(1, graph.today.days(since: first))
        let numbers = graph.points.map(\.number)
        let (low, high) = (graph.kind == .steps ? 0 : numbers.min() ?? 0, numbers.max() ?? 1)
        step = NumberChart.step(across: high - low)
        let floor = low / step * step - (graph.kind == .steps ? 0 : step)
        scale = max(0, floor)...max((high / step + 1) * step, step)
    }

    /// The distance between two lines: as few as can be read, and whole in the unit that is shown.
    private static func step(across: Int) -> Int {
        // A kilo, a millimole, a thousand steps.
        let smallest = 1000
        return [1, 2, 5, 10, 20, 50, 100].map { $0 * smallest }.first { across / $0 <= 5 } ?? 200 * smallest
    }

    var svg: HTML {
        let (title, about) = (GraphWords.title(graph.kind)[language], description)
        return """
            <svg viewBox="0 0 \(form.size.width) \(form.size.height)" role="img" \
            aria-labelledby="ct\(form.mark) cd\(form.mark)"><title id="ct\(form.mark)">\(title), \
            \(GraphWords.period(graph.period)[language])</title><desc id="cd\(form.mark)">\(about)</desc>\
            \(ticks)\(names)\(picture)</svg>
            """
    }

    private var description: String {
        guard let last = graph.points.last, let lowest = graph.points.min(by: { $0.number < $1.number }),
            let highest = graph.points.max(by: { $0.number < $1.number })
        else { return "" }
        return GraphWords.between(
            SentWords.number(lowest.measured), SentWords.number(highest.measured), last: SentWords.number(last.measured)
        )[language]
    }

    private var floor: Double { form.size.height - Self.bottom }
    private var perDay: Double { (form.size.width - Self.left - Self.right) / Double(days + 1) }

    private func x(_ point: Measurements.NumberGraph.Point) -> Double {
        let minutes = point.taken.wallMinutes - Double(first.number) * 1440
        return Self.left + perDay * min(max(0, minutes / 1440), Double(days + 1))
    }

    private func y(_ number: Int) -> Double {
        floor - (floor - Self.top) * Double(number - scale.lowerBound)
            / Double(scale.upperBound - scale.lowerBound)
    }

    private var ticks: HTML {
        let lines: [HTML] = stride(from: scale.lowerBound, through: scale.upperBound, by: step).map { value in
            """
            <line x1="\(Self.left)" x2="\(form.size.width - Self.right)" y1="\(y(value))" y2="\(y(value))" \
            stroke="var(--hl-edge)" stroke-width="1"/>\
            <text x="\(Self.left - 8)" y="\(y(value) + 5)" text-anchor="end">\(label(value))</text>
            """
        }
        return "\(lines)"
    }

    private func label(_ value: Int) -> String { graph.kind == .steps ? "\(value)" : "\(value / 1000)" }

    /// The names under the axis: days of this week, or months where they begin.
    private var names: HTML {
        let words = DateWords(language)
        var labels: [HTML] = []
        var last = -Double.infinity
        for offset in 0...days {
            let day = first.adding(offset)
            let across = Self.left + perDay * Double(offset)
            let isNamed = graph.period == .week || offset == 0 || day.day == 1
            guard isNamed, across - last >= 34, across < form.size.width - 30 else { continue }
            last = across
            let name = graph.period == .week ? words.shortWeekday(day) : words.shortMonth(day.month)
            labels.append("<text x=\"\(across)\" y=\"\(form.size.height - 8)\">\(name)</text>")
        }
        return "\(labels)"
    }

    private var picture: HTML {
        switch graph.kind {
        case .weight: "\(line)\(dots)"
        case .steps: bars
        case .glucose: dots
        }
    }

    private var line: HTML {
        let path: [HTML] = graph.points.enumerated().map { place, point in
            "\(place == 0 ? "M" : "L")\(x(point)) \(y(point.number))"
        }
        return """
            <path d="\(path)" fill="none" stroke="var(--hl-primary)" stroke-width="3.5" stroke-linecap="round" \
            stroke-linejoin="round"/>
            """
    }

    private var dots: HTML {
        let circles: [HTML] = graph.points.map { "<circle cx=\"\(x($0))\" cy=\"\(y($0.number))\" r=\"4\"/>" }
        return "<g fill=\"var(--hl-primary)\">\(circles)</g>"
    }

    private var bars: HTML {
        let width = max(1.5, perDay * 0.7)
        let bars: [HTML] = graph.points.map { point in
            let across = Self.left + perDay * (Double(point.taken.day.days(since: first)) + 0.15)
            return """
                <rect x="\(across)" y="\(y(point.number))" width="\(width)" height="\(max(1, floor - y(point.number)))" \
                rx="1.5"/>
                """
        }
        return "<g fill=\"var(--hl-primary)\">\(bars)</g>"
    }
}
