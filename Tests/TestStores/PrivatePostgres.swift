import Foundation
import Storage

/// A PostgreSQL server of one test, to be killed, started again and filled up; an ordinary user runs it.
package final class PrivatePostgres: Sendable {
    package struct Trouble: Error { package let words: String }

    package let folder: String
    private let programs: String

    /// Makes a cluster, and starts nothing yet.
    package init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("postgres-\(UUID().uuidString)").path
        programs = try Self.programs()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try Self.run("/bin/chown", ["postgres", folder]) }
        try asOrdinaryUser(
            "initdb", ["-D", "\(folder)/data", "-U", "hartlijn", "--auth=trust", "--locale=C", "-E", "UTF8"])
    }

    deinit {
        kill(SIGQUIT)
        try? FileManager.default.removeItem(atPath: folder)  // a folder left behind harms nobody
    }

    package var server: PostgresServer { PostgresServer(url: "postgres://hartlijn@/postgres?host=\(folder)") }
    package var address: StoreAddress { server.address(of: "postgres") }

    /// - Parameter settings: such as `max_connections=6`
    package func start(_ settings: [String] = []) throws {
        let all = ["listen_addresses=", "unix_socket_directories=\(folder)"] + settings
        let words = all.map { "-c \($0)" }.joined(separator: " ")
        try asOrdinaryUser(
            "pg_ctl", ["-D", "\(folder)/data", "-l", "\(folder)/data/log", "-w", "-t", "60", "-o", words, "start"])
    }

    /// Kills the server as a power cut would (`SIGKILL` takes no leave), or stops it.
    package func kill(_ signal: Int32) {
        guard let text = try? String(contentsOfFile: "\(folder)/data/postmaster.pid", encoding: .utf8),  // not running
            let process = text.split(separator: "\n").first.flatMap({ pid_t($0) })
        else { return }
        Foundation.kill(process, signal)
        for _ in 0..<200 where Foundation.kill(process, 0) == 0 { usleep(20_000) }
    }

    private func asOrdinaryUser(_ program: String, _ arguments: [String]) throws {
        let path = "\(programs)/\(program)"
        if getuid() == 0 {
            try Self.run("/sbin/runuser", ["-u", "postgres", "--", path] + arguments)
        } else {
            try Self.run(path, arguments)
        }
    }

    private static func programs() throws -> String {
        let base = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: base).compactMap { Int($0) }
        guard let newest = versions.max() else { throw Trouble(words: "PostgreSQL is not installed") }
        return "\(base)/\(newest)/bin"
    }

    /// Starts a program and waits for it. (`Process` waits for the whole family, and a server never leaves.)
    private static func run(_ program: String, _ arguments: [String]) throws {
        let words = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for file: Int32 in 0...2 { posix_spawn_file_actions_addopen(&files, file, "/dev/null", O_RDWR, 0) }
        var process = pid_t()
        var status: Int32 = -1
        guard posix_spawn(&process, program, &files, nil, words + [nil], environ) == 0,
            waitpid(process, &status, 0) == process, status == 0
        else { throw Trouble(words: "\(program) ended with \(status)") }
    }
}
