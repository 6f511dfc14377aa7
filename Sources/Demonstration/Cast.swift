import Clinical
import Identity

/// The people of De Linde who have a part in the scenes of the last days.
enum Cast: Int, CaseIterable {
    case fatma, hanneke, johan, karim, mieke, ruben, arie, emine, samira, tjeerd, pieter, mei

    /// The same in every demonstration, so scenes and accounts find them.
    var id: ID<Patient> { ID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0100 + UInt64(rawValue)) }

    static let signIns = [
        (signIn: "fatma", patient: Cast.fatma.id, name: "Fatma Yıldız"),
        (signIn: "hanneke", patient: Cast.hanneke.id, name: "Hanneke Smeets"),
    ]

    static func people(_ today: Day) -> [Person] { allCases.map { $0.person(today) } }

    private func person(_ today: Day) -> Person {
        switch self {
        case .fatma: fatma(today)
        case .hanneke: hanneke(today)
        case .johan: johan(today)
        case .karim: karim(today)
        case .mieke: person(today, "Mieke", "Jansen - Bos", .female, 74, "HVZ", at: .init(134, 79, goal: 140))
        case .ruben: ruben(today)
        case .arie:
            person(today, "Arie", "van Dijk", .male, 81, "HVZ", at: .init(145, 74, goal: 140)).afterWeek(
                ending: today.adding(-4))
        case .emine: emine(today)
        case .samira: samira(today)
        case .tjeerd:
            person(today, "Tjeerd", "Hoekstra", .male, 70, "hypertensie", at: .init(139, 83, goal: 135)).measuring(
                until: today.adding(-22))
        case .pieter: person(today, "Pieter", "Groen", .male, 66, "HVZ", at: .init(131, 80, goal: 135))
        case .mei: person(today, "Mei", "Lie", .female, 71, "hypertensie", at: .init(129, 78, goal: 135))
        }
    }

    /// Measures faithfully for most of a year; above the goal until a pill was added, in a week that began two days ago.
    private func fatma(_ today: Day) -> Person {
        let changed = today.adding(-48)
        let body = Physiology(
            systolic: 147, diastolic: 91, pulse: 66, morning: 3, whiteCoat: 7, spread: 5,
            changes: [.init(day: changed, systolic: -16, diastolic: -10)])
        var life = Life(
            start: today.adding(-300), end: today.adding(-1),
            weeks: [300, 190, 100, 16, 2].map { today.adding(-$0) },
            holiday: today.adding(-140)..<today.adding(-122), body: body)
        life.missesOneIn = nil
        life.steps = 6100
        return Person(
            card: .init(
                id: id, givenName: "Fatma", familyName: "Yıldız", bornOn: Day(1961, 3, 12) ?? today, sex: .female,
                programmes: "hypertensie", phone: "06 - 00 00 00 00", spokenLanguage: "Turks en Nederlands",
                reading: .difficult),
            life: life,
            ownGoals: [
                .init(text: "4 keer per week wandelen", setOn: today.adding(-90), reachedOn: today.adding(-51)),
                .init(text: "elke dag wandelen", setOn: today.adding(-50)),
            ],
            explained: [
                .init(
                    day: changed,
                    pill: .init(
                        what: "Nieuwe pil erbij: amlodipine 5 mg",
                        why: "Uw bloeddruk bleef boven 145. Dit besprak u met Marieke. "
                            + "De pil maakt de bloedvaten wijder."))
            ])
    }

    /// Known with heart failure; weighs every day, and gained in the last four.
    private func hanneke(_ today: Day) -> Person {
        var person = person(today, "Hanneke", "Smeets", .female, 57, "HVZ", at: .init(122, 74, goal: 135))
            .measuring(until: today.adding(-5))
        person.heartFailureSince = today.adding(-900)
        person.life.scale = .init(kilos: 84, trend: 0, often: .daily)
        person.ownGoals = [.init(text: "de trap nemen", setOn: today.adding(-50))]
        return person
    }

    /// Got more of his pill, and ran out of it two weeks ago.
    private func johan(_ today: Day) -> Person {
        var person = person(today, "Johan", "de Wit", .male, 68, "HVZ, DM2", at: .init(156, 93, goal: 135))
        let more = today.adding(-62)
        person.life.body.changes = [
            .init(day: more, systolic: -5, diastolic: -2), .init(day: today.adding(-17), systolic: 21, diastolic: 10),
        ]
        person.explained = [.init(day: more, pill: Texts.pills[1])]
        person.ownGoals = [.init(text: "weer fietsen naar de kleinkinderen", setOn: today.adding(-64))]
        return person
    }

    private func karim(_ today: Day) -> Person {
        var person = person(today, "Karim", "El Amrani", .male, 59, "hypertensie", at: .init(140, 85, goal: 135))
        let stopped = today.adding(-30)
        person.life.body.changes = [.init(day: stopped, systolic: 13, diastolic: 8)]
        person.explained = [
            .init(
                day: stopped,
                pill: .init(
                    what: "Gestopt: amlodipine 5 mg",
                    why: "U kreeg dikke enkels van deze pil. We kijken eerst hoe het nu gaat."))
        ]
        return person
    }

    private func ruben(_ today: Day) -> Person {
        var person = person(today, "Ruben", "Pinas", .male, 62, "DM2", at: .init(158, 92, goal: 130))
            .afterWeek(ending: today.adding(-3))
        let more = today.adding(-42)
        person.life.body.changes = [.init(day: more, systolic: -12, diastolic: -5)]
        person.explained = [.init(day: more, pill: Texts.pills[1])]
        return person
    }

    private func emine(_ today: Day) -> Person {
        var person = person(today, "Emine", "Kaya", .female, 65, "hypertensie", at: .init(145, 87, goal: 135))
            .afterWeek(ending: today.adding(-4))
        let added = today.adding(-60)
        person.life.body.changes = [.init(day: added, systolic: -14, diastolic: -8)]
        person.explained = [.init(day: added, pill: Texts.pills[2])]
        return person
    }

    /// Began a measuring week and stopped after three days of it.
    private func samira(_ today: Day) -> Person {
        person(today, "Samira", "Bouali", .female, 49, "DM2", at: .init(125, 79, goal: 130))
            .afterWeek(ending: today.adding(-2)).measuring(until: today.adding(-6))
    }

    private struct Usual {
        let systolic: Double
        let diastolic: Double
        let goal: Int

        init(_ systolic: Double, _ diastolic: Double, goal: Int) {
            (self.systolic, self.diastolic, self.goal) = (systolic, diastolic, goal)
        }
    }

    private func person(
        _ today: Day, _ given: String, _ family: String, _ sex: Sex, _ age: Int, _ programmes: String, at usual: Usual
    ) -> Person {
        let start = today.adding(-110)
        let body = Physiology(
            systolic: usual.systolic, diastolic: usual.diastolic, pulse: 70, morning: 3, whiteCoat: 7, spread: 4.5)
        return Person(
            card: .init(
                id: id, givenName: given, familyName: family,
                bornOn: Day(today.year - age, 1, 1 + rawValue) ?? today, sex: sex, programmes: programmes,
                phone: "06 - 00 00 00 00"),
            life: Life(start: start, end: today.adding(-1), weeks: [start], body: body),
            goal: .mmHg(usual.goal, over: 85))
    }
}

extension Person {
    /// The same person with a measuring week that was over on this day.
    func afterWeek(ending day: Day) -> Person {
        var person = self
        let start = day.adding(1 - MeasuringProtocol.sevenDays.days)
        person.life.weeks.removeAll { abs($0.days(since: start)) < MeasuringProtocol.sevenDays.days }
        person.life.weeks = (person.life.weeks + [start]).sorted()
        return person
    }

    func measuring(until day: Day) -> Person {
        var person = self
        person.life.end = day
        return person
    }
}
