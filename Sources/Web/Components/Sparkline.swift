import Clinical

/// Twelve weeks in the space of a word. Rows of one list share one scale, so they can be compared at a glance.
package struct Sparkline: Sendable {
    private static let width = 112.0
    private static let height = 38.0

    private let values: [Double?]
    private let scale: ClosedRange<Double>
    private let goal: Double?
    private let colour: String
    private let words: String

    /// - Parameters:
    ///   - pressures: the upper pressure of each week, in mmHg, on one scale for everybody
    ///   - goal: an average at or above it is above the goal
    package init(
        pressures: [BloodPressure?], goal: BloodPressure?, standing colour: String, in language: Language
    ) {
        values = pressures.map { $0.map { Double(min(171, max(119, $0.systolic.mmHg))) } }
        scale = 119...171
        self.goal = goal.map { Double($0.systolic.mmHg) }
        self.colour = colour
        words = Self.words(pressures.compactMap { $0?.systolic.mmHg }, goal?.systolic.mmHg, language)
    }

    /// A weight has a scale of its own: two kilos around what the person weighs.
    package init(weights: [Weight?], in language: Language) {
        let known = weights.compactMap { $0?.kg }
        let (low, high) = (known.min() ?? 0, known.max() ?? 1)
        values = weights.map { $0?.kg }
        scale = (low - 1)...(high + 1)
        goal = nil
        colour = "bad"
        words = Self.weightWords(known, language)
    }

    package var svg: HTML {
        """
        <svg class="spark" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(words)">\
        \(band)\(line)</svg>
        """
    }

    private func x(_ place: Int) -> Double { 3 + (Self.width - 10) * Double(place) / Double(max(1, values.count - 1)) }

    private func y(_ value: Double) -> Double {
        let inside = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
        return Self.height - 3 - (Self.height - 6) * inside
    }

    private var band: HTML {
        guard let goal else { return .none }
        let top = y(goal)
        return """
            <rect y="\(top)" width="\(Self.width)" height="\(Self.height - top)" rx="2"/><path d="M0 \(top)h\(Self.width)"/>
            """
    }

    private var line: HTML {
        let points = values.enumerated().compactMap { place, value in value.map { (x: x(place), y: y($0)) } }
        guard let last = points.last else { return .none }
        return """
            <polyline points="\(HTML.points(points))"/><circle cx="\(last.x)" cy="\(last.y)" r="3.6" \
            fill="var(--hl-\(colour))"/>
            """
    }

    private static func words(_ values: [Int], _ goal: Int?, _ language: Language) -> String {
        guard let first = values.first, let last = values.last else {
            return language == .nl ? "Nog geen weekgemiddelden" : "No weekly averages yet"
        }
        switch (language, goal) {
        case (.nl, nil): return "12 weken: van \(first) naar \(last)"
        case (.nl, let goal?): return "12 weken: van \(first) naar \(last), doel lager dan \(goal)"
        case (.en, nil): return "12 weeks: from \(first) to \(last)"
        case (.en, let goal?): return "12 weeks: from \(first) to \(last), goal below \(goal)"
        }
    }

    private static func weightWords(_ values: [Double], _ language: Language) -> String {
        guard let first = values.first, let last = values.last else {
            return language == .nl ? "Nog geen gewichten" : "No weights yet"
        }
        let (from, to) = (Rounded(first, places: 1).text(in: language), Rounded(last, places: 1).text(in: language))
        return language == .nl ? "Gewicht van \(from) naar \(to) kilo" : "Weight from \(from) to \(to) kilos"
    }
}
