import Clinical
import Identity
import Web

/// Labels to print: the number, the picture that a phone reads, and whom to phone when a kit is found.
struct LabelsPage {
    let kits: [Devices.Kit]
    let kinds: [Devices.Kind]
    let practice: Identity.PracticeCard
    let frame: WorkFrame
    let address: (KitNumber) -> String
    let language: Language

    var page: Page {
        let labels: [HTML] = kits.map(label)
        return workPage(
            LabelWords.title[language], at: .kits, frame, in: language,
            """
            <div class="no-print">\(workBar(LabelWords.title[language], KitWords.count(kits.count)[language]))\
            <div class="body"><p class="quiet">\(LabelWords.how[language])</p><p class="row-actions">\
            <button class="action main" type="button" data-behaviour="print" hidden>\(icon(.print))\
            \(LabelWords.print[language])</button><a class="action" href="\(KitPath.list)">\(KitWords.back[language])</a>\
            </p></div></div><div class="scroll"><ul class="labels">\(labels)</ul></div>
            """)
    }

    /// On the box itself, so always in Dutch.
    private func label(_ kit: Devices.Kit) -> HTML {
        let kind = kinds.first { $0.code == kit.kind }?.name ?? kit.kind
        return """
            <li>\(qrCode(address(kit.number), saying: LabelWords.picture(kit.number)[language]) ?? .none)\
            <p lang="nl"><b class="num">\(kit.number.description)</b>\(kind)<br>\(practice.name)<br>\
            \(LabelWords.found.nl) <span class="nowrap">\(practice.phone)</span></p></li>
            """
    }
}

enum LabelWords {
    static let title = Sentence(nl: "Etiketten", en: "Labels")
    static let print = Sentence(nl: "Print", en: "Print")
    static let how = Sentence(
        nl: "Voor vellen van 24 etiketten (70 × 37 mm). In het plaatje staat alleen het nummer van de box.",
        en: "For sheets of 24 labels (70 × 37 mm). The picture holds only the number of the kit.")
    static let found = Sentence(nl: "Gevonden? Bel", en: "Found? Phone")

    static func picture(_ number: KitNumber) -> Sentence {
        Sentence(nl: "Plaatje met het nummer \(number)", en: "Picture with the number \(number)")
    }
}
