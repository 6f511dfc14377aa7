import Clinical

/// The two halves of one blood pressure, as Apple Health keeps them.
struct ApplePair {
    let line: Int
    var modality: ReadingDetails.Modality?
    private var systolic: AppleRecord?
    private var diastolic: AppleRecord?

    init(line: Int) { self.line = line }

    mutating func add(_ record: AppleRecord) {
        if record.kind == .systolic { systolic = record } else { diastolic = record }
        modality = modality ?? record.modality
    }

    func draft() throws(RefusedRow) -> Draft {
        guard let systolic, let diastolic else { throw .halfPressure }
        return Draft(
            measured: .bloodPressure(
                try Possible.pressure(mmHg: systolic.value, over: diastolic.value), pulse: nil, rhythm: nil
            ),
            taken: systolic.taken, device: systolic.source.isEmpty ? nil : systolic.source,
            details: ReadingDetails(modality: modality)
        )
    }
}

/// Halves of a blood pressure that stand on their own, waiting for the other half.
///
/// Two halves belong together when they have the same time and the same source. The export repeats both
/// halves of a correlation this way; the pair they make is then found to be a repeat.
struct LooseHalves {
    /// Twenty years of ten a day; beyond that a half is no longer remembered.
    private static let most = 100_000

    private struct Key: Hashable {
        let taken: Moment
        let source: String
    }

    private var waiting = [Key: [AppleRecord]]()
    private var count = 0

    /// - Returns: the pair, when this record was the missing half
    mutating func match(_ record: AppleRecord) -> ApplePair? {
        let key = Key(taken: record.taken, source: record.source)
        if let place = waiting[key]?.firstIndex(where: { $0.kind != record.kind }),
            let other = waiting[key]?.remove(at: place)
        {
            count -= 1
            if waiting[key]?.isEmpty == true { waiting[key] = nil }
            var pair = ApplePair(line: record.line)
            pair.add(other)
            pair.add(record)
            return pair
        }
        if count < LooseHalves.most {
            waiting[key, default: []].append(record)
            count += 1
        }
        return nil
    }

    /// The lines of the halves that were left alone.
    var lines: [Int] { waiting.values.joined().map(\.line).sorted() }
}
