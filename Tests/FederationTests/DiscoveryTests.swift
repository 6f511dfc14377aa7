import Credentials
import Testing

@testable import Federation

@Suite struct DiscoveryTests {
    @Test func `what a provider says of itself is read`() throws {
        let discovery = try House.read(House.discovery())
        #expect(discovery.authorizationEndpoint.text == "https://login.example/authorize")
        #expect(discovery.tokenEndpoint.text == "https://login.example/token")
        #expect(discovery.jwksURI.text == "https://login.example/keys")
        #expect(discovery.endSessionEndpoint?.text == "https://login.example/leave")
        #expect(
            Discovery.address(of: try House.provider()) == "https://login.example/.well-known/openid-configuration")
    }

    @Test func `this machine itself may go without https, when the row says so`() throws {
        let here: [String: JSONValue] = ["token_endpoint": .text("http://127.0.0.1:9400/token")]
        let trial = try House.provider(within: .loopbackToo)
        #expect(throws: Never.self) { try House.read(House.discovery(here), of: trial) }
        let elsewhere: [String: JSONValue] = ["token_endpoint": .text("http://127.0.0.1.kwaad.example/token")]
        #expect(throws: DiscoveryFailure.address(.token, .notEncrypted)) {
            try House.read(House.discovery(elsewhere), of: trial)
        }
    }

    typealias Case = Wrong<[String: JSONValue], DiscoveryFailure>

    static let hostile: [Case] = [
        Case("another issuer", .issuer) { $0["issuer"] = .text("https://kwaad.example") },
        Case("an issuer with a slash", .issuer) { $0["issuer"] = .text(House.issuer + "/") },
        Case("no issuer", .issuer) { $0["issuer"] = nil },
        Case("no token endpoint", .missing(.token)) { $0["token_endpoint"] = nil },
        Case("keys that are no text", .missing(.keys)) { $0["jwks_uri"] = .list([]) },
        Case("not encrypted", .address(.token, .notEncrypted)) {
            $0["token_endpoint"] = .text("http://login.example/t")
        },
        Case("this machine", .address(.keys, .notEncrypted)) { $0["jwks_uri"] = .text("http://localhost/keys") },
        Case("a file", .address(.keys, .notEncrypted)) { $0["jwks_uri"] = .text("file:///etc/passwd") },
        Case("a script", .address(.authorization, .notEncrypted)) {
            $0["authorization_endpoint"] = .text("javascript:alert(1)")
        },
        Case("a name in front", .address(.token, .userInformation)) {
            $0["token_endpoint"] = .text("https://login.example@kwaad.example/t")
        },
        Case("a fragment", .address(.authorization, .fragment)) {
            $0["authorization_endpoint"] = .text("https://login.example/a#b")
        },
        Case("a line end", .address(.authorization, .characters)) {
            $0["authorization_endpoint"] = .text("https://login.example/a\r\nX: y")
        },
        Case("a backslash", .address(.token, .characters)) { $0["token_endpoint"] = .text("https://a.example\\@b/") },
        Case("no host", .address(.token, .host)) { $0["token_endpoint"] = .text("https:///token") },
        Case("a port beyond ports", .address(.token, .port)) {
            $0["token_endpoint"] = .text("https://a.example:65536/")
        },
        Case("an endless address", .address(.token, .length)) {
            $0["token_endpoint"] = .text("https://a.example/" + String(repeating: "a", count: 2048))
        },
        Case("a bad way out", .address(.endSession, .notEncrypted)) {
            $0["end_session_endpoint"] = .text("ftp://login.example")
        },
        Case("no code", .noCode) { $0["response_types_supported"] = .list([.text("id_token")]) },
        Case("no query", .noQuery) { $0["response_modes_supported"] = .list([.text("fragment")]) },
        Case("only plain challenges", .noS256) { $0["code_challenge_methods_supported"] = .list([.text("plain")]) },
        Case("no word of challenges", .noS256) { $0["code_challenge_methods_supported"] = nil },
        Case("only shared secrets", .noAlgorithm) {
            $0["id_token_signing_alg_values_supported"] = .list([.text("HS256"), .text("none")])
        },
        Case("no authentication of ours", .noAuthentication) {
            $0["token_endpoint_auth_methods_supported"] = .list([.text("client_secret_post")])
        },
        Case("a promise that is no promise", .issuerParameter) {
            $0["authorization_response_iss_parameter_supported"] = .text("true")
        },
        Case("too deep", .json(.tooDeep)) { members in
            members["more"] = (0..<12).reduce(JSONValue.nothing) { inner, _ in .list([inner]) }
        },
        Case("too long", .tooLong) { $0["more"] = .text(String(repeating: "a", count: 65_536)) },
    ]

    @Test(arguments: hostile) func `a provider that does not suit is refused`(_ wrong: Case) throws {
        var members = House.discovery()
        try wrong.change(&members)
        #expect(throws: wrong.failure) { try House.read(members) }
    }

    @Test func `discovery with a name twice is refused`() throws {
        let provider = try House.provider()
        let text = #"{"issuer":"https://login.example","issuer":"https://login.example"}"#
        #expect(throws: DiscoveryFailure.json(.duplicateName)) { try Discovery(Array(text.utf8), of: provider) }
    }
}
