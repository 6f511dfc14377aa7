import Crypto

extension MasterKeys {
    private static let paperVersion: UInt8 = 1
    private static let keyOnPaper = KeyID.length + Secret.length
    private static let digestLength = 8
    private static let mostLines = (2 + most * keyOnPaper + digestLength) / PaperLine.length

    /// The keys on paper, to lock away in two places for the day the file is lost.
    ///
    /// Either paper opens everything; they are not halves.
    ///
    /// - Shape: lines of ``PaperLine``; together version 1, number of keys 1, for each key its id 8 and itself 32, the
    ///   one of today first, then the first 8 bytes of SHA-256 over all that
    package var paper: [String] {
        let kept = [MasterKeys.paperVersion, UInt8(all.count)] + all.flatMap { $0.id.bytes + $0.secret.bytes }
        let whole = kept + MasterKeys.digest(of: kept)
        return stride(from: 0, to: whole.count, by: PaperLine.length).enumerated().map { place, first in
            PaperLine(place + 1, Array(whole[first..<first + PaperLine.length])).text
        }
    }

    /// The keys as somebody typed them over; empty lines do no harm.
    ///
    /// - Throws: ``PaperFailure``, which says the line
    package init(paper typed: String) throws(PaperFailure) {
        let lines = typed.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        guard lines.count <= MasterKeys.mostLines else { throw .tooManyLines }
        var whole = [UInt8]()
        for (place, line) in lines.enumerated() { whole += try PaperLine(typed: line, at: place + 1).bytes }
        try MasterKeys.checkLength(of: whole)
        let kept = whole.dropLast(MasterKeys.digestLength)
        guard MasterKeys.digest(of: kept) == Array(whole.suffix(MasterKeys.digestLength)) else { throw .otherPaper }
        let keys = try MasterKeys.keys(kept.dropFirst(2))
        do throws(KeyFailure) { try self.init(current: keys.current, older: keys.older) } catch { throw .key(error) }
    }

    private static func checkLength(of whole: [UInt8]) throws(PaperFailure) {
        guard let version = whole.first, let count = whole.dropFirst().first else { throw .linesMissing }
        guard version == paperVersion else { throw .version(version) }
        guard (1...most).contains(Int(count)) else { throw .numberOfKeys }
        let wanted = 2 + Int(count) * keyOnPaper + digestLength
        guard whole.count >= wanted else { throw .linesMissing }
        guard whole.count == wanted else { throw .tooManyLines }
    }

    private static func keys(
        _ bytes: ArraySlice<UInt8>
    ) throws(PaperFailure) -> (current: MasterKey, older: [MasterKey]) {
        var keys = [MasterKey]()
        for first in stride(from: bytes.startIndex, to: bytes.endIndex, by: keyOnPaper) {
            keys.append(try key(bytes[first..<first + keyOnPaper]))
        }
        guard let current = keys.first else { throw .numberOfKeys }
        return (current, Array(keys.dropFirst()))
    }

    private static func key(_ bytes: ArraySlice<UInt8>) throws(PaperFailure) -> MasterKey {
        do throws(KeyFailure) {
            let key = MasterKey(try Secret(Array(bytes.dropFirst(KeyID.length))))
            guard key.id.bytes == Array(bytes.prefix(KeyID.length)) else { throw KeyFailure.notHeld(key.id) }
            return key
        } catch { throw .key(error) }
    }

    private static func digest(of kept: some Collection<UInt8>) -> [UInt8] {
        var parts = Parts("hartlijn paper 1")
        parts.add(kept)
        return Array(SHA256.hash(data: parts.bytes).prefix(digestLength))
    }
}

/// Why keys cannot be read from what was typed over; the number is of the line, the first is 1.
package enum PaperFailure: Error, Hashable, Sendable {
    /// Not a number and five groups of four.
    case form(Int)
    /// Another line belongs here.
    case order(Int)
    /// A sign that stands on no paper, such as 0, 1, 8 or 9.
    case letter(Int)
    /// The letters are not those of the paper.
    case mistyped(Int)
    case linesMissing, tooManyLines
    case version(UInt8), numberOfKeys
    /// Every line is right, but they are not of one paper.
    case otherPaper
    case key(KeyFailure)
}
