import Clinical
import Foundation

extension Moment {
    /// What the wall clock showed in a named zone at an instant; a zone nobody lives in is read as Dutch time, because
    /// the instant itself is certain.
    static func at(_ instant: Instant, zone name: String?) -> Moment {
        guard let name, name != "Europe/Amsterdam", let zone = TimeZone(named: name) else { return .amsterdam(instant) }
        guard let offset = zone.offsetMinutes(at: instant) else { return .amsterdam(instant) }
        return Moment(instant, offsetMinutes: offset)
    }

    /// - Returns: `nil` when the text gives no whole number of seconds between 1970 and 2200
    init?(secondsSince1970 seconds: Int?, zone: String?) {
        guard let seconds, (1...7_258_118_400).contains(seconds) else { return nil }
        self = .at(.seconds(Int64(seconds)), zone: zone)
    }
}

extension WallClock {
    /// - Returns: `nil` when there is no such zone
    func moment(inZone name: String) -> Moment? {
        if name == "Europe/Amsterdam" { return inAmsterdam }
        guard let zone = TimeZone(named: name) else { return nil }
        guard let first = zone.offsetMinutes(at: Instant(milliseconds: milliseconds)),
            let second = zone.offsetMinutes(at: Instant(milliseconds: milliseconds - Int64(first) * 60_000))
        else { return nil }
        return Moment(Instant(milliseconds: milliseconds - Int64(second) * 60_000), offsetMinutes: second)
    }
}

extension TimeZone {
    /// Looks only for names that zones have, so that no other file is ever opened.
    fileprivate init?(named name: String) {
        let allowed = name.utf8.count <= 40 && !name.contains("..") && !name.hasPrefix("/")
        guard allowed, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "/_+-".contains($0)) }) else {
            return nil
        }
        self.init(identifier: name)
    }

    /// - Returns: `nil` beyond fourteen hours, where no clock on earth is (the tz database knows such years and names)
    fileprivate func offsetMinutes(at instant: Instant) -> Int? {
        let offset = secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)) / 60
        return (-840...840).contains(offset) ? offset : nil
    }
}
