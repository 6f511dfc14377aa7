import Clinical
import Identity
import Storage

extension Worklist {
    /// A patient in a list of patients.
    struct Found: Hashable, Sendable {
        let card: Identity.PatientCard
        let average: BloodPressure?
        let goal: BloodPressure?
        let lastDay: Day?
    }

    /// As many as fit on a page; typing more letters finds the others.
    static let mostFound = 50

    static func find(_ typed: String, in practice: ID<Practice>, _ db: Transaction) throws -> [Found] {
        try Identity.patients(named: typed, in: practice, most: mostFound, db).map { card in
            let numbers = try numbers(of: card.id, in: practice, db)
            return Found(card: card, average: numbers?.0, goal: numbers?.1, lastDay: numbers?.2)
        }
    }

    private static func numbers(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> (BloodPressure?, BloodPressure?, Day?)? {
        try db.row(
            """
            SELECT summary.average_systolic, summary.average_diastolic, plan.goal_systolic, plan.goal_diastolic,
                   summary.last_day
            FROM measurements_plan AS plan
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = plan.practice_id AND summary.patient_id = plan.patient_id
            WHERE plan.practice_id = \(practice) AND plan.patient_id = \(patient)
            """
        ) { (try pressure($0, 0), try pressure($0, 2), try $0.dayIfAny(4)) }
    }
}
