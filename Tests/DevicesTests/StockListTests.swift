import Clinical
import Exports
import Foundation
import Storage
import Synchronization
import Testing

@testable import Devices
@testable import Hartlijn

@Suite struct StockListTests {
    private func list(_ csv: String) throws -> Devices.StockList {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("hartlijn-\(UUID().uuidString)").path
        try Data(csv.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }  // a temporary file that is gone is gone
        var list = Devices.StockList(kinds: Devices.Kind.standard)
        var table = try PlainTable(path: path, most: 20 << 20)
        guard !table.columns.isDisjoint(with: ["kind", "soort"]) else { throw ExportFailure.unknownTable }
        while let row = try table.next() { list.take(row) }
        return list
    }

    @Test func `rows with the same number are one kit, each device where it belongs`() throws {
        let list = try list(
            """
            kind,number,model,serial
            Lifestyle Box,12,M,1
            lifestyle-box,12,W,2
            LIFESTYLE BOX,12,S,3
            Lifestyle Box,12,Z,4
            """)
        #expect(list.wanted.map(\.devices.count) == [3])
        #expect(list.wanted.first?.devices.map(\.part) == [.meter, .scale, .stepCounter])
        #expect(list.wanted.first?.mark == "12")
        #expect(list.refused.map(\.line) == [5])
    }

    @Test func `a number of ours is kept, and one with a typing mistake is told`() throws {
        let number = KitNumber(from: ID(high: 0, low: 77))
        let text = number.description
        let wrong = String(text.dropLast()) + (text.hasSuffix("A") ? "B" : "A")
        let list = try list("soort;nummer;model\nBP Box;\(text);M\nBP Box;\(wrong);M\n")
        #expect(list.wanted.map(\.number) == [number])
        #expect(list.refused == [.init(line: 3, reason: StockWords.mistyped)])
    }

    @Test func `quotes that do not close, and letters that are none, break their own row only`() throws {
        let list = try list("soort;model\nBP Box;M\nBP Box;\"M\nBP Box;N\n")
        #expect(list.wanted.map(\.devices.first?.model) == ["M", "N"])
        #expect(list.refused.map(\.line) == [3])
    }

    @Test(arguments: ["", "\n\n\n", "naam;leeftijd\na;1\n", "%PDF-1.4 soort"])
    func `what is no list of kits is refused as a whole`(csv: String) {
        #expect(throws: ExportFailure.self) { try list(csv) }
    }

    @Test func `chance that gives the same number twice gives the second kit another one`() async throws {
        let shelf = try await Shelf()
        let calls = Mutex<UInt64>(0)
        let occasion = Occasion(now: shelf.occasion.now) {
            calls.withLock {
                $0 += 1
                return $0 <= 4 ? 0x5A5A_5A5A_5A5A_5A5A : $0 &* 0x9E37_79B9_7F4A_7C15
            }
        }
        let practice = shelf.practice
        var numbers: [KitNumber] = []
        for _ in 0..<2 {
            let number = try await shelf.store.write { try Devices.freeNumber(in: practice, at: occasion, $0) }
            let kit = Devices.NewKit(number, kind: "bp-box", devices: [.init(.meter, model: "M")])
            let id: ID<Devices.KitMark> = shelf.occasion.newID()
            let added = try await shelf.store.write {
                try Devices.add(kit, as: id, by: nil, in: practice, at: shelf.occasion, $0)
            }
            #expect(added == id)
            numbers.append(number)
        }
        #expect(calls.withLock { $0 } >= 6, "the first number came up twice")
        #expect(Set(numbers).count == 2)
    }

    @Test func `a long list comes in whole`() async throws {
        let rows = (0..<5000).map { "BP Box;Kast \($0);Voorbeeld M1;S\($0);M" }
        let list = try list("soort;nummer;model;serienummer;manchet\n" + rows.joined(separator: "\n") + "\n")
        #expect(list.wanted.count == 5000)
        #expect(list.refused.isEmpty)
    }
}
