extension SystemScope {
    /// - Units: bytes
    static let longestList = 2048
    static let mostInList = 64

    /// Reads what a client asks.
    ///
    /// - Source: RFC 6749, section 3.3: one space between two scopes
    /// - Throws: ``ScopeFailure``
    package static func list(_ text: String) throws(ScopeFailure) -> Set<SystemScope> {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= longestList else { throw .tooLong }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count <= mostInList else { throw .tooMany }
        var scopes = Set<SystemScope>()
        for part in parts {
            guard !part.isEmpty else { throw .empty }
            guard scopes.insert(try SystemScope(part)).inserted else { throw .twice }
        }
        return scopes
    }

    /// What is both asked and registered, never more than either.
    ///
    /// - Throws: ``ScopeFailure/nothingGranted``
    package static func granted(
        _ asked: Set<SystemScope>, of registered: Set<SystemScope>
    ) throws(ScopeFailure) -> Set<SystemScope> {
        var granted = [Resource: Permissions]()
        for scope in asked {
            for other in registered {
                guard let both = scope.overlap(with: other) else { continue }
                granted[both.resource, default: []].formUnion(both.permissions)
            }
        }
        guard !granted.isEmpty else { throw .nothingGranted }
        return Set(granted.map { SystemScope($0.key, $0.value) })
    }

    /// As a client reads it back, always in the same order.
    package static func text(_ scopes: Set<SystemScope>) -> String {
        scopes.map(\.text).sorted().joined(separator: " ")
    }

    private func overlap(with other: SystemScope) -> SystemScope? {
        let both = permissions.intersection(other.permissions)
        guard !both.isEmpty else { return nil }
        switch (resource, other.resource) {
        case (.any, let narrower), (let narrower, .any): return SystemScope(narrower, both)
        case (.kind(let one), .kind(let two)): return one == two ? SystemScope(resource, both) : nil
        }
    }
}
