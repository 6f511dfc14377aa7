import Clinical
import Exports
import Foundation

/// Reads a file on a thread of its own, and waits when two parts are ready and nobody has taken them.
struct PartsOfFile: Sendable {
    let file: ExportFile
    let size: Int
    let now: Instant
    let progress: @Sendable (Int, Int) -> Void

    private struct Stopped: Error {}

    var stream: AsyncThrowingStream<[ExportEntry], any Error> {
        let room = DispatchSemaphore(value: 2)
        let stopped = Flag()
        let (source, sink) = AsyncThrowingStream<[ExportEntry], any Error>.makeStream()
        let thread = Thread { [self] in
            do {
                try read(room, stopped) { sink.yield($0) }
                sink.finish()
            } catch {
                sink.finish(throwing: error)
            }
        }
        thread.stackSize = 4 << 20
        thread.start()
        let taken = Taken(base: source.makeAsyncIterator(), room: room, stopped: stopped)
        return AsyncThrowingStream { try await taken.next() }
    }

    private func read(
        _ room: DispatchSemaphore, _ stopped: Flag, _ yield: ([ExportEntry]) -> Void
    ) throws {
        var part: [ExportEntry] = []
        part.reserveCapacity(size)
        try file.read(now: now, progress: progress) { entry in
            part.append(entry)
            guard part.count == size else { return }
            room.wait()
            guard !stopped.isSet else { throw Stopped() }
            yield(part)
            part.removeAll(keepingCapacity: true)
        }
        if !part.isEmpty { yield(part) }
    }

    /// Whether nobody takes parts any more.
    private final class Flag: @unchecked Sendable {
        private let lock = NSLock()
        private var value = false
        var isSet: Bool { lock.withLock { value } }
        func set() { lock.withLock { value = true } }
    }

    /// Gives the reader room again when a part is taken.
    private final class Taken: @unchecked Sendable {
        private var base: AsyncThrowingStream<[ExportEntry], any Error>.Iterator
        private let room: DispatchSemaphore
        private let stopped: Flag

        init(base: AsyncThrowingStream<[ExportEntry], any Error>.Iterator, room: DispatchSemaphore, stopped: Flag) {
            self.base = base
            self.room = room
            self.stopped = stopped
        }

        deinit {
            stopped.set()
            room.signal()
            room.signal()
        }

        func next() async throws -> [ExportEntry]? {
            var iterator = base
            let part = try await iterator.next()
            base = iterator
            if part != nil { room.signal() }
            return part
        }
    }
}
