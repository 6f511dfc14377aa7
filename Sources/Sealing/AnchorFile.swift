/// The text file of anchors, to which is only ever added.
///
/// A line that cannot be read hides no other line. The power may go in the middle of the last one: that is told apart,
/// and the next anchor begins on a line of its own.
///
/// - Shape: one ``Anchor`` a line, each ended by one line feed, of all organisations of the server
package struct AnchorFile: Hashable, Sendable {
    package private(set) var anchors: [Anchor] = []
    package private(set) var failures: [AnchorFailure] = []

    package init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        var line = 0
        while !rest.isEmpty {
            let text = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(text.count)
            line += 1
            do throws(AnchorFailure.Reason) {
                anchors.append(Anchor(try Anchor.head(in: text), line: line))
            } catch {
                failures.append(AnchorFailure(line: line, reason: rest.isEmpty ? .cutOff : error))
            }
            rest = rest.dropFirst()
        }
    }

    /// The anchors of one organisation, as ``Verifier`` wants them.
    package func anchors(of tenant: Reference) -> [Anchor] { anchors.filter { $0.head.tenant == tenant } }

    /// The organisations that occur, so that an anchor of nobody we know does not go unseen.
    package var tenants: Set<Reference> { Set(anchors.map(\.head.tenant)) }

    /// What to write at the end of the file for this head.
    ///
    /// - Parameter last: the byte at the end of the file now; `nil` when the file is empty
    package static func bytes(for head: Head, after last: UInt8?) -> [UInt8] {
        let isCutOff = last != nil && last != UInt8(ascii: "\n")
        return Array("\(isCutOff ? "\n" : "")\(Anchor.text(of: head))\n".utf8)
    }
}

/// Why a line of the anchor file cannot be read.
package struct AnchorFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The first thing that is wrong with the line.
    package enum Reason: Error, Hashable, Sendable {
        case notAnAnchor, version, words(Int)
        case tenant, sequence, hash, time, keyID, signature
        case tooLong
        /// The last line, without its end: writing it was broken off.
        case cutOff
    }

    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    package var description: String { "Line \(line) of the anchor file \(reason.sentence)." }
}

extension AnchorFailure.Reason {
    fileprivate var sentence: String {
        switch self {
        case .notAnAnchor: "is not an anchor"
        case .version: "is of a version that is not known here"
        case .words(let count): "has \(count) words where an anchor has 8"
        case .tenant: "names no organisation"
        case .sequence: "has no readable place in the chain"
        case .hash: "has no readable fingerprint"
        case .time: "has no readable time"
        case .keyID: "names no key"
        case .signature: "has no readable signature"
        case .tooLong: "is too long"
        case .cutOff: "was cut off while it was written; the lines before it count"
        }
    }
}
