import Audit
import Clinical
import Credentials
import HTTPTypes
import Hummingbird
import Identity
import NIOCore
import Storage
import Web

/// - `GET /measure/phone`   what the phone of this account needs to go on without internet: a key, and the limits
package struct PhoneRoutes: Sendable {
    /// Of what is said between a phone and us. A phone that speaks another loads its page anew.
    static let version = "1"

    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.get("measure/phone", for: .measure, use: desk)
    }

    @Sendable private func desk(_ request: Request, _ context: PatientContext) async throws -> Response {
        let keys = try await keys(context)
        let (limits, phone) = try await store.read { db in
            (try Measurements.limits(in: context.practice, db), try context.frame(db).phone)
        }
        let members: [String: JSONValue] = [
            "version": .text(Self.version), "form": .text(context.formSecret.token), "phone": .text(phone),
            "limits": .object([
                "systolic": .number(limits[.veryHighSystolic]),
                "diastolic": .number(limits[.veryHighDiastolic]),
            ]),
            "key": .object([
                "id": .text(keys[0].id.description), "public": .text(Base64URL.text(keys[0].publicBytes)),
            ]),
            "keys": .list(keys.map { .text($0.id.description) }),
        ]
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: JSONValue.object(members).json)))
    }

    /// The keys of this account, the newest first; a new one when there is none that is young enough to seal with.
    private func keys(_ context: PatientContext) async throws -> [PhoneKey] {
        let occasion = clock.occasion
        let (patient, practice, holder) = (context.patient, context.practice, context.holder)
        let known = try await store.read {
            try Measurements.phoneKeys(of: holder, for: patient, in: practice, $0)
        }
        if let newest = known.first, newest.madeAt > occasion.now - PhoneKey.seals { return known }
        let key = PhoneKey(occasion.newID(), at: occasion.now)
        try await store.write { db in
            try Measurements.add(key, of: holder, for: patient, in: practice, db)
            try Audit.record(
                Audit.Entry(.added, "phone key", of: patient, in: practice, by: context.actor), at: occasion, db)
        }
        return [key] + known.filter { $0.madeAt > occasion.now - PhoneKey.opens }
    }
}

extension PatientContext {
    /// Whose account it is.
    var holder: ID<Measurements.Holder> {
        switch visitor.person {
        case .patient(let id): ID(of: id)
        case .proxy(let id): ID(of: id)
        // A context of a patient is never made for who works here.
        case .worker(let id): ID(of: id)
        }
    }
}
