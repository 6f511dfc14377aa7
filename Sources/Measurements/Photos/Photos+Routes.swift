import Audit
import Clinical
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import NIOCore
import Storage
import Web

/// - `GET  /measure/diary/photo?said=`               send a photograph of a booklet, and what became of those before
/// - `POST /measure/diary/photo`                     keeps it, without anything that is not the picture
/// - `GET  /measure/diary/photo/:photo`              the picture
/// - `POST /measure/diary/photo/:photo/withdrawal`   takes it back, until the practice used it
package struct PhotoRoutes: Sendable {
    /// The patient tells the practice that there is a photograph.
    package typealias Asks =
        @Sendable (String, ID<Measurements.PhotoMark>, ID<Patient>, ID<Practice>, Audit.Actor, Occasion) async throws
        -> Void

    private let store: Store
    private let clock: Clock
    private let safe: Safe?
    private let asks: Asks
    private let desk = Desk(places: 4)
    /// More than there is room for, and an end to sending and taking back.
    private let allowance = Allowance(most: 150)

    /// - Parameters:
    ///   - safe: nothing when there are no keys on this machine; then there is no page
    ///   - asks: the story of a patient who asks something
    package init(store: Store, clock: Clock, safe: Safe?, asks: @escaping Asks) {
        self.store = store
        self.clock = clock
        self.safe = safe
        self.asks = asks
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("measure/diary/photo")
            .get(for: .measure) { request, context in
                let said: PhotosPage.Said = request.uri.queryParameters["said"] == "sent" ? .sent : .nothing
                return try await page(said, [], context)
            }
            .post(for: .measure, use: take)
            .get(":photo", for: .seeReadings, use: picture)
            .form(":photo/withdrawal", for: .measure, use: takeBack)
    }

    @Sendable private func take(_ request: Request, _ context: PatientContext) async throws -> Response {
        guard let safe else { throw NotFound() }
        let secret = context.formSecret
        let upload = try await Upload.receive(request, most: StrippedPhoto.most, at: desk) { form in
            form["form"].map(secret.matches) ?? false
        }
        defer { upload.discard() }
        guard let token = upload.form["form"], secret.matches(token) else { throw StaleForm() }
        let number: Measurements.PhotoID = try upload.form.formNumber()
        try await allowance.take(for: context.patient.description, on: clock.occasion.today)
        guard upload.size > 0 else { return try await again(PhotoWords.none, request, context) }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: upload.path)))
        let photo: StrippedPhoto
        do throws(PhotoFailure) { photo = try StrippedPhoto(bytes) } catch {
            return try await again(error.toPatient, request, context)
        }
        let (occasion, patient, practice) = (clock.occasion, context.patient, context.practice)
        let (holder, actor) = (context.holder, context.actor)
        let kept = try await store.write { db in
            let kept = try Measurements.keep(
                photo, as: number, of: patient, in: practice, by: holder, at: occasion.now, safe, db)
            guard kept == .new else { return kept }
            try Audit.record(Audit.Entry(.added, "diary photo", of: patient, in: practice, by: actor), at: occasion, db)
            return kept
        }
        if kept == .full { return try await again(PhotoWords.full, request, context) }
        try await asks(PhotoWords.asks, number, patient, practice, actor, occasion)
        return .see("/measure/diary/photo?said=sent")
    }

    @Sendable private func picture(_ request: Request, _ context: PatientContext) async throws -> Response {
        guard let safe, let photo = Measurements.PhotoID(try context.parameters.require("photo")) else {
            throw NotFound()
        }
        return try await store.look(
            leaving: Audit.Entry(.looked, "diary photo", of: context.patient, in: context.practice, by: context.actor),
            at: clock.occasion
        ) { try Response(picture: photo, of: context.patient, in: context.practice, safe, $0) }
    }

    @Sendable private func takeBack(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        guard let photo = Measurements.PhotoID(try context.parameters.require("photo")) else { throw NotFound() }
        let (occasion, patient, practice, actor) = (clock.occasion, context.patient, context.practice, context.actor)
        try await store.write { db in
            guard try Measurements.takeBack(photo, of: patient, in: practice, db) == 1 else { throw NotFound() }
            try Audit.record(
                Audit.Entry(.changed, "diary photo", of: patient, in: practice, by: actor), at: occasion, db)
        }
        return .see("/measure/diary/photo")
    }

    private func again(_ sentence: Sentence, _ request: Request, _ context: PatientContext) async throws -> Response {
        var response = try await page(.nothing, [Problem("file", sentence)], context)
            .response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    private func page(
        _ said: PhotosPage.Said, _ problems: [Problem], _ context: PatientContext
    ) async throws -> Page {
        guard safe != nil else { throw NotFound() }
        let occasion = clock.occasion
        let (frame, photos) = try await store.read { db in
            (
                try context.frame(db),
                try Measurements.photos(of: context.patient, in: context.practice, db)
            )
        }
        return PhotosPage(
            photos: photos, number: occasion.newID(), said: said, problems: problems,
            seen: context.may(.seeReadings) ? .all : .onlyThis, today: occasion.today, frame: frame,
            secret: context.formSecret, language: context.language
        ).page
    }
}

