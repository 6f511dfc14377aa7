import Clinical
import Foundation
import ServiceLifecycle
import Synchronization

/// The time of a demonstration: that of the machine, until who shows it lets time pass.
///
/// A week of measuring can so be shown in a few minutes. It never goes back, so nothing that happened lies in the future.
final class DemoTime: Sendable {
    private let ahead = Mutex<Duration>(.zero)

    var clock: Clock {
        let real = Clock.real
        return Clock(now: { real.occasion.now + self.ahead.withLock(\.self) }, chance: { .random(in: .min ... .max) })
    }

    func pass(_ time: Duration) { ahead.withLock { $0 += time } }
}

/// What is typed in the terminal of a demonstration: `h` lets an hour pass, `d` a day; several letters go one by one.
struct DemoKeys: Service {
    let time: DemoTime
    /// What would have happened meanwhile without anybody sending anything.
    let meanwhile: @Sendable () async throws -> Void
    let tell: @Sendable (String) -> Void

    /// Whoever does not stand before the terminal, or has none, types nothing.
    private static var isRead: Bool { isatty(STDIN_FILENO) == 0 || tcgetpgrp(STDIN_FILENO) == getpgrp() }

    func run() async throws {
        guard Self.isRead else { return try await gracefulShutdown() }
        let (letters, typed) = AsyncStream.makeStream(of: UInt8.self)
        // Waiting for somebody who types keeps a thread, so it has one of its own; it ends with the process. Not by
        // `readLine`, which keeps the terminal locked while it waits.
        Thread.detachNewThread {
            var letter: UInt8 = 0
            while read(STDIN_FILENO, &letter, 1) == 1 { typed.yield(letter) }
        }
        await cancelWhenGracefulShutdown {
            for await letter in letters { await pass(letter) }
        }
    }

    private func pass(_ letter: UInt8) async {
        switch letter {
        case UInt8(ascii: "h"): time.pass(.hours(1))
        case UInt8(ascii: "d"): time.pass(.hours(24))
        default: return
        }
        do {
            try await meanwhile()
            tell("It is now \(Moment.amsterdam(time.clock.occasion.now).rfc3339).")
        } catch {
            tell("Time passed, but not everything happened that should have: \(type(of: error)).")
        }
    }
}
