extension Erasure.Proof {
    private static let title = ["erasure", "1"]

    /// The proof as it stands in the log: one proof has one line, and one line one proof.
    ///
    /// - Shape: ASCII, words with one space between, no line feed
    package var line: String {
        let keys = destroyed.flatMap {
            ["key", "\($0.key)", "under", "\($0.master)", "sha256", Hexadecimal.text($0.hash)]
        }
        let words =
            Self.title + [
                "organisation", "\(organisation)", "patient", "\(patient)", "at", "\(at)", "by", "\(decider)",
            ]
            + keys
        return words.joined(separator: " ")
    }

    package var bytes: [UInt8] { Array(line.utf8) }

    /// - Throws: ``ErasureFailure/notALine``, ``ErasureFailure/noKeys``
    package init(line: String) throws(ErasureFailure) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count >= 10, let organisation = Self.row(words[3]), let patient = Self.row(words[5]),
            let at = Int64(words[7]), let decider = Self.row(words[9])
        else { throw .notALine }
        let destroyed = try Self.destroyed(words.dropFirst(10))
        try self.init(of: patient, in: organisation, destroyed: destroyed, at: at, by: decider)
        guard self.line.utf8.elementsEqual(line.utf8) else { throw .notALine }
    }

    private static func destroyed(_ words: ArraySlice<String>) throws(ErasureFailure) -> [Erasure.Destroyed] {
        guard words.count.isMultiple(of: 6) else { throw .notALine }
        var destroyed = [Erasure.Destroyed]()
        for first in stride(from: words.startIndex, to: words.endIndex, by: 6) {
            guard let key = Self.key(words[first + 1]), let master = Self.key(words[first + 3]),
                let hash = Hexadecimal.bytes(words[first + 5].utf8), hash.count == 32
            else { throw .notALine }
            destroyed.append(Erasure.Destroyed(key: key, master: master, hash: hash))
        }
        return destroyed
    }

    private static func row(_ word: String) -> RowID? { Hexadecimal.bytes(word.utf8).flatMap { RowID(bytes: $0) } }
    private static func key(_ word: String) -> KeyID? { Hexadecimal.bytes(word.utf8).flatMap { KeyID(bytes: $0) } }
}
