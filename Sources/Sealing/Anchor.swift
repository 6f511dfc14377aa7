/// A copy of a head that is kept outside the database, where whoever changes the database cannot reach it.
///
/// It can be printed, mailed and typed over again. With it shows what nothing inside the database can show: that all of
/// it, heads included, was put back to an older day, or that the end was cut off.
///
/// - Shape: `hartlijn-anchor 1 TENANT SEQUENCE HASH TIME KEY SIGNATURE`, one space between; tenant, hash and signature
///   in small hexadecimal digits, sequence and time in decimal digits without zeros in front
/// - Units: milliseconds since 1970
package struct Anchor: Hashable, Sendable {
    static let name = "hartlijn-anchor"
    static let version = "1"

    package let head: Head
    /// Where it stands in the file, from 1.
    package let line: Int

    package init(_ head: Head, line: Int) {
        self.head = head
        self.line = line
    }

    /// The line of text for a head, without its end.
    package static func text(of head: Head) -> String {
        [
            name, version, head.tenant.description, "\(head.sequence)", Hexadecimal.text(head.hash),
            "\(head.sealedAt)", head.keyID, Hexadecimal.text(head.signature),
        ].joined(separator: " ")
    }

    /// Reads one line of text, without its end.
    ///
    /// - Throws: ``AnchorFailure/Reason`` when it is not exactly such a line
    package static func head(in text: some Collection<UInt8>) throws(AnchorFailure.Reason) -> Head {
        guard text.count <= longest else { throw .tooLong }
        let words = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.first?.elementsEqual(name.utf8) == true else { throw .notAnAnchor }
        guard words.count > 1, words[1].elementsEqual(version.utf8) else { throw .version }
        guard words.count == 8 else { throw .words(words.count) }
        guard let tenant = Hexadecimal.bytes(words[2], count: 16).flatMap(Reference.init) else { throw .tenant }
        guard let sequence = number(words[3]).flatMap(UInt64.init(exactly:)), sequence > 0 else { throw .sequence }
        guard let hash = Hexadecimal.bytes(words[4], count: 32) else { throw .hash }
        guard let time = number(words[5]) else { throw .time }
        guard KeyID.isWellFormed(words[6]) else { throw .keyID }
        guard let signature = Hexadecimal.bytes(words[7], count: 64) else { throw .signature }
        return Head(
            of: tenant, at: sequence, hash: hash, sealedAt: time,
            keyID: String(decoding: words[6], as: UTF8.self), signature: signature
        )
    }

    /// Every word at its longest and seven spaces.
    private static let longest = 15 + 1 + 32 + 19 + 64 + 19 + KeyID.longest + 128 + 7

    private static func number(_ digits: some Collection<UInt8>) -> Int64? {
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        return Int64(String(decoding: digits, as: UTF8.self))
    }
}
