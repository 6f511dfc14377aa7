import Foundation
import Synchronization

/// Threads that each hold a connection; what waits at the same moment shares one transaction, so that waiting for the
/// disk is paid once.
///
/// A batch runs without savepoints. When one change fails, the batch is rolled back and each change is run again on
/// its own: the good ones are kept, the failing one fails alone.
final class Lane: Sendable {
    /// A connection that does a batch: all of it, or nothing.
    protocol Worker: Sendable {
        func together(_ batch: [Change]) throws
        /// Nothing will be asked of it any more.
        func end()
    }

    typealias Change = @Sendable (Transaction) throws -> Void

    /// As long as a batch is tried again because somebody else was in its way, and the longest pause between two tries.
    private static let (longestTrying, longestPause) = (UInt64(8_000_000_000), 0.25)  // nanoseconds, seconds

    private struct Waiting: Sendable {
        let run: Change
        let finish: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Waiting] = []
        var isClosed = false
    }

    private let longestBatch: Int
    private let state = Mutex(State())
    private let signal = DispatchSemaphore(value: 0)

    /// - Parameter longestBatch: as many changes as one transaction takes; more wait for the next
    init(_ name: String, _ workers: [any Worker], longestBatch: Int) {
        self.longestBatch = longestBatch
        for worker in workers {
            let thread = Thread { [self] in work(worker) }
            thread.name = name
            thread.start()
        }
    }

    func run<Value: Sendable>(_ change: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        let box = Box<Value>()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            add(
                Waiting(
                    run: { db in
                        let value = try change(db)
                        box.answer.withLock { $0 = value }
                    },
                    finish: { continuation.resume(with: $0) }
                )
            )
        }
        guard let value = box.answer.withLock({ $0 }) else { throw StorageFailure.closed }
        return value
    }

    /// What waits is still done; what comes later is refused.
    ///
    /// - Returns: whether it was open until now
    func close() -> Bool {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        signal.signal()
        return wasOpen
    }

    private final class Box<Value: Sendable>: Sendable {
        let answer = Mutex<Value?>(nil)
    }

    private func add(_ change: Waiting) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiting.append(change) }
            return state.isClosed
        }
        guard !isClosed else { return change.finish(.failure(StorageFailure.closed)) }
        signal.signal()
    }

    private func work(_ worker: any Worker) {
        while true {
            signal.wait()
            let (batch, isOver) = take()
            if !batch.isEmpty { commit(batch, worker) }
            if isOver {
                worker.end()
                // The next thread may end too.
                signal.signal()
                return
            }
        }
    }

    private func take() -> ([Waiting], isOver: Bool) {
        state.withLock { state in
            let batch = Array(state.waiting.prefix(longestBatch))
            state.waiting.removeFirst(batch.count)
            return (batch, state.isClosed && state.waiting.isEmpty)
        }
    }

    private func commit(_ batch: [Waiting], _ worker: any Worker) {
        let began = DispatchTime.now().uptimeNanoseconds
        var tried = 0
        while !isDone(batch, worker, mayTryAgain: DispatchTime.now().uptimeNanoseconds - began < Self.longestTrying) {
            // Whoever was in the way needs a moment; the odd last digits of the clock keep two nodes from meeting again.
            tried += 1
            let chance = Double(DispatchTime.now().uptimeNanoseconds % 1000) / 1000
            Thread.sleep(forTimeInterval: chance * min(Self.longestPause, 0.002 * Double(1 << min(tried, 10))))
        }
    }

    /// - Returns: `false` when somebody else was in the way, and it may be tried again
    private func isDone(_ batch: [Waiting], _ worker: any Worker, mayTryAgain: Bool) -> Bool {
        do {
            try worker.together(batch.map(\.run))
            for change in batch { change.finish(.success(())) }
        } catch let failure as StorageFailure where failure.isConflict && mayTryAgain {
            return false
        } catch StorageFailure.unreachable(let why) {
            // Nothing of it is known to be on disk, and asking again for each would keep everybody waiting.
            for change in batch { change.finish(.failure(StorageFailure.unreachable(why))) }
        } catch {
            if batch.count == 1 {
                batch[0].finish(.failure(error))
            } else {
                for change in batch { commit([change], worker) }
            }
        }
        return true
    }
}
