/// Why a text is not a list of scopes that a machine may ask.
package enum ScopeFailure: Error, Hashable, Sendable {
    case empty, tooLong, tooMany, twice
    case notForSystems, resource, permissions
    /// A scope with a search behind it asks for less than the whole kind; we cannot keep that promise yet.
    case search
    /// Nothing of what was asked is registered for this client.
    case nothingGranted
}

/// One thing that a machine may do with one kind of record, or with all.
///
/// - Shape: `system/Observation.rs`, `system/*.rs`: letters of `cruds`, in that order, every letter once
/// - Source: SMART App Launch 2.2, scopes for requesting FHIR resources (version 2)
package struct SystemScope: Hashable, Sendable {
    /// - Source: SMART App Launch 2.2
    package struct Permissions: OptionSet, Hashable, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        package static let create = Permissions(rawValue: 1)
        package static let read = Permissions(rawValue: 2)
        package static let update = Permissions(rawValue: 4)
        package static let delete = Permissions(rawValue: 8)
        package static let search = Permissions(rawValue: 16)

        static let letters: [(letter: Character, permission: Permissions)] = [
            ("c", .create), ("r", .read), ("u", .update), ("d", .delete), ("s", .search),
        ]

        /// - Returns: `nil` when a letter is unknown, stands twice, or not in its place
        init?(_ text: some StringProtocol) {
            let known = Permissions.letters.filter { text.contains($0.letter) }
            guard !text.isEmpty, text.elementsEqual(known.map(\.letter)) else { return nil }
            self = known.reduce(into: []) { $0.formUnion($1.permission) }
        }

        var text: String { String(Permissions.letters.filter { contains($0.permission) }.map(\.letter)) }
    }

    /// Which kind of record.
    package enum Resource: Hashable, Sendable {
        case any
        case kind(String)

        var text: String {
            switch self {
            case .any: "*"
            case .kind(let name): name
            }
        }
    }

    package let resource: Resource
    package let permissions: Permissions

    package init(_ resource: Resource, _ permissions: Permissions) {
        self.resource = resource
        self.permissions = permissions
    }

    /// - Throws: ``ScopeFailure``
    package init(_ text: some StringProtocol) throws(ScopeFailure) {
        guard text.hasPrefix("system/") else { throw .notForSystems }
        guard !text.contains("?") else { throw .search }
        let parts = text.dropFirst("system/".count).split(separator: ".", omittingEmptySubsequences: false)
        guard let name = parts.first, let resource = SystemScope.resource(String(name)) else { throw .resource }
        guard parts.count == 2, let letters = parts.last, let permissions = Permissions(letters) else {
            throw .permissions
        }
        self.init(resource, permissions)
    }

    package var text: String { "system/\(resource.text).\(permissions.text)" }

    private static func resource(_ name: String) -> Resource? {
        if name == "*" { return .any }
        guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(isLetter),
            name.utf8.first.map({ $0 <= UInt8(ascii: "Z") }) == true
        else { return nil }
        return .kind(name)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
