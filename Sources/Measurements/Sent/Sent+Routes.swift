import Audit
import Clinical
import Credentials
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `POST /measure/sent`   what a phone kept or a meter gave: 1 to 200 times `reading`, each a JSON object
package struct SentRoutes: Sendable {
    package typealias Arrives =
        @Sendable ([Reading], ID<Patient>, ID<Practice>, Audit.Actor, Occasion) async throws -> [Measurements.Arrived]

    /// Two hundred readings of two thousand bytes, each byte written as three, and what belongs to the form.
    private static let size = FormSize(fields: 210, bytes: 1_300_000)

    private let store: Store
    private let clock: Clock
    private let arrives: Arrives

    package init(store: Store, clock: Clock, arrives: @escaping Arrives) {
        self.store = store
        self.clock = clock
        self.arrives = arrives
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("measure").form("sent", for: .measure, of: Self.size, use: take)
    }

    @Sendable private func take(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let texts = form.all("reading")
        guard texts.count <= Measurements.Sent.most else { throw UnreadableForm(.tooManyFields) }
        guard texts.allSatisfy({ $0.utf8.count <= Measurements.Sent.mostBytes }) else {
            throw UnreadableForm(.tooLarge)
        }
        let answers = try await answers(to: texts.map(read), context)
        let list = JSONValue.object(["results": .list(answers.map { $0.json(in: context.language) })])
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: list.json)))
    }

    private func read(_ text: String) -> Result<Measurements.Sent, Measurements.Sent.Unread> {
        do throws(Measurements.Sent.Unread) { return .success(try Measurements.Sent(text)) } catch {
            return .failure(error)
        }
    }

    /// One answer for each, in the order sent; a broken one spoils nothing for the others.
    private func answers(
        to items: [Result<Measurements.Sent, Measurements.Sent.Unread>], _ context: PatientContext
    ) async throws -> [Measurements.SentAnswer] {
        let occasion = clock.occasion
        let sent = items.compactMap { try? $0.get() }  // the others are answered without being judged
        var judged = Measurements.judge(sent, try await before(sent, at: occasion, context), at: occasion.now)
        let good = judged.compactMap(\.good)
        let arrived =
            good.isEmpty
            ? [] : try await arrives(good, context.patient, context.practice, context.actor, occasion)
        judged = Measurements.settle(judged, arrived)
        var next = zip(sent, judged).map(Measurements.SentAnswer.init)[...]
        return items.compactMap { item in
            if case .failure(let unread) = item { .refused(unread.why, unread.id) } else { next.popFirst() }
        }
    }

    private func before(
        _ sent: [Measurements.Sent], at occasion: Occasion, _ context: PatientContext
    ) async throws -> Measurements.BeforeSent {
        // Who may write readings down for somebody, and not see them, is not told what is usual either.
        let memory: Measurements.Memory = context.may(.seeReadings) ? .ofThePerson : .none
        let (patient, practice) = (context.patient, context.practice)
        return try await store.read {
            try Measurements.before(
                sent.map(\.reading), using: memory, of: patient, in: practice, at: occasion.now, $0)
        }
    }
}
