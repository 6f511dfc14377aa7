import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /measure/meter`                        fetch what a meter kept
/// - `GET  /measure/came`                         what came in the last day
/// - `POST /measure/came/:reading/withdrawal`     this one is not mine
package struct MeterRoutes: Sendable {
    package typealias Withdraws =
        @Sendable (
            Measurements.ReadingID, ID<Patient>, ID<Practice>, Audit.Actor, Occasion
        ) async throws -> Reading?

    private let store: Store
    private let clock: Clock
    private let withdraws: Withdraws

    /// - Parameter withdraws: the story of a reading that was a mistake
    package init(store: Store, clock: Clock, withdraws: @escaping Withdraws) {
        self.store = store
        self.clock = clock
        self.withdraws = withdraws
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("measure")
            .get("meter", for: .measure, use: meter)
            .get("came", for: .seeReadings, use: came)
            .form("came/:reading/withdrawal", for: .measure, use: withdraw)
    }

    @Sendable private func meter(_ request: Request, _ context: PatientContext) async throws -> Page {
        let (frame, meters) = try await store.read { db in
            (
                try context.frame(db),
                try Measurements.meters(of: context.patient, in: context.practice, db)
            )
        }
        return MeterPage(
            frame: frame, meters: meters, secret: context.formSecret,
            after: context.may(.seeReadings) ? .whatCame : .today, language: context.language
        ).page
    }

    @Sendable private func came(_ request: Request, _ context: PatientContext) async throws -> Page {
        let occasion = clock.occasion
        let (frame, readings) = try await store.look(
            leaving: Audit.Entry(.looked, "reading", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            (
                try context.frame(db),
                try Measurements.came(
                    to: context.patient, in: context.practice, since: occasion.now - Measurements.withdrawable, db)
            )
        }
        return CamePage(
            frame: frame, readings: readings, secret: context.formSecret, mayWithdraw: context.may(.measure),
            language: context.language
        ).page
    }

    @Sendable private func withdraw(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        guard let id = Measurements.ReadingID(try context.parameters.require("reading")) else { throw NotFound() }
        let occasion = clock.occasion
        let (patient, practice) = (context.patient, context.practice)
        let stored = try await store.ask { try Measurements.reading(id, of: patient, in: practice, $0) }
        guard let stored else { throw NotFound() }
        switch Measurements.mayWithdraw(stored, at: occasion.now) {
        case .tooLate: throw TooLateToWithdraw()
        case .open: _ = try await withdraws(id, patient, practice, context.actor, occasion)
        case .done: break
        }
        return .see(context.may(.seeReadings) ? "/measure/came" : "/measure/meter")
    }
}

/// The reading has been here for more than a day, or it is not theirs to take back: the practice may.
struct TooLateToWithdraw: Refusal {
    var status: HTTPResponse.Status { .conflict }
    var explanation: Sentence {
        Sentence(
            nl: "Deze meting kunt u niet meer weghalen. Vraag het de praktijk.",
            en: "You cannot take this reading away any more. Ask the practice.")
    }
}
