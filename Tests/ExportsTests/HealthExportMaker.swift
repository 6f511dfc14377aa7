import Foundation

/// Writes an Apple Health export of a made-up person, of about as many megabytes as asked.
///
/// - Shape: document type, then per made-up hour: steps, distance, pulse, and now and then a weight and a
///   blood pressure; in bounded memory
enum HealthExportMaker {
    static func write(megabytes: Int, to path: String) throws {
        guard let out = fopen(path, "w") else { throw CocoaError(.fileWriteUnknown) }
        defer { fclose(out) }
        fputs(head, out)
        var hour = 0
        var chance = Chance()
        while ftell(out) < megabytes << 20 {
            fputs(records(ofHour: hour, &chance), out)
            hour += 1
        }
        fputs("</HealthData>\n", out)
    }

    static let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE HealthData [
        <!-- a comment with 'quotes" and ]> in it -->
        <!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>
        <!ATTLIST HealthData
          locale CDATA #REQUIRED
        >
        ]>
        <HealthData locale="nl_NL">
         <ExportDate value="2026-11-25 07:27:26 +0100"/>

        """

    private static func records(ofHour hour: Int, _ chance: inout Chance) -> String {
        var out = ""
        for minute in stride(from: 0, to: 60, by: 10) {
            let time = time(hour, minute, Int(chance.next() % 60))
            let unit = "count/min"
            out += record("StepCount", "count", "iPhone van Noor", time, "\(chance.next() % 900)")
            out += record("HeartRate", unit, "Apple Watch van Noor", time, "\(50 + chance.next() % 70)", metadata)
            out += record("DistanceWalkingRunning", "km", "iPhone van Noor", time, "0.\(chance.next() % 90_000)")
        }
        guard hour % 12 == 0 else { return out }
        let time = time(hour, 30, 0)
        out += record("BodyMass", "kg", "Weegschaal", time, "7\(chance.next() % 10).\(chance.next() % 10)")
        let halves =
            record("BloodPressureSystolic", "mmHg", "Meter", time, "\(110 + chance.next() % 50)")
            + record("BloodPressureDiastolic", "mmHg", "Meter", time, "\(60 + chance.next() % 40)")
        return out + halves + """
             <Correlation type="HKCorrelationTypeIdentifierBloodPressure" sourceName="Meter" \
            startDate="\(time)" endDate="\(time)">
            \(halves) </Correlation>

            """
    }

    static func record(
        _ type: String, _ unit: String, _ source: String, _ time: String, _ value: String, _ inside: String = ""
    ) -> String {
        let start = """
             <Record type="HKQuantityTypeIdentifier\(type)" sourceName="\(source)" sourceVersion="10.1" \
            device="&lt;&lt;HKDevice: 0x2813&gt;, name:Apple, manufacturer:Apple Inc.&gt;" unit="\(unit)" \
            creationDate="\(time)" startDate="\(time)" endDate="\(time)" value="\(value)"
            """
        return inside.isEmpty ? "\(start)/>\n" : "\(start)>\n\(inside) </Record>\n"
    }

    private static let metadata = "  <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"0\"/>\n"

    private static func time(_ hour: Int, _ minute: Int, _ second: Int) -> String {
        let days = hour / 24
        return String(
            format: "%04d-%02d-%02d %02d:%02d:%02d +0100", 1990 + days / 336, 1 + days / 28 % 12, 1 + days % 28,
            hour % 24, minute, second
        )
    }
}

/// Always the same chance, so that two runs write the same file (xorshift).
struct Chance {
    private var state: UInt64 = 88_172_645_463_325_252

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
