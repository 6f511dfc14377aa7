import Clinical
import Identity

/// The people of De Linde who have a part in the scenes of the last days.
enum Cast: Int, CaseIterable {
    case fatma, hanneke, johan, karim, mieke, ruben, arie, emine, samira, tjeerd, pieter, mei

    /// The same in every demonstration, so scenes and accounts find them.
    var id: ID<Patient> { ID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0100 + UInt64(rawValue)) }

    static func signIns(_ shared: SharedChance) -> [(String, ID<Patient>, String)] {
        [("fatma", Cast.fatma.id, "Fatma Yıldız"), ("hanneke", Cast.hanneke.id, "Hanneke Smeets")]
    }

    static func people(_ shared: SharedChance, _ today: Day) -> [Person] { allCases.map { $0.person(today) } }

    private func person(_ today: Day) -> Person {
        switch self {
        case .fatma: fatma(today)
        case .hanneke: hanneke(today)
        case .johan:
            ordinary(today, "Johan", "de Wit", .male, 68, "HVZ, DM2", at: 158, over: 94, goal: 135, rising: 8)
        case .karim: ordinary(today, "Karim", "El Amrani", .male, 59, "hypertensie", at: 139, over: 85, goal: 135)
        case .mieke: ordinary(today, "Mieke", "Jansen - Bos", .female, 74, "HVZ", at: 134, over: 79, goal: 140)
        case .ruben:
            ordinary(today, "Ruben", "Pinas", .male, 62, "DM2", at: 158, over: 92, goal: 130, falling: 12, weekEnds: 3)
        case .arie: ordinary(today, "Arie", "van Dijk", .male, 81, "HVZ", at: 145, over: 74, goal: 140, weekEnds: 4)
        case .emine:
            ordinary(
                today, "Emine", "Kaya", .female, 65, "hypertensie", at: 147, over: 88, goal: 135, falling: 16,
                weekEnds: 4)
        case .samira: ordinary(today, "Samira", "Bouali", .female, 49, "DM2", at: 131, over: 82, goal: 130)
        case .tjeerd:
            ordinary(today, "Tjeerd", "Hoekstra", .male, 70, "hypertensie", at: 139, over: 83, goal: 135, stopped: 22)
        case .pieter: ordinary(today, "Pieter", "Groen", .male, 66, "HVZ", at: 131, over: 80, goal: 135)
        case .mei: ordinary(today, "Mei", "Lie", .female, 71, "hypertensie", at: 129, over: 78, goal: 135)
        }
    }

    /// A year of measuring, above the goal until a pill was added; a measuring week began two days ago.
    private func fatma(_ today: Day) -> Person {
        let changed = today.adding(-48)
        let body = Physiology(
            systolic: 148, diastolic: 92, pulse: 66, morning: 3, whiteCoat: 8, spread: 5,
            changes: [.init(day: changed, systolic: -19, diastolic: -13)])
        return Person(
            card: .init(
                id: id, givenName: "Fatma", familyName: "Yıldız", bornOn: Day(1961, 3, 12) ?? today, sex: .female,
                programmes: "hypertensie", phone: "06 - 00 00 00 00", spokenLanguage: "Turks en Nederlands",
                reading: .difficult),
            life: Life(
                start: today.adding(-300), end: today.adding(-1),
                weeks: [
                    today.adding(-300), today.adding(-190), today.adding(-100), today.adding(-16), today.adding(-2),
                ],
                holiday: today.adding(-140)..<today.adding(-122), body: body),
            goalText: "elke dag wandelen",
            medication: [
                (
                    "Nieuwe pil erbij: amlodipine 5 mg",
                    "Uw bloeddruk bleef boven 145. Dit besprak u met Marieke. De pil maakt de bloedvaten wijder."
                )
            ])
    }

    /// Known with heart failure; weighs every day, and gained in the last four.
    private func hanneke(_ today: Day) -> Person {
        var person = ordinary(today, "Hanneke", "Smeets", .female, 57, "HVZ", at: 122, over: 74, goal: 135)
        person.heartFailureSince = today.adding(-900)
        person.life.weight = 84
        person.life.end = today.adding(-5)
        person.goalText = "de trap nemen"
        return person
    }

    private func ordinary(
        _ today: Day, _ given: String, _ family: String, _ sex: Sex, _ age: Int, _ programmes: String,
        at systolic: Double, over diastolic: Double, goal: Int, rising: Double = 0, falling: Double = 0,
        weekEnds: Int? = nil, stopped: Int = 1
    ) -> Person {
        let start = today.adding(-110)
        var body = Physiology(
            systolic: systolic, diastolic: diastolic, pulse: 70, morning: 3, whiteCoat: 7, spread: 4.5)
        if rising > 0 { body.changes = [.init(day: today.adding(-30), systolic: rising, diastolic: rising / 2)] }
        if falling > 0 { body.changes = [.init(day: today.adding(-60), systolic: -falling, diastolic: -falling / 2)] }
        let week = weekEnds.map { [today.adding(-$0 - 6)] } ?? []
        return Person(
            card: .init(
                id: id, givenName: given, familyName: family,
                bornOn: Day(today.year - age, 2, 1 + rawValue) ?? today, sex: sex, programmes: programmes,
                phone: "06 - 00 00 00 00"),
            life: Life(
                start: start, end: today.adding(-stopped), weeks: [start] + week, holiday: nil, body: body),
            goal: .mmHg(goal, over: 85),
            medication: medication(rising: rising > 0))
    }

    private func medication(rising: Bool) -> [(String, String)] {
        rising
            ? [("Gestopt: lisinopril 10 mg", "U had last van een bijwerking. U kreeg er hoest van.")]
            : [("Meer van uw pil: lisinopril 20 mg", "Uw bloeddruk was nog te hoog. Meer van de pil helpt beter.")]
    }
}
