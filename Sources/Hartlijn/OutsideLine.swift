import AsyncHTTPClient
import Foundation
import Identity
import NIOCore
import NIOHTTP1
import NIOPosix

/// The line to other houses: one request, one answer, within a time and a size, and never on to where an answer points.
struct OutsideLine: Sendable {
    private let client: HTTPClient
    private let patience: Duration

    init(patience: Duration = Outgoing.patience) {
        // We say ourselves that it takes too long; the client only lets go of what it holds.
        let most = TimeAmount(patience * 2)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(max(patience / 2, .seconds(1))), read: most),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        // Who is not there is not there; whoever asked decides when to ask again.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.patience = patience
    }

    var outgoing: Outgoing { Outgoing { [self] in try await answer(to: $0) } }

    func close() async {
        try? await client.shutdown()  // whoever is still asking then hears that there is no answer
    }

    private func answer(to question: Outgoing.Question) async throws -> Outgoing.Answer {
        try await withThrowingTaskGroup(of: Outgoing.Answer.self) { group in
            group.addTask { try await ask(question) }
            group.addTask { [patience] in
                try await Task.sleep(for: patience)
                throw OutgoingFailure.tooSlow
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw OutgoingFailure.unreachable }
            return first
        }
    }

    private func ask(_ question: Outgoing.Question) async throws -> Outgoing.Answer {
        do {
            let response = try await client.execute(request(question), deadline: .distantFuture)
            var body = [UInt8]()
            for try await part in response.body {
                guard body.count + part.readableBytes <= question.longest else { throw OutgoingFailure.tooLong }
                body += part.readableBytesView
            }
            return Outgoing.Answer(
                status: Int(response.status.code), kind: response.headers.first(name: "content-type") ?? "", body: body)
        } catch let failure as OutgoingFailure {
            throw failure
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            // What the network says of it may hold an address; that it did not work is enough, and whether it began.
            throw Self.neverBegan(error) ? OutgoingFailure.unreachable : .broken
        }
    }

    /// Whether nothing of the question can have arrived.
    private static func neverBegan(_ error: any Error) -> Bool {
        switch error {
        case is NIOConnectionError: true
        case let error as IOError: [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode)
        case let error as HTTPClientError:
            [.invalidURL, .emptyHost, .connectTimeout, .alreadyShutdown, .getConnectionFromPoolTimeout].contains(error)
        default: false
        }
    }

    private func request(_ question: Outgoing.Question) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: question.address)
        for (name, value) in question.headers { request.headers.add(name: name, value: value) }
        if let body = question.bytes ?? question.body.map({ Array($0.utf8) }) {
            request.method = .POST
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        return request
    }
}