/// - `GET  /patients/:patient/diary?photo=&kept=`    a day of a booklet, with a photograph beside it when there is one
/// - `POST /patients/:patient/diary`                 keeps it, with source = paper
/// - `GET  /patients/:patient/diary/:photo`          the picture
/// - `POST /patients/:patient/diary/:photo/done`     nothing more to type from it
package struct PaperRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let safe: Safe?
    private let arrives: SentRoutes.Arrives

    /// - Parameter arrives: the story of readings that arrive together
    package init(store: Store, clock: Clock, safe: Safe?, arrives: @escaping SentRoutes.Arrives) {
        self.store = store
        self.clock = clock
        self.safe = safe
        self.arrives = arrives
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/diary")
            .get(for: .takeReading) { request, context in
                let photo = request.uri.queryParameters["photo"].flatMap { Measurements.PhotoID(String($0)) }
                let kept = request.uri.queryParameters["kept"].flatMap { Int($0) }
                return try await page(photo, kept: kept, context).page
            }
            .form(for: .takeReading, use: take)
            .get(":photo", for: .takeReading, use: picture)
            .form(":photo/done", for: .takeReading, use: finish)
    }

    @Sendable private func take(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let occasion = clock.occasion
        let photo = form["photo"].flatMap { Measurements.PhotoID($0) }
        var page = try await page(photo, kept: nil, context)
        let patient = page.card.id
        switch Measurements.DiaryDay.read(form, at: occasion.now) {
        case .failure(let incomplete):
            page.form = form
            page.problems = incomplete.problems
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        case .success(let day):
            let arrived = try await arrives(day.readings, patient, context.practice, context.actor, occasion)
            let shown: String
            if let used = page.photo, used.id == photo {
                try await use(used.id, patient, context, at: occasion)
                shown = "&photo=\(used.id)"
            } else {
                shown = ""
            }
            return .see("/patients/\(patient)/diary?kept=\(arrived.count)\(shown)")
        }
    }

    @Sendable private func picture(_ request: Request, _ context: PracticeContext) async throws -> Response {
        guard let safe, let photo = Measurements.PhotoID(try context.parameters.require("photo")) else {
            throw NotFound()
        }
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "diary photo", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { try Response(picture: photo, of: subject.patient, in: subject.practice, safe, $0) }
    }

    @Sendable private func finish(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let photo = Measurements.PhotoID(try context.parameters.require("photo")) else { throw NotFound() }
        let patient = try context.patientInAddress()
        try await use(photo, patient, context, at: clock.occasion)
        return .see("/patients/\(patient)/diary")
    }

    private func use(
        _ photo: Measurements.PhotoID, _ patient: ID<Patient>, _ context: PracticeContext, at occasion: Occasion
    ) async throws {
        try await store.write { db in
            let subject = try context.subject(patient, at: occasion.now, db)
            let used = try Measurements.use(
                photo, of: subject.patient, in: subject.practice, by: context.worker, at: occasion.now, db)
            guard used == 1 else { throw NotFound() }
            try Audit.record(
                Audit.Entry(
                    .changed, "diary photo", of: subject.patient, in: subject.practice,
                    by: context.actor(about: subject)), at: occasion, db)
        }
    }

    /// Without a choice the newest that waits is shown.
    private func page(
        _ chosen: Measurements.PhotoID?, kept: Int?, _ context: PracticeContext
    ) async throws -> PaperPage {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "diary", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            guard let card = try Identity.patient(subject.patient, in: subject.practice, db) else { throw NotFound() }
            let photos =
                safe == nil ? [] : try Measurements.photos(of: subject.patient, in: subject.practice, db)
            return PaperPage(
                frame: context.frame(open: try Measurements.openLines(in: context.practice, at: occasion.now, db)),
                card: card, photos: photos,
                photo: photos.first { $0.id == chosen } ?? photos.first { chosen == nil && $0.usedAt == nil },
                kept: kept.map { min(max($0, 0), Measurements.DiaryDay.places.count) }, today: occasion.today,
                language: context.language)
        }
    }
}

extension Response {
    /// A picture that somebody sent: shown as that and as nothing else, and nowhere kept.
    ///
    /// - Throws: `NotFound` when there is none
    fileprivate init(
        picture photo: Measurements.PhotoID, of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe,
        _ db: Transaction
    ) throws {
        guard let found = try Measurements.photo(photo, of: patient, in: practice, db),
            let bytes = try Measurements.picture(photo, of: patient, in: practice, safe, db)
        else { throw NotFound() }
        self.init(
            status: .ok,
            headers: [
                .contentType: found.kind.type, .contentSecurityPolicy: SecureHeaders<PatientContext>.sandbox,
                .contentDisposition: "inline; filename=\"boekje.\(found.kind == .jpeg ? "jpg" : "png")\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
