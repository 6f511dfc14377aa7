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

    /// How often a batch is tried again because somebody else was in its way.
    private static let mostTries = 8

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

    private func commit(_ batch: [Waiting], _ worker: any Worker, tried: Int = 1) {
        do {
            try worker.together(batch.map(\.run))
            for change in batch { change.finish(.success(())) }
        } catch let failure as StorageFailure where failure.isConflict && tried < Self.mostTries {
            // Whoever was in the way needs a moment; the odd last digits of the clock keep two nodes from meeting again.
            let chance = Double(DispatchTime.now().uptimeNanoseconds % 1000) / 1000
            Thread.sleep(forTimeInterval: 0.002 * chance * Double(1 << tried))
            commit(batch, worker, tried: tried + 1)
        } catch StorageFailure.unreachable(let why) {
            // Nothing of it is known to be on disk, and asking again for each would keep everybody waiting.
            for change in batch { change.finish(.failure(StorageFailure.unreachable(why))) }
        } catch {
            if batch.count == 1 { return batch[0].finish(.failure(error)) }
            for change in batch { commit([change], worker) }
        }
    }
}
