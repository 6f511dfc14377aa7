extension MasterKeys {
    /// What the first line says.
    static let fileTitle = "hartlijn keys 1"
    /// - Units: bytes
    private static let longestFile = 8 * 1024

    /// The keys as the file of the administrator has them. Who may read that file is for the caller to look at.
    ///
    /// - Shape: `hartlijn keys 1`, then for each key `current` or `older`, its id, its 64 digits, with one space
    ///   between and a line feed after; `#` in front is a remark; ASCII, small letters, exactly one `current`
    /// - Throws: ``KeyFileFailure``, which says the line and never what stood there
    package init(file: [UInt8]) throws(KeyFileFailure) {
        guard file.count <= MasterKeys.longestFile else { throw .tooLong }
        guard file.last == UInt8(ascii: "\n") else { throw .lastLineUnfinished }
        let lines = file.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let title = lines.first, title.elementsEqual(MasterKeys.fileTitle.utf8) else { throw .title }
        var read = KeyFileLines()
        for (place, line) in lines.enumerated().dropFirst() { try read.take(line, at: place + 1) }
        guard let current = read.current else { throw .noCurrent }
        do throws(KeyFailure) { try self.init(current: current, older: read.older) } catch { throw .tooMany }
    }

    /// The file that holds these keys: as secret as the keys.
    package var fileText: String {
        ([MasterKeys.fileTitle, MasterKeys.fileLine("current", current)]
            + older.map { MasterKeys.fileLine("older", $0) }).map { $0 + "\n" }.joined()
    }

    private static func fileLine(_ role: String, _ key: MasterKey) -> String {
        "\(role) \(key.id) \(Hexadecimal.text(key.secret.bytes))"
    }
}

/// The keys that were read from the lines so far.
private struct KeyFileLines {
    private(set) var current: MasterKey?
    private(set) var older: [MasterKey] = []

    mutating func take(_ line: ArraySlice<UInt8>, at number: Int) throws(KeyFileFailure) {
        guard line.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw .notALine(number) }
        if line.first == UInt8(ascii: "#") { return }
        let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 3 else { throw .notALine(number) }
        let key = try key(words[2], called: words[1], at: number)
        guard current?.id != key.id, !older.contains(where: { $0.id == key.id }) else { throw .twice(number) }
        switch String(decoding: words[0], as: UTF8.self) {
        case "current" where current == nil: current = key
        case "current": throw .secondCurrent(number)
        case "older": older.append(key)
        default: throw .notALine(number)
        }
    }

    private func key(
        _ digits: ArraySlice<UInt8>, called name: ArraySlice<UInt8>, at number: Int
    ) throws(KeyFileFailure) -> MasterKey {
        guard let id = Hexadecimal.bytes(name).flatMap({ KeyID(bytes: $0) }), let bytes = Hexadecimal.bytes(digits)
        else { throw .notHexadecimal(number) }
        let key = MasterKey(try secret(bytes, at: number))
        guard key.id == id else { throw .otherID(number) }
        return key
    }

    private func secret(_ bytes: [UInt8], at number: Int) throws(KeyFileFailure) -> Secret {
        do throws(KeyFailure) { return try Secret(bytes) } catch {
            throw error == .length ? .length(number) : .weak(number)
        }
    }
}

/// Why a key file is not taken; the number is of the line, the first is 1.
package enum KeyFileFailure: Error, Hashable, Sendable {
    case tooLong, title, lastLineUnfinished, noCurrent, tooMany
    case notALine(Int), notHexadecimal(Int)
    case length(Int), weak(Int)
    /// The digits are not of the key with this id: one of the two is mistyped.
    case otherID(Int)
    case twice(Int), secondCurrent(Int)
}
