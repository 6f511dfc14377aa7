import Assistance
import Audit
import Clinical
import Credentials
import Devices
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Measurements
import NIOCore
import Pharmacy
import Portal
import Storage
import TestStores
import Web
import Worklist

@testable import Hartlijn
@testable import Identity

/// Two care groups with everybody in them, patients in every relation that somebody can have to them, and sessions in
/// every state.
final class AccessWorld: Sendable {
    let home: TestStore
    var store: Store { home.store }
    let now = Instant(milliseconds: 1_795_000_000_000)

    static let linde = ID<Practice>(high: 1, low: 1)
    static let beuk = ID<Practice>(high: 1, low: 2)
    static let anker = ID<Practice>(high: 1, low: 3)
    static let group = ID<Practice>(high: 1, low: 4)
    static let farPractice = ID<Practice>(high: 1, low: 5)
    static let farHospital = ID<Practice>(high: 1, low: 6)
    static let farGroup = ID<Practice>(high: 1, low: 7)
    static let library = ID<Practice>(high: 1, low: 8)
    static let welfare = ID<Practice>(high: 1, low: 9)
    static let farLibrary = ID<Practice>(high: 1, low: 10)
    static let pharmacy = ID<Practice>(high: 1, low: 11)
    static let otherPharmacy = ID<Practice>(high: 1, low: 12)
    static let farPharmacy = ID<Practice>(high: 1, low: 13)

    /// What a patient is to those who ask.
    enum Subject: Int, CaseIterable {
        case self_ = 1, sharing, sharedOnce, sharingStopped, sharingElsewhere
        case neighbour, inEmergency, inEmergencyBefore, inEmergencyOfAnother, farAway

        var id: ID<Patient> { ID(high: 2, low: UInt64(rawValue)) }
        var practice: ID<Practice> {
            switch self {
            case .self_, .sharing, .sharedOnce, .sharingStopped, .sharingElsewhere: linde
            case .neighbour, .inEmergency, .inEmergencyBefore, .inEmergencyOfAnother: beuk
            case .farAway: farPractice
            }
        }
        /// A word that stands on every page about this patient, and nowhere else.
        var mark: String { "\(Subject.markOfAll)\(String(repeating: "x", count: rawValue))y" }
        /// What the words of each of them begin with, and nothing else does.
        static let markOfAll = "Qwz"
    }

    /// Somebody who asks.
    struct Asker: Hashable, Sendable {
        let name: String
        let role: Identity.Role
        let organisation: ID<Practice>
        var categories: Set<Identity.Category> = []
        /// A mandate that has ended or was taken back.
        var mandate = Mandate.holds
        /// Whether they put an app on, though they need none.
        var app = App.none

        enum App: Hashable, Sendable { case none, putOn }

        enum Mandate: Hashable, Sendable { case holds, over, takenBack }

        var isNear: Bool {
            [linde, beuk, anker, group, library, welfare, pharmacy, otherPharmacy].contains(organisation)
        }
    }

    static let askers: [Asker] =
        [
            Asker(name: "patient", role: .patient, organisation: linde),
            Asker(name: "patient with an app", role: .patient, organisation: linde, app: .putOn),
            Asker(name: "far patient", role: .patient, organisation: farPractice),
            Asker(
                name: "proxy", role: .proxy, organisation: linde, categories: Set(Identity.Category.allCases)),
            Asker(
                name: "proxy of before", role: .proxy, organisation: linde,
                categories: Set(Identity.Category.allCases), mandate: .over),
            Asker(
                name: "proxy no more", role: .proxy, organisation: linde,
                categories: Set(Identity.Category.allCases), mandate: .takenBack),
        ]
        + Identity.Category.allCases.map {
            Asker(name: "proxy for \($0)", role: .proxy, organisation: linde, categories: [$0])
        }
        + [
            Asker(name: "poh", role: .poh, organisation: linde), Asker(name: "gp", role: .gp, organisation: linde),
            Asker(name: "manager", role: .manager, organisation: linde),
            Asker(name: "specialist", role: .specialist, organisation: anker),
            Asker(name: "implementer", role: .implementer, organisation: group),
            Asker(name: "lead", role: .lead, organisation: group),
            Asker(name: "officer", role: .officer, organisation: group),
            Asker(name: "administrator", role: .administrator, organisation: group),
            Asker(name: "helper", role: .helper, organisation: library),
            Asker(name: "helper of welfare", role: .helper, organisation: welfare),
            Asker(name: "far helper", role: .helper, organisation: farLibrary),
            Asker(name: "pharmacist", role: .pharmacist, organisation: pharmacy),
            Asker(name: "other pharmacist", role: .pharmacist, organisation: otherPharmacy),
            Asker(name: "far pharmacist", role: .pharmacist, organisation: farPharmacy),
            Asker(name: "far poh", role: .poh, organisation: farPractice),
            Asker(name: "far gp", role: .gp, organisation: farPractice),
            Asker(name: "far specialist", role: .specialist, organisation: farHospital),
            Asker(name: "far officer", role: .officer, organisation: farGroup),
            Asker(name: "far administrator", role: .administrator, organisation: farGroup),
        ]

