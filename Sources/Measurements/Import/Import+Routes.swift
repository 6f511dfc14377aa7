import Audit
import Clinical
import Exports
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /import`   choose a file of a meter or an app
/// - `POST /import`   read it in
package struct ImportRoutes: Sendable {
    package typealias Arrives =
        @Sendable (
            [Reading], ID<Patient>, ID<Practice>, Audit.Actor, Occasion
        ) async throws -> [Measurements.Recorded]

    private let store: Store
    private let clock: Clock
    private let arrives: Arrives
    private let desk = Desk(places: 4)
    /// A year of measuring in one app is one file; somebody who tries several of them has enough.
    private let allowance = Allowance(most: 20)

    /// - Parameter arrives: the story of a file that arrives, for one part of it
    package init(store: Store, clock: Clock, arrives: @escaping Arrives) {
        self.store = store
        self.clock = clock
        self.arrives = arrives
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("import")
            .get(for: .importFile) { _, context in try await choose([], context) }
            .post(for: .importFile, use: take)
    }

    @Sendable private func take(_ request: Request, _ context: PatientContext) async throws -> Response {
        let secret = context.formSecret
        let upload = try await Upload.receive(request, at: desk) { form in form["form"].map(secret.matches) ?? false }
        defer { upload.discard() }
        guard let token = upload.form["form"], context.formSecret.matches(token) else { throw StaleForm() }
        guard upload.size > 0 else {
            return try await again(ImportWords.noFile, request, context)
        }
        try await allowance.take(for: context.patient.description, on: clock.occasion.today)
        do {
            let result = try await read(upload, context)
            let frame = try await frame(context)
            return ImportPages.done(result, fileName: upload.fileName, frame, in: context.language)
                .response(from: request, context: context)
        } catch let failure as ExportFailure {
            let sentence = failure.sentence
            return try await again(Sentence(nl: sentence.nl, en: sentence.en), request, context)
        }
    }

    private func read(_ upload: Upload, _ context: PatientContext) async throws -> Measurements.Import {
        let occasion = clock.occasion
        let (patient, practice, actor) = (context.patient, context.practice, context.actor)
        var result = Measurements.Import()
        try await result.run(
            try ExportFile(path: upload.path), now: occasion.now,
            arrives: { try await arrives($0, patient, practice, actor, occasion) })
        return result
    }

    private func again(
        _ sentence: Sentence, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        var response = try await choose([Problem("file", sentence)], context).response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    private func choose(_ problems: [Problem], _ context: PatientContext) async throws -> Page {
        ImportPages.choose(problems, try await frame(context), context.formSecret, in: context.language)
    }

    private func frame(_ context: PatientContext) async throws -> PatientFrame {
        try await store.read { try context.frame($0) }
    }
}
