import Clinical

/// One answer of the Withings cloud to a question about readings: what it holds, and where the next page begins.
///
/// A file that was cut off is read as far as it goes; an answer that was cut off is not believed at all, because it can be
/// asked again.
///
/// - Source: Withings public API, "Measure - Getmeas" and "Measure v2 - Getactivity"
package struct WithingsAnswer: Sendable {
    /// 0 when all is well.
    package let status: Int
    package let entries: [ExportEntry]
    /// Where the next page begins; nothing on the last one.
    package let next: Int?
    /// Until when the cloud had looked when it answered, by its own clock.
    package let updatedAt: Instant?

    package enum Failure: Error, Hashable, Sendable {
        /// No JSON, or not whole, or deeper or longer than anybody needs.
        case unreadable
        case noStatus
        /// It says that there is more, and not where.
        case noNextPage
    }

    /// - Throws: ``Failure``
    package init(_ bytes: [UInt8], now: Instant) throws(Failure) {
        let root = try WithingsAnswer.root(bytes)
        guard let status = root["status"]?.whole else { throw .noStatus }
        self.status = status
        guard status == 0, let body = root["body"] else {
            (entries, next, updatedAt) = ([], nil, nil)
            return
        }
        entries = try WithingsAnswer.entries(root, now)
        next = try WithingsAnswer.next(body)
        updatedAt = body["updatetime"]?.whole.flatMap { (0...7_258_118_400).contains($0) ? .seconds(Int64($0)) : nil }
    }

    private static func root(_ bytes: [UInt8]) throws(Failure) -> JSONPiece {
        do {
            let (root, trouble) = try JSONReader.read(bytes)
            guard let root, trouble == nil else { throw Failure.unreadable }
            return root
        } catch { throw .unreadable }
    }

    private static func entries(_ root: JSONPiece, _ now: Instant) throws(Failure) -> [ExportEntry] {
        var entries: [ExportEntry] = []
        do {
            try withoutActuallyEscaping({ (entry: ExportEntry) in entries.append(entry) }) { each in
                try WithingsJSON.read(root, into: Intake(now: now, each: each))
            }
        } catch { throw .unreadable }
        return entries
    }

    /// The cloud writes `more` as a number in one place and as a truth in another.
    private static func next(_ body: JSONPiece) throws(Failure) -> Int? {
        guard let more = body["more"] else { return nil }
        switch more.content {
        case .truth("true"): break
        case .number, .text: guard more.whole != 0 else { return nil }
        default: return nil
        }
        guard let offset = body["offset"]?.whole, offset > 0 else { throw .noNextPage }
        return offset
    }
}
