import Testing

@testable import Hartlijn

@Suite struct LatenciesTests {
    @Test(arguments: [(1, 1.0), (99, 99), (100, 99), (101, 100), (1000, 990)])
    func `ninety-nine of a hundred answers took no longer`(count: Int, p99: Double) {
        var latencies = Latencies()
        for number in (1...count).reversed() { latencies.add(Double(number)) }
        #expect(latencies.p99 == p99)
    }

    @Test func `of nothing there is no percentile`() {
        #expect(Latencies().p99.isNaN)
    }

    @Test func `what several connections heard counts together`() {
        var (one, other) = (Latencies(), Latencies())
        for _ in 0..<98 { one.add(1) }
        for _ in 0..<2 { other.add(50) }
        #expect((one + other).p99 == 50)
        #expect((one + other).count == 100)
    }
}
