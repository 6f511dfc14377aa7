/// In which steps a field grows, so that its length does not tell what is in it.
///
/// - Shape: the contents, 0x80, then zeros up to a whole number of steps; with ``exact`` only the 0x80
/// - Units: bytes
/// - Source: the mark of ISO/IEC 7816-4; the steps are our own choice
package enum Padding: Int, CaseIterable, Sendable {
    case exact = 1
    case by8 = 8
    case by32 = 32
    case by128 = 128

    private static let mark: UInt8 = 0x80

    func pad(_ contents: some Collection<UInt8>) -> [UInt8] {
        let marked = contents.count + 1
        let whole = (marked + rawValue - 1) / rawValue * rawValue
        var padded = [UInt8]()
        padded.reserveCapacity(whole)
        padded.append(contentsOf: contents)
        padded.append(Padding.mark)
        padded.append(contentsOf: repeatElement(0, count: whole - marked))
        return padded
    }

    /// - Throws: ``SealFailure/contents`` when there is no mark
    static func unpad(_ padded: [UInt8]) throws(SealFailure) -> ArraySlice<UInt8> {
        guard let end = padded.lastIndex(where: { $0 != 0 }), padded[end] == mark else { throw .contents }
        return padded[..<end]
    }
}