    /// The state of a session; nobody has none.
    enum State: CaseIterable {
        case fresh, stale, passwordOnly, left, unused, old, forged
    }

    init() async throws {
        home = try await TestStore(Schema.migrations, keys: Safe.test?.keys)
        try await organisations()
        try await patients()
        try await people()
    }

    var clock: Clock { Clock(now: { self.now }, chance: { UInt64.random(in: .min ... .max) }) }

    private func organisations() async throws {
        let all: [(ID<Practice>, Identity.PracticeCard.Kind, ID<Practice>)] = [
            (Self.linde, .practice, Self.group), (Self.beuk, .practice, Self.group),
            (Self.anker, .hospital, Self.group), (Self.group, .careGroup, Self.group),
            (Self.farPractice, .practice, Self.farGroup), (Self.farHospital, .hospital, Self.farGroup),
            (Self.farGroup, .careGroup, Self.farGroup),
            (Self.library, .library, Self.group), (Self.welfare, .welfare, Self.group),
            (Self.farLibrary, .library, Self.farGroup), (Self.pharmacy, .pharmacy, Self.group),
            (Self.otherPharmacy, .pharmacy, Self.group), (Self.farPharmacy, .pharmacy, Self.farGroup),
        ]
        try await store.write { db in
            for (id, kind, group) in all {
                try Identity.add(
                    .init(
                        id: id, kind: kind, name: "Organisatie \(id.low)", phone: "0413 - 00 00 00", replyDays: 2,
                        careGroup: group), db)
            }
        }
    }

    private func patients() async throws {
        let occasion = clock.occasion
        let now = now
        for subject in Subject.allCases {
            try await store.write { db in
                try Identity.add(
                    Identity.PatientCard(
                        id: subject.id, givenName: subject.mark, familyName: subject.mark, bornOn: Day(number: -3215),
                        sex: .female, programmes: "hypertensie", phone: "06 - 00 00 00 00"),
                    to: subject.practice, at: now, db)
                try Measurements.agree(
                    on: Measurements.Plan(startedOn: occasion.today), with: subject.id, in: subject.practice, db)
                let reading = Reading(
                    .bloodPressure(.mmHg(128, over: 82), pulse: .perMinute(64), rhythm: nil),
                    taken: .amsterdam(now), source: .typed)
                _ = try Measurements.record(
                    reading, of: subject.id, in: subject.practice, by: nil, at: occasion, db)
                try Worklist.consider(
                    .question, .today, Worklist.Facts(quote: subject.mark), of: subject.id, in: subject.practice,
                    at: occasion, db)
                try Portal.setGoal(
                    subject.mark, as: ID(high: 4, low: UInt64(subject.rawValue)), reachedOn: nil, on: occasion.today,
                    of: subject.id, in: subject.practice, db)
            }
        }
        try await kits()
        try await relations()
        try await store.write { db in
            for subject in Subject.allCases {
                _ = try self.makeTask(of: subject, db)
                _ = try self.register(subject, db)
            }
        }
    }

