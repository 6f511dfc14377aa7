import Audit
import Clinical
import FHIR
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /copy`              which copies there are
/// - `GET /copy/record.json`  everything another system can read
/// - `GET /copy/record.csv`   everything, a line each
/// - `GET /copy/paper`        everything, to print
/// - `GET /copy/readings.csv` the readings, as a spreadsheet reads them
package struct CopyRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let safe: Safe?

    /// - Parameter safe: opens the addresses to which reminders go; without it they stand there closed
    package init(store: Store, clock: Clock, safe: Safe? = nil) {
        self.store = store
        self.clock = clock
        self.safe = safe
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.get("copy", for: .takeCopy, use: page)
        patient.get("copy/record.json", for: .takeCopy) { _, context in
            let copy = try await copy(context)
            return Self.file("mijn-gegevens.json", "application/fhir+json; charset=utf-8", copy.bundle.write())
        }
        patient.get("copy/record.csv", for: .takeCopy) { _, context in
            let copy = try await copy(context)
            return Self.file("mijn-gegevens.csv", "text/csv; charset=utf-8", Array(copy.wholeTable.utf8))
        }
        patient.get("copy/paper", for: .takeCopy) { _, context in
            let copy = try await copy(context)
            let frame = try await store.read { try context.frame($0) }
            return CopyPaperPage(copy: copy, frame: frame, language: context.language).page
        }
        patient.get("copy/readings.csv", for: .takeCopy) { _, context in
            let copy = try await copy(context)
            return Self.file("mijn-metingen.csv", "text/csv; charset=utf-8", Array(copy.table.utf8))
        }
    }

    @Sendable private func page(_ request: Request, _ context: PatientContext) async throws -> Page {
        let frame = try await store.read { try context.frame($0) }
        return CopyPage(frame: frame, language: context.language).page
    }

    private func copy(_ context: PatientContext) async throws -> Exchange.Copy {
        let occasion = clock.occasion
        let (patient, practice) = (context.patient, context.practice)
        return try await store.look(
            leaving: Audit.Entry(.exported, "copy", of: patient, in: practice, by: context.actor), at: occasion
        ) { [safe] in try Exchange.copy(of: patient, in: practice, safe, at: occasion.now, $0) }
    }

    private static func file(_ name: String, _ type: String, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store", .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
