/// What a seal is bound to: several parts, each with its length in front, so that no two lists give the same bytes.
///
/// - Shape: for each part 4 bytes of length, the largest first, then the part; the first says what kind of seal it is
struct Parts {
    private(set) var bytes: [UInt8] = []

    init(_ kind: String) {
        bytes.reserveCapacity(160)
        add(kind)
    }

    mutating func add(_ text: String) { add(text.utf8) }

    mutating func add(_ part: some Collection<UInt8>) {
        addLength(part.count)
        bytes.append(contentsOf: part)
    }

    mutating func add(_ id: RowID) {
        addLength(16)
        addWhole(id.high)
        addWhole(id.low)
    }

    mutating func add(_ id: KeyID) {
        addLength(KeyID.length)
        addWhole(id.number)
    }

    private mutating func addLength(_ count: Int) { addWhole(UInt32(truncatingIfNeeded: count)) }

    private mutating func addWhole(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
