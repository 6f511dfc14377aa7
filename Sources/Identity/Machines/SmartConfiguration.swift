import Credentials
import Federation

/// What machines have to know of us before they ask for a token.
///
/// - Source: SMART App Launch 2.2, conformance: `.well-known/smart-configuration`
enum SmartConfiguration {
    static func json(tokensAt address: String) -> String {
        JSONValue.object([
            "token_endpoint": .text(address),
            "grant_types_supported": .list([.text("client_credentials")]),
            "token_endpoint_auth_methods_supported": .list([.text("private_key_jwt")]),
            "token_endpoint_auth_signing_alg_values_supported": .list(
                SignatureAlgorithm.forMachines.map(\.rawValue).sorted().map { .text($0) }),
            "scopes_supported": .list([.text("system/*.rs")]),
            "code_challenge_methods_supported": .list([.text("S256")]),
            "capabilities": .list([.text("client-confidential-asymmetric"), .text("permission-v2")]),
        ]).json
    }
}
