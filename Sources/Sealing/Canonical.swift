/// The one way in which something is written before it is hashed or signed.
///
/// Every part has a fixed length or says its length first, so that two different things never give the same bytes:
/// `ab` and `c` are not `a` and `bc`, and a field that is absent is not a field that is empty.
///
/// - Shape: whole numbers in 8 bytes, the highest first; text and bytes after their length; absent 0, present 1
struct Canonical {
    private(set) var bytes: [UInt8] = []

    /// What these bytes are for, so that they can never be taken for something else.
    mutating func begin(_ purpose: String) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: purpose.utf8)
        bytes.append(0)
    }

    mutating func add(byte: UInt8) { bytes.append(byte) }

    mutating func add(fixed part: [UInt8]) { bytes.append(contentsOf: part) }

    mutating func add(_ number: UInt64) { withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) } }

    /// - Units: milliseconds since 1970
    mutating func add(time: Int64) { add(UInt64(bitPattern: time)) }

    mutating func add(count: Int) { add(UInt64(count)) }

    mutating func add(_ reference: Reference) {
        add(reference.high)
        add(reference.low)
    }

    mutating func add(_ text: String) {
        add(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ part: [UInt8]) {
        add(count: part.count)
        bytes.append(contentsOf: part)
    }

    mutating func add(maybe part: [UInt8]?) {
        guard let part else { return add(byte: 0) }
        add(byte: 1)
        add(part)
    }
}
