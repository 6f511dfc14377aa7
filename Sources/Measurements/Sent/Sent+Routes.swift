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
        // A phone that speaks as we did before keeps what it has, and loads its page anew.
        guard form["version"] ?? PhoneRoutes.version == PhoneRoutes.version else {
            return json(["reload": .truth(true), "results": .list([])])
        }
        let occasion = clock.occasion
        let opening = try await opening(of: texts, form, at: occasion, context)
        let answers = try await answers(to: texts.map(opening.read), at: occasion, context)
        return json(["results": .list(answers.map { $0.json(in: context.language) })])
    }

    private func json(_ members: [String: JSONValue]) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: JSONValue.object(members).json)))
    }

    private func opening(
        of texts: [String], _ form: Form, at occasion: Occasion, _ context: PatientContext
    ) async throws -> Measurements.Opening {
        let (patient, practice, holder) = (context.patient, context.practice, context.holder)
        let keys =
            texts.contains(where: PhoneKey.isSealed)
            ? try await store.read { try Measurements.phoneKeys(of: holder, for: patient, in: practice, $0) } : []
        return Measurements.Opening(
            keys: keys, clock: PhoneClock(said: form["now"].flatMap { Moment(rfc3339: $0) }, at: occasion.now),
            confirmed: Set(form.all("confirmed")))
    }

    /// One answer for each, in the order sent; a broken one spoils nothing for the others.
    private func answers(
        to items: [Result<Measurements.Sent, Measurements.Sent.Unread>], at occasion: Occasion,
        _ context: PatientContext
    ) async throws -> [Measurements.SentAnswer] {
        let sent = items.compactMap { try? $0.get() }  // the others are answered without being judged
        var judged = Measurements.judge(sent, try await before(sent, at: occasion, context), at: occasion.now)
        let good = judged.compactMap(\.good)
        let arrived =
            good.isEmpty
            ? [] : try await arrives(good, context.patient, context.practice, context.actor, occasion)
        judged = Measurements.settle(judged, arrived)
        try await note(zip(sent, judged).compactMap { $0.correction(ofWhatIs: $1) }, context)
        try await remember(Measurements.usedMeters(sent, judged), at: occasion, context)
        var next = zip(sent, judged).map(Measurements.SentAnswer.init)[...]
        return items.compactMap { item in
            if case .failure(let unread) = item { .refused(unread.why, unread.id) } else { next.popFirst() }
        }
    }

    private func note(_ corrections: [PhoneClock.Correction], _ context: PatientContext) async throws {
        guard !corrections.isEmpty else { return }
        let (patient, practice) = (context.patient, context.practice)
        try await store.write { db in
            for correction in corrections { try Measurements.note(correction, of: patient, in: practice, db) }
        }
    }

    /// Which meter this person has, and who they are on it, so that it need not be asked again.
    private func remember(
        _ meters: [Measurements.UsedMeter], at occasion: Occasion, _ context: PatientContext
    ) async throws {
        guard !meters.isEmpty else { return }
        let (patient, practice) = (context.patient, context.practice)
        try await store.write { db in
            for meter in meters { try Measurements.remember(meter, of: patient, in: practice, at: occasion.now, db) }
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
                Measurements.dated(sent, at: occasion.now), using: memory, of: patient, in: practice, at: occasion.now,
                $0)
        }
    }
}
