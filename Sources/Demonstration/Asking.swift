import Clinical
import Enrolling
import Identity
import Storage

/// Whom a practice asks: some were not asked yet, some think about it, and those who have a box take part.
struct Asking: Sendable {
    let builder: Builder
    let organisation: Organisation

    /// As many as there are boxes at homes.
    static let taking = 9

    private var practice: ID<Practice> { organisation.card.id }
    private var poh: ID<Worker> { organisation.poh.id }
    private var today: Day { builder.today }

    private static let fates: [Enrolling.State] = [
        .listed, .listed, .invited, .listed, .yes, .listed, .later, .invited, .listed, .no, .listed, .invited, .listed,
        .leftOut, .listed, .later, .listed, .listed,
    ]

    /// - Parameter patients: those who have a box
    func fill(for patients: [ID<Patient>], using chance: inout Chance) async throws {
        let cards = try await builder.store.read { db in
            try patients.compactMap { try Identity.patient($0, in: practice, db) }
        }
        var crowd = Crowd(today: today, without: cards.map(\.fullName))
        let strangers = Self.fates.indices.map { _ in crowd.somebody(builder.occasion.newID(), using: &chance).card }
        try await builder.store.write { db in
            for card in cards { try takesPart(card, db) }
            for (place, card) in strangers.enumerated() { try stands(card, place, db) }
        }
    }

    private func takesPart(_ card: Identity.PatientCard, _ db: Transaction) throws {
        let asked = morning(200)
        try ask(candidate(card, [.hypertension], [], at: asked), by: .consult, answer: .yes, at: asked, db)
        try Enrolling.step(
            .takePart, with: candidate(card, [.hypertension], [], at: asked).moved(to: .yes), in: practice,
            at: asked.now, db)
        try Enrolling.enrol(
            card.id,
            saying: Enrolling.Consent(
                on: Moment.amsterdam(asked.now).day, way: .paper, help: .none, spokenLanguage: card.spokenLanguage,
                reading: card.reading == .difficult ? .difficult : .fluent),
            with: .lifestyle, as: asked.newID(), in: practice, by: poh, at: asked.now, db)
    }

    private func stands(_ card: Identity.PatientCard, _ place: Int, _ db: Transaction) throws {
        let grounds: [EligibilityGround] =
            place.isMultiple(of: 5) ? [.heart, .hypertension] : place.isMultiple(of: 3) ? [.diabetes] : [.hypertension]
        let listed = morning(40)
        let person = candidate(card, grounds, place == 3 ? [.atrialFibrillation] : [], at: listed)
        let key = Enrolling.key(person.givenName, person.familyName, person.bornOn)
        _ = try Enrolling.list(person, as: key, in: practice, db)
        let asked = morning(20 - place)
        let way: Enrolling.Channel = place.isMultiple(of: 2) ? .letter : .phone
        switch Self.fates[place] {
        case .invited: try ask(person, by: way, answer: nil, at: asked, db)
        case .yes: try ask(person, by: way, answer: .yes, at: asked, db)
        case .later: try ask(person, by: way, answer: .later, at: asked, db)
        case .no: try ask(person, by: way, answer: .no, at: asked, db)
        case .leftOut: try Enrolling.step(.leaveOut, with: person, in: practice, at: asked.now, db)
        case .listed, .takesPart, .stopped: break
        }
    }

    private func ask(
        _ person: Enrolling.Candidate, by channel: Enrolling.Channel, answer: Enrolling.Answer?, at then: Occasion,
        _ db: Transaction
    ) throws {
        let id: ID<Enrolling.InvitationMark> = then.newID()
        try Enrolling.step(.invite, with: person, in: practice, at: then.now, db)
        try Enrolling.invite(person.id, by: channel, as: id, in: practice, poh, at: then.now, db)
        guard let answer else { return }
        try Enrolling.step(.answer(answer), with: person.moved(to: .invited), in: practice, at: then.now, db)
        try Enrolling.note(answer, to: id, of: person.id, in: practice, by: poh, at: then.now, db)
    }

    private func candidate(
        _ card: Identity.PatientCard, _ grounds: [EligibilityGround], _ cautions: [EligibilityCaution],
        at then: Occasion
    ) -> Enrolling.Candidate {
        Enrolling.Candidate(
            id: card.id, givenName: card.givenName, familyName: card.familyName, bornOn: card.bornOn, sex: card.sex,
            phone: card.phone, grounds: grounds, cautions: cautions,
            box: grounds.contains(.heart) ? .lifestyle : .unknown, stateAt: then.now)
    }

    /// Ten o'clock on a working day, so many days ago or a little more.
    private func morning(_ days: Int) -> Occasion {
        builder.shared.occasion(at: Amsterdam.instant(today.adding(-days).workday, hour: 10))
    }
}
