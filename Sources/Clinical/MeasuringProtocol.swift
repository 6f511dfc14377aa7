/// How a person measures blood pressure at home: how many days, how often, and what of it counts.
///
/// The protocol is data, because practices agree on different ones; the rule that judges is the same.
///
/// - Shape: days × moments a day × readings a moment, minus the first days
/// - Source: counts after the HL7 CardX hypertension guide (SMBP protocol examples) and the ESH position
///   paper on home blood pressure, J Hypertens 2021;39:1742–1767 (doi:10.1097/HJH.0000000000002922);
///   docs/clinical/home-blood-pressure.md
package struct MeasuringProtocol: Hashable, Sendable {
    package var name: String
    package var days: Int
    package var momentsPerDay: Int
    package var repeats: Int
    package var droppedDays: Int
    package var readingsNeeded: Int
    package var irregular: IrregularReadings

    package init(
        _ name: String, days: Int, momentsPerDay: Int = 2, repeats: Int = 2, droppedDays: Int = 1,
        readingsNeeded: Int, irregular: IrregularReadings = .leftOut
    ) {
        self.name = name
        self.days = days
        self.momentsPerDay = momentsPerDay
        self.repeats = repeats
        self.droppedDays = droppedDays
        self.readingsNeeded = readingsNeeded
        self.irregular = irregular
    }

    package static let sevenDays = MeasuringProtocol("seven-days", days: 7, readingsNeeded: 12)
    package static let fiveDays = MeasuringProtocol("five-days", days: 5, readingsNeeded: 12)
    package static let threeDays = MeasuringProtocol("three-days", days: 3, readingsNeeded: 8)
    package static let all = [sevenDays, fiveDays, threeDays]

    package static func named(_ name: String) -> MeasuringProtocol? { all.first { $0.name == name } }

    /// How many moments the person is asked to measure at: 14 in the seven days' protocol.
    package var moments: Int { days * momentsPerDay }

    /// How many readings the person is asked for: 28 in the seven days' protocol.
    package var readings: Int { moments * repeats }
}

/// What happens with a reading that the meter marked as irregular.
///
/// - Source: oscillometric meters are not validated in atrial fibrillation (ESC guideline 2024);
///   leaving them out is our own proposal; docs/clinical/home-blood-pressure.md
package enum IrregularReadings: String, Hashable, Sendable, CaseIterable {
    case leftOut = "left-out"
    case averaged
}

/// The half of the day in which a person measured.
package enum DayPart: String, Hashable, Sendable, CaseIterable {
    case morning, evening

    /// Before three in the afternoon on the wall clock is the morning measurement; later is the evening one.
    ///
    /// - Source: our own proposal; docs/clinical/home-blood-pressure.md
    package init(of moment: Moment) {
        self = moment.hour < DayPart.evening.firstHour ? .morning : .evening
    }

    /// The hour at which this half of the day begins.
    ///
    /// - Source: our own proposal; docs/clinical/home-blood-pressure.md
    package var firstHour: Int { self == .morning ? 0 : 15 }
}

/// One blood pressure measured at home within a measuring week.
///
/// - Shape: the day on the patient's own calendar, the half of the day, the pressure, and what the meter
///   said of the rhythm
/// - Units: mmHg
package struct HomeReading: Hashable, Sendable {
    package let day: Day
    package let part: DayPart
    package let pressure: BloodPressure
    package let rhythm: Rhythm?

    package init(_ day: Day, _ part: DayPart, _ pressure: BloodPressure, rhythm: Rhythm? = nil) {
        self.day = day
        self.part = part
        self.pressure = pressure
        self.rhythm = rhythm
    }

    /// - Returns: `nil` for anything but a blood pressure measured at home that counts
    package init?(_ reading: Reading) {
        guard case .bloodPressure(let pressure, _, let rhythm) = reading.measured else { return nil }
        guard reading.setting == .home, reading.status == .final else { return nil }
        self.init(reading.taken.day, DayPart(of: reading.taken), pressure, rhythm: rhythm)
    }
}
