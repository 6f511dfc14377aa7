import Foundation
import Synchronization

/// Work on threads of its own that goes on for as long as something else lasts.
struct Beside {
    /// Asks before each step whether it still goes on.
    typealias Job = @Sendable (() -> Bool) throws -> Void

    let jobs: [Job]

    func during<Value>(_ work: () throws -> Value) throws -> Value {
        let isOver = Atomic(false)
        let failures = Mutex<[String]>([])
        let done = DispatchGroup()
        for job in jobs {
            done.enter()
            Thread.detachNewThread {
                defer { done.leave() }
                do {
                    try job { !isOver.load(ordering: .relaxed) }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
        }
        let outcome = Result { try work() }
        isOver.store(true, ordering: .relaxed)
        done.wait()
        if let failure = failures.withLock({ $0.first }) { throw BenchTrouble(failure) }
        return try outcome.get()
    }
}
