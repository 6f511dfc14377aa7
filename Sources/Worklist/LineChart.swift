import Clinical
import Web

/// Twelve weekly averages large enough to read, with the goal as a band.
struct LineChart {
    private static let width = 340.0
    private static let height = 150.0
    private static let left = 28.0
    private static let top = 12.0
    private static let bottom = 14.0

    private let weeks: [BloodPressure?]
    private let goal: BloodPressure?
    private let colour: String
    private let language: Language

    init(weeks: [BloodPressure?], goal: BloodPressure?, colour: String, in language: Language) {
        self.weeks = weeks
        self.goal = goal
        self.colour = colour
        self.language = language
    }

    var svg: HTML {
        """
        <svg class="line-chart" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(words)">\
        \(band)\(ticks)\(line(\.systolic, "2.4"))\(line(\.diastolic, "1.4"))\(mark)</svg>
        """
    }

    private var values: [Int] { weeks.compactMap { $0 }.flatMap { [$0.systolic.mmHg, $0.diastolic.mmHg] } }
    private var low: Double { Double((min(75, values.min() ?? 75) - 3) / 5 * 5) }
    private var high: Double { Double((max(165, values.max() ?? 165) + 7) / 5 * 5) }

    private func x(_ place: Int) -> Double {
        Self.left + (Self.width - Self.left - 10) * Double(place) / Double(max(1, weeks.count - 1))
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
        return Sentence(
            nl: "Weekgemiddelden over 12 weken, van \(first) naar \(last)",
            en: "Weekly averages over 12 weeks, from \(first) to \(last)")[language]
    }
}
