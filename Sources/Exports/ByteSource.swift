import Glibc

/// Somewhere bytes come from, in order, a chunk at a time.
protocol ByteSource: AnyObject {
    /// - Returns: how many bytes were put in place; 0 at the end
    func read(into place: UnsafeMutableRawBufferPointer) throws(ExportFailure) -> Int
    var done: Int { get }
    var total: Int { get }
    /// Sees to it that what was read is what was written, as far as that can be known.
    func verify() throws(ExportFailure)
}

/// A file that is open for reading; it closes when nobody needs it any more.
final class OpenFile: Sendable {
    let size: Int
    private let descriptor: Int32

    init(path: String) throws(ExportFailure) {
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { throw .cannotOpen }
        var facts = stat()
        guard fstat(opened, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw .notAFile
        }
        descriptor = opened
        size = Int(facts.st_size)
    }

    deinit { close(descriptor) }

    /// - Returns: how many bytes were read; fewer than asked only at the end
    func read(at offset: Int, into place: UnsafeMutableRawBufferPointer) throws(ExportFailure) -> Int {
        var filled = 0
        while filled < place.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: place[filled...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .cannotOpen }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    func bytes(at offset: Int, count: Int) throws(ExportFailure) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= size else { throw .archiveDamaged }
        var bytes = [UInt8](repeating: 0, count: min(count, size - offset))
        var failure: ExportFailure?
        var filled = 0
        bytes.withUnsafeMutableBytes { place in
            do throws(ExportFailure) { filled = try read(at: offset, into: place) } catch { failure = error }
        }
        if let failure { throw failure }
        return Array(bytes.prefix(filled))
    }
}

/// The bytes of a file as they are.
final class PlainBytes: ByteSource {
    private let file: OpenFile
    private let first: Int
    private let count: Int
    private(set) var done = 0
    var total: Int { count }

    init(_ file: OpenFile, from first: Int = 0, count: Int) {
        self.file = file
        self.first = first
        self.count = count
    }

    func read(into place: UnsafeMutableRawBufferPointer) throws(ExportFailure) -> Int {
        let wanted = min(place.count, count - done)
        let read = try file.read(at: first + done, into: UnsafeMutableRawBufferPointer(rebasing: place[..<wanted]))
        done += read
        return read
    }

    /// A plain file carries nothing to hold it against.
    func verify() {}
}

/// A view that slides over a source: what is not read yet, never more than the limit.
final class Window {
    private static let chunk = 256 * 1024

    /// The place of the first unread byte; whoever reads moves it on.
    var start = 0
    private(set) var end = 0
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity = 2 * chunk
    private let limit: Int
    private let source: any ByteSource
    private let progress: (Int, Int) -> Void

    init(_ source: any ByteSource, limit: Int, progress: @escaping (Int, Int) -> Void) {
        self.source = source
        self.limit = limit
        self.progress = progress
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    var count: Int { end - start }
    var unread: Bytes { Bytes(start: base + start, count: count) }
    var isFull: Bool { count >= limit }

    /// Brings in the next chunk behind what is still unread.
    ///
    /// - Returns: whether anything came; `false` at the end of the source, and when the view is full
    func more() throws(ExportFailure) -> Bool {
        guard !isFull else { return false }
        makeRoom()
        let place = UnsafeMutableRawBufferPointer(start: base + end, count: min(Window.chunk, capacity - end))
        let read = try source.read(into: place)
        end += read
        progress(source.done, source.total)
        return read > 0
    }

    private func makeRoom() {
        if start > 0 {
            memmove(base, base + start, count)
            (start, end) = (0, count)
        }
        guard capacity - end < Window.chunk else { return }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        memcpy(larger, base, end)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
