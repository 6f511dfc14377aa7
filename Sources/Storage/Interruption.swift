import Synchronization

/// Lets a read be stopped while the engine works on it, when the task that asked is cancelled.
///
/// - Source: SQLite, `sqlite3_interrupt`; PostgreSQL, `PQcancel`
final class Interruption: Sendable {
    private enum State: Sendable {
        case waiting
        case running(Stopper)
        case over
        case cancelled
    }

    private let state = Mutex(State.waiting)

    /// Does the work, unless it was cancelled already; a statement that was stopped comes out as a cancellation.
    func during<Value>(_ stopper: Stopper, _ work: () throws -> Value) throws -> Value {
        try begin(stopper)
        do {
            let value = try work()
            end()
            return value
        } catch {
            guard end() else { throw CancellationError() }
            throw error
        }
    }

    /// The engine is told while nothing else can begin on the same connection.
    func cancel() {
        state.withLock { state in
            if case .running(let stopper) = state { stopper.stop() }
            if case .over = state { return }
            state = .cancelled
        }
    }

    private func begin(_ stopper: Stopper) throws {
        try state.withLock { state in
            if case .cancelled = state { throw CancellationError() }
            state = .running(stopper)
        }
    }

    /// - Returns: whether nobody cancelled it
    @discardableResult private func end() -> Bool {
        state.withLock { state in
            if case .cancelled = state { return false }
            state = .over
            return true
        }
    }
}

/// Stops the statement that a connection is working on; it may be told so from any thread.
struct Stopper: Sendable {
    let stop: @Sendable () -> Void
}
