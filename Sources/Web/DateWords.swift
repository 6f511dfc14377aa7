import Clinical

/// Days and times as a person says them, in the language of the screen.
package struct DateWords: Sendable {
    private let language: Language

    package init(_ language: Language) { self.language = language }

    /// `woensdag 25 november`
    package func long(_ day: Day) -> String { "\(weekday(day)) \(day.day) \(month(day.month))" }

    /// `25 november`, with the year when it is not this one: `25 november 2025`
    package func plain(_ day: Day, today: Day) -> String {
        "\(day.day) \(month(day.month))\(day.year == today.year ? "" : " \(day.year)")"
    }

    /// `16 – 22 nov`, `26 okt – 1 nov`
    package func range(_ first: Day, _ last: Day) -> String {
        first.month == last.month
            ? "\(first.day) – \(last.day) \(shortMonth(last.month))"
            : "\(first.day) \(shortMonth(first.month)) – \(last.day) \(shortMonth(last.month))"
    }

    /// `16 tot 22 november`
    package func spokenRange(_ first: Day, _ last: Day) -> String {
        let until = language == .nl ? "tot" : "to"
        return first.month == last.month
            ? "\(first.day) \(until) \(last.day) \(month(last.month))"
            : "\(first.day) \(month(first.month)) \(until) \(last.day) \(month(last.month))"
    }

    /// `12-03-1961`
    package func digits(_ day: Day) -> String {
        "\(two(day.day))-\(two(day.month))-\(day.year)"
    }

    /// `7.42` in Dutch, `7:42` in English
    package func clock(_ moment: Moment) -> String {
        "\(moment.hour)\(language == .nl ? "." : ":")\(two(moment.minute))"
    }

    package func weekday(_ day: Day) -> String { weekday(weekday: day.weekday) }

    /// - Parameter weekday: 1 is Monday
    package func weekday(weekday: Int) -> String {
        let names =
            language == .nl
            ? ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
            : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return names[weekday - 1]
    }

    /// `ma`, `Mo`
    package func shortWeekday(_ day: Day) -> String { String(weekday(day).prefix(2)) }

    package func month(_ month: Int) -> String {
        let names =
            language == .nl
            ? [
                "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                "november", "december",
            ]
            : [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        return names[month - 1]
    }

    package func shortMonth(_ month: Int) -> String {
        month == 3 && language == .nl ? "mrt" : String(self.month(month).prefix(3))
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
