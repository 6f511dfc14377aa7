import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// A browser tells that a page wanted something that its policy forbids: somebody got markup in, or a page of ours is wrong.
///
/// What is told comes from anybody, so only the name of a directive that we know goes into the log, and less and less
/// often: the first time, the tenth, the hundredth.
///
/// - Source: Content Security Policy level 3, `report-uri` and `report-to`; ASVS 5.0, 3.4.7
package final class PolicyReports: Sendable {
    package static let path = "/reports/policy"
    /// A report is a few hundred bytes; a browser may send some at once.
    private static let largest = 32 * 1024

    private static let directives = [
        "script-src", "style-src", "img-src", "font-src", "connect-src", "worker-src", "manifest-src", "form-action",
        "base-uri", "frame-ancestors", "default-src",
    ]

    private let told = Mutex(0)

    package init() {}

    package var count: Int { told.withLock { $0 } }

    package func take(_ request: Request, _ context: some RequestContext) async throws -> Response {
        let body = request.body
        do {
            let buffer = try await Deadline.within(Deadline.form) { try await body.collect(upTo: Self.largest) }
            tell(Self.directive(in: String(buffer: buffer)), context.logger)
        } catch is NIOTooManyBytesError {
            return Response(status: .contentTooLarge)
        }
        return Response(status: .noContent)
    }

    /// The directive that was broken stands behind its name; the whole policy, with all of them, does too.
    static func directive(in report: String) -> String {
        let names = ["\"effectiveDirective\":\"", "\"effective-directive\":\"", "\"violated-directive\":\""]
        for name in names {
            guard let found = report.firstRange(of: name) else { continue }
            let rest = report[found.upperBound...]
            if let directive = directives.first(where: { rest.hasPrefix($0) }) { return directive }
        }
        return "unknown"
    }

    private func tell(_ directive: String, _ logger: Logger) {
        let count = told.withLock {
            $0 += 1
            return $0
        }
        guard Self.isTold(count) else { return }
        logger.notice("policy broken", metadata: ["directive": "\(directive)", "count": "\(count)"])
    }

    /// 1, 10, 100, 1000 …
    static func isTold(_ count: Int) -> Bool {
        var power = 1
        while power < count { power *= 10 }
        return power == count
    }
}
