import Clinical
import Identity

/// People without a part in the scenes: most are below their goal after some months, some are not, some have stopped.
struct Crowd {
    let today: Day
    /// Nobody in one practice has the name of somebody else there.
    private var taken: Set<String> = []

    init(today: Day, without names: [String]) {
        self.today = today
        taken = Set(names)
    }

    mutating func somebody(_ id: ID<Patient>, using chance: inout Chance) -> Person {
        let origin = chance.happens(oneIn: 4) ? chance.pick(Names.others) : Names.dutch
        let sex: Sex = chance.happens(oneIn: 2) ? .female : .male
        let (given, family) = name(sex, origin, using: &chance)
        let bornOn = birthday(using: &chance)
        let programmes = chance.pick(Names.programmes)
        let goal = goal(at: today.year - bornOn.year, programmes, using: &chance)
        var person = Person(
            card: .init(
                id: id, givenName: given, familyName: family, bornOn: bornOn, sex: sex, programmes: programmes,
                phone: "06 - 00 00 00 00", spokenLanguage: chance.pick(origin.languages),
                reading: chance.happens(oneIn: origin.readsWithDifficulty) ? .difficult : .fluent),
            life: life(goal: Double(goal), using: &chance), goal: .mmHg(goal, over: 85))
        change(&person, using: &chance)
        person.ownGoals = ownGoals(since: person.life.start, using: &chance)
        if chance.happens(oneIn: 9) { person.talk = chance.pick(Texts.talks) }
        return person
    }

    private mutating func name(
        _ sex: Sex, _ origin: Names.Origin, using chance: inout Chance
    ) -> (given: String, family: String) {
        var name = (given: "", family: "")
        // In a very large practice names come back.
        for _ in 0..<12 {
            name = (chance.pick(sex == .female ? origin.women : origin.men), chance.pick(origin.families))
            if taken.insert("\(name.given) \(name.family)").inserted { break }
        }
        return name
    }

    private static let births = (Day(1938, 1, 1) ?? Day(number: 0))...(Day(1980, 12, 31) ?? Day(number: 0))

    /// The older, the more people measure at home.
    private func birthday(using chance: inout Chance) -> Day {
        let days = Self.births.lowerBound.number...Self.births.upperBound.number
        return Day(number: min(Int.random(in: days, using: &chance), Int.random(in: days, using: &chance)))
    }

    /// Lower for some people with diabetes, higher for the oldest; that is for the practice to agree.
    private func goal(at age: Int, _ programmes: String, using chance: inout Chance) -> Int {
        if age >= 80 { return 140 }
        return programmes.contains("DM2") && chance.happens(oneIn: 2) ? 130 : 135
    }

    private func life(goal: Double, using chance: inout Chance) -> Life {
        let start = today.adding(-Int.random(in: chance.happens(oneIn: 14) ? 270...360 : 105...185, using: &chance))
        let end = today.adding(chance.happens(oneIn: 26) ? -Int.random(in: 14...24, using: &chance) : -1)
        let isAbove = chance.happens(oneIn: 9)
        var body = Physiology(
            systolic: goal + Double.random(in: isAbove ? 6...14 : -15 ... -4, using: &chance),
            diastolic: Double.random(in: isAbove ? 82...91 : 69...80, using: &chance),
            pulse: Double.random(in: 58...80, using: &chance), morning: chance.noise(6),
            whiteCoat: Double.random(in: 6...10, using: &chance), spread: Double.random(in: 4...7, using: &chance))
        if chance.happens(oneIn: 12) { body.habit = .tens }
        if chance.happens(oneIn: 30) { body.irregularOneIn = 20 }
        let away = start.adding(Int.random(in: 30...70, using: &chance))
        var life = Life(
            start: start, end: end, weeks: stride(from: 0, to: end.days(since: start), by: 87).map { start.adding($0) },
            holiday: chance.happens(oneIn: 3) ? away..<away.adding(Int.random(in: 14...21, using: &chance)) : nil,
            body: body)
        if chance.happens(oneIn: 3) {
            life.scale = .init(
                kilos: Double.random(in: 68...112, using: &chance),
                trend: Double.random(in: -0.3...0.05, using: &chance))
        }
        if chance.happens(oneIn: 4) { life.steps = Int.random(in: 2800...8200, using: &chance) }
        return life
    }

    /// A third got another medicine on the way; who is above the goal may have one that is still coming up to strength.
    private func change(_ person: inout Person, using chance: inout Chance) {
        guard chance.happens(oneIn: 3) else { return }
        let day = person.life.start.adding(Int.random(in: 25...60, using: &chance))
        let effect = Double.random(in: 8...14, using: &chance)
        person.life.body.systolic += effect
        person.life.body.diastolic += effect / 2
        person.life.body.changes = [.init(day: day, systolic: -effect, diastolic: -effect / 2)]
        person.explained = [.init(day: day, pill: chance.pick(Texts.pills))]
    }

    private func ownGoals(since start: Day, using chance: inout Chance) -> [Person.OwnGoal] {
        guard chance.happens(oneIn: 3) else { return [] }
        let setOn = max(start.adding(3), today.adding(-Int.random(in: 20...60, using: &chance)))
        let current = Person.OwnGoal(text: chance.pick(Texts.goals), setOn: setOn)
        guard chance.happens(oneIn: 4), setOn.days(since: start) > 40 else { return [current] }
        return [
            Person.OwnGoal(text: chance.pick(Texts.reachedGoals), setOn: start.adding(4), reachedOn: setOn), current,
        ]
    }
}
