import Audit
import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /stock`   what a manager sees: the kits and where they are, and nobody's name
package struct ShelfRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on careGroup: Doors<CareGroupContext>) {
        careGroup.get("stock", for: .seeStock) { _, context in
            let today = clock.occasion.today
            return try await store.read { db in
                ShelfPage(
                    counts: try Devices.counts(in: context.practice, db),
                    overdue: try Devices.overdue(in: context.practice, on: today, db),
                    kits: try Devices.stock(in: context.practice, db),
                    kinds: try Devices.kinds(in: context.practice, db), frame: context.frame,
                    language: context.language)
            }.page
        }
    }
}

/// The stock without names.
struct ShelfPage: Sendable {
    let counts: [Devices.State: Int]
    let overdue: [Devices.State: Int]
    let kits: [Devices.Kit]
    let kinds: [Devices.Kind]
    let frame: WorkFrame
    let language: Language

    var page: Page {
        let total = counts.filter { $0.key != .retired }.reduce(0) { $0 + $1.value }
        return workPage(
            KitWords.stockTitle[language], at: .stock, frame, in: language,
            """
            \(workBar(KitWords.stockTitle[language], KitWords.count(total)[language]))<div class="scroll">\
            <div class="body"><p class="quiet">\(KitWords.stockNote[language])</p><dl class="facts">\(facts)</dl></div>\
            <table class="table plain"><caption class="spoken">\(KitWords.stockTitle[language])</caption><thead><tr>\
            <th scope="col">\(KitWords.kit[language])</th><th scope="col">\(KitWords.kind[language])</th>\
            <th scope="col">\(KitWords.state[language])</th></tr></thead><tbody>\(kits.map(row))</tbody></table></div>
            """)
    }

    private var facts: HTML {
        let states: [HTML] = Devices.State.allCases.compactMap { state in
            counts[state].map { "<dt>\(KitWords.state(state)[language])</dt><dd class=\"num\">\($0)</dd>" }
        }
        return
            "<dt>\(KitWords.group(.late)[language])</dt><dd class=\"num\">\(overdue.values.reduce(0, +))</dd>\(states)"
    }

    private func row(_ kit: Devices.Kit) -> HTML {
        let mark: HTML = kit.mark.map { "<small>\($0)</small>" } ?? .none
        return """
            <tr><th scope="row" class="num"><b>\(kit.number.description)</b>\(mark)</th>\
            <td>\(kinds.first { $0.code == kit.kind }?.name ?? kit.kind)</td>\
            <td>\(KitChip(kit, in: language).html)</td></tr>
            """
    }
}
