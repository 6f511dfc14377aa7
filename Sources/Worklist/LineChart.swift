import Clinical
import Web

/// Twelve weekly averages large enough to read, with the goal as a band and the last change of medicines as a mark.
struct LineChart {
    private static let width = 340.0
    private static let height = 162.0
    private static let left = 28.0
    private static let top = 18.0
    private static let bottom = 26.0

    private let weeks: [BloodPressure?]
    private let lastDay: Day?
    private let goal: BloodPressure?
    private let colour: String
    private let change: Mark?
    private let language: Language

    /// Something that happened in one of these weeks.
    struct Mark {
        let day: Day
        let what: String
    }

    /// - Parameters:
    ///   - lastDay: a day in the last of the weeks
    ///   - change: shown when it lies within the weeks
    init(
        weeks: [BloodPressure?], through lastDay: Day?, goal: BloodPressure?, colour: String, marking change: Mark?,
        in language: Language
    ) {
        self.weeks = weeks
        self.lastDay = lastDay
        self.change = change
        self.goal = goal
        self.colour = colour
        self.language = language
    }

    var svg: HTML {
        """
        <svg class="line-chart" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(words)">\
        \(band)\(ticks)\(months)\(changeLine)\(line(\.systolic, "2.4"))\(line(\.diastolic, "1.4"))\(mark)</svg>
        """
    }

    private var values: [Int] { weeks.compactMap { $0 }.flatMap { [$0.systolic.mmHg, $0.diastolic.mmHg] } }
    private var low: Double { Double((min(75, values.min() ?? 75) - 3) / 5 * 5) }
    private var high: Double { Double((max(165, values.max() ?? 165) + 7) / 5 * 5) }

    private func x(_ place: Int) -> Double { x(Double(place)) }

    private func x(_ place: Double) -> Double {
        Self.left + (Self.width - Self.left - 10) * place / Double(max(1, weeks.count - 1))
    }

    private func y(_ value: Int) -> Double { y(value, low, high) }

    private func y(_ value: Int, _ low: Double, _ high: Double) -> Double {
        Self.top + (Self.height - Self.top - Self.bottom) * (high - Double(value)) / (high - low)
    }

    private var band: HTML {
        guard let goal else { return .none }
        let from = y(goal.systolic.mmHg)
        return """
            <rect x="\(Self.left)" y="\(from)" width="\(Self.width - Self.left)" \
            height="\(Self.height - Self.bottom - from)" fill="var(--hl-good-soft)"/>
            """
    }

    private var ticks: HTML {
        let goal = goal?.systolic.mmHg ?? 135
        let lines: [HTML] = [goal - 50, goal - 25, goal, goal + 25].filter { Double($0) > low && Double($0) < high }.map
        {
            let isGoal = $0 == goal
            return """
                <line x1="\(Self.left)" x2="\(Self.width)" y1="\(y($0))" y2="\(y($0))" \
                stroke="var(--hl-\(isGoal ? "good" : "edge"))" stroke-width="\(isGoal ? 1.5 : 1.0)"/>\
                <text x="\(Self.left - 6)" y="\(y($0) + 4)" text-anchor="end">\($0)</text>
                """
        }
        return "\(lines)"
    }

    /// The names of the months, each under the first week that begins in it.
    private var months: HTML {
        guard let lastDay else { return .none }
        let first = lastDay.monday.adding(-7 * (weeks.count - 1))
        let begins = weeks.indices.map { first.adding(7 * $0).month }
        let names: [HTML] = weeks.indices.dropFirst().filter { begins[$0] != begins[$0 - 1] }.map { place in
            """
            <text x="\(x(place))" y="\(Self.height - 6)" text-anchor="middle">\
            \(DateWords(language).shortMonth(begins[place]))</text>
            """
        }
        return "\(names)"
    }

    /// Between which weeks the change lies; `nil` when it is not on this chart.
    private var changePlace: Double? {
        guard let change, let lastDay, !weeks.isEmpty else { return nil }
        let first = lastDay.monday.adding(-7 * (weeks.count - 1))
        let days = change.day.days(since: first)
        guard (0..<7 * weeks.count).contains(days) else { return nil }
        return min(Double(days) / 7, Double(weeks.count - 1))
    }

    private var changeLine: HTML {
        guard let change, let place = changePlace else { return .none }
        let isLate = place > Double(weeks.count) / 2
        return """
            <line x1="\(x(place))" x2="\(x(place))" y1="\(Self.top - 4)" y2="\(Self.height - Self.bottom)" \
            stroke="var(--hl-info)" stroke-width="1.5" stroke-dasharray="1.5 4" stroke-linecap="round"/>\
            <text class="event" x="\(x(place) + (isLate ? -5 : 5))" y="\(Self.top - 6)"\
            \(isLate ? " text-anchor=\"end\"" as HTML : .none)>\(Self.short(change.what))</text>
            """
    }

    /// As much as fits beside the line; the aloud text has all of it.
    private static func short(_ text: String) -> String { text.count > 26 ? "\(text.prefix(25))…" : text }

    private func line(_ part: KeyPath<BloodPressure, Pressure>, _ thickness: String) -> HTML {
        let (low, high) = (low, high)
        let points = weeks.enumerated().compactMap { place, week in
            week.map { (x: x(place), y: y($0[keyPath: part].mmHg, low, high)) }
        }
        return """
            <polyline points="\(HTML.points(points))" fill="none" stroke="var(--hl-ink)" stroke-width="\(thickness)" \
            stroke-linejoin="round"/>
            """
    }

    private var mark: HTML {
        guard let place = weeks.lastIndex(where: { $0 != nil }), let week = weeks[place] else { return .none }
        return """
            <circle cx="\(x(place))" cy="\(y(week.systolic.mmHg))" r="4.5" fill="var(--hl-\(colour))" \
            stroke="var(--hl-surface)" stroke-width="2"/>
            """
    }

    private var words: String {
        let known = weeks.compactMap { $0 }
        guard let first = known.first, let last = known.last else { return "" }
        let averages = Sentence(
            nl: "Weekgemiddelden over 12 weken, van \(first) naar \(last)",
            en: "Weekly averages over 12 weeks, from \(first) to \(last)")[language]
        guard let change, changePlace != nil else { return averages }
        let day = "\(change.day.day) \(DateWords(language).month(change.day.month))"
        return averages + Sentence(nl: ". Op \(day): \(change.what)", en: ". On \(day): \(change.what)")[language]
    }
}
