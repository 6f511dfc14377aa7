import Meters

/// How many values of a cuff one core decodes; the floor only adds up the same bytes.
struct MeterFigures {
    let rounds: Int
    let values: Int

    /// 2A35 with time, pulse and status: flags, 120/80 and no mean, 15 June 2024 17:17:27, 66, none.
    private static let value: [UInt8] = [
        0x16, 120, 0, 80, 0, 0xFF, 0x07, 0xE8, 0x07, 6, 15, 17, 17, 27, 66, 0, 0, 0,
    ]

    func all() -> [Figure] {
        let samples = (0..<values).map { place in
            var bytes = Self.value
            (bytes[1], bytes[3]) = (UInt8(100 + place % 80), UInt8(60 + place % 40))
            return bytes
        }
        var (decoded, floors, used) = ([Double](), [Double](), 0)
        for _ in 0..<rounds {
            // A sample that could not be decoded would count as nothing; every one can.
            decoded.append(perSecond(samples, &used) { (try? BloodPressureMeasurement($0))?.systolic.mantissa ?? 0 })
            floors.append(perSecond(samples, &used) { $0.reduce(0) { $0 &+ Int($1) } })
        }
        // What came out is used, so that the compiler keeps the work.
        if used == .min { tell("nothing was decoded") }
        return [
            Figure(
                "P14", "values of a cuff (2A35) decoded, one core", decoded, "/s", .atLeast(1_000_000),
                floor: .init(floors, "the same bytes added up"))
        ]
    }

    private func perSecond(_ samples: [[UInt8]], _ used: inout Int, _ work: ([UInt8]) -> Int) -> Double {
        var sum = 0
        let seconds = Stopwatch.seconds { for sample in samples { sum &+= work(sample) } }
        used ^= sum
        return Double(samples.count) / seconds
    }
}
