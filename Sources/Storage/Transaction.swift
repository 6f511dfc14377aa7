/// The only way to a table. A story or a route opens one, and everything in it happens or nothing does.
///
/// It is a value that lives inside the closure of ``Store/read(_:)`` or ``Store/write(_:)``. After a statement that failed
/// nothing more can be done in it: let the failure out, and catch it around the whole.
package struct Transaction {
    private let session: any Session
    /// With what fields are sealed here.
    package let ring: KeyRing

    init(_ session: any Session, _ ring: KeyRing) {
        self.session = session
        self.ring = ring
    }

    /// Runs one statement that changes something. When it fails, that may come out at a later statement or at the end.
    package func run(_ sql: SQL) throws { try session.send(sql) }

    /// Runs one statement that changes something, and waits for what came of it.
    ///
    /// - Returns: how many rows it changed
    package func change(_ sql: SQL) throws -> Int { try session.run(sql) { _ in .more } }

    /// Every row of the answer, made into a value.
    package func rows<Value>(_ sql: SQL, _ value: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(sql) { values.append(try value($0)) }
        return values
    }

    /// The only row of the answer, or nothing.
    package func row<Value>(_ sql: SQL, _ value: (Row) throws -> Value) throws -> Value? {
        var found: Value?
        _ = try session.run(sql) { row in
            found = try value(row)
            return .enough
        }
        return found
    }

    /// Visits every row without keeping it.
    package func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
        _ = try session.run(sql) { row in
            try visit(row)
            return .more
        }
    }

    /// Does something that may be stopped in the middle.
    func stoppable<Value>(by interruption: Interruption, _ work: () throws -> Value) throws -> Value {
        try interruption.during(session.stopper(), work)
    }

    /// Adds many rows to a table at once.
    func fill(_ table: Table, _ rows: [[SQLValue]]) throws { try session.fill(table, rows) }

    /// How the engine would answer, one line a step; for the house rule that no query scans a table of patients.
    package func plan(of sql: SQL) throws -> [String] { try session.plan(of: sql) }
}
