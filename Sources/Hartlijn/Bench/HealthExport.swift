import Foundation

/// An export as a phone makes it, of any size, to read in.
struct HealthExport {
    let megabytes: Int

    func write(to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw BenchTrouble("\(path) cannot be written") }
        try file.write(
            contentsOf: Data(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n<HealthData locale=\"nl_NL\">\n"
                    .utf8))
        var written = 0
        var number = 0
        while written < megabytes << 20 || number < 1000 {
            var part = ""
            for _ in 0..<1000 {
                part += Self.record(number)
                number += 1
            }
            try file.write(contentsOf: Data(part.utf8))
            written += part.utf8.count
        }
        try file.write(contentsOf: Data("</HealthData>\n".utf8))
        try file.close()
    }

    /// Ten records of the heart rate for one of the weight, a minute apart.
    private static func record(_ number: Int) -> String {
        let (minute, hour) = (number % 60, number / 60 % 24)
        let (day, month, year) = (number / 1440 % 28 + 1, number / 40_320 % 12 + 1, 2000 + number / 483_840)
        let time = String(format: "%04d-%02d-%02d %02d:%02d:00 +0100", year, month, day, hour, minute)
        let (type, unit, value) =
            number % 11 == 0
            ? ("BodyMass", "kg", "\(80 + number % 3).\(number % 10)")
            : ("HeartRate", "count/min", "\(60 + number % 25)")
        return """
             <Record type="HKQuantityTypeIdentifier\(type)" sourceName="Horloge" sourceVersion="10.1" \
            device="&lt;&lt;HKDevice: 0x2&gt;, name:Horloge, manufacturer:Fabriek, model:Watch&gt;" unit="\(unit)" \
            creationDate="\(time)" startDate="\(time)" endDate="\(time)" value="\(value)"/>\n
            """
    }
}