    /// Everybody has a kit at home, and each practice called something back.
    private func kits() async throws {
        let (occasion, now) = (clock.occasion, now)
        let worker = ID<Worker>(high: 3, low: 700)
        for subject in Subject.allCases {
            let number = KitNumber(from: ID(high: 6, low: UInt64(subject.rawValue)))
            let (kit, loan) = (UInt64(subject.rawValue), UInt64(100 + subject.rawValue))
            try await store.write { db in
                let new = Devices.NewKit(number, kind: "bp-box", devices: [.init(.meter, model: "M")])
                _ = try Devices.add(
                    new, as: ID(high: 6, low: kit), by: worker, in: subject.practice, at: occasion, db)
                guard let kit = try Devices.kit(number, in: subject.practice, db) else { return }
                try Devices.lend(
                    kit, .init(to: subject.id, as: ID(high: 6, low: loan), until: occasion.today.adding(9)),
                    .init(.lend, as: occasion.newID(), by: worker), in: subject.practice, at: occasion, db)
            }
        }
        for practice in [Self.linde, Self.beuk, Self.farPractice] {
            try await store.write { db in
                try Devices.callBack(
                    .init(
                        id: occasion.newID(), model: "Ander", serials: .init(from: "", to: ""), reason: "-",
                        startedAt: now), by: worker, in: practice, at: occasion, db)
            }
        }
    }

    private func relations() async throws {
        let now = now
        @Sendable func number(_ low: UInt64) -> ID<Audit.Passage.Basis> { ID(high: 5, low: low) }
        let request = Emergency.Request(
            familyName: "-", bornOn: Day(number: 0), reason: .acute, explanation: "het kan niet wachten")
        try await store.write { db in
            for (subject, hospital, from, until) in [
                (Subject.sharing, Self.anker, now - .days(1), now + .days(1)),
                (.sharedOnce, Self.anker, now - .days(9), now - .hours(1)),
                (.sharingStopped, Self.anker, now - .days(1), now + .days(1)),
                (.sharingElsewhere, Self.farHospital, now - .days(1), now + .days(1)),
            ] {
                try Helping.share(
                    as: number(UInt64(subject.rawValue)), of: subject.id, in: subject.practice, with: hospital,
                    from: from, until: until, db)
            }
            _ = try Helping.endSharing(
                number(UInt64(Subject.sharingStopped.rawValue)), of: Subject.sharingStopped.id, in: Self.linde,
                at: now - .hours(1), db)
            for (place, asker) in Self.askers.enumerated() where [.poh, .gp].contains(asker.role) {
                for (subject, opened) in [
                    (Subject.inEmergency, now - .minutes(59)), (.inEmergencyBefore, now - .minutes(61)),
                ] where asker.isNear {
                    try Emergency.open(
                        request, as: number(UInt64(100 + place * 10 + subject.rawValue)), of: subject.id,
                        in: subject.practice, by: ID(high: 3, low: UInt64(place)), at: asker.organisation,
                        now: opened, db)
                }
            }
            try Emergency.open(
                request, as: number(99), of: Subject.inEmergencyOfAnother.id, in: Self.beuk, by: ID(high: 3, low: 999),
                at: Self.linde, now: now, db)
        }
    }

    /// Every stand in which a task can be: it runs here, there or far away, it waits, it is done, stopped, or too old.
    func makeTask(of subject: Subject, _ db: Transaction) throws -> Assistance.TaskID {
        let id = Assistance.TaskID(high: 7, low: UInt64(subject.rawValue))
        let practice = subject.practice
        try db.run("DELETE FROM assistance_step WHERE practice_id = \(practice) AND task_id = \(id)")
        try db.run("DELETE FROM assistance_task WHERE practice_id = \(practice) AND id = \(id)")
        let place =
            switch subject {
            case .sharingElsewhere, .farAway: Self.farLibrary
            case .neighbour: Self.welfare
            default: Self.library
            }
        let start = clock.occasion.at(subject == .sharedOnce ? now - .days(91) : now - .days(1))
        _ = try Assistance.ask(
            for: .init(.install, at: place), as: id, of: subject.id, in: practice, by: nil, at: start, db)
        func task() throws -> Assistance.Task? { try Assistance.task(id, of: subject.id, in: practice, db) }
        if ![.sharing, .inEmergencyOfAnother].contains(subject), let task = try task() {
            try Assistance.agree(to: task, .screen, as: start.newID(), in: practice, by: nil, at: start.now, db)
        }
        if subject == .sharingStopped || subject == .inEmergency, let task = try task() {
            _ = try Assistance.take(
                .init(subject == .inEmergency ? .done : .stopped, as: start.newID()), with: task, in: practice, by: nil,
                at: now - .hours(1), db)
        }
        return id
    }

