import Foundation
import Meters
import Testing

/// Values that others published, with what they mean; and the same from the folder of shared material where that is.
@Suite struct VectorsTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let characteristic: String
        let hex: String
        /// nil: it must be refused
        let answer: String?
        var testDescription: String { "\(characteristic) \(hex)" }

        init(_ characteristic: String, _ hex: String, _ answer: String?) {
            (self.characteristic, self.hex, self.answer) = (characteristic, hex, answer)
        }
    }

    static let vectors: [Vector] = clocks + glucose + temperatures + pressures + hearts + weights + numbers

    static let clocks = [
        Vector("2A08", "e40701020a1530", #"{"timestamp":"2020-01-02T10:21:48"}"#),
        // a clock that was set to a time but never to a date
        Vector("2A08", "00000000121a20", #"{"timestamp":"----------T18:26:32"}"#),
        Vector("2A08", "e3070c190a1e2d", #"{"timestamp":"2019-12-25T10:30:45"}"#),
        Vector("2A08", "e707060f0e1e00", #"{"timestamp":"2023-06-15T14:30:00"}"#),
        Vector("2A19", "64", #"{"percent":100}"#),
        Vector("2A19", "00", #"{"percent":0}"#),
    ]

    static let glucose = [
        // a record without a concentration
        Vector(
            "2A18", "000100e40705150a1e2d", #"{"sequence":1,"baseTime":"2020-05-21T10:30:45","contextFollows":false}"#),
        // the clock was put back five minutes; capillary plasma of a finger; battery low, strip too small, too cold
        Vector(
            "2A18", "1b0100e307021b0b0a1efbff1e00120501",
            #"{"sequence":1,"baseTime":"2019-02-27T11:10:30","timeOffsetMin":-5,"concentration":30,"unit":"kg/L","#
                + #""type":2,"location":1,"sensorStatus":261,"contextFollows":true}"#),
        // the concentration is there, its type and place are not
        Vector("2A18", "0f0300e40705150a1e2d0500cdcc", nil),
    ]

    static let temperatures = [
        Vector("2A1C", "00c40900fe", #"{"temperature":25,"unit":"Cel"}"#),
        Vector(
            "2A1C", "06710e00fee40705150a1e2d01",
            #"{"temperature":36.97,"unit":"Cel","timestamp":"2020-05-21T10:30:45","type":1}"#),
        Vector(
            "2A1C", "06b00e00fedc070c050b321b04",
            #"{"temperature":37.6,"unit":"Cel","timestamp":"2012-12-05T11:50:27","type":4}"#),
        // the flags announce a place on the body that does not come
        Vector("2A1C", "06b00e00fedc070c050b321b", nil),
    ]

    static let pressures = [
        // the lower pressure is the higher one: it is read; judging is not done here
        Vector("2A35", "00480051004000", #"{"unit":"mm[Hg]","systolic":72,"diastolic":81,"map":64}"#),
        Vector("2A35", "00720072007200", #"{"unit":"mm[Hg]","systolic":114,"diastolic":114,"map":114}"#),
        // called kPa, with the numbers of mmHg: printed as it was said
        Vector(
            "2A35", "1f790051006a00e40705150a1e2d4800010600",
            #"{"unit":"kPa","systolic":121,"diastolic":81,"map":106,"timestamp":"2020-05-21T10:30:45","pulse":72,"#
                + #""userId":1,"status":["cuffTooLoose","irregularPulse"]}"#),
        // a clock without a year
        Vector(
            "2A35", "1e8a00580078000000041114293b3c00012700",
            #"{"unit":"mm[Hg]","systolic":138,"diastolic":88,"map":120,"timestamp":"-----04-17T20:41:59","pulse":60,"#
                + #""userId":1,"status":["bodyMovement","cuffTooLoose","irregularPulse","improperPosition"]}"#),
        // of a real cuff: nothing went wrong
        Vector(
            "2A35", "167c0056006100e807060f11111b33000000",
            #"{"unit":"mm[Hg]","systolic":124,"diastolic":86,"map":97,"timestamp":"2024-06-15T17:17:27","pulse":51,"#
                + #""status":[]}"#),
        Vector("2A35", "1f0048", nil),
        Vector("2A35", "010203040506", nil),
        Vector(
            "2A36", "1e0400000000000000041114293b3c00012700",
            #"{"unit":"mm[Hg]","cuff":4,"timestamp":"-----04-17T20:41:59","pulse":60,"userId":1,"#
                + #""status":["bodyMovement","cuffTooLoose","irregularPulse","improperPosition"]}"#),
        // of a real meter, and an empty place in its memory
        Vector(
            "omron-hem-7142t2", "6558541a331ade1800004c00ba00",
            #"{"systolic":126,"diastolic":88,"pulse":84,"timestamp":"2026-06-17T19:35:30"}"#),
        Vector("omron-hem-7142t2", "ffffffffffffffffffffffffffff", nil),
    ]

    static let hearts = [
        Vector("2A37", "04ff", #"{"heartRate":255,"contact":false}"#),
        Vector("2A37", "16485401ec02", #"{"heartRate":72,"contact":true,"rr1024":[340,748]}"#),
        Vector("2A37", "194b00380404043804", #"{"heartRate":75,"energyKJ":1080,"rr1024":[1028,1080]}"#),
        Vector("2A37", "105a00080010", #"{"heartRate":90,"rr1024":[2048,4096]}"#),
        Vector("2A37", "1e5532002100", #"{"heartRate":85,"contact":true,"energyKJ":50,"rr1024":[33]}"#),
    ]

    static let weights = [
        Vector("2A98", "983a", #"{"weight":75,"unit":"kg"}"#),
        Vector("2A98", "1027", #"{"weight":50,"unit":"kg"}"#),
        Vector("2A9D", "00b036", #"{"weight":70,"unit":"kg"}"#),
        Vector("2A9D", "08b036f500d606", #"{"weight":70,"unit":"kg","bmi":24.5,"height":1.75,"heightUnit":"m"}"#),
        Vector("2A9D", "02b036e7070c190e1e2d", #"{"weight":70,"unit":"kg","timestamp":"2023-12-25T14:30:45"}"#),
    ]

    static let numbers = [
        Vector("FLOAT", "01020304", #"{"value":1971210000}"#),
        Vector("SFLOAT", "ff02", #"{"value":767}"#),
    ]

    @Test(arguments: vectors)
    func `a published value is read as it was meant`(vector: Vector) {
        let answer = try? Meters.answer(to: vector.characteristic, hex: vector.hex)  // nil is compared too
        #expect(answer == vector.answer)
    }

    @Test func `all thirty-five are here`() { #expect(VectorsTests.vectors.count == 35) }

    @Test(arguments: ["gatt-vectors.json", "vendor-vectors.json"])
    func `the shared values are read as they were meant, where they are`(file: String) throws {
        for case let vector as [String: Any] in try shared(file) {
            let characteristic = vector["characteristic"] as? String ?? "omron-hem-7142t2"
            let hex = try #require(vector["hex"] as? String)
            let answer = try? Meters.answer(to: characteristic, hex: hex)  // nil is compared too
            let object = try answer.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary }
            guard let expected = vector["expected"] as? NSDictionary else {
                #expect(answer == nil, "\(characteristic) \(hex)")
                continue
            }
            #expect(object == expected, "\(characteristic) \(hex)")
        }
    }

    /// Walks up to a folder `shared` beside the project; empty where there is none.
    private func shared(_ file: String) throws -> [Any] {
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            let found = folder.appendingPathComponent("shared/material/device-vectors/\(file)")
            if let data = try? Data(contentsOf: found) {  // nil: not here, look one higher
                return try JSONSerialization.jsonObject(with: data) as? [Any] ?? []
            }
            folder.deleteLastPathComponent()
        }
        return []
    }
}
