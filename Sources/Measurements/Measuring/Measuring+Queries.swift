import Clinical
import Identity
import Storage
import Web

extension Measurements {
    /// What there is to tell about one reading; of the week only to who may see the others.
    static func answer(
        to id: ReadingID, of patient: ID<Patient>, in practice: ID<Practice>, _ seen: Seen, _ db: Transaction
    ) throws -> AnswerPages.Answer? {
        guard let stored = try reading(id, of: patient, in: practice, db),
            case .bloodPressure(let pressure, _, _) = stored.reading.measured
        else { return nil }
        guard let answering = try Identity.answering(in: practice, db) else { return nil }
        let plan = try plan(of: patient, in: practice, db)
        let day = stored.reading.taken.day
        let week = try week(around: day, of: patient, in: practice, db)
        return AnswerPages.Answer(
            pressure: pressure, goal: plan?.goal ?? HomeBloodPressure.raisedFrom,
            answer: stored.answer ?? PatientAnswer.thankYou.name, status: stored.reading.status,
            done: try timesMeasured(with: stored.reading.taken, of: patient, in: practice, db),
            asked: plan?.measuring.repeats ?? MeasuringProtocol.sevenDays.repeats,
            week: seen == .all ? week?.judged?.outcome : nil, phone: answering.phone, answering: answering)
    }

    /// How often was measured in the same half of the same day.
    private static func timesMeasured(
        with moment: Moment, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let days = try days(.bloodPressure, of: patient, in: practice, from: moment.day, through: moment.day, db)
        guard let day = days.first else { return 1 }
        return DayPart(of: moment) == .morning ? day.mornings : day.evenings
    }
}
