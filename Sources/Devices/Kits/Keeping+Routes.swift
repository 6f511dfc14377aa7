import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /kits/new?kind=`         a kit comes into the books
/// - `POST /kits/new`               it is in
/// - `GET  /kits/:number/parts`     what is in it
/// - `POST /kits/:number/parts`     something else is in it now
package struct KeepingRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("kits")
            .get("new", for: .keepKits) { request, context in
                try await new(request.uri.queryParameters["kind"].map(String.init), nil, [], context)
            }
            .form("new", for: .keepKits, use: add)
            .get(":number/parts", for: .keepKits) { _, context in try await parts(nil, [], context) }
            .form(":number/parts", for: .keepKits, use: change)
    }

    private func new(
        _ code: String?, _ form: Form?, _ problems: [Problem], _ context: PracticeContext
    ) async throws -> Page {
        let kinds = try await store.read { try Devices.kinds(in: context.practice, $0) }
        return NewKitPage(
            kinds: kinds, kind: kinds.first { $0.code == code }, fields: PartFields(form, problems, context.language),
            frame: context.frame(), number: clock.occasion.newID(), language: context.language
        ).page
    }

    @Sendable private func add(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let kinds = try await store.read { try Devices.kinds(in: context.practice, $0) }
        guard let kind = kinds.first(where: { $0.code == form["kind"] }) else { throw StaleForm() }
        let read = PartFields.read(form, kind.parts)
        let mark = form["mark"]
        var problems = read.problems
        if (mark ?? "").codePoints > 40 { problems.append(Problem("mark", KitWords.tooLong)) }
        let (id, occasion): (ID<Devices.KitMark>, Occasion) = (try form.formNumber(), clock.occasion)
        if problems.isEmpty {
            let number = try await store.read { try Devices.freeNumber(in: context.practice, at: occasion, $0) }
            let kit = Devices.NewKit(
                number, kind: kind.code, mark: mark,
                purpose: form["purpose"] == "demonstration" ? .demonstration : .lending, devices: read.devices)
            problems = try await store.write { db in
                try Self.add(kit, as: id, context, at: occasion, db)
            }
        }
        guard problems.isEmpty else {
            return try await again(new(kind.code, form, problems, context), request, context)
        }
        let added = try await store.read { try Devices.kit(id, in: context.practice, $0) }
        return .see(added.map { "\(KitPath.card($0.number))?done=1" } ?? KitPath.list)
    }

    /// - Returns: what is in the way; nothing when the kit is in the books now, or was by the same form
    private static func add(
        _ kit: Devices.NewKit, as id: ID<Devices.KitMark>, _ context: PracticeContext, at occasion: Occasion,
        _ db: Transaction
    ) throws -> [Problem] {
        let practice = context.practice
        guard try Devices.kit(id, in: practice, db) == nil else { return [] }
        let taken = try kit.devices.filter { try Devices.holder(of: $0, in: practice, db) != nil }
        guard taken.isEmpty else {
            return taken.map { Problem("serial-\(PartFields.name($0.part))", KitWords.serialTaken) }
        }
        guard try Devices.add(kit, as: id, by: context.worker, in: practice, at: occasion, db) != nil else {
            return [Problem("mark", KitWords.markTaken)]
        }
        try Audit.record(Audit.Entry(.added, "kit", in: practice, by: context.actor), at: occasion, db)
        return []
    }

    private func parts(_ form: Form?, _ problems: [Problem], _ context: PracticeContext) async throws -> Page {
        let number = try context.kitInAddress()
        let found = try await store.read { db -> (Devices.Kit, [Devices.Part])? in
            guard let kit = try Devices.kit(number, in: context.practice, db) else { return nil }
            let kind = try Devices.kinds(in: context.practice, db).first { $0.code == kit.kind }
            return (kit, Devices.Part.allCases.filter { kit.parts.contains($0) || kind?.parts.contains($0) == true })
        }
        guard let (kit, parts) = found else { throw NotFound() }
        return PartsPage(
            kit: kit, parts: parts, fields: PartFields(form, problems, context.language), frame: context.frame(),
            language: context.language
        ).page
    }

    @Sendable private func change(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (number, occasion) = (try context.kitInAddress(), clock.occasion)
        guard try await store.read({ try Devices.kit(number, in: context.practice, $0) }) != nil else {
            throw NotFound()
        }
        guard let seen = form.number("seen") else { throw StaleForm() }
        let read = PartFields.read(form, Devices.Part.allCases)
        var problems = read.problems
        if problems.isEmpty {
            problems = try await store.write { db in
                try Self.change(number, to: read.devices, seen: seen, context, at: occasion, db)
            }
        }
        guard problems.isEmpty else { return try await again(parts(form, problems, context), request, context) }
        return .see("\(KitPath.card(number))?done=1")
    }

    private static func change(
        _ number: KitNumber, to devices: [Devices.Device], seen: Int, _ context: PracticeContext,
        at occasion: Occasion, _ db: Transaction
    ) throws -> [Problem] {
        let practice = context.practice
        guard let kit = try Devices.kit(number, in: practice, db) else { throw NotFound() }
        guard kit.version == seen else { throw ChangedMeanwhile() }
        let taken = try devices.filter { device in
            let holder = try Devices.holder(of: device, in: practice, db)
            return holder != nil && holder != kit.id
        }
        guard taken.isEmpty else {
            return taken.map { Problem("serial-\(PartFields.name($0.part))", KitWords.serialTaken) }
        }
        // A kit at somebody's home keeps the parts it went out with; another serial number is put right.
        let kept = Set(devices.map(\.part))
        if kit.state.isTaken, kept != Set(kit.parts) { throw NotNow() }
        for part in kit.parts where !kept.contains(part) { try Devices.takeOut(part, of: kit.id, in: practice, db) }
        for device in devices { try Devices.put(device, in: kit.id, of: practice, db) }
        try Devices.callBackIfNeeded(kit.id, in: practice, at: occasion, db)
        try Audit.record(Audit.Entry(.changed, "kit", in: practice, by: context.actor), at: occasion, db)
        return []
    }

    private func again(_ page: Page, _ request: Request, _ context: PracticeContext) -> Response {
        var response = page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }
}
