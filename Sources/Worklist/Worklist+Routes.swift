import Audit
import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /worklist?tab=open|later|closed&inbox=poh&item=ID`   who needs attention, and the chosen one beside it
/// - `GET  /worklist/news?seen=MARK`                  whether the list has changed since; 204 when it has not
/// - `GET  /worklist/keys`                            what the keys do
/// - `POST /worklist/:item/closing`                   done
/// - `POST /worklist/:item/reopening`                 not done after all
/// - `POST /worklist/:item/pause`                     tomorrow, or next week
/// - `POST /worklist/:item/inbox`                     to another inbox of the practice
package struct WorklistRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("worklist")
            .get(for: .seeWorklist, use: list)
            .get("news", for: .seeWorklist, use: news)
            .get("keys", for: .seeWorklist, use: keys)
            .form(":item/closing", for: .workTheList, use: close)
            .form(":item/reopening", for: .workTheList, use: reopen)
            .form(":item/pause", for: .workTheList, use: pause)
            .form(":item/inbox", for: .handOver, use: hand)
    }

    @Sendable private func list(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let occasion = clock.occasion
        let query = request.uri.queryParameters
        let asked = WorklistQuery(
            tab: query["tab"].flatMap { Worklist.Tab(rawValue: String($0)) } ?? .open,
            item: query["item"].flatMap { Worklist.ItemID($0) },
            closed: query["closed"].flatMap { Worklist.ItemID($0) },
            putOff: query["later"].flatMap { Worklist.ItemID($0) }, sent: query["sent"].map(String.init),
            inbox: query["inbox"].flatMap { Worklist.Inbox(rawValue: String($0)) })
        let page = try await store.read { try WorklistPage(asked, context, at: occasion, $0) }
        // The list leaves one line; who is chosen is looked at closely, so the line names them.
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "worklist", of: page.chosen?.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { _ in page }.page
    }

    /// Nobody is named, so no line of the log is left.
    @Sendable private func news(_ request: Request, _ context: PracticeContext) async throws -> Response {
        guard let seen = request.uri.queryParameters["seen"].flatMap({ News(mark: String($0)) }) else {
            throw NotFound()
        }
        let now = clock.occasion.now
        let news = try await store.ask { try Worklist.news(in: context.practice, at: now, $0) }
        guard news != seen else { return Response(status: .noContent) }
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: news.html(since: seen, in: context.language).bytes)))
    }

    @Sendable private func keys(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let now = clock.occasion.now
        let open = try await store.read { try Worklist.counts(in: context.practice, at: now, since: now, $0)[.open] }
        return KeysPage(frame: context.frame(open: open ?? 0), language: context.language).page
    }

    @Sendable private func close(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        let item = try itemID(context)
        let next = try await next(after: item, context)
        try await change(item, "worklist line closed", context) { occasion, db in
            try Worklist.close(item, in: context.practice, by: context.worker, at: occasion.now, db)
        }
        return .see("/worklist?closed=\(item)\(next)")
    }

    @Sendable private func reopen(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let item = try itemID(context)
        try await change(item, "worklist line reopened", context) { _, db in
            try Worklist.reopen(item, in: context.practice, db)
        }
        return .see("/worklist?item=\(item)")
    }

    @Sendable private func pause(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        let item = try itemID(context)
        let until = form["until"].flatMap { Worklist.Pause(rawValue: $0) }
        let next = try await next(after: item, context)
        try await change(item, "worklist line put off", context) { occasion, db in
            guard try Worklist.patient(of: item, in: context.practice, db) != nil else { throw NotFound() }
            guard let pause = until else { throw StaleForm() }
            try Worklist.putOff(item, pause, in: context.practice, at: occasion.now, db)
        }
        return .see("/worklist?later=\(item)\(next)")
    }

    /// The line stays with the practice; only who is asked to look changes.
    @Sendable private func hand(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let item = try itemID(context)
        let inbox = form["inbox"].flatMap { Worklist.Inbox(rawValue: $0) }
        try await change(item, "worklist line handed over", context) { occasion, db in
            guard try Worklist.patient(of: item, in: context.practice, db) != nil else { throw NotFound() }
            guard let inbox else { throw StaleForm() }
            try Worklist.hand(item, to: inbox, in: context.practice, by: context.worker, at: occasion.now, db)
        }
        return .see("/worklist?item=\(item)")
    }

    private func change(
        _ item: Worklist.ItemID, _ object: String, _ context: PracticeContext,
        _ change: @escaping @Sendable (Occasion, Transaction) throws -> Void
    ) async throws {
        let occasion = clock.occasion
        try await store.write { db in
            try change(occasion, db)
            try Audit.record(
                Audit.Entry(
                    .changed, object, of: try Worklist.patient(of: item, in: context.practice, db),
                    in: context.practice, by: context.actor), at: occasion, db)
        }
    }

    /// Where to go on: the line below, so that a list is worked from the top without looking for the place.
    private func next(after item: Worklist.ItemID, _ context: PracticeContext) async throws -> String {
        let (practice, now) = (context.practice, clock.occasion.now)
        let next = try await store.ask { try Worklist.next(after: item, in: practice, at: now, $0) }
        return next.map { "&item=\($0)" } ?? ""
    }

    private func itemID(_ context: PracticeContext) throws -> Worklist.ItemID {
        guard let id = Worklist.ItemID(try context.parameters.require("item")) else { throw NotFound() }
        return id
    }
}

/// What the address of the page asks for.
struct WorklistQuery: Sendable {
    let tab: Worklist.Tab
    let item: Worklist.ItemID?
    let closed: Worklist.ItemID?
    let putOff: Worklist.ItemID?
    let sent: String?
    /// Only what lies in this inbox; everything where nobody chose.
    let inbox: Worklist.Inbox?
}

extension WorklistPage {
    init(_ asked: WorklistQuery, _ context: PracticeContext, at occasion: Occasion, _ db: Transaction) throws {
        let (practice, now) = (context.practice, occasion.now)
        let morning = Amsterdam.instant(occasion.today, hour: 0)
        let counts = try Worklist.counts(in: practice, at: now, since: morning, db)
        let items =
            switch asked.tab {
            case .open: try Worklist.open(in: practice, at: now, only: asked.inbox, db)
            case .later: try Worklist.later(in: practice, at: now, db)
            case .closed: try Worklist.closed(in: practice, since: morning, db)
            }
        let chosen = items.first { $0.id == asked.item } ?? items.first
        let pane = try chosen.flatMap { item in
            try Worklist.paneFacts(of: item.patient, in: practice, db).map {
                Pane(
                    item: item, patient: $0, handed: try Worklist.handed(item.id, in: practice, db), now: now,
                    secret: context.formSecret, language: context.language)
            }
        }
        self.init(
            frame: context.frame(open: counts[.open, default: 0]), tab: asked.tab, items: items, counts: counts,
            news: try Worklist.news(in: practice, at: now, db), onTarget: try Worklist.onTarget(in: practice, db),
            replyDays: try Worklist.replyDays(of: practice, db),
            inboxes: try Worklist.inboxes(in: practice, at: now, db), inbox: asked.inbox,
            today: occasion.today, notice: try Self.notice(asked, in: practice, db), chosen: chosen, pane: pane,
            language: context.language)
    }

    private static func notice(_ asked: WorklistQuery, in practice: ID<Practice>, _ db: Transaction) throws -> Notice? {
        if let item = asked.closed, let name = try Worklist.name(of: item, in: practice, db) {
            return .closed(item, name: name)
        }
        if let item = asked.putOff, let name = try Worklist.name(of: item, in: practice, db) {
            return .putOff(name: name)
        }
        return asked.sent == nil ? nil : .sent
    }
}
