import Testing

@testable import Vault

@Suite struct PaperTests {
    private let masters: MasterKeys
    private let paper: [String]

    init() throws {
        var chance = Chance(31)
        masters = try House().masters.rotated(using: &chance)
        paper = masters.paper
    }

    private func read(_ lines: [String]) throws(PaperFailure) -> MasterKeys {
        try MasterKeys(paper: lines.joined(separator: "\n"))
    }

    @Test func `four lines hold a key, and each looks the same`() throws {
        #expect(paper.count == 9)
        #expect(try House().masters.paper.count == 5)
        let shape = /\d\d( [A-Z2-7]{4}){5}/
        for line in paper { #expect(line.wholeMatch(of: shape) != nil) }
    }

    @Test func `what is printed is read back`() throws {
        #expect(try read(paper).fileText == masters.fileText)
        var chance = Chance(32)
        var many = masters
        for _ in 2..<MasterKeys.most { many = try many.rotated(using: &chance) }
        #expect(many.paper.count == 65)
        #expect(try read(many.paper).fileText == many.fileText)
    }

    @Test func `people type as they like`() throws {
        let typed = paper.map { "  " + $0.lowercased().replacing(" ", with: " \t ") + " \r\n" }
        #expect(try read(typed).fileText == masters.fileText)
    }

    @Test func `every letter that is mistyped is found, with its line`() throws {
        for (place, line) in paper.enumerated() {
            for letter in line.indices where line.index(after: line.startIndex) < letter && line[letter] != " " {
                for other in "AEOQ27" where other != line[letter] {
                    var typed = paper
                    typed[place].replaceSubrange(letter...letter, with: String(other))
                    #expect(throws: PaperFailure.mistyped(place + 1)) { try read(typed) }
                }
            }
        }
    }

    @Test func `two letters that changed places are found`() {
        for (place, line) in paper.enumerated() {
            let letters = Array(line)
            for first in 3..<letters.count - 1
            where letters[first] != letters[first + 1] && !letters[first...first + 1].contains(" ") {
                var typed = letters
                typed.swapAt(first, first + 1)
                var lines = paper
                lines[place] = String(typed)
                #expect(throws: PaperFailure.mistyped(place + 1)) { try read(lines) }
            }
        }
    }

    @Test func `a line too few, too many, or in another place is found`() throws {
        var swapped = paper
        swapped.swapAt(2, 3)
        #expect(throws: PaperFailure.order(3)) { try read(swapped) }
        #expect(throws: PaperFailure.order(3)) { try read(Array(paper.prefix(2) + paper.dropFirst(3))) }
        #expect(throws: PaperFailure.linesMissing) { try read(Array(paper.dropLast())) }
        #expect(throws: PaperFailure.linesMissing) { try read([]) }
        #expect(throws: PaperFailure.order(10)) { try read(paper + paper.prefix(1)) }
        #expect(throws: PaperFailure.tooManyLines) { try read(paper + [PaperLine(10, [UInt8](0..<10)).text]) }
        #expect(throws: PaperFailure.tooManyLines) { try read((0..<9).flatMap { _ in paper }) }
    }

    @Test func `a line that is not one is refused, with its place`() {
        let wrong: [(String, PaperFailure)] = [
            ("", .linesMissing), ("hello", .form(1)), (paper[0] + " ABCD", .form(1)), (paper[0] + "A", .form(1)),
            (paper[0].replacing("01 ", with: ""), .form(1)), (paper[0].replacing("01 ", with: "0l "), .order(1)),
            (String(paper[0].dropLast()) + "1", .letter(1)), (String(paper[0].dropLast(2)) + "é", .letter(1)),
            (paper[0].replacing("01 ", with: "99999999999999999999 "), .order(1)),
        ]
        for (text, failure) in wrong { #expect(throws: failure) { try MasterKeys(paper: text) } }
    }

    @Test func `lines of two papers do not go together`() throws {
        var chance = Chance(33)
        let other = try MasterKeys.new(using: &chance).rotated(using: &chance).paper
        var mixed = paper
        mixed[4] = other[4]
        #expect(throws: PaperFailure.otherPaper) { try read(mixed) }
    }

    @Test func `a paper of another version or without keys is refused`() {
        #expect(throws: PaperFailure.version(2)) { try read([PaperLine(1, [2] + [UInt8](1..<10)).text]) }
        #expect(throws: PaperFailure.numberOfKeys) { try read([PaperLine(1, [1, 0] + [UInt8](2..<10)).text]) }
        #expect(throws: PaperFailure.numberOfKeys) { try read([PaperLine(1, [1, 17] + [UInt8](2..<10)).text]) }
    }

    @Test func `twenty thousand damaged papers never stop the house`() {
        var chance = Chance(34)
        let whole = Array(paper.joined(separator: "\n").utf8)
        for _ in 0..<20_000 {
            let typed = String(decoding: Damage.some(whole, using: &chance), as: UTF8.self)
            do throws(PaperFailure) { #expect(try MasterKeys(paper: typed).fileText == masters.fileText) } catch {
                continue
            }
        }
    }
}
