import Clinical
import Storage

extension Devices {
    /// Every number, mark and serial number that is in the books, so that a long list asks once.
    static func known(in practice: ID<Practice>, _ db: Transaction) throws -> Known {
        var known = Known()
        try db.forEach("SELECT number, mark FROM devices_kit WHERE practice_id = \(practice)") {
            known.numbers.insert(try $0.text(0))
            if let mark = try $0.textIfAny(1) { known.marks.insert(mark) }
        }
        try db.forEach(
            """
            SELECT model_key, serial_key
            FROM devices_part
            WHERE practice_id = \(practice) AND serial_key <> ''
            """
        ) { known.serials.insert("\(try $0.text(0)) \(try $0.text(1))") }
        return known
    }

    struct Known: Sendable {
        var numbers: Set<String> = []
        var marks: Set<String> = []
        var serials: Set<String> = []

        func holds(_ kit: StockList.Wanted) -> Bool {
            kit.number.map { numbers.contains($0.description) } ?? kit.mark.map(marks.contains) ?? false
        }

        func holdsSerial(of kit: StockList.Wanted) -> Bool {
            kit.devices.contains {
                !$0.serial.folded.isEmpty && serials.contains("\($0.model.folded) \($0.serial.folded)")
            }
        }
    }
}
