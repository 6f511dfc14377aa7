import Clinical
import Identity

/// What a privacy officer has to look at of last week: what is odd in the access log, every emergency, and some looks
/// by chance.
///
/// - Source: NEN 7513 and the decisions of the Dutch data protection authority of 2019 and 2020 on hospitals without a
///   regular review; the limits are our own proposal
package enum Oversight {
    /// A look by a person at a patient, as the log tells it.
    struct Look: Hashable, Sendable {
        let id: ID<Look>
        let at: Moment
        let practice: ID<Practice>
        let worker: ID<Worker>
        let workerName: String
        let workerFamily: String
        let workerOrganisation: String
        let role: Identity.Role
        let patient: ID<Patient>
        let patientName: String
        let patientFamily: String
        let deed: String
    }

    /// Why something is on the list of the officer.
    enum Reason: String, Hashable, Sendable, CaseIterable {
        case emergency, officer, sameFamily = "same family", colleague, manyPatients = "many patients", night, refused
        case sample
    }

    /// One thing to look at.
    struct Matter: Hashable, Sendable {
        /// The same matter has the same key in every week's list, so that it is signed off once.
        let key: String
        let reason: Reason
        let who: String
        let whose: String
        let at: Moment
        /// What the professional gave as a reason, or how often it was.
        let detail: String
        let practice: ID<Practice>
    }

    /// More different patients on one day than this is asked about.
    static let manyPatients = 60
    /// From and until this hour it is night.
    static let night = (from: 23, until: 6)
    /// So many looks of a week are taken by chance.
    static let sampleSize = 10
    /// So many closed doors in a week are asked about.
    static let manyRefused = 10
}

extension Oversight {
    /// The rules, one look at a time; a person and a patient come up once for each rule.
    static func odd(_ looks: [Look], colleagues: Set<String>) -> [Matter] {
        var found: [String: Matter] = [:]
        for look in looks.sorted(by: { $0.at.instant < $1.at.instant }) {
            for reason in reasons(for: look, colleagues) {
                let matter = Matter(look, reason)
                if found[matter.key] == nil { found[matter.key] = matter }
            }
        }
        return (found.map(\.value) + busyDays(looks)).sorted { $0.at.instant > $1.at.instant }
    }

    private static func reasons(for look: Look, _ colleagues: Set<String>) -> [Reason] {
        var reasons: [Reason] = []
        if look.workerFamily.lowercased() == look.patientFamily.lowercased() { reasons.append(.sameFamily) }
        if colleagues.contains(look.patientName.lowercased()) { reasons.append(.colleague) }
        if look.at.hour >= night.from || look.at.hour < night.until { reasons.append(.night) }
        return reasons
    }

    private static func busyDays(_ looks: [Look]) -> [Matter] {
        struct Key: Hashable {
            let worker: ID<Worker>
            let day: Day
        }
        return Dictionary(grouping: looks) { Key(worker: $0.worker, day: $0.at.day) }.compactMap { key, looks in
            let patients = Set(looks.map(\.patient)).count
            guard patients > manyPatients, let last = looks.max(by: { $0.at.instant < $1.at.instant }) else {
                return nil
            }
            return Matter(
                key: "many \(key.worker) \(key.day)", reason: .manyPatients, who: last.who, whose: "", at: last.at,
                detail: "\(patients)", practice: last.practice)
        }
    }

    /// Looks by chance: the same ones whenever the list of this week is opened.
    static func sample(_ looks: [Look], week: Day) -> [Matter] {
        let weighed = looks.map { look in (look, mixed(look.id.low ^ UInt64(bitPattern: Int64(week.number)))) }
        return weighed.sorted { $0.1 < $1.1 }.prefix(sampleSize).map { Matter($0.0, .sample) }
    }

    /// - Source: the finaliser of SplitMix64 (Steele, Lea and Flood, 2014)
    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Oversight.Matter {
    init(_ look: Oversight.Look, _ reason: Oversight.Reason) {
        let key =
            reason == .sample
            ? "sample \(look.id)" : "\(reason.rawValue) \(look.worker) \(look.patient) \(look.at.day)"
        self.init(
            key: key, reason: reason, who: look.who, whose: look.patientName, at: look.at, detail: look.deed,
            practice: look.practice)
    }
}

extension Oversight.Look {
    var who: String { "\(workerName), \(workerOrganisation)" }
}
