import Clinical
import Storage

extension Exchange {
    /// Makes or renews what a patient measured in a period; doing it again changes nothing.
    ///
    /// - Returns: how many summaries are new or other than before
    @discardableResult
    package static func summarise(
        _ patient: ID<Patient>, in practice: ID<Practice>, over period: SummaryPeriod, at occasion: Occasion,
        _ db: Transaction
    ) throws -> Int {
        let measured = try measured(by: patient, in: practice, over: period, db)
        let weeks = try weeks(of: patient, in: practice, over: period, db)
        let known = try summaries(of: patient, in: practice, db).filter { $0.period == period }
        return try PeriodAverage.Kind.allCases.count { kind in
            let readings = measured.filter { $0.kind == kind }
            let versions = known.filter { $0.kind == kind }.sorted { $0.version > $1.version }
            guard !readings.isEmpty || !versions.isEmpty else { return false }
            let counted = readings.filter { $0.status == .final }.map(\.taken)
            let judgement = PeriodAverage.judge(kind, counted, measuring: weeks)
            let remark = remark(about: judgement, readings)
            return try keep(
                judgement, remark, after: versions, of: patient, in: practice, over: period, at: occasion, db)
        }
    }

    /// A reading came or was put right: what was made of its days is looked at again.
    package static func review(
        _ days: some Sequence<Day>, of patient: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws {
        let days = Set(days)
        guard let first = days.min(), let last = days.max() else { return }
        for period in try periods(of: patient, in: practice, from: first, through: last, db)
        where days.contains(where: { (period.from...period.through).contains($0) }) {
            try summarise(patient, in: practice, over: period, at: occasion, db)
        }
    }

    private static func remark(about judgement: PeriodJudgement, _ readings: [MeasuredAtHome]) -> SummaryRemark {
        if readings.contains(where: { $0.status == .unconfirmed }) { return .unconfirmed }
        return judgement.counted.irregular > 0 ? .irregular : .none
    }

    /// - Returns: whether something is other than before
    private static func keep(
        _ judgement: PeriodJudgement, _ remark: SummaryRemark, after versions: [Summary], of patient: ID<Patient>,
        in practice: ID<Practice>, over period: SummaryPeriod, at occasion: Occasion, _ db: Transaction
    ) throws -> Bool {
        guard let latest = versions.first else {
            let id: ID<SummaryMark> = occasion.newID()
            try add(
                judgement, remark, as: id, version: 1, in: id, of: patient, practice, over: period, at: occasion.now,
                db)
            return true
        }
        switch latest.state {
        case .approved, .placed, .replaced:
            guard !latest.tells(judgement) else { return false }
            try add(
                judgement, remark, as: occasion.newID(), version: latest.version + 1, in: latest.series, of: patient,
                practice, over: period, at: occasion.now, db)
        case .ready, .tooFew:
            guard !latest.tells(judgement) || latest.remark != remark else { return false }
            if versions.count > 1, versions[1].tells(judgement) {
                // The correction was taken back: what was approved holds.
                try remove(latest, in: practice, db)
            } else {
                try renew(latest, with: judgement, remark, in: practice, at: occasion.now, db)
            }
        }
        return true
    }

    /// Approves one, and writes down what waits for the record system.
    ///
    /// - Returns: how many were approved: one, or none when it was approved already or nothing can be said
    package static func approve(
        _ summary: Summary, as approval: ID<ApprovalMark>, by worker: ID<Worker>, called name: String,
        in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> Int {
        guard summary.state == .ready else { return 0 }
        let count = try markApproved(summary, as: approval, by: worker, in: practice, at: occasion.now, db)
        guard count == 1 else { return 0 }
        if summary.version > 1 { try replaceFormer(of: summary, in: practice, db) }
        let approved = summary.approved(at: occasion.now, by: name)
        let body = try recordBundle(of: approved, in: practice, at: occasion.now, db)
        try queue(approved, body, in: practice, at: occasion.now, db)
        return 1
    }

    /// Takes an approval back, as long as it does not stand in the record.
    ///
    /// - Returns: whose summaries are to be approved again
    static func takeBack(
        _ approval: ID<ApprovalMark>, by worker: ID<Worker>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [ID<Patient>] {
        let taken = try approved(as: approval, by: worker, in: practice, db)
        for summary in taken { try takeBack(summary.id, in: practice, db) }
        return taken.map(\.patient)
    }

    /// - Returns: how many there were: one or none
    @discardableResult
    static func takeBack(_ id: ID<SummaryMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        let count = try markReady(id, in: practice, db)
        guard count == 1 else { return 0 }
        try unqueue(id, in: practice, db)
        try restoreFormer(of: id, in: practice, db)
        return count
    }
}

extension Exchange.Summary {
    func approved(at now: Instant, by name: String) -> Self {
        Self(
            id: id, patient: patient, period: period, version: version, series: series, state: .approved,
            judgement: judgement, remark: remark, madeAt: madeAt, approved: .init(at: now, by: name), placedAt: nil,
            formerApprovedAt: formerApprovedAt, givenName: givenName, familyName: familyName, bornOn: bornOn)
    }
}
