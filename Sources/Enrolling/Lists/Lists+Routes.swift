import Audit
import Clinical
import Exports
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /enrolling/list`              which columns a list has, and the lists that were read in
/// - `POST /enrolling/list`              read one in
/// - `POST /enrolling/lists/:list/end`   take one back
package struct ListRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let desk = Desk(places: 2)

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("enrolling")
            .get("list", for: .selectPatients) { _, context in try await page(context).page }
            .post("list", for: .selectPatients, use: take)
            .form("lists/:list/end", for: .selectPatients, use: withdraw)
    }

    @Sendable private func take(_ request: Request, _ context: PracticeContext) async throws -> Response {
        let secret = context.formSecret
        let upload = try await Upload.receive(request, most: Enrolling.largestList, at: desk) { form in
            form["form"].map(secret.matches) ?? false
        }
        defer { upload.discard() }
        guard let token = upload.form["form"], context.formSecret.matches(token) else { throw StaleForm() }
        var page = try await page(context)
        do {
            guard upload.size > 0 else { throw ExportFailure.empty }
            page.result = try await read(upload.path, context)
            page.lists = try await store.read { try Enrolling.lists(in: context.practice, $0) }
            return page.page.response(from: request, context: context)
        } catch let failure as ExportFailure {
            page.problems = [
                Problem("file", failure == .unknownTable ? ListWords.columnsMissing : Sentence(failure.sentence))
            ]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
    }

    /// So many rows are written together, so that nobody else waits long.
    private static let part = 200

    private func read(_ path: String, _ context: PracticeContext) async throws -> ListResult {
        let (definition, occasion) = (EligibilityDefinition.cardiometabolic, clock.occasion)
        let list: ID<Enrolling.ListMark> = occasion.newID()
        var reader = try Enrolling.ListReader(path: path, definition, as: list)
        var result = ListResult()
        var part: [(Enrolling.Candidate, [UInt8])] = []
        try await begin(list, by: definition, context, at: occasion)
        while let row = try reader.next(at: clock.occasion) {
            if let (candidate, key) = result.take(row) { part.append((candidate, key)) }
            guard part.count == Self.part else { continue }
            result.added += try await keep(part, context)
            part = []
        }
        result.added += try await keep(part, context)
        let (rows, eligible, practice) = (result.rows, result.eligible, context.practice)
        try await store.write { try Enrolling.count(list: list, rows: rows, eligible: eligible, in: practice, $0) }
        return result
    }

    private func begin(
        _ list: ID<Enrolling.ListMark>, by definition: EligibilityDefinition, _ context: PracticeContext,
        at occasion: Occasion
    ) async throws {
        try await store.write { db in
            try Enrolling.keep(
                list: list, by: definition, rows: 0, eligible: 0, in: context.practice, by: context.worker,
                at: occasion.now, db)
            try Audit.record(
                Audit.Entry(.imported, "candidates", in: context.practice, by: context.actor), at: occasion, db)
        }
    }

    /// - Returns: how many of them were not known
    private func keep(
        _ part: [(Enrolling.Candidate, [UInt8])], _ context: PracticeContext
    ) async throws -> Int {
        guard !part.isEmpty else { return 0 }
        let practice = context.practice
        return try await store.write { db in
            var added = 0
            for (candidate, key) in part {
                let known = try Identity.patient(
                    named: candidate.givenName, candidate.familyName, bornOn: candidate.bornOn, in: practice, db)
                let count = try Enrolling.list(
                    known.map { candidate.known(as: $0) } ?? candidate, as: key, in: practice, db)
                if count == 0 { try Enrolling.renew(candidate, as: key, in: practice, db) }
                added += count
            }
            return added
        }
    }

    @Sendable private func withdraw(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let list = ID<Enrolling.ListMark>(try context.parameters.require("list")) else { throw NotFound() }
        let occasion = clock.occasion
        try await store.write { db in
            let count = try Enrolling.withdraw(
                list: list, in: context.practice, by: context.worker, at: occasion.now, db)
            guard count == 1 else { throw NotFound() }
            try Audit.record(
                Audit.Entry(.changed, "candidates", in: context.practice, by: context.actor), at: occasion, db)
        }
        return .see("/enrolling/list")
    }

    private func page(_ context: PracticeContext) async throws -> ListPage {
        let lists = try await store.read { try Enrolling.lists(in: context.practice, $0) }
        return ListPage(frame: context.frame(), lists: lists, today: clock.occasion.today, language: context.language)
    }
}

/// What came of a list.
struct ListResult: Hashable, Sendable {
    var rows = 0
    var eligible = 0
    var added = 0
    var refused = 0
    /// The first rows that could not be used.
    var told: [Enrolling.ListReader.Refused] = []

    private static let mostTold = 20

    mutating func take(_ row: Enrolling.ListReader.Row) -> (Enrolling.Candidate, [UInt8])? {
        rows += 1
        switch row {
        case .notEligible: return nil
        case .refused(let why):
            refused += 1
            if told.count < Self.mostTold { told.append(why) }
            return nil
        case .eligible(let candidate, let key):
            eligible += 1
            return (candidate, key)
        }
    }
}

extension Sentence {
    fileprivate init(_ both: (nl: String, en: String)) { self.init(nl: both.nl, en: both.en) }
}
