import Foundation

/// Waits until a small file is on disk: a key must be there before the first row that needs it.
enum DiskSync {
    static func file(_ path: String) -> Bool { sync(path, O_RDONLY) }

    /// The name of a new file stands in its folder.
    static func folder(of path: String) -> Bool {
        sync(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
    }

    private static func sync(_ path: String, _ flags: Int32) -> Bool {
        let handle = open(path, flags)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        return fsync(handle) == 0
    }
}
