import Clinical
import Exports

extension Measurements {
    /// Takes a file of readings in, a part at a time, and counts what came of it.
    ///
    /// The file is read twice from front to end: once to see that all of it can be read, and once to keep it. So a file
    /// that turns out to be broken keeps nothing, and what stands in memory is one part of it.
    package struct Import: Sendable {
        package typealias Arrives = @Sendable ([Reading]) async throws -> [Measurements.Recorded]

        /// As many readings as are kept in one transaction: few enough that a page waits some hundredths of a second.
        private static let part = 250
        /// As many rows are told one by one; of the rest only the number.
        private static let mostTold = 200

        package private(set) var added = 0
        package private(set) var known = 0
        package private(set) var left = 0
        package private(set) var refused = 0
        package private(set) var told: [Refused] = []

        package struct Refused: Sendable {
            package let line: Int
            package let reason: Sentence
        }

        package init() {}

        /// - Parameters:
        ///   - progress: bytes behind us and bytes there are
        ///   - entry: hears of everything the file says, and for a reading whether it is new
        /// - Throws: ``ExportFailure`` when the file cannot be read to its end; then nothing of it was kept
        package mutating func run(
            _ file: ExportFile, now: Instant, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
            arrives: Arrives, entry: (ExportEntry, Measurements.Recorded?) -> Void = { _, _ in }
        ) async throws {
            try await file.readToTheEnd { progress($0, 2 * $1) }
            var waiting: [(Reading, ExportEntry)] = []
            for try await part in file.parts(of: Self.part, now: now, progress: { progress($1 + $0, 2 * $1) }) {
                for found in part {
                    switch found {
                    case .reading(let reading, _, _): waiting.append((reading, found))
                    case .refused(let line, let reason):
                        refuse(line, reason)
                        entry(found, nil)
                    case .skipped:
                        left += 1
                        entry(found, nil)
                    }
                }
                let recorded = waiting.isEmpty ? [] : try await arrives(waiting.map(\.0))
                for (item, came) in zip(waiting, recorded) {
                    if case .new = came { added += 1 } else { known += 1 }
                    entry(item.1, came)
                }
                waiting = []
            }
        }

        private mutating func refuse(_ line: Int, _ reason: RefusedRow) {
            refused += 1
            guard told.count < Self.mostTold else { return }
            told.append(Refused(line: line, reason: Sentence(nl: reason.sentence.nl, en: reason.sentence.en)))
        }
    }
}

extension ExportFile {
    /// Reads everything and keeps nothing.
    ///
    /// - Throws: ``ExportFailure``
    func readToTheEnd(progress: @escaping @Sendable (Int, Int) -> Void) async throws {
        try await PartsOfFile.onItsOwnThread { try read(progress: progress) { _ in } }
    }

    /// The entries of the file in parts, read on a thread of its own and never far ahead of who takes them.
    func parts(
        of size: Int, now: Instant, progress: @escaping @Sendable (Int, Int) -> Void
    ) -> AsyncThrowingStream<[ExportEntry], any Error> {
        PartsOfFile(file: self, size: size, now: now, progress: progress).stream
    }
}
