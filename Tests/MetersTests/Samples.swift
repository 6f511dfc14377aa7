import Meters

/// A good value of every kind, made here byte by byte, with every optional field in it.
enum Samples {
    static let time: [UInt8] = [0xEA, 0x07, 3, 2, 7, 45, 0]  // 2 March 2026, 07:45:00

    static let good: [MeterCharacteristic: [UInt8]] = [
        // mmHg, 138/88, mean 120, pulse 60, user 1, moved + loose + irregular + wrong position
        .bloodPressure: [0x1E, 138, 0, 88, 0, 120, 0] + time + [60, 0, 1, 0x27, 0],
        // mmHg, 120 in the cuff, two fields NaN, pulse 60, user 2
        .cuffPressure: [0x0E, 120, 0, 0xFF, 7, 0xFF, 7] + time + [60, 0, 2],
        .bloodPressureFeature: [0x3F, 0],
        // 70 kg (14 000 × 0.005), user 1, BMI 24.5, 1.75 m
        .weightMeasurement: [0x0E, 0xB0, 0x36] + time + [1, 0xF5, 0, 0xD6, 6],
        .weight: [0x98, 0x3A],
        .weightScaleFeature: [0xBF, 1, 0, 0],
        // 72 a minute, contact, 50 kJ, two intervals
        .heartRate: [0x1E, 72, 50, 0, 0x54, 1, 0xEC, 2],
        // record 7, 5 minutes back, 0.0056 mol/L, capillary whole blood of a finger, nothing wrong, context follows
        .glucose: [0x1F, 7, 0] + time + [0xFB, 0xFF, 56, 0xC0, 0x11, 0, 0],
        // record 7: lunch of 50 g, after the meal, by oneself, healthy, 30 minutes at 60 %, 3 mg, HbA1c 6.5 %
        .glucoseContext: [0xDF, 7, 0, 0, 2, 50, 0xD0, 2, 0x51, 8, 7, 60, 1, 3, 0xA0, 65, 0xF0],
        // 36.97 °C by mouth
        .temperature: [0x06, 0x71, 0x0E, 0, 0xFE] + time + [6],
        .intermediateTemperature: [0x05, 0xDA, 3, 0, 0xFF, 3],  // 98.6 °F in the ear
        .battery: [64],
        .dateTime: time,
        .currentTime: time + [1, 128, 0x05],  // Monday, and a half second; set by hand, other time zone
        .sfloat: [0x4B, 0xF3],  // 843 tenths
        .float: [0x71, 0x0E, 0, 0xFE],
        // 126/88, pulse 84, 17 June 2026, 19:35:30
        .omron: [101, 88, 84, 26, 0x33, 0x1A, 0xDE, 0x18, 0, 0, 0x4C, 0, 0xBA, 0],
        .cuffOnCable: Written.fixedReport([
            (1, Written.compound([128, 82, 97]) + Written.time), (2, [0, 66] + Written.time),
        ]),
        .scaleOnCable: Written.fixedReport([(1, [0xFF, 0, 2, 0xE7] + Written.time)]),  // 743 tenths of a kilogram
    ]

    /// The values whose length the flags do not fix: intervals may be any number.
    static let canBeCut: [MeterCharacteristic: [Int]] = [.heartRate: [6]]
}

/// Writes what a meter writes by the Medical Device Encoding Rules.
enum Written {
    static let time: [UInt8] = [0x20, 0x26, 0x03, 0x02, 0x07, 0x45, 0x00, 0x00]  // 2026-03-02 07:45:00.00

    static func short(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 255), UInt8(number & 255)] }
    static func octets(_ bytes: [UInt8]) -> [UInt8] { short(bytes.count) + bytes }
    static func list(_ elements: [[UInt8]]) -> [UInt8] { short(elements.count) + octets(elements.flatMap { $0 }) }
    static func attribute(_ id: Int, _ value: [UInt8]) -> [UInt8] { short(id) + octets(value) }
    static func compound(_ numbers: [Int]) -> [UInt8] { list(numbers.map(short)) }

    static func report(_ type: Int, _ information: [UInt8]) -> [UInt8] {
        let event = short(0) + [0, 0, 0, 0] + short(type) + octets(information)
        return [0xE7, 0] + octets(octets(short(1) + [1, 1] + octets(event)))
    }

    static func fixedReport(_ scans: [(Int, [UInt8])]) -> [UInt8] {
        report(3357, [0xF0, 0, 0, 0] + list(scans.map { short($0.0) + octets($0.1) }))
    }

    static func variableReport(_ scans: [(Int, [[UInt8]])]) -> [UInt8] {
        report(3358, [0xF0, 0, 0, 0] + list(scans.map { short($0.0) + list($0.1) }))
    }
}

/// What a piece of work refuses.
func refusal(_ work: () throws(MeterFailure) -> some Any) -> MeterFailure? {
    do throws(MeterFailure) {
        _ = try work()
        return nil
    } catch {
        return error
    }
}

func reason(_ kind: MeterCharacteristic, _ bytes: [UInt8]) -> MeterFailure.Reason? {
    refusal { () throws(MeterFailure) in try MeterValue(kind, bytes) }?.reason
}
