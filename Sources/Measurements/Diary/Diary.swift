import Clinical
import Web

extension Measurements {
    /// One day of a paper diary, typed over: at most two readings in the morning and two in the evening.
    ///
    /// - Source: a booklet on paper counts as measuring (*Synchroon/Vilans*); that a morning stands at eight and an evening
    ///   at eight is our own proposal
    struct DiaryDay: Hashable, Sendable {
        /// How many days back a diary is typed over.
        static let furthest = 60

        /// The four places of a page, in the order in which they were measured.
        static let places: [(part: DayPart, name: String, hour: Int, minute: Int)] = [
            (.morning, "morning-1", 8, 0), (.morning, "morning-2", 8, 2), (.evening, "evening-1", 20, 0),
            (.evening, "evening-2", 20, 2),
        ]

        let readings: [Reading]

        /// - Returns: the readings, or which fields have to be looked at again
        static func read(_ form: Form, at now: Instant) -> Result<DiaryDay, Incomplete> {
            let today = Moment.amsterdam(now).day
            guard let day = form["day"].flatMap({ Day($0) }), (today.adding(-furthest)...today).contains(day) else {
                return .failure(Incomplete(problems: [Problem("day", DiaryWords.whichDay)]))
            }
            var (readings, problems) = ([Reading](), [Problem]())
            for place in places {
                switch reading(at: place.name, in: form, Amsterdam.instant(day, hour: place.hour, minute: place.minute))
                {
                case .success(nil): break
                case .success(let reading?) where reading.taken.instant > now:
                    problems.append(Problem("\(place.name)-upper", DiaryWords.notYet))
                case .success(let reading?): readings.append(reading)
                case .failure(let incomplete): problems += incomplete.problems
                }
            }
            if readings.isEmpty, problems.isEmpty { problems.append(Problem("morning-1-upper", DiaryWords.nothing)) }
            return problems.isEmpty ? .success(DiaryDay(readings: readings)) : .failure(Incomplete(problems: problems))
        }

        /// The same numbers at the same place are the same reading, however often somebody types them.
        private static func reading(
            at place: String, in form: Form, _ instant: Instant
        ) -> Result<Reading?, Incomplete> {
            let (upper, lower) = ("\(place)-upper", "\(place)-lower")
            guard form[upper] != nil || form[lower] != nil else { return .success(nil) }
            let problems = [upper, lower].filter { !(form.number($0).map((1...400).contains) ?? false) }
                .map { Problem($0, DiaryWords.number) }
            guard problems.isEmpty, let systolic = form.number(upper), let diastolic = form.number(lower) else {
                return .failure(Incomplete(problems: problems))
            }
            let taken = Moment.amsterdam(instant)
            return .success(
                Reading(
                    .bloodPressure(.mmHg(systolic, over: diastolic), pulse: nil, rhythm: nil), taken: taken,
                    source: .paper, externalID: "diary|\(taken.day)|\(place)|\(systolic)|\(diastolic)"))
        }
    }
}
