import Clinical
import Devices
import Identity
import Storage

/// The kits of a practice: most are at the home of somebody who measures, some are on the shelf, one is late, one is lost,
/// and one is to show. Every model and every list in it is invented.
struct Kits: Sendable {
    let builder: Builder
    let organisation: Organisation

    private var practice: ID<Practice> { organisation.card.id }
    private var poh: ID<Worker> { organisation.poh.id }
    private var today: Day { builder.today }

    private enum Fate { case home, late, lost, back, shelf, shown }

    private static let fates: [Fate] = [.home, .home, .home, .late, .home, .home, .lost, .back, .shelf, .shelf, .shown]
    private static let list = "Voorbeeldlijst van deze demonstratie, verzonnen"

    /// - Parameter patients: those who measure, in the order in which they get one
    func fill(for patients: [ID<Patient>]) async throws {
        try await builder.store.write { db in
            for (model, days) in [("Hartmeter Duo", 700), ("Hartmeter Een", 500), ("Weegmaatje 200", 420)] {
                try Devices.keep(
                    Devices.ValidatedModel(model, on: Self.list, since: today.adding(-days)), by: poh, in: practice,
                    at: morning(250).now, db)
            }
            var waiting = patients[...]
            for (place, fate) in Self.fates.enumerated() { try make(fate, place, for: &waiting, db) }
        }
    }

    private func make(
        _ fate: Fate, _ place: Int, for waiting: inout ArraySlice<ID<Patient>>, _ db: Transaction
    ) throws {
        let number = try add(fate, place, db)
        switch fate {
        case .shelf, .shown: return
        case .home, .late, .lost, .back:
            guard let patient = waiting.popFirst() else { return }
            let lentOn = fate == .late ? 195 : 150 - 11 * place
            try lend(number, to: patient, days: lentOn, db)
            if fate == .lost { try take(.lose, number, days: 18, note: "Bij verhuizing zoekgeraakt.", db) }
            if fate == .back { try take(.takeBack, number, days: 1, note: "", db) }
        }
    }

    private func add(_ fate: Fate, _ place: Int, _ db: Transaction) throws -> KitNumber {
        let begun = morning(240)
        let id: ID<Devices.KitMark> = begun.newID()
        let number = KitNumber(from: id)
        let isWhole = place.isMultiple(of: 2)
        let serial = "\(1000 + 17 * place)"
        let meter = Devices.Device(
            .meter, model: isWhole ? "Hartmeter Duo" : "Hartmeter Een", serial: "HM\(serial)",
            cuffs: place.isMultiple(of: 3) ? "M, L" : "M", batteryOn: today.adding(-120 + 7 * place))
        let more = [
            Devices.Device(.scale, model: "Weegmaatje 200", serial: "WM\(serial)"),
            Devices.Device(.stepCounter, model: "Stapje Mini", serial: "SM\(serial)"),
        ]
        _ = try Devices.add(
            .init(
                number, kind: isWhole ? "lifestyle-box" : "bp-box", mark: "Box \(place + 1)",
                purpose: fate == .shown ? .demonstration : .lending, devices: isWhole ? [meter] + more : [meter]),
            as: id, by: poh, in: practice, at: begun, db)
        return number
    }

    private func lend(_ number: KitNumber, to patient: ID<Patient>, days: Int, _ db: Transaction) throws {
        guard let kit = try Devices.kit(number, in: practice, db) else { return }
        let then = morning(days)
        let due = today.adding(-days).adding(Devices.loanDays)
        try Devices.lend(
            kit, .init(to: patient, as: then.newID(), until: due, agreed: .paper),
            .init(.lend, as: then.newID(), by: poh), in: practice, at: then, db)
    }

    private func take(
        _ step: Devices.Step, _ number: KitNumber, days: Int, note: String, _ db: Transaction
    ) throws {
        guard let kit = try Devices.kit(number, in: practice, db) else { return }
        let then = morning(days)
        try Devices.take(
            .init(step, as: then.newID(), by: poh, note: note), with: kit, in: practice, at: then, db)
    }

    /// Half past nine on a working day, so many days ago or a little more.
    private func morning(_ days: Int) -> Occasion {
        builder.shared.occasion(at: Amsterdam.instant(today.adding(-days).workday, hour: 9, minute: 30))
    }
}
