import Meters
import Testing

/// Two hundred thousand values that nobody meant, the same ones on every machine: each is read or refused, none ends
/// the process, and whatever is read can be printed.
@Suite struct FuzzTests {
    @Test func `no bytes end the process`() {
        var chance = Chance(state: 20_261_126)
        let kinds = MeterCharacteristic.allCases
        var (read, refused) = (0, 0)
        for turn in 0..<200_000 {
            let kind = kinds[turn % kinds.count]
            do throws(MeterFailure) {
                let value = try MeterValue(kind, changed(Samples.good[kind] ?? [], &chance))
                read += 1
                for reading in value.readings { _ = canonical(reading) }
                if turn % 16 == 0, !value.text.hasSuffix("}") { Issue.record("\(kind) prints no object") }
            } catch {
                refused += 1
                if turn % 16 == 0, error.description.isEmpty { Issue.record("\(kind) gives no reason") }
            }
        }
        #expect(read > 20_000)
        #expect(refused > 20_000)
    }

    @Test func `no text ends the process`() {
        var chance = Chance(state: 7)
        let signs = Array("0123456789abcdefABCDEFxX :-é\u{0}\t")
        for _ in 0..<20_000 {
            let text = String((0..<chance.below(40)).map { _ in signs[chance.below(signs.count)] })
            let name = MeterCharacteristic.allCases[chance.below(MeterCharacteristic.allCases.count)].rawValue
            _ = refusal { () throws(MeterFailure) in try Meters.answer(to: name, hex: text) }
            _ = refusal { () throws(MeterFailure) in try Meters.answer(to: text, hex: text) }
        }
    }

    private func canonical(_ reading: MeterReading) -> Int? {
        switch reading.what {
        case .bloodPressure(let pressures, let pulse): pressures.systolic.canonical ?? pulse?.canonical
        case .cuffPressure(let said), .pulse(let said), .glucose(let said), .temperature(let said): said.canonical
        case .weight(let weight, let height): weight.canonical ?? height?.canonical
        }
    }

    /// Half of them random, half a good value with some bytes changed, cut or added.
    private func changed(_ own: [UInt8], _ chance: inout Chance) -> [UInt8] {
        if chance.below(2) == 0 { return (0..<chance.below(24)).map { _ in chance.byte() } }
        var bytes = own
        for _ in 0..<chance.below(4) { bytes[chance.below(bytes.count)] = chance.byte() }
        switch chance.below(8) {
        case 0: bytes.removeLast(1 + chance.below(bytes.count))
        case 1: bytes.append(chance.byte())
        default: break
        }
        return bytes
    }
}

/// The same numbers from the same start.
private struct Chance {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }
}
