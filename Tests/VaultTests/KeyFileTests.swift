import Testing

@testable import Vault

@Suite struct KeyFileTests {
    private let masters: MasterKeys
    private let file: String

    init() throws {
        var chance = Chance(21)
        masters = try House().masters.rotated(using: &chance)
        file = masters.fileText
    }

    private func read(_ text: String) throws(KeyFileFailure) -> MasterKeys { try MasterKeys(file: Array(text.utf8)) }

    @Test func `what was written is read back`() throws {
        let read = try read(file)
        #expect(read.fileText == file)
        #expect(read.currentID == masters.currentID && read.olderIDs == masters.olderIDs)
    }

    @Test func `remarks may stand between the keys, and the old one may stand first`() throws {
        let lines = file.split(separator: "\n")
        let text = "\(lines[0])\n# kast 2\n\(lines[2])\n#\n\(lines[1])\n"
        #expect(try read(text).fileText == file)
    }

    @Test func `a file that is not one is refused, with the line`() throws {
        let (first, second) = (line(1), line(2))
        let id = "\(masters.currentID)"
        let title = "hartlijn keys 1\n"
        let wrong: [(String, KeyFileFailure)] = [
            ("", .lastLineUnfinished), ("\n", .title), (title, .noCurrent), (title + second, .lastLineUnfinished),
            (title + second + "\n", .noCurrent), ("Hartlijn keys 1\n" + first + "\n", .title),
            (file.replacing("\n", with: "\r\n"), .title), (file + "\n", .notALine(4)), (" " + file, .title),
            (file + first + "\n", .twice(4)), (file + second + "\n", .twice(4)),
            (file.replacing("older", with: "current"), .secondCurrent(3)), (file + "older\n", .notALine(4)),
            (file.replacing("older", with: "oldest"), .notALine(3)), (file.replacing(" ", with: "  "), .title),
            (title + first.replacing(" ", with: "  ") + "\n", .notALine(2)), (title + first + " \n", .notALine(2)),
            (title + first.replacing("current", with: "curr\u{E9}nt") + "\n", .notALine(2)),
            (title + "# caf\u{E9}\n" + first + "\n", .notALine(2)),
            (title + first.uppercased() + "\n", .notHexadecimal(2)),
            (title + first.dropLast() + "\n", .notHexadecimal(2)), (title + first.dropLast(2) + "\n", .length(2)),
            (title + first + "ab\n", .length(2)),
            (title + "current \(id.dropLast(2)) \(digits(first))\n", .notHexadecimal(2)),
            (title + "current \(KeyID(1)) \(digits(first))\n", .otherID(2)),
            (title + "current \(id) " + String(repeating: "0", count: 64) + "\n", .weak(2)),
            (title + "current \(id) " + String(repeating: "ab", count: 32) + "\n", .weak(2)),
            (title + "current \(id) \n", .length(2)), (file + String(repeating: "#\n", count: 5000), .tooLong),
        ]
        for (text, failure) in wrong { #expect(throws: failure) { try read(text) } }
    }

    @Test func `more keys than a house has are refused`() throws {
        var chance = Chance(22)
        let extra = try (0..<MasterKeys.most).map { _ in
            let key = MasterKey(try Secret(using: &chance))
            return "older \(key.id) \(hex(key.secret.bytes))\n"
        }
        #expect(throws: KeyFileFailure.tooMany) { try read(file + extra.joined()) }
    }

    @Test func `one mistyped digit is always seen`() throws {
        let text = Array("hartlijn keys 1\n\(line(1))\n".utf8)
        for place in 24..<text.count - 1 where text[place] != UInt8(ascii: " ") {
            var typed = text
            typed[place] = text[place] == UInt8(ascii: "7") ? UInt8(ascii: "1") : UInt8(ascii: "7")
            #expect(throws: KeyFileFailure.otherID(2)) { try MasterKeys(file: typed) }
        }
    }

    @Test func `twenty thousand damaged files never stop the house`() {
        var chance = Chance(23)
        var taken = 0
        for _ in 0..<20_000 {
            let typed = Damage.some(Array(file.utf8), using: &chance)
            do throws(KeyFileFailure) {
                let read = try MasterKeys(file: typed)
                taken += 1
                #expect(Set(read.all.map(\.id)).isSubset(of: masters.all.map(\.id)))
            } catch { continue }
        }
        #expect(taken < 2000)
    }

    private func line(_ place: Int) -> String { String(file.split(separator: "\n")[place]) }
    private func digits(_ line: String) -> Substring { line.suffix(64) }
}

/// Bytes that somebody fell over.
enum Damage {
    static func some(_ whole: [UInt8], using chance: inout Chance) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            let place = Int.random(in: 0...bytes.count, using: &chance)
            let other = UInt8.random(in: .min ... .max, using: &chance)
            switch (Int.random(in: 0..<6, using: &chance), place < bytes.count) {
            case (0, true): bytes[place] = other
            case (1, true): bytes[place] ^= 1 << (other & 7)
            case (2, true): bytes.remove(at: place)
            case (3, _): bytes.insert(other, at: place)
            case (4, _): bytes.removeSubrange(place...)
            default: bytes.insert(contentsOf: whole.dropFirst(place).prefix(Int(other)), at: place)
            }
        }
        return bytes
    }
}
