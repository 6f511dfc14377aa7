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
        Self.start { [self] in
            do {
                try read(room, stopped) { sink.yield($0) }
                sink.finish()
            } catch {
                sink.finish(throwing: error)
            }
        }
        let taken = Taken(base: source.makeAsyncIterator(), room: room, stopped: stopped)
        return AsyncThrowingStream { try await taken.next() }
    }

    /// Does something long beside the requests, on a stack that deep files fit in.
    static func onItsOwnThread(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            start { continuation.resume(with: Result(catching: work)) }
        }
    }

    private static func start(_ work: @escaping @Sendable () -> Void) {
        let thread = Thread(block: work)
        thread.stackSize = 4 << 20
        thread.start()
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
