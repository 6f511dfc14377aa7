import Clinical
import Foundation

/// What an engine and the disk can do without us: the floor under each figure of the benchmarks.
package protocol EngineFloor: Sendable {
    /// Rows like a reading, written by the bare engine at full durability.
    func inserts(rowsPerCommit: Int, commits: Int) throws -> Pace

    /// The engine's own read of the last twenty readings of a patient, in the same tables as ours.
    func lastTwenty(of patients: [ID<Patient>], practice: ID<Practice>, rounds: Int) throws -> Pace

    /// The senders' own numbers of all readings that have one, as the engine finds them.
    func senderNumbers() throws -> Set<String>

    /// How many commits that changed something the engine has seen, modulo 2³².
    func commits() throws -> UInt32

    /// What the database takes on disk when its log is brought home.
    func bytes() throws -> Int

    /// What a bare row takes on disk, with its key and one index, in a table of so many.
    func bytesPerRow(rows: Int) throws -> Double

    /// Processor time that the engine has used in processes of its own.
    ///
    /// - Units: seconds
    var cpu: Double { get }
}

/// What one row or one question took.
package struct Pace: Sendable {
    package let perSecond: Double
    /// Processor time of one, of whoever asked and of the engine.
    ///
    /// - Units: milliseconds
    package let cpu: Double

    /// Does something many times and divides.
    ///
    /// - Parameter beside: processor time that is used for it elsewhere, in seconds
    package static func of(_ count: Int, beside: () -> Double = { 0 }, _ work: () throws -> Void) rethrows -> Pace {
        let (began, busy) = (DispatchTime.now().uptimeNanoseconds, threadSeconds + beside())
        try work()
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - began) / 1_000_000_000
        return Pace(
            perSecond: Double(count) / seconds, cpu: (threadSeconds + beside() - busy) * 1000 / Double(count))
    }

    /// What this thread has used so far.
    private static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}

/// What the disk can do without an engine.
package enum DiskFloor {
    /// How often the disk takes 4 KB and says it has them.
    package static func syncs(in folder: String, count: Int) throws -> Double {
        let path = "\(folder)/floor-sync"
        let file = Foundation.open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        guard file >= 0 else { throw StorageFailure.closed }
        defer {
            Foundation.close(file)
            unlink(path)
        }
        let block = [UInt8](repeating: 7, count: 4096)
        return try Pace.of(count) {
            for _ in 0..<count {
                guard write(file, block, 4096) == 4096, fdatasync(file) == 0 else { throw StorageFailure.closed }
            }
        }.perSecond
    }
}
