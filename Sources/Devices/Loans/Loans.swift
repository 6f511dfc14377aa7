import Clinical
import Storage

extension Devices {
    /// How a loan comes to its end.
    package enum Ending: String, Hashable, Sendable, CaseIterable {
        case returned, released, mistake, lost, broken, recalled

        init(_ step: Step) {
            self =
                switch step {
                case .takeBack: .returned
                case .undoLending: .mistake
                case .lose: .lost
                case .breakDown: .broken
                case .recall: .recalled
                default: .released
                }
        }
    }

    /// On what the patient put their name.
    package enum Agreed: String, Hashable, Sendable, CaseIterable { case paper, screen }

    /// One step of one kit, by somebody.
    package struct Act: Sendable {
        package let step: Step
        /// The number of the form: sent twice is done once.
        package let event: ID<EventMark>
        /// Nothing when a rule of ours does it.
        package let by: ID<Worker>?
        package var ticked: Set<Item> = []
        package var note = ""

        package init(
            _ step: Step, as event: ID<EventMark>, by worker: ID<Worker>?, ticked: Set<Item> = [], note: String = ""
        ) {
            self.step = step
            self.event = event
            by = worker
            self.ticked = ticked
            self.note = note
        }
    }

    /// To whom a kit goes, and until when.
    package struct Lending: Sendable {
        package let patient: ID<Patient>
        package let loan: ID<LoanMark>
        package let dueOn: Day
        /// Whether the sheet was signed at the desk.
        package let agreed: Agreed?

        package init(to patient: ID<Patient>, as loan: ID<LoanMark>, until dueOn: Day, agreed: Agreed? = nil) {
            self.patient = patient
            self.loan = loan
            self.dueOn = dueOn
            self.agreed = agreed
        }
    }
}

extension Devices {
    /// Takes one step; what belongs to it happens in the same transaction: a loan ends or goes on, and a kit that is called
    /// back by its maker does not go to the shelf again.
    ///
    /// - Returns: the state of the kit after it
    /// - Throws: ``NotNow`` when this cannot be done in this state; ``ChangedMeanwhile`` when somebody was first
    @discardableResult
    package static func take(
        _ act: Act, with kit: Kit, lending: ID<LoanMark>? = nil, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> State {
        guard let next = state(after: act.step, from: kit.state, for: kit.purpose) else { throw NotNow() }
        let loan = try loan(of: act, with: kit, in: practice, db) ?? lending
        guard try move(kit, to: next, in: practice, db) == 1 else { throw ChangedMeanwhile() }
        try note(
            Noted(
                id: act.event, number: kit.version + 1, step: act.step, state: next, loan: loan, by: act.by,
                ticked: act.ticked, note: act.note),
            of: kit.id, in: practice, at: occasion.now, db)
        if let loan, kit.state.isTaken, !next.isTaken {
            try end(loan, Ending(act.step), by: act.by, in: practice, at: occasion.now, db)
        }
        if let loan, !kit.state.isTaken, mustFollow(act.step) != nil {
            try reopen(loan, with: kit, in: practice, db)
        }
        return try recallIfNeeded(kit.id, next, in: practice, at: occasion, db)
    }

    /// The loan it is about: the one that is open, or the one that the last step ended.
    private static func loan(
        of act: Act, with kit: Kit, in practice: ID<Practice>, _ db: Transaction
    ) throws -> ID<LoanMark>? {
        if kit.state.isTaken { return try openLoan(of: kit.id, in: practice, db)?.loan }
        guard let before = mustFollow(act.step) else { return nil }
        guard let last = try lastStep(of: kit.id, in: practice, db), last.step == before, let loan = last.loan else {
            throw NotNow()
        }
        return loan
    }

    private static func reopen(
        _ loan: ID<LoanMark>, with kit: Kit, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        guard let patient = try goOn(with: loan, in: practice, db) else { throw NotNow() }
        try hold(kit.parts, of: loan, for: patient, in: practice, db)
    }

    private static func recallIfNeeded(
        _ kit: ID<KitMark>, _ state: State, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> State {
        guard steps[.recall]?[state] != nil, state != .broken, state != .brokenAtHome,
            try isCalledBack(kit, in: practice, db), let kit = try Self.kit(kit, in: practice, db)
        else { return state }
        return try take(
            Act(.recall, as: occasion.newID(), by: nil), with: kit, in: practice, at: occasion, db)
    }

    /// Keeps a kit for a patient, or gives it along.
    ///
    /// - Throws: ``NotNow``, ``ChangedMeanwhile``, and ``HasOneAlready`` when this patient has such a device at home
    package static func lend(
        _ kit: Kit, _ lending: Lending, _ act: Act, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws {
        let reserved = kit.state == .reserved ? try openLoan(of: kit.id, in: practice, db) : nil
        if let reserved, reserved.patient != lending.patient || act.step == .reserve { throw NotNow() }
        let loan = reserved?.loan ?? lending.loan
        try take(act, with: kit, lending: loan, in: practice, at: occasion, db)
        if reserved == nil {
            guard let worker = act.by else { throw NotNow() }
            try begin(lending, of: kit.id, by: worker, in: practice, at: occasion.now, db)
            try hold(kit.parts, of: loan, for: lending.patient, in: practice, db)
        }
        guard act.step == .lend, let worker = act.by else { return }
        try handOver(loan, by: worker, until: lending.dueOn, in: practice, at: occasion.now, db)
        if let agreed = lending.agreed {
            _ = try agree(
                to: loan, agreed, by: worker, of: lending.patient, in: practice, at: occasion.now, db)
        }
    }

    private static func hold(
        _ parts: [Part], of loan: ID<LoanMark>, for patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        for part in parts where try !hold(part, of: loan, for: patient, in: practice, db) { throw HasOneAlready() }
    }

    /// Brings a kit into the books.
    ///
    /// - Returns: nothing when its number or mark is there already
    package static func add(
        _ kit: NewKit, as id: ID<KitMark>, by worker: ID<Worker>?, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> ID<KitMark>? {
        guard try enter(kit, as: id, by: worker, in: practice, at: occasion, db) else { return nil }
        try callBackIfNeeded(id, in: practice, at: occasion, db)
        return id
    }

    /// The kit, what is in it, and the first line of its history.
    static func enter(
        _ kit: NewKit, as id: ID<KitMark>, by worker: ID<Worker>?, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> Bool {
        guard try addKit(kit, as: id, by: worker, in: practice, at: occasion.now, db) else { return false }
        for device in kit.devices { try put(device, in: id, of: practice, db) }
        try note(
            Noted(id: ID(of: id), number: 1, step: nil, state: .inStock, by: worker), of: id, in: practice,
            at: occasion.now, db)
        return true
    }

    /// Looks whether an open recall is about what is in this kit now.
    static func callBackIfNeeded(
        _ id: ID<KitMark>, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws {
        let open = try recalls(in: practice, db).filter { $0.endedAt == nil }
        guard !open.isEmpty, let kit = try kit(id, in: practice, db) else { return }
        for recall in open where kit.devices.contains(where: recall.isAbout) {
            try callBack(kit.id, by: recall.id, in: practice, db)
        }
        _ = try recallIfNeeded(kit.id, kit.state, in: practice, at: occasion, db)
    }
}
