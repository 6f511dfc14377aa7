import Audit
import Clinical
import Crypto
import HTTPTypes
import Hummingbird
import Identity
import Logging
import Storage
import Vendors
import Web

/// - `GET  /withings`          whether the meter is coupled, what comes to us and what not
/// - `POST /withings`          the way to the maker
/// - `GET  /withings/answer`   back from it, with a yes or a no
/// - `POST /withings/end`      no more
package struct CouplingRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let desk: WithingsDesk?

    /// - Parameter desk: nothing when the administrator did not switch it on; then there is no page
    package init(store: Store, clock: Clock, desk: WithingsDesk?) {
        self.store = store
        self.clock = clock
        self.desk = desk
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("withings")
            .get(for: .coupleMeter, use: page)
            .form(for: .coupleMeter, use: begin)
            .get("answer", for: .coupleMeter, use: answer)
            .form("end", for: .coupleMeter, use: end)
    }

    /// - Throws: ``NotFound`` when it is off
    private func open() throws -> WithingsDesk {
        guard let desk, desk.back != nil else { throw NotFound() }
        return desk
    }

    @Sendable private func page(_ request: Request, _ context: PatientContext) async throws -> Page {
        _ = try open()
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "coupling", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            CouplingPage(
                coupling: try Exchange.coupling(of: context.patient, in: context.practice, db),
                frame: try context.frame(db), secret: context.formSecret, today: occasion.today,
                language: context.language)
        }.page
    }

    @Sendable private func begin(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let desk = try open()
        guard let back = desk.back else { throw NotFound() }
        let state = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }.hexadecimal
        let pending = Exchange.PendingCoupling(
            stateHash: Exchange.hash(ofState: state), sessionHash: context.visitor.tokenHash,
            madeAt: clock.occasion.now)
        let way = try await store.write { db in
            try Exchange.keep(pending, of: context.patient, in: context.practice, db)
            return CouplingWay(frame: try context.frame(db), language: context.language)
        }
        return way.onward(to: desk.account.consent(state, back: back)).response(from: request, context: context)
    }

    @Sendable private func answer(_ request: Request, _ context: PatientContext) async throws -> Response {
        let (desk, occasion) = (try open(), clock.occasion)
        let pending = try await store.write {
            try Exchange.takePending(of: context.patient, in: context.practice, $0)
        }
        let query = request.uri.queryParameters
        let came = Withings.Return(code: query["code"].map(String.init), state: query["state"].map(String.init))
        guard case .yes(let code, let state) = came, let pending,
            pending.fits(state, in: context.visitor.tokenHash, at: occasion.now), let back = desk.back
        else { return try await failed(CouplingWords.failedMore, request, context) }
        do {
            let tokens = try await desk.line.tokens(for: code, back: back, at: occasion.now)
            try await couple(tokens, desk, context, at: occasion)
            return .see("/withings")
        } catch is Exchange.OfAnother {
            return try await failed(CouplingWords.ofAnother, request, context)
        } catch let failure as StorageFailure {
            guard failure.isConstraint else { throw failure }
            return try await failed(CouplingWords.ofAnother, request, context)
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            context.logger.notice("coupling failed", metadata: ["why": "\(type(of: error)): \(error)"])
            return try await failed(CouplingWords.failedMore, request, context)
        }
    }

    private func couple(
        _ tokens: Withings.Tokens, _ desk: WithingsDesk, _ context: PatientContext, at occasion: Occasion
    ) async throws {
        let (patient, practice, actor) = (context.patient, context.practice, context.actor)
        let id: ID<Exchange.Coupling.Mark> = occasion.newID()
        try await store.write { db in
            for hash in desk.hashes(of: tokens.person) {
                let others = try Exchange.couplings(ofPerson: hash, db)
                guard others.allSatisfy({ $0.patient == patient && $0.practice == practice }) else {
                    throw Exchange.OfAnother()
                }
            }
            let key = try desk.safe.key(of: patient, in: practice, db)
            let new = Exchange.NewCoupling(
                id: id, hash: desk.hash(of: tokens.person),
                farewell: try desk.farewell(of: tokens.person, id, in: practice),
                sealed: try desk.seal(tokens, of: patient, with: key))
            try Exchange.couple(new, of: patient, in: practice, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(.added, "coupling", of: patient, in: practice, by: actor), at: occasion, db)
        }
    }

    private func failed(
        _ why: Sentence, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let occasion = clock.occasion
        let way = try await store.write { db in
            try Audit.record(
                Audit.Entry(.refused, "coupling", of: context.patient, in: context.practice, by: context.actor),
                at: occasion, db)
            return CouplingWay(frame: try context.frame(db), language: context.language)
        }
        return way.failed(why).response(from: request, context: context)
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        _ = try open()
        let (occasion, actor) = (clock.occasion, context.actor)
        let (patient, practice) = (context.patient, context.practice)
        try await store.write { db in
            let ended = try Exchange.end(as: .ended, of: patient, in: practice, at: occasion.now, db)
            guard try ended || Exchange.putAway(patient, in: practice, db) else { return }
            try Audit.record(
                Audit.Entry(.changed, "coupling", of: patient, in: practice, by: actor), at: occasion, db)
        }
        return .see("/withings")
    }
}