    /// A registration that holds here, elsewhere or far away, one that nobody confirmed, and one that is over.
    func register(_ subject: Subject, _ db: Transaction) throws -> Pharmacy.RegistrationID {
        let id = Pharmacy.RegistrationID(high: 8, low: UInt64(subject.rawValue))
        let practice = subject.practice
        try db.run("DELETE FROM pharmacy_registration WHERE practice_id = \(practice) AND patient_id = \(subject.id)")
        let place =
            switch subject {
            case .sharingElsewhere, .farAway: Self.farPharmacy
            case .sharingStopped: Self.otherPharmacy
            default: Self.pharmacy
            }
        guard [.self_, .sharedOnce, .sharingStopped, .sharingElsewhere, .neighbour, .farAway].contains(subject) else {
            _ = try Pharmacy.ask(as: id, for: subject.id, in: practice, at: place, now: now, db)
            return id
        }
        _ = try Pharmacy.choose(place, as: id, for: subject.id, in: practice, by: .patient, at: now - .days(2), db)
        if subject == .sharedOnce {
            _ = try Pharmacy.end(id, of: subject.id, in: practice, at: now - .hours(1), db)
        }
        return id
    }

    private func people() async throws {
        let now = now
        let signIn = SignIn(store: store, cost: HashCost(rounds: 1 << 2))
        for (place, asker) in Self.askers.enumerated() {
            let worker = ID<Worker>(high: 3, low: UInt64(place))
            var person = Identity.Visitor.Person.worker(worker)
            switch asker.role {
            case .patient: person = .patient(asker.isNear ? Subject.self_.id : Subject.farAway.id)
            case .proxy:
                let proxy = ID<Audit.Proxy>(of: worker)
                person = .proxy(proxy)
                try await store.write { db in
                    try Helping.add(
                        .init(
                            givenName: "P", familyName: "P", bornOn: Day(number: 0), categories: asker.categories,
                            months: 1), as: proxy, for: Subject.self_.id, in: Self.linde, from: now - .days(9),
                        until: asker.mandate == .over ? now - .minutes(1) : now + .days(9), db)
                    if asker.mandate == .takenBack {
                        _ = try Helping.end(proxy, of: Subject.self_.id, in: Self.linde, at: now - .minutes(1), db)
                    }
                }
            default:
                try await store.write {
                    try Identity.add(
                        .init(id: worker, givenName: "W", familyName: asker.name, role: asker.role),
                        to: asker.organisation, at: now, $0)
                }
            }
            try await signIn.setPassword(
                "een-lange-zin-voor-de-proef", for: asker.name, of: person, role: asker.role, in: asker.organisation,
                at: now)
            if asker.app == .putOn {
                try await signIn.setApp(try TOTP.Secret(Array(repeating: 3, count: 20)), for: asker.name, at: now)
            }
        }
        try await spares(signIn)
    }

    /// Those whom an administrator may let go, near and far.
    private func spares(_ signIn: SignIn) async throws {
        let now = now
        for (low, organisation) in [(UInt64(800), Self.beuk), (801, Self.farPractice)] {
            let worker = ID<Worker>(high: 3, low: low)
            try await store.write {
                try Identity.add(
                    .init(id: worker, givenName: "S", familyName: "Spare", role: .poh), to: organisation, at: now, $0)
            }
            try await signIn.setPassword(
                "een-lange-zin-voor-de-proef", for: "spare \(low)", of: .worker(worker), role: .poh, in: organisation,
                at: now)
        }
    }
}
