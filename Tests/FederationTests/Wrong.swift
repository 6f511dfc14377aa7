import Testing

/// One thing that is not as it should be, and what is said of it.
struct Wrong<World: Sendable, Failure: Error & Equatable>: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let failure: Failure
    let change: @Sendable (inout World) throws -> Void

    init(_ name: String, _ failure: Failure, _ change: @escaping @Sendable (inout World) throws -> Void) {
        testDescription = name
        self.failure = failure
        self.change = change
    }
}
