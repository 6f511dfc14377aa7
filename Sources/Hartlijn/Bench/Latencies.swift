/// How long answers took, each of them.
///
/// - Units: milliseconds
struct Latencies: Sendable {
    private var values: [Double] = []

    mutating func add(_ milliseconds: Double) { values.append(milliseconds) }

    static func + (one: Latencies, other: Latencies) -> Latencies {
        var sum = one
        sum.values += other.values
        return sum
    }

    var count: Int { values.count }

    /// What ninety-nine of a hundred answers took at most.
    var p99: Double { percentile(99) }

    /// - Returns: not a number when nothing was asked
    func percentile(_ percent: Int) -> Double {
        guard !values.isEmpty else { return .nan }
        let rank = (values.count * percent + 99) / 100
        return values.sorted()[max(rank, 1) - 1]
    }
}
