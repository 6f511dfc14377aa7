import Sealing
import Testing

@Suite struct TamperingTests {
    private static let tamperings = 1000

    @Test func `a thousand tamperings are found, each at its place`() throws {
        var found = 0
        var atItsPlace = 0
        for number in 0..<TamperingTests.tamperings {
            var chance = SplitMix64(UInt64(number))
            let tampering = Tampering.allCases[number % Tampering.allCases.count]
            var log = try log(using: &chance)
            let place = try tampering.apply(to: &log, using: &chance)
            let report = try log.verified()
            found += report.isClean ? 0 : 1
            let first = report.findings.first?.place
            atItsPlace += first.map(place.contains) == true ? 1 : 0
            #expect(first.map(place.contains) == true, "\(number) \(tampering) not in \(place): \(report)")
        }
        print("\(found) of \(TamperingTests.tamperings) tamperings found, \(atItsPlace) at their place")
        #expect(found == TamperingTests.tamperings)
    }

    @Test func `two hundred logs that nobody touched have no finding`() throws {
        var clean = 0
        for number in 0..<200 {
            var chance = SplitMix64(1_000_000 + UInt64(number))
            let log = try log(using: &chance)
            let report = try log.verified()
            #expect(report.isClean, "\(number): \(report)")
            #expect(report.lines == log.rows.count && report.heads == log.heads.count)
            #expect(report.anchors == log.anchors.count && report.agreedUntil == log.heads.last?.sequence)
            clean += report.isClean ? 1 : 0
        }
        print("\(clean) of 200 untouched logs without a finding")
    }

    private func log(using chance: inout SplitMix64) throws -> Log {
        let lines = Int.random(in: 50...400, using: &chance)
        return try Log(lines: lines, of: chance.reference(), using: &chance)
    }
}
