import Foundation
import Storage

/// The database of one practice that is measured: a file, or a database on a server.
struct BenchPlace: Sendable {
    let address: StoreAddress
    /// How the commands of the product are told where it is.
    let options: [String]
    let floor: any EngineFloor

    /// A file in a folder of its own.
    init(folder: String) {
        let path = "\(folder)/hartlijn.sqlite"
        address = .sqlite(path: path)
        options = ["--data", folder, "--keys", "\(folder)/fields.key"]
        floor = SQLiteFloor(path: path)
    }

    /// A new database on a server.
    init(server: PostgresServer, name: String, folder: String) async throws {
        try await server.make(name)
        address = server.address(of: name)
        guard case .postgres(let url) = address else { throw BenchTrouble("not a server") }
        let keys = "\(folder)/\(name).key"
        _ = try SafeFile.find(keys)
        options = ["--database", url, "--keys", keys]
        floor = try PostgresFloor(address)
    }

    /// Asks the machine to forget what it keeps of a file, so that a start reads it from the disk. A server keeps what it
    /// has: it does not start with the site.
    func forget() {
        guard case .sqlite(let path) = address else { return }
        for end in ["", "-wal"] {
            let file = open(path + end, O_RDONLY)
            guard file >= 0 else { continue }
            fdatasync(file)
            #if os(Linux)
                posix_fadvise(file, 0, 0, Int32(POSIX_FADV_DONTNEED))
            #endif
            close(file)
        }
    }
}
