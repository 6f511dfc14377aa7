import ArgumentParser
import Clinical
import Foundation
import Storage

/// Where the embedded database lives; every command that touches it takes the same option.
struct DataFolder: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder of the embedded database.")
    var path = ProcessInfo.processInfo.environment["HARTLIJN_DATA"] ?? "hartlijn-data"

    /// Opens the database, makes it when there is none, and brings its tables up to date.
    func open() async throws -> Store {
        // The files of the database are for this user alone, whatever the folder allows.
        umask(0o077)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let store = try Store(path: "\(path)/hartlijn.sqlite")
        try await store.migrate(Schema.migrations, at: Clock.real.occasion.now)
        return store
    }

    func mustExist() throws {
        guard FileManager.default.fileExists(atPath: "\(path)/hartlijn.sqlite") else {
            throw ValidationError("There is no database in \(path). Start with `hartlijn demo` or `hartlijn serve`.")
        }
    }
}

/// Says something on the side, where it does not mix with what a machine reads.
func tell(_ words: String) {
    FileHandle.standardError.write(Data("\(words)\n".utf8))
}
