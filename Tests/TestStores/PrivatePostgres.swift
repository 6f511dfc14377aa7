import Foundation
import Storage

/// A PostgreSQL server of one test, to be killed, started again and filled up; an ordinary user runs it.
package final class PrivatePostgres: Sendable {
    package struct Trouble: Error { package let words: String }

    package let folder: String
    private let programs: String
    private let disk: Disk

    /// Where its files lie.
    package enum Disk: Hashable, Sendable {
        case shared
        /// A disk of its own that can be filled; only root can make one.
        case own(megabytes: Int)
    }

    /// Whether this machine lets us make a disk.
    package static let canHaveDisk: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("disk-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }  // an empty folder left behind harms nobody
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try run("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "none", folder])
            try run("/bin/umount", [folder])
            return true
        } catch {
            return false
        }
    }()

    /// Makes a cluster, and starts nothing yet.
    package init(on disk: Disk = .shared) throws {
        self.disk = disk
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("postgres-\(UUID().uuidString)").path
        programs = try Self.programs()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if case .own(let megabytes) = disk {
            try Self.run("/bin/mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "none", folder])
        }
        if getuid() == 0 { try Self.run("/bin/chown", ["postgres", folder]) }
        try asOrdinaryUser(
            "\(programs)/initdb",
            [
                "-D", "\(folder)/data", "-U", "hartlijn", "--auth=trust", "--locale=C", "-E", "UTF8",
                "--wal-segsize=1",
            ])
    }

    deinit {
        kill(SIGQUIT)
        if disk != .shared { try? Self.run("/bin/umount", [folder]) }  // the machine forgets it when it stops
        try? FileManager.default.removeItem(atPath: folder)  // a folder left behind harms nobody
    }

    package var server: PostgresServer { PostgresServer(url: "postgres://hartlijn@/postgres?host=\(folder)") }
    package var address: StoreAddress { server.address(of: "postgres") }

    /// - Parameter settings: such as `max_connections=6`
    package func start(_ settings: [String] = []) throws {
        let all = ["listen_addresses=", "unix_socket_directories=\(folder)", "min_wal_size=2MB"] + settings
        let words = all.map { "-c \($0)" }.joined(separator: " ")
        try asOrdinaryUser(
            "\(programs)/pg_ctl",
            ["-D", "\(folder)/data", "-l", "\(folder)/data/log", "-w", "-t", "60", "-o", words, "start"])
    }

    /// Kills the server as a power cut would (`SIGKILL` takes no leave), or stops it.
    package func kill(_ signal: Int32) {
        guard let text = try? String(contentsOfFile: "\(folder)/data/postmaster.pid", encoding: .utf8),  // not running
            let process = text.split(separator: "\n").first.flatMap({ pid_t($0) })
        else { return }
        Foundation.kill(process, signal)
        for _ in 0..<200 where Foundation.kill(process, 0) == 0 { usleep(20_000) }
    }

    /// Its disk grows: somebody cleared something away.
    package func enlargeDisk(to megabytes: Int) throws {
        try Self.run("/bin/mount", ["-o", "remount,size=\(megabytes)m", folder])
    }

    /// A key and a certificate of its own for these names, in the folder as `NAME.key` and `NAME.pem`.
    package func certify(_ name: String, for names: String) throws {
        try asOrdinaryUser(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", "/CN=\(name)", "-addext", "subjectAltName=\(names)", "-keyout", "\(folder)/\(name).key",
                "-out", "\(folder)/\(name).pem",
            ])
    }

    private func asOrdinaryUser(_ program: String, _ arguments: [String]) throws {
        if getuid() == 0 {
            try Self.run("/sbin/runuser", ["-u", "postgres", "--", program] + arguments)
        } else {
            try Self.run(program, arguments)
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
