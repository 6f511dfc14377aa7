/// A machine of another house that is known here: a row of configuration.
///
/// Its public keys stand in the row. An address where it says they are is never followed.
///
/// - Source: SMART App Launch 2.2, backend services, registration
package struct MachineClient: Hashable, Sendable {
    package let id: String
    package let keys: JWKS
    package let scopes: Set<SystemScope>

    package init(id: String, keys: JWKS, scopes: Set<SystemScope>) {
        self.id = id
        self.keys = keys
        self.scopes = scopes
    }
}

/// Where machines get their tokens here.
package struct TokenEndpoint: Hashable, Sendable {
    /// As machines have to write it, byte for byte.
    package let address: String
    /// How far the clock of a machine may run ahead of ours.
    package let skew: Duration

    package init(_ address: String, skew: Duration = .zero) {
        self.address = address
        self.skew = min(max(skew, .zero), Demands.mostSkew)
    }
}
