import Foundation

/// What the rounds of one measurement came to.
struct Spread: Encodable {
    let min: Double
    let median: Double
    let max: Double

    init(_ values: [Double]) {
        let sorted = values.sorted()
        guard let first = sorted.first, let last = sorted.last else {
            (min, median, max) = (.nan, .nan, .nan)
            return
        }
        let middle = sorted.count / 2
        (min, max) = (first, last)
        median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}

/// One thing that was measured: the value, the floor of the same rounds, and what it should reach.
struct Figure: Encodable {
    /// What the value, or its ratio to the floor, should be.
    enum Target {
        case atMost(Double)
        case atLeast(Double)
        case ratioAtMost(Double)
        case ratioAtLeast(Double)
        /// Measured to understand the others.
        case none

        var words: String {
            switch self {
            case .atMost(let limit): "≤ \(Figure.short(limit))"
            case .atLeast(let limit): "≥ \(Figure.short(limit))"
            case .ratioAtMost(let limit): "≤ \(Figure.short(limit))×"
            case .ratioAtLeast(let limit): "≥ \(Figure.short(limit))×"
            case .none: ""
            }
        }
    }

    /// What the machine does without us.
    struct Floor {
        let values: [Double]
        let about: String
        init(_ values: [Double], _ about: String) { (self.values, self.about) = (values, about) }
    }

    let name: String
    let about: String
    let value: Spread
    let unit: String
    let floor: Spread?
    let floorAbout: String?
    let ratio: Double?
    let target: String
    let reached: Bool?

    init(
        _ name: String, _ about: String, _ values: [Double], _ unit: String, _ target: Target, floor: Floor? = nil
    ) {
        let ratio = floor.map { Self.ratio(values, $0.values) }
        (self.name, self.about, self.unit, self.ratio) = (name, about, unit, ratio)
        value = Spread(values)
        self.floor = floor.map { Spread($0.values) }
        floorAbout = floor?.about
        self.target = target.words
        reached = Self.reached(target, value.median, ratio)
    }

    /// Value and floor were measured in turns, so each round has a ratio of its own.
    private static func ratio(_ values: [Double], _ floors: [Double]) -> Double {
        values.count == floors.count
            ? Spread(zip(values, floors).map { $0 / $1 }).median : Spread(values).median / Spread(floors).median
    }

    private static func reached(_ target: Target, _ value: Double, _ ratio: Double?) -> Bool? {
        switch target {
        case .atMost(let limit): value <= limit
        case .atLeast(let limit): value >= limit
        case .ratioAtMost(let limit): ratio.map { $0 <= limit }
        case .ratioAtLeast(let limit): ratio.map { $0 >= limit }
        case .none: nil
        }
    }

    static func short(_ value: Double) -> String {
        guard value.isFinite else { return "-" }
        return switch abs(value) {
        case 0: "0"
        case 1000...: String(Int(value.rounded()))
        case 10..<1000: String(format: "%.1f", value)
        case 0.01..<10: String(format: "%.2f", value)
        default: String(format: "%.4f", value)
        }
    }
}

/// The figures as a table for a person.
struct FigureTable {
    private static let widths = [6, 54, 9, 5, 19, 9, 8, 9, 4]

    let figures: [Figure]

    var text: String {
        let head = ["", "what", "median", "", "min … max", "floor", "ratio", "target", "", "floor is"]
        return ([head] + figures.map(cells)).map(line).joined(separator: "\n")
    }

    private func cells(_ figure: Figure) -> [String] {
        let value = figure.value
        return [
            figure.name, figure.about, Figure.short(value.median), figure.unit,
            "\(Figure.short(value.min)) … \(Figure.short(value.max))",
            figure.floor.map { Figure.short($0.median) } ?? "", figure.ratio.map { "\(Figure.short($0))×" } ?? "",
            figure.target, figure.reached.map { $0 ? "yes" : "NO" } ?? "", figure.floorAbout ?? "",
        ]
    }

    private func line(_ cells: [String]) -> String {
        let padded = zip(cells, Self.widths).enumerated().map { place, cell in
            let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return [2, 5, 6].contains(place) ? space + cell.0 : cell.0 + space
        }
        let whole = (padded + cells.dropFirst(Self.widths.count)).joined(separator: " ")
        return String(whole.reversed().drop { $0 == " " }.reversed())
    }
}

/// Seconds that passed.
enum Stopwatch {
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let began = now
        try work()
        return now - began
    }

    /// Since the machine started.
    static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1_000_000_000 }
}

/// Something the benchmark could not do; the figures without it would not be true.
struct BenchTrouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
