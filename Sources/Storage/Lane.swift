import Foundation
import GRDB
import Synchronization

/// One writer; the changes that wait at the same moment share one commit, so that waiting for the disk is paid once.
///
/// A batch runs without savepoints. When one change fails, the batch is rolled back and each change is run again on
/// its own: the good ones are kept, the failing one fails alone.
final class Lane: Sendable {
    /// As many changes as one commit takes; more wait for the next.
    private static let longestBatch = 512

    private struct Change: Sendable {
        let run: @Sendable (Transaction) throws -> Void
        let finish: @Sendable (Result<Void, any Error>) -> Void
    }

    private struct State {
        var waiting: [Change] = []
        var isClosed = false
    }

    private let pool: DatabasePool
    private let state = Mutex(State())
    private let signal = DispatchSemaphore(value: 0)

    init(_ pool: DatabasePool) {
        self.pool = pool
        let thread = Thread { [self] in work() }
        thread.name = "lane"
        thread.start()
    }

    func write<Value: Sendable>(_ change: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        let answer = Mutex<Value?>(nil)
        let box = Box(answer: answer)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            add(
                Change(
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

    /// Runs something on the writer outside any transaction.
    func alone(_ work: @escaping @Sendable (Database) throws -> Void) async throws {
        try await pool.writeWithoutTransaction(work)
    }

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
        let answer: Mutex<Value?>
        init(answer: consuming Mutex<Value?>) { self.answer = answer }
    }

    private func add(_ change: Change) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiting.append(change) }
            return state.isClosed
        }
        guard !isClosed else { return change.finish(.failure(StorageFailure.closed)) }
        signal.signal()
    }

    private func work() {
        while true {
            signal.wait()
            let (batch, isClosed) = take()
            if !batch.isEmpty { commit(batch) }
            if isClosed && batch.isEmpty { return }
        }
    }

    private func take() -> ([Change], Bool) {
        state.withLock { state in
            let batch = Array(state.waiting.prefix(Self.longestBatch))
            state.waiting.removeFirst(batch.count)
            if state.isClosed && !state.waiting.isEmpty { signal.signal() }
            return (batch, state.isClosed)
        }
    }

    private func commit(_ batch: [Change]) {
        do {
            try together(batch)
            for change in batch { change.finish(.success(())) }
        } catch {
            if batch.count == 1 { return batch[0].finish(.failure(error)) }
            for change in batch { commit([change]) }
        }
    }

    private func together(_ batch: [Change]) throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            do {
                let transaction = Transaction(db)
                for change in batch { try change.run(transaction) }
                try db.execute(sql: "COMMIT")
            } catch {
                // The failure that led here is the one to tell; a rollback that fails too leaves nothing to undo.
                if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }  // see above
                throw error
            }
        }
    }
}
