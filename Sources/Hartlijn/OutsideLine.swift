import AsyncHTTPClient
import Identity
import NIOCore
import NIOHTTP1

/// The line to other houses: one request, one answer, within a time and a size, and never on to where an answer points.
struct OutsideLine: Sendable {
    private let client: HTTPClient
    private let patience: Duration

    init(patience: Duration = Outgoing.patience) {
        // We say ourselves that it takes too long; the client only lets go of what it holds.
        let most = TimeAmount(patience * 2)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: most, read: most),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
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
            // What the network says of it may hold an address; that it did not work is enough.
            throw OutgoingFailure.unreachable
        }
    }

    private func request(_ question: Outgoing.Question) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: question.address)
        for (name, value) in question.headers { request.headers.add(name: name, value: value) }
        if let body = question.body {
            request.method = .POST
            request.body = .bytes(ByteBuffer(string: body))
        }
        return request
    }
}
