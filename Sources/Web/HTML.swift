import Clinical

/// A piece of a page. A literal is markup; what is interpolated into it is text and is escaped.
///
/// Optionals do not compile, so "nil" never reaches a screen; a list of pieces is written one after the other.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
    package private(set) var bytes: [UInt8]

    package static let none: HTML = ""

    package init(stringLiteral markup: String) { bytes = Array(markup.utf8) }
    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }
    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Only text: every character a reader sees, none that a browser acts on.
    package init(text: String) {
        bytes = []
        bytes.appendEscaped(text)
    }

    /// The corners of a line in a drawing: `3,35 12,30.5`.
    package static func points(_ points: [(x: Double, y: Double)]) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(points.count * 12)
        for point in points {
            bytes.appendCoordinate(point.x)
            bytes.append(UInt8(ascii: ","))
            bytes.appendCoordinate(point.y)
            bytes.append(UInt8(ascii: " "))
        }
        return HTML(bytes: bytes)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package static func + (lhs: HTML, rhs: HTML) -> HTML { HTML(bytes: lhs.bytes + rhs.bytes) }
    package static func += (lhs: inout HTML, rhs: HTML) { lhs.bytes.append(contentsOf: rhs.bytes) }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 96 * interpolationCount)
        }

        package mutating func appendLiteral(_ markup: String) { bytes.append(contentsOf: markup.utf8) }
        package mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }
        package mutating func appendInterpolation(_ text: Substring) { bytes.appendEscaped(String(text)) }
        package mutating func appendInterpolation(_ number: Int) { bytes.appendNumber(number) }
        package mutating func appendInterpolation(_ piece: HTML) { bytes.append(contentsOf: piece.bytes) }
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            let room = bytes.count + pieces.reduce(0) { $0 + $1.bytes.count }
            if room > bytes.capacity { bytes.reserveCapacity(room + room / 4) }
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }
        package mutating func appendInterpolation<Thing>(_ id: ID<Thing>) {
            bytes.append(id)
        }
        package mutating func appendInterpolation(_ pressure: Pressure) { bytes.appendNumber(pressure.mmHg) }
        package mutating func appendInterpolation(_ pressure: BloodPressure) {
            bytes.append(contentsOf: pressure.description.utf8)
        }
        package mutating func appendInterpolation(_ day: Day) { bytes.append(contentsOf: day.description.utf8) }
        /// A coordinate in a drawing, to one decimal.
        package mutating func appendInterpolation(_ coordinate: Double) { bytes.appendCoordinate(coordinate) }
    }
}

extension [UInt8] {
    /// Text without a character that matters to a browser, as nearly all text is, goes in as one piece.
    fileprivate mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { all in
            var start = 0
            for place in all.indices {
                guard let name = Self.escape(all[place]) else { continue }
                append(contentsOf: all[start..<place])
                append(contentsOf: name.utf8Start, count: name.utf8CodeUnitCount)
                start = place + 1
            }
            append(contentsOf: all[start...])
        }
    }

    private mutating func append(contentsOf start: UnsafePointer<UInt8>, count: Int) {
        append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    private static func escape(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    fileprivate mutating func appendNumber(_ number: Int) {
        append(upTo: 20) { digits in
            digits.put(number.magnitude)
            if number < 0 { digits.put(UInt8(ascii: "-")) }
        }
    }

    /// - Units: to one decimal; what is more than a drawing can hold is drawn at its edge
    fileprivate mutating func appendCoordinate(_ value: Double) {
        let tenths = Int(Swift.max(-1e6, Swift.min(1e6, value * 10)).rounded())
        append(upTo: 20) { digits in
            let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
            if rest > 0 {
                digits.put(rest)
                digits.put(UInt8(ascii: "."))
            }
            digits.put(whole)
            if tenths < 0 { digits.put(UInt8(ascii: "-")) }
        }
    }

    fileprivate mutating func append<Thing>(_ id: ID<Thing>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { room in
            var place = 0
            id.write { byte in
                room[place] = byte
                place += 1
            }
            append(contentsOf: room[..<place])
        }
    }

    /// A few characters as one piece: each piece costs a look at whether there is room.
    private mutating func append(upTo most: Int, _ write: (inout DigitsFromTheRight) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { room in
            var digits = DigitsFromTheRight(room: room)
            write(&digits)
            append(contentsOf: room[digits.start...])
        }
    }
}

/// A number is known from its last digit, so it is written from the right.
private struct DigitsFromTheRight {
    let room: UnsafeMutableBufferPointer<UInt8>
    private(set) var start: Int

    init(room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
        start = room.count
    }

    mutating func put(_ byte: UInt8) {
        guard start > 0 else { return }
        start -= 1
        room[start] = byte
    }

    mutating func put(_ number: UInt) {
        var rest = number
        repeat {
            put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
    }
}
