import Clinical
import Federation
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// - `POST /oauth/token`                        a machine gets a token for five minutes
/// - `GET  /.well-known/smart-configuration`    what it has to know before that
package struct MachineRoutes: Sendable {
    private let machines: Machines
    private let clock: Clock

    package init(machines: Machines, clock: Clock) {
        self.machines = machines
        self.clock = clock
    }

    package func mount(on site: Doors<SiteContext>) {
        site.post("oauth/token", for: .enter, use: token)
        site.get(".well-known/smart-configuration", for: .enter) { _, _ in
            guard let configuration = machines.configuration else { throw NotFound() }
            return json(configuration, .ok)
        }
    }

    @Sendable private func token(_ request: Request, _ context: SiteContext) async throws -> Response {
        let origin = Machines.Origin(network: context.passage.network, trace: context.id)
        do {
            let answer = try await machines.token(
                for: try await body(of: request), from: origin, at: clock.occasion)
            return json(answer.json, .ok)
        } catch let error as TokenError {
            return json(error.json, .init(code: error.status))
        } catch is TooManyAttempts {
            var response = json(TokenError.invalidClient.json, .tooManyRequests)
            response.headers[.retryAfter] = "\(Int(Attempts.window.components.seconds))"
            return response
        }
    }

    /// A form, and nothing beside it: what stands in an address is kept in logs, and a machine proves itself in one way.
    ///
    /// - Source: RFC 6749, sections 2.3 and 3.2
    /// - Throws: ``TokenError/invalidRequest``
    private func body(of request: Request) async throws -> String {
        let kind = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard kind == "application/x-www-form-urlencoded", request.uri.query == nil,
            request.headers[.authorization] == nil
        else { throw TokenError.invalidRequest }
        do {
            let bytes = try await request.body.collect(upTo: ClientCredentialsRequest.longest).readableBytesView
            guard let text = String(validating: bytes, as: UTF8.self) else { throw TokenError.invalidRequest }
            return text
        } catch is NIOTooManyBytesError {
            throw TokenError.invalidRequest
        }
    }

    private func json(_ text: String, _ status: HTTPResponse.Status) -> Response {
        var headers = HTTPFields()
        for (name, value) in AccessTokenAnswer.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
