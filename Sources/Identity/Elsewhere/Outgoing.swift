/// Why a question to another house has no answer that we use.
package enum OutgoingFailure: Error, Hashable, Sendable {
    /// Nobody was there: nothing of ours arrived.
    case unreachable
    /// The line broke after we had asked; whether they heard us nobody knows.
    case broken
    case tooSlow, tooLong
    case status(Int), otherKind
    /// We asked a moment ago, and it did not help.
    case tooSoon
}

/// How another house is asked something. What really goes over the network is the door's; a test answers by itself.
///
/// Whoever answers follows no redirect, takes no more bytes than ``Question/longest``, and waits no longer than
/// ``patience``.
package struct Outgoing: Sendable {
    /// - Source: our own proposal
    package static let patience = Duration.seconds(5)

    /// - Shape: something that is sent when it has a body, and otherwise only a look
    package struct Question: Hashable, Sendable {
        package let address: String
        package let headers: [String: String]
        package let body: String?
        /// A body that is no text.
        package let bytes: [UInt8]?
        /// - Units: bytes
        package let longest: Int

        package init(_ address: String, headers: [String: String] = [:], body: String? = nil, longest: Int) {
            self.address = address
            self.headers = headers
            self.body = body
            bytes = nil
            self.longest = longest
        }

        package init(_ address: String, headers: [String: String], bytes: [UInt8], longest: Int) {
            self.address = address
            self.headers = headers
            body = nil
            self.bytes = bytes
            self.longest = longest
        }
    }

    package struct Answer: Hashable, Sendable {
        package let status: Int
        /// What it says that it is: `application/json; charset=utf-8`.
        package let kind: String
        package let body: [UInt8]

        package init(status: Int, kind: String, body: [UInt8]) {
            self.status = status
            self.kind = kind
            self.body = body
        }
    }

    private let ask: @Sendable (Question) async throws -> Answer

    /// - Parameter ask: throws ``OutgoingFailure``
    package init(_ ask: @escaping @Sendable (Question) async throws -> Answer) { self.ask = ask }

    /// - Throws: ``OutgoingFailure``
    package func answer(to question: Question) async throws -> Answer { try await ask(question) }

    /// Nobody can be asked.
    package static let none = Outgoing { _ in throw OutgoingFailure.unreachable }

    /// - Throws: ``OutgoingFailure``
    func json(_ question: Question) async throws -> Answer {
        let answer = try await answer(to: question)
        guard answer.body.count <= question.longest else { throw OutgoingFailure.tooLong }
        let kind = answer.kind.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard ["application/json", "application/jwk-set+json"].contains(kind) else { throw OutgoingFailure.otherKind }
        return answer
    }

    /// The body of an answer that is a yes.
    ///
    /// - Throws: ``OutgoingFailure``
    func file(_ address: String, longest: Int) async throws -> [UInt8] {
        let answer = try await json(Question(address, headers: ["Accept": "application/json"], longest: longest))
        guard answer.status == 200 else { throw OutgoingFailure.status(answer.status) }
        return answer.body
    }
}
