import Dispatch
import Foundation
import Synchronization

/// The one folder in which everything is made; it is gone afterwards, also when somebody stops the run.
final class BenchFolder {
    let path: String
    private let signals: [any DispatchSourceSignal]

    init(in parent: String) throws {
        let path = "\(parent)/hartlijn-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        self.path = path
        signals = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                ChildProcesses.stopAll()
                try? FileManager.default.removeItem(atPath: path)  // there is nobody left to tell
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    /// What a benchmark leaves behind is of no use to anybody.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)  // it was removed before
    }
}

/// The processes that were started here, so that none outlives the run.
enum ChildProcesses {
    private static let running = Mutex<Set<Int32>>([])

    static func started(_ process: Int32) { running.withLock { _ = $0.insert(process) } }
    static func ended(_ process: Int32) { running.withLock { _ = $0.remove(process) } }

    static func stopAll() {
        running.withLock { $0.forEach { kill($0, SIGKILL) } }
    }
}
