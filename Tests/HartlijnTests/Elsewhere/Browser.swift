import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

/// One browser that keeps its cookies as a browser does.
final class Browser: Sendable {
    private let client: any TestClientProtocol
    private let jar = Mutex<[String: String]>([:])
    private let token = Mutex("")

    init(_ client: any TestClientProtocol) { self.client = client }

    /// Another one, with no cookies in it.
    var another: Browser { Browser(client) }

    var cookies: [String: String] {
        get { jar.withLock { $0 } }
        set { jar.withLock { $0 = newValue } }
    }

    @discardableResult
    func open(_ path: String) async throws -> TestResponse {
        let answer = try await send(.get, path, nil)
        if let start = answer.text.range(of: "name=\"form\" value=\"") {
            token.withLock { $0 = String(answer.text[start.upperBound...].prefix { $0 != "\"" }) }
        }
        return answer
    }

    @discardableResult
    func press(_ path: String, _ fields: String = "") async throws -> TestResponse {
        try await send(.post, path, "form=\(token.withLock { $0 })&\(fields)")
    }

    @discardableResult
    func signIn(_ name: String) async throws -> TestResponse {
        try await send(.post, "/sign-in", "name=\(name)&password=\(Clinic.password)")
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ form: String?, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        let kept = jar.withLock { $0 }
        if !kept.isEmpty {
            headers[.cookie] = kept.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        if form != nil, headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: form.map { ByteBuffer(string: $0) })
        for cookie in answer.headers[values: .setCookie] { keep(cookie) }
        return answer
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: "=", maxSplits: 1)
        let value = parts.count == 2 ? String(parts[1].prefix { $0 != ";" }) : ""
        jar.withLock { $0[String(parts[0])] = value.isEmpty ? nil : value }
    }
}
