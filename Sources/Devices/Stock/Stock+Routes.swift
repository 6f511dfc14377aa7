import Audit
import Clinical
import Exports
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /kits/import`   choose a list
/// - `POST /kits/import`   read it in
package struct StockRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let desk = Desk(places: 2)

    /// - Units: bytes
    private static let largest = 20 << 20
    /// So many kits in one transaction: a practice that scans a kit meanwhile hardly waits.
    private static let atOnce = 500

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("kits/import")
            .get(for: .keepKits) { _, context in choose([], context) }
            .post(for: .keepKits, use: take)
    }

    private func choose(_ problems: [Problem], _ context: PracticeContext) -> Page {
        StockPage(frame: context.frame(), problems: problems, taken: nil, language: context.language).page
    }

    @Sendable private func take(_ request: Request, _ context: PracticeContext) async throws -> Response {
        let secret = context.formSecret
        let upload = try await Upload.receive(request, most: Self.largest, at: desk) { form in
            form["form"].map(secret.matches) ?? false
        }
        defer { upload.discard() }
        guard let token = upload.form["form"], secret.matches(token) else { throw StaleForm() }
        do {
            guard upload.size > 0 else { throw ExportFailure.empty }
            let taken = try await bring(in: upload.path, context)
            return StockPage(frame: context.frame(), problems: [], taken: taken, language: context.language).page
                .response(from: request, context: context)
        } catch let failure as ExportFailure {
            let sentence = failure == .empty ? (nl: StockWords.noFile.nl, en: StockWords.noFile.en) : failure.sentence
            let problem = Problem("file", Sentence(nl: sentence.nl, en: sentence.en))
            var response = choose([problem], context).response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
    }

    private func bring(in path: String, _ context: PracticeContext) async throws -> Devices.StockTaken {
        let (practice, occasion) = (context.practice, clock.occasion)
        let (kinds, known) = try await store.read { db in
            (try Devices.kinds(in: practice, db), try Devices.known(in: practice, db))
        }
        var list = Devices.StockList(kinds: kinds)
        var table = try PlainTable(path: path, most: Self.largest)
        guard !table.columns.isDisjoint(with: ["kind", "soort"]) else { throw ExportFailure.unknownTable }
        while let row = try table.next() { list.take(row) }
        var taken = Devices.StockTaken()
        var fresh: [Devices.StockList.Wanted] = []
        for kit in list.wanted {
            if known.holds(kit) {
                taken.known += 1
            } else if known.holdsSerial(of: kit) {
                list.refuse(kit, StockWords.serialKnown)
            } else {
                fresh.append(kit)
            }
        }
        for start in stride(from: 0, to: fresh.count, by: Self.atOnce) {
            let part = Array(fresh[start..<min(fresh.count, start + Self.atOnce)])
            let added = try await store.write { db in
                try Devices.add(part, by: context.worker, in: practice, at: occasion, db)
            }
            taken.added += added
            // What did not come in was brought in by somebody else a moment ago.
            taken.known += part.count - added
        }
        try await store.append { [actor = context.actor] in
            try Audit.record(Audit.Entry(.imported, "kits", in: practice, by: actor), at: occasion, $0)
        }
        taken.refused = list.refused.sorted { $0.line < $1.line }
        return taken
    }
}

extension Devices {
    /// - Returns: how many came in; what somebody else brought in meanwhile stays as it is
    fileprivate static func add(
        _ kits: [StockList.Wanted], by worker: ID<Worker>, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> Int {
        let isCalling = try recalls(in: practice, db).contains { $0.endedAt == nil }
        return try kits.reduce(0) { count, kit in
            let id: ID<KitMark> = occasion.newID()
            let new = NewKit(
                try kit.number ?? freeNumber(in: practice, at: occasion, db), kind: kit.kind.code, mark: kit.mark,
                devices: kit.devices)
            guard try enter(new, as: id, by: worker, in: practice, at: occasion, db) else { return count }
            if isCalling { try callBackIfNeeded(id, in: practice, at: occasion, db) }
            return count + 1
        }
    }
}
