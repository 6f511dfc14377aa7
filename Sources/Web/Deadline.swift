import Clinical
import HTTPTypes

/// What is sent has to come within a time: whoever sends a byte now and then holds a connection for ever.
///
/// - Source: slow requests as in CWE-400; the times are our own proposal
package enum Deadline {
    /// A form of at most 64 KB.
    static let form = Duration.seconds(15)
    /// A file of at most 1 GB, from a slow line at home.
    static let file = Duration.minutes(10)

    /// - Throws: ``TooSlow`` when it was not done in time; what the work itself throws
    static func within<Value: Sendable>(
        _ time: Duration, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw TooSlow() }
            return value
        }
    }
}

/// The form or the file did not come within its time.
package struct TooSlow: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .requestTimeout }
    package var explanation: Sentence {
        Sentence(
            nl: "Het versturen duurde te lang. Er is niets bewaard. Probeer het nog een keer.",
            en: "Sending took too long. Nothing was saved. Try again.")
    }
}
