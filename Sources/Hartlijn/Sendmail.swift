import Clinical
import Foundation
import Outbox
import Synchronization

/// Hands letters to a `sendmail`-compatible command, such as msmtp or postfix.
///
/// The words of the command are the administrator's; the letter goes in by standard input, and holds the receiver.
struct Sendmail: Sendable {
    let path: String
    let mail: Outbox.Mail
    /// Longer nobody waits for it.
    var patience = Duration.seconds(30)

    var carrier: Outbox.Carrier {
        Outbox.Carrier { parcel, now in
            guard let letter = mail.letter(parcel, at: now) else { return .quarantine(.refused) }
            return Outbox.Mail.outcome(await hand(letter))
        }
    }

    private func hand(_ letter: String) async -> Outbox.Mail.End {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = mail.arguments
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        // A letter is far smaller than a pipe, so it is in it whole before the command begins.
        let pipe = Pipe()
        process.standardInput = pipe
        do {
            try pipe.fileHandleForWriting.write(contentsOf: Data(letter.utf8))
            try pipe.fileHandleForWriting.close()
        } catch {
            return .notStarted
        }
        return await run(process)
    }

    private func run(_ process: Process) async -> Outbox.Mail.End {
        let end = Once()
        let clockwork = Task { [patience] in
            // Cancelled when the command ended in time.
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            // A child may have been born deaf to a kinder signal, as we are ourselves while we serve.
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        defer { clockwork.cancel() }
        return await withCheckedContinuation { continuation in
            process.terminationHandler = { process in
                let ended = process.terminationReason == .exit
                end.first { continuation.resume(returning: ended ? .ended(Int(process.terminationStatus)) : .stopped) }
            }
            do { try process.run() } catch {
                end.first { continuation.resume(returning: .notStarted) }
            }
        }
    }

    /// Whoever comes first speaks, and nobody after.
    private final class Once: Sendable {
        private let isOver = Mutex(false)

        func first(_ speak: () -> Void) {
            let isFirst = isOver.withLock { over in
                defer { over = true }
                return !over
            }
            if isFirst { speak() }
        }
    }
}
