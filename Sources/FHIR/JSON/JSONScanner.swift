/// Goes once over the bytes and says where everything stands, or why it is no JSON.
///
/// - Source: RFC 8259, read strictly: no comments, no commas too many, no byte order mark
struct JSONScanner {
    typealias Reason = JSONFailure.Reason

    /// Why and where; the path is only made when there is something to tell.
    struct Stop: Error {
        let reason: Reason
        let offset: Int
    }

    let bytes: [UInt8]
    var place = 0
    private(set) var slots = [JSONDocument.Slot]()
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan(atMost limit: Int) throws(JSONFailure) {
        guard bytes.count <= min(limit, Int(Int32.max)) else {
            throw JSONFailure(reason: .tooLarge, offset: max(0, limit), path: "")
        }
        slots.reserveCapacity(bytes.count / 8 + 1)
        do throws(Stop) {
            try value()
            skipSpace()
            if place < bytes.count { throw stop(.goesOn) }
        } catch {
            throw JSONFailure(reason: error.reason, offset: error.offset, path: JSONTrail(slots, bytes).path)
        }
    }

    private mutating func value() throws(Stop) {
        skipSpace()
        guard place < bytes.count else { throw stop(.endsTooEarly) }
        switch bytes[place] {
        case UInt8(ascii: "\""): try text()
        case UInt8(ascii: "{"): try nested(.object)
        case UInt8(ascii: "["): try nested(.array)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw stop(.valueExpected)
        }
    }

    private mutating func nested(_ kind: JSONDocument.Kind) throws(Stop) {
        guard depth < JSONDocument.deepest else { throw stop(.tooDeep) }
        depth += 1
        let index = slots.count
        slots.append(JSONDocument.Slot(kind: kind, start: Int32(truncatingIfNeeded: place), end: 0, next: 0))
        place += 1
        if kind == .object { try members(of: index) } else { try items() }
        slots[index].end = Int32(truncatingIfNeeded: place)
        slots[index].next = Int32(truncatingIfNeeded: slots.count)
        depth -= 1
    }

    private mutating func items() throws(Stop) {
        if take(UInt8(ascii: "]")) { return }
        repeat { try value() } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw separatorMissing() }
    }

    private mutating func members(of index: Int) throws(Stop) {
        if take(UInt8(ascii: "}")) { return }
        var count = 0
        repeat {
            skipSpace()
            guard place < bytes.count else { throw stop(.endsTooEarly) }
            guard bytes[place] == UInt8(ascii: "\"") else { throw stop(.nameExpected) }
            try text()
            guard take(UInt8(ascii: ":")) else {
                throw stop(place < bytes.count ? .colonExpected : .endsTooEarly)
            }
            try value()
            count += 1
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw separatorMissing() }
        if let twice = JSONNames(slots, bytes).twice(from: index + 1, count: count) {
            throw Stop(reason: .sameNameTwice, offset: twice)
        }
    }

    private mutating func text() throws(Stop) {
        place += 1
        let start = place
        var hasEscapes = false
        while true {
            skipPlain()
            guard place < bytes.count else { throw stop(.endsTooEarly) }
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") { break }
            guard byte >= 0x20 else { throw stop(.controlCharacter) }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try escape()
            } else {
                guard let length = UTF8Form.length(of: bytes, at: place) else { throw stop(.notUTF8) }
                place += length
            }
        }
        append(.text, from: start, hasEscapes)
        place += 1
    }

    private mutating func skipPlain() {
        var end = place
        while end < bytes.count {
            let byte = bytes[end]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            end += 1
        }
        place = end
    }

    private mutating func escape() throws(Stop) {
        guard place + 1 < bytes.count else { throw stop(.endsTooEarly) }
        guard bytes[place + 1] == UInt8(ascii: "u") else {
            guard JSONEscapes.short(bytes[place + 1]) != nil else { throw stop(.badEscape) }
            place += 2
            return
        }
        let first = try unit()
        guard (0xD800...0xDFFF).contains(first) else { return place += 6 }
        guard first < 0xDC00, followsEscape(at: place + 6) else { throw stop(.loneSurrogate) }
        place += 6
        guard (0xDC00...0xDFFF).contains(try unit()) else { throw stop(.loneSurrogate) }
        place += 6
    }

    private func followsEscape(at offset: Int) -> Bool {
        offset + 1 < bytes.count && bytes[offset] == UInt8(ascii: "\\") && bytes[offset + 1] == UInt8(ascii: "u")
    }

    private func unit() throws(Stop) -> UInt16 {
        guard place + 6 <= bytes.count else { throw stop(.endsTooEarly) }
        guard let unit = JSONEscapes.unit(bytes[place + 2..<place + 6]) else { throw stop(.badEscape) }
        return unit
    }

    private mutating func number() throws(Stop) {
        let start = place
        guard let end = JSONNumber.end(in: bytes, from: start) else { throw stop(.badNumber) }
        place = end
        append(.number, from: start, false)
    }

    private mutating func word(_ word: StaticString, _ kind: JSONDocument.Kind) throws(Stop) {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count, word.withUTF8Buffer({ bytes[place..<end].elementsEqual($0) }) else {
            throw stop(.valueExpected)
        }
        let start = place
        place = end
        append(kind, from: start, false)
    }

    private mutating func append(_ kind: JSONDocument.Kind, from start: Int, _ hasEscapes: Bool) {
        slots.append(
            JSONDocument.Slot(
                kind: kind, hasEscapes: hasEscapes, start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: place), next: Int32(truncatingIfNeeded: slots.count + 1)))
    }

    private func isAt(_ byte: UInt8) -> Bool { place < bytes.count && bytes[place] == byte }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard isAt(byte) else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return
            }
        }
    }

    private func separatorMissing() -> Stop { stop(place < bytes.count ? .commaExpected : .endsTooEarly) }
    private func stop(_ reason: Reason) -> Stop { Stop(reason: reason, offset: place) }
}
