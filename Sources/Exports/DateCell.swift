import Clinical

/// A day and a time as people and their spreadsheets write them.
///
/// A day of which day and month cannot be told apart is refused, never guessed.
///
/// - Shape: `2025-01-12 08:15`, `2025-01-12T08:15:00+01:00`, `12-01-2025`, `1/13/2025`, `Jan 12 2025`, `12 mrt 2025`;
///   `08:15`, `8:15 PM`
/// - Units: without a zone it is the clock on a Dutch wall
struct DateCell {
    enum Order { case dayFirst, unknown }

    let date: String
    let time: String?
    let order: Order

    func moment(in zone: String?) throws(RefusedRow) -> Moment {
        if time == nil, let moment = Moment(rfc3339: date) { return moment }
        let words = (date + " " + (time ?? "")).split { $0 == " " || $0 == "T" && date.utf8.count > 10 }
        guard let clock = words.firstIndex(where: { $0.contains(":") }) else { throw .noTime }
        let day = try day(words[..<clock].joined(separator: " "))
        guard let wall = DateCell.wall(day, words[clock...]) else { throw .noSuchTime }
        guard let zone else { return wall.inAmsterdam }
        guard let moment = wall.moment(inZone: zone) else { throw .unknownZone }
        return moment
    }

    private func day(_ text: String) throws(RefusedRow) -> Day {
        let parts = text.split { !$0.isLetter && !$0.isNumber }
        guard parts.count == 3 else { throw .noSuchTime }
        if let place = parts.firstIndex(where: { $0.first?.isLetter == true }) {
            return try day(parts, monthAt: place)
        }
        if parts[0].utf8.count == 4 { return try day(year: parts[0], month: parts[1], day: parts[2]) }
        return try day(short: parts)
    }

    private func day(_ parts: [Substring], monthAt place: Int) throws(RefusedRow) -> Day {
        guard let month = DateCell.month(parts[place]), place < 2 else { throw .noSuchTime }
        return try day(year: parts[2], month: Substring(String(month)), day: parts[1 - place])
    }

    private func day(short parts: [Substring]) throws(RefusedRow) -> Day {
        guard let first = Number.whole(parts[0]), let second = Number.whole(parts[1]) else { throw .noSuchTime }
        if order == .dayFirst || first > 12 || first == second {
            return try day(year: parts[2], month: parts[1], day: parts[0])
        }
        guard second > 12 else { throw .ambiguousDate }
        return try day(year: parts[2], month: parts[0], day: parts[1])
    }

    private func day(year: Substring, month: Substring, day: Substring) throws(RefusedRow) -> Day {
        guard year.utf8.count == 4, let year = Number.whole(year), let month = Number.whole(month),
            let day = Number.whole(day), let found = Day(year, month, day)
        else { throw .noSuchTime }
        return found
    }

    private static func wall(_ day: Day, _ words: ArraySlice<Substring>) -> WallClock? {
        guard let clock = words.first, words.count <= 2 else { return nil }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Number.whole($0.prefix(2)) }
        guard (2...3).contains(parts.count), var hour = parts[0], let minute = parts[1] else { return nil }
        if words.count == 2 {
            let half = words.last.map { $0.lowercased().filter(\.isLetter) }
            guard (1...12).contains(hour), half == "am" || half == "pm" else { return nil }
            hour = hour % 12 + (half == "pm" ? 12 : 0)
        }
        guard parts.count == 3 else { return WallClock(day, hour: hour, minute: minute) }
        return parts[2].flatMap { WallClock(day, hour: hour, minute: minute, second: $0) }
    }

    private static func month(_ name: Substring) -> Int? {
        let start = name.lowercased().prefix(3)
        return months.firstIndex { $0.contains(String(start)) }.map { $0 + 1 }
    }

    /// The first three letters in English and Dutch.
    private static let months: [Set<String>] = [
        ["jan"], ["feb"], ["mar", "mrt", "maa"], ["apr"], ["may", "mei"], ["jun"], ["jul"], ["aug"], ["sep"],
        ["oct", "okt"], ["nov"], ["dec"],
    ]
}
