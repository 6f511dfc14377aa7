import Clinical
import Foundation

/// Bare PostgreSQL by its own client: one connection, prepared statements, no product.
package final class PostgresFloor: EngineFloor, @unchecked Sendable {
    // One thread at a time asks: the bench takes its floors one after the other.
    private let connection: PostgresConnection
    private let postmaster: Int32

    /// - Parameter address: the database of the product
    package init(_ address: StoreAddress) throws {
        guard case .postgres(let url) = address else { throw StorageFailure.unreachable("not a server") }
        connection = PostgresConnection(address: url)
        let backend = Int32(try connection.word("SELECT pg_backend_pid()")) ?? 0
        postmaster = Self.fields(of: backend).flatMap { Int32($0[1]) } ?? 0
    }

    /// The server and everything it started; what a connection used that is gone stands with the server itself.
    package var cpu: Double {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []  // elsewhere than on Linux
        return all.compactMap { Int32($0) }.reduce(0) { sum, process in
            guard let fields = Self.fields(of: process) else { return sum }
            let isServer = process == postmaster
            guard isServer || Int32(fields[1]) == postmaster else { return sum }
            return sum + fields[11..<(isServer ? 15 : 13)].compactMap { Double($0) }.reduce(0, +) * Self.tick
        }
    }

    package func inserts(rowsPerCommit: Int, commits: Int) throws -> Pace {
        try connection.tell(
            """
            CREATE TABLE IF NOT EXISTS floor_reading (practice_id BYTEA, patient_id BYTEA, kind TEXT, taken_at BIGINT,
                id BYTEA, first_value BIGINT, second_value BIGINT, third_value BIGINT, source TEXT, fingerprint BYTEA,
                recorded_at BIGINT, PRIMARY KEY (practice_id, patient_id, kind, taken_at, id));
            CREATE UNIQUE INDEX IF NOT EXISTS floor_once ON floor_reading (practice_id, patient_id, fingerprint);
            TRUNCATE floor_reading
            """)
        return try Pace.of(commits * rowsPerCommit, beside: { cpu }) {
            for commit in 0..<commits {
                try connection.between("BEGIN") { connection in
                    for row in 0..<rowsPerCommit {
                        _ = try connection.run(Self.insert(commit * rowsPerCommit + row)) { _ in .more }
                    }
                }
            }
        }
    }

    package func bytesPerRow(rows: Int) throws -> Double {
        _ = try inserts(rowsPerCommit: rows, commits: 1)
        return Double(try number("SELECT pg_total_relation_size('floor_reading')")) / Double(rows)
    }

    package func bytes() throws -> Int { try number("SELECT pg_database_size(current_database())") }

    private func number(_ question: String) throws -> Int {
        guard let number = Int(try connection.word(question)) else { throw StorageFailure.unreadable(column: 0) }
        return number
    }

    private static func insert(_ number: Int) -> SQL {
        let practice = ID<Practice>(high: 1, low: 1)
        let patient = ID<Patient>(high: UInt64(number % 64), low: 1)
        let id = ID<Patient>(high: UInt64(number), low: 2)
        let once = ID<Patient>(high: UInt64(number) &* 0x9E37_79B9_7F4A_7C15, low: 3)
        return """
            INSERT INTO floor_reading VALUES (\(practice), \(patient), \("blood-pressure"), \(1_700_000_000_000 + number),
                \(id), \(128), \(82), \(64), \("typed"), \(once), \(1_700_000_000_000 + number))
            """
    }

    package func lastTwenty(of patients: [ID<Patient>], practice: ID<Practice>, rounds: Int) throws -> Pace {
        try Pace.of(rounds, beside: { cpu }) {
            for round in 0..<rounds {
                let patient = patients[round % patients.count]
                _ = try connection.run(
                    """
                    SELECT taken_at, first_value, second_value FROM measurements_reading
                    WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
                    ORDER BY taken_at DESC LIMIT 20
                    """
                ) { _ in .more }
            }
        }
    }

    package func senderNumbers() throws -> Set<String> {
        var numbers: Set<String> = []
        _ = try connection.run("SELECT external_id FROM measurements_reading WHERE external_id IS NOT NULL") { row in
            numbers.insert(try row.text(0))
            return .more
        }
        return numbers
    }

    /// Each transaction that changes something takes a number; asking takes one too.
    package func commits() throws -> UInt32 {
        UInt32(truncatingIfNeeded: UInt64(try connection.word("SELECT pg_snapshot_xmax(pg_current_snapshot())")) ?? 0)
    }

    private static let tick = 1 / Double(sysconf(Int32(_SC_CLK_TCK)))

    /// What `/proc/PID/stat` holds behind the name: state, parent, …, user, system, and the same of ended children.
    private static func fields(of process: Int32) -> [Substring]? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),  // it may be gone
            let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 15
        else { return nil }
        return fields
    }
}
