import Audit
import Clinical
import Identity
import Storage

extension Portal {
    /// As many lines as one page looks back through.
    static let mostLines = 5000

    static func watching(
        of patient: ID<Patient>, in practice: ID<Practice>, _ period: Watching.Period, _ ownToo: Watching.OwnToo,
        today: Day, _ db: Transaction
    ) throws -> Watching {
        let start = Amsterdam.instant(period.start(on: today), hour: 0)
        let lines = try lines(of: patient, in: practice, from: start, leavingOut: ownToo == .yes ? "" : "patient", db)
        return Watching(
            period: period, ownToo: ownToo, days: folded(lines), isCut: lines.count == mostLines ? .cut : .whole,
            practiceName: try Identity.practice(practice, db)?.name ?? "", today: today)
    }

    /// Who tried to sign in and did not get in saw nothing; anybody can try, and would push the others off the page.
    private static func lines(
        of patient: ID<Patient>, in practice: ID<Practice>, from: Instant, leavingOut actor: String, _ db: Transaction
    ) throws -> [Line] {
        try db.rows(
            """
            SELECT line.at, line.actor, line.action, line.object, worker.given_name, worker.family_name, worker.role,
                   proxy.given_name, proxy.family_name, organisation.name, line.ground
            FROM audit_line AS line
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = COALESCE(line.organisation_id, line.practice_id) AND worker.id = line.actor_id
             AND line.actor = 'worker'
            LEFT JOIN identity_practice AS organisation ON organisation.practice_id = worker.practice_id
            LEFT JOIN identity_proxy AS proxy
              ON proxy.practice_id = line.practice_id AND proxy.id = line.actor_id AND line.actor = 'proxy'
            WHERE line.practice_id = \(practice) AND line.patient_id = \(patient) AND line.at >= \(from)
              AND (line.actor <> \(actor) OR line.object = 'account') AND line.action <> 'refused'
            ORDER BY line.at DESC
            LIMIT \(mostLines)
            """
        ) { row in
            Line(
                at: try row.instant(0), who: try who(row),
                what: What(Audit.Action(rawValue: try row.text(2)), try row.text(3)),
                why: Audit.Ground(rawValue: try row.text(10)).flatMap(Why.init))
        }
    }

    private static func who(_ row: Row) throws -> Who {
        switch try row.text(1) {
        case "patient": return .you
        case "hartlijn": return .hartlijn
        case "worker":
            guard let given = try row.textIfAny(4), let family = try row.textIfAny(5) else { return .unknownWorker }
            return .worker(name: "\(given) \(family)", role: try row.word(6), at: try row.text(9))
        case "proxy":
            guard let given = try row.textIfAny(7), let family = try row.textIfAny(8) else { return .nobody }
            return .proxy(name: "\(given) \(family)")
        default: return .nobody
        }
    }
}
