import Foundation

/// One thing that was measured: the value, the floor of the same run, and what it should reach.
struct Figure: Encodable {
    let name: String
    let about: String
    let value: Double
    let unit: String
    var floor: Double?
    var floorAbout: String?
    /// What the ratio or the value should reach, in words: `≤ 0.30`.
    let target: String
    let isReached: Bool

    var line: String {
        let ratio = floor.map { String(format: "%.2f× of %@ %@", value / $0, Figure.short($0), floorAbout ?? "") } ?? ""
        let mark = isReached ? "yes" : "NO "
        return [
            name.padding(toLength: 4, withPad: " ", startingAt: 0),
            about.padding(toLength: 52, withPad: " ", startingAt: 0),
            Figure.short(value).leftPadded(to: 10), unit.padding(toLength: 8, withPad: " ", startingAt: 0), mark,
            target.padding(toLength: 14, withPad: " ", startingAt: 0), ratio,
        ].joined(separator: " ")
    }

    static func short(_ value: Double) -> String {
        value >= 1000
            ? String(Int(value.rounded())) : value >= 10 ? String(format: "%.1f", value) : String(format: "%.3f", value)
    }

    /// At most this much.
    static func atMost(
        _ limit: Double, _ name: String, _ about: String, _ value: Double, _ unit: String, floor: Double? = nil,
        floorAbout: String? = nil
    ) -> Figure {
        Figure(
            name: name, about: about, value: value, unit: unit, floor: floor, floorAbout: floorAbout,
            target: "≤ \(short(limit))", isReached: value <= limit)
    }

    /// At least this part of the floor.
    static func atLeast(
        _ ratio: Double, of floor: Double, _ floorAbout: String, _ name: String, _ about: String, _ value: Double,
        _ unit: String
    ) -> Figure {
        Figure(
            name: name, about: about, value: value, unit: unit, floor: floor, floorAbout: floorAbout,
            target: "≥ \(short(ratio))×", isReached: value >= ratio * floor)
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}

/// Seconds that passed, and the middle of several measurements.
enum Stopwatch {
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let began = DispatchTime.now().uptimeNanoseconds
        try work()
        return Double(DispatchTime.now().uptimeNanoseconds - began) / 1_000_000_000
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
