/// A value in the binary form that authenticators speak.
///
/// - Source: RFC 8949
indirect enum CBOR: Hashable, Sendable {
    case unsigned(UInt64)
    /// The number −1 − n.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case list([CBOR])
    case map([CBOR: CBOR])
    /// `false`, `true`, `null` and what else has no content.
    case simple(UInt8)

    static func number(_ value: Int64) -> CBOR {
        value < 0 ? .negative(UInt64(-1 - value)) : .unsigned(UInt64(value))
    }

    var map: [CBOR: CBOR]? {
        guard case .map(let members) = self else { return nil }
        return members
    }

    var bytes: [UInt8]? {
        guard case .bytes(let bytes) = self else { return nil }
        return bytes
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }
}

/// Why bytes are not the CBOR that an authenticator may send.
package enum CBORFailure: Error, Hashable, Sendable {
    case endsTooEarly, bytesLeft
    case indefiniteLength, reserved, taggedOrFloat
    case tooDeep, tooManyValues, tooLong
    case duplicateKey, notUTF8
}

/// Reads one value after another, and nothing that an authenticator has no business to send.
///
/// Numbers may be written longer than needed; two keys that differ only in that are still the same key.
///
/// - Shape: definite lengths; 4 levels, 256 values, 16 KiB; no tags, no floats
/// - Source: CTAP 2.1, section 8: at most four levels, no tags, no indefinite lengths; that floats are refused, and
///   the other limits, are our own choice
struct CBORReader {
    static let deepest = 4
    static let mostValues = 256
    static let longest = 16 * 1024

    private(set) var rest: ArraySlice<UInt8>
    private var values = 0

    init(_ bytes: ArraySlice<UInt8>) throws(CBORFailure) {
        guard bytes.count <= CBORReader.longest else { throw .tooLong }
        rest = bytes
    }

    /// The one value that these bytes are.
    static func only(_ bytes: [UInt8]) throws(CBORFailure) -> CBOR {
        var reader = try CBORReader(bytes[...])
        let value = try reader.value()
        guard reader.rest.isEmpty else { throw .bytesLeft }
        return value
    }

    mutating func value() throws(CBORFailure) -> CBOR { try value(inside: 0) }

    private mutating func value(inside depth: Int) throws(CBORFailure) -> CBOR {
        values += 1
        guard values <= CBORReader.mostValues else { throw .tooManyValues }
        guard depth <= CBORReader.deepest else { throw .tooDeep }
        guard let first = rest.popFirst() else { throw .endsTooEarly }
        let kind = first >> 5
        if kind == 7 { return try simple(first & 31) }
        let argument = try argument(first & 31)
        switch kind {
        case 0: return .unsigned(argument)
        case 1: return .negative(argument)
        case 2: return .bytes(Array(try take(argument)))
        case 3: return .text(try text(argument))
        case 4: return .list(try list(argument, inside: depth + 1))
        case 5: return .map(try map(argument, inside: depth + 1))
        default: throw .taggedOrFloat
        }
    }

    private mutating func argument(_ short: UInt8) throws(CBORFailure) -> UInt64 {
        switch short {
        case 0...23: return UInt64(short)
        case 24...27: return try take(1 << UInt64(short - 24)).reduce(0) { $0 << 8 | UInt64($1) }
        case 31: throw .indefiniteLength
        default: throw .reserved
        }
    }

    private mutating func simple(_ short: UInt8) throws(CBORFailure) -> CBOR {
        switch short {
        case 20...23: return .simple(short)
        case 25...27: throw .taggedOrFloat
        case 31: throw .indefiniteLength
        default: throw .reserved
        }
    }

    private mutating func take(_ count: UInt64) throws(CBORFailure) -> ArraySlice<UInt8> {
        guard let count = Int(exactly: count), count <= rest.count else { throw .endsTooEarly }
        let taken = rest.prefix(count)
        rest = rest.dropFirst(count)
        return taken
    }

    private mutating func text(_ count: UInt64) throws(CBORFailure) -> String {
        guard let text = String(validating: try take(count), as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private mutating func list(_ count: UInt64, inside depth: Int) throws(CBORFailure) -> [CBOR] {
        var items = [CBOR]()
        for _ in 0..<(try fitting(count)) { items.append(try value(inside: depth)) }
        return items
    }

    private mutating func map(_ count: UInt64, inside depth: Int) throws(CBORFailure) -> [CBOR: CBOR] {
        var members = [CBOR: CBOR]()
        for _ in 0..<(try fitting(count)) {
            let key = try value(inside: depth)
            let old = members.updateValue(try value(inside: depth), forKey: key)
            guard old == nil else { throw .duplicateKey }
        }
        return members
    }

    /// A count that is larger than what may follow is refused before anything is read.
    private func fitting(_ count: UInt64) throws(CBORFailure) -> Int {
        guard let count = Int(exactly: count), count <= CBORReader.mostValues else { throw .tooManyValues }
        return count
    }
}
