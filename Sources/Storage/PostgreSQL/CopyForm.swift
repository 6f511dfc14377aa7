/// Rows in the binary form of `COPY`.
///
/// - Source: PostgreSQL, "COPY", section "Binary Format"
struct CopyForm {
    private(set) var bytes: [UInt8]

    init(_ rows: [[SQLValue]]) {
        bytes = Array("PGCOPY\n".utf8) + [0xFF] + Array("\r\n\0".utf8) + [UInt8](repeating: 0, count: 8)
        for row in rows {
            add(Int16(row.count))
            for value in row { add(value) }
        }
        add(Int16(-1))
    }

    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: add(Int32(-1))
        case .whole(let number):
            add(Int32(8))
            add(number)
        case .text(let text): add(sized: Array(text.utf8))
        case .bytes(let more): add(sized: more)
        case .id(let high, let low):
            add(Int32(16))
            add(high)
            add(low)
        }
    }

    private mutating func add(sized more: [UInt8]) {
        add(Int32(more.count))
        bytes += more
    }

    private mutating func add(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
}
