import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /kits/:number`        somebody scanned a label: the practice comes to its kit, a patient who has it to measuring
/// - `GET /kits/labels?only=`   a sheet of labels to print
package struct LabelRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(own: Doors<OwnContext>, practice: Doors<PracticeContext>) {
        own.get("kits/:number", for: .followLabel, use: follow)
        practice.get("kits/labels", for: .keepKits, use: sheet)
    }

    @Sendable private func follow(_ request: Request, _ context: OwnContext) async throws -> Response {
        let number = try context.kitInAddress()
        switch context.visitor.person {
        case .worker:
            let kit = try await store.read { try Devices.kit(number, in: context.visitor.practice, $0) }
            guard kit != nil else { throw NotFound() }
            return .see(KitPath.card(number))
        case .patient(let patient):
            let loans = try await store.read { try Devices.loans(of: patient, in: context.visitor.practice, $0) }
            guard loans.contains(where: { $0.kit.number == number && $0.kit.state.isAtHome }) else { throw NotFound() }
            return .see("/measure")
        case .proxy: throw NotFound()
        }
    }

    @Sendable private func sheet(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let only = request.uri.queryParameters["only"].flatMap { KitNumber(String($0)) }
        let found = try await store.read { db in
            (
                kits: try Devices.toLabel(only, in: context.practice, db),
                practice: try Identity.practice(context.practice, db),
                kinds: try Devices.kinds(in: context.practice, db)
            )
        }
        guard let practice = found.practice else { throw NotFound() }
        return LabelsPage(
            kits: found.kits, kinds: found.kinds, practice: practice, frame: context.frame(),
            address: { request.address(of: KitPath.label($0)) }, language: context.language
        ).page
    }
}
