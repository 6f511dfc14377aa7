import Clinical
import Storage

extension Devices {
    /// Calls back every kit with such a device in it, also the ones at home, and those that are lost for when they are found.
    ///
    /// - Returns: how many kits; nothing when this was called back by the same form before
    @discardableResult
    package static func callBack(
        _ recall: Recall, by worker: ID<Worker>, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> Int? {
        guard try start(recall, by: worker, in: practice, db) else { return nil }
        let about = try devices(of: recall.model, in: practice, db).filter { recall.isAbout($0.device) }
        let kits = Set(about.map(\.kit)).sorted()
        for id in kits {
            try callBack(id, by: recall.id, in: practice, db)
            guard let kit = try kit(id, in: practice, db), steps[.recall]?[kit.state] != nil else { continue }
            try take(Act(.recall, as: occasion.newID(), by: worker), with: kit, in: practice, at: occasion, db)
        }
        return kits.count
    }

    /// A recall is over: what it was about is looked at once more and goes on.
    ///
    /// - Returns: whether there was one to end
    package static func end(
        _ recall: ID<RecallMark>, by worker: ID<Worker>, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> Bool {
        guard try endRecall(recall, by: worker, in: practice, at: occasion.now, db) == 1 else { return false }
        try settle(all: recall, by: worker, in: practice, at: occasion.now, db)
        for id in try kits(calledBackBy: recall, in: practice, db) {
            guard try !isCalledBack(id, in: practice, db), let kit = try kit(id, in: practice, db),
                steps[.clear]?[kit.state] != nil
            else { continue }
            try take(Act(.clear, as: occasion.newID(), by: worker), with: kit, in: practice, at: occasion, db)
        }
        return true
    }
}
