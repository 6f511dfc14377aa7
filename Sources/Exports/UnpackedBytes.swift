import CZlib

/// The bytes of a zip entry, unpacked as they are asked for.
///
/// A damaged archive is refused as a whole, because a flipped bit can make a wrong number that looks right.
///
/// - Shape: raw deflate (RFC 1951), or stored as they are → the bytes of one file, held against their CRC-32
/// - Throws: ``ExportFailure/archiveBomb`` when more than 200 times the packed bytes, or more than 4 GB, comes out
final class UnpackedBytes: ByteSource {
    private static let largestRatio = 200
    private static let smallEnough = 4 << 20
    private static let chunk = 64 * 1024

    private let packed: PlainBytes
    private let entry: ZipEntry
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutablePointer<UInt8>
    private var running: UInt = 0
    private var unpacked = 0
    private var finished = false

    var done: Int { packed.done }
    var total: Int { packed.total }

    init(_ packed: PlainBytes, of entry: ZipEntry) throws(ExportFailure) {
        self.packed = packed
        self.entry = entry
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(capacity: UnpackedBytes.chunk)
        running = UInt(crc32(0, nil, 0))
        guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .archiveDamaged
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    func read(into place: UnsafeMutableRawBufferPointer) throws(ExportFailure) -> Int {
        guard !finished, let start = place.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
        let count = entry.method == 0 ? try copy(into: place) : try unpack(into: start, room: place.count)
        try account(for: start, count: count)
        return count
    }

    /// Unpacks what is left, so that the checksum can be held against the whole.
    func verify() throws(ExportFailure) {
        let place = UnsafeMutableRawBufferPointer.allocate(byteCount: UnpackedBytes.chunk, alignment: 1)
        defer { place.deallocate() }
        while try read(into: place) > 0 {}
    }

    private func copy(into place: UnsafeMutableRawBufferPointer) throws(ExportFailure) -> Int {
        let count = try packed.read(into: place)
        finished = count == 0
        return count
    }

    private func unpack(into start: UnsafeMutablePointer<UInt8>, room: Int) throws(ExportFailure) -> Int {
        stream.pointee.next_out = start
        stream.pointee.avail_out = UInt32(room)
        while stream.pointee.avail_out > 0 && !finished { try step() }
        return room - Int(stream.pointee.avail_out)
    }

    private func step() throws(ExportFailure) {
        if stream.pointee.avail_in == 0 { try refill() }
        switch inflate(stream, Z_NO_FLUSH) {
        case Z_OK: return
        case Z_STREAM_END: finished = true
        default: throw .archiveDamaged
        }
    }

    private func refill() throws(ExportFailure) {
        let place = UnsafeMutableRawBufferPointer(start: input, count: UnpackedBytes.chunk)
        stream.pointee.avail_in = UInt32(try packed.read(into: place))
        stream.pointee.next_in = input
    }

    private func account(for start: UnsafeMutablePointer<UInt8>, count: Int) throws(ExportFailure) {
        unpacked += count
        running = UInt(crc32(running, start, UInt32(count)))
        let ratioAllows = max(UnpackedBytes.smallEnough, packed.done * UnpackedBytes.largestRatio)
        guard unpacked <= ratioAllows, unpacked <= ZipArchive.largestContent else { throw .archiveBomb }
        guard finished else { return }
        guard unpacked == entry.size, UInt32(truncatingIfNeeded: running) == entry.checksum else {
            throw .archiveDamaged
        }
    }
}
