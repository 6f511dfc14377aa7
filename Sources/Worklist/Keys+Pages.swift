import Clinical
import Web

/// What the keys do, and the switch that turns single letters off.
struct KeysPage {
    let frame: WorkFrame
    let language: Language

    private static let keys: [(Sentence, [String])] = [
        (Sentence(nl: "Volgende, vorige rij", en: "Next, previous row"), ["J", "K"]),
        (Sentence(nl: "Volgende, vorige rij", en: "Next, previous row"), ["↓", "↑"]),
        (Sentence(nl: "Kies de rij", en: "Choose the row"), ["Enter"]),
        (Sentence(nl: "Afgerond", en: "Done"), ["E"]),
        (Sentence(nl: "Ongedaan maken", en: "Undo"), ["U"]),
        (Sentence(nl: "Later: morgen", en: "Later: tomorrow"), ["S", "1"]),
        (Sentence(nl: "Later: volgende week", en: "Later: next week"), ["S", "2"]),
        (Sentence(nl: "Bericht", en: "Message"), ["B"]),
        (Sentence(nl: "Medicatie", en: "Medication"), ["M"]),
        (Sentence(nl: "Bel", en: "Call"), ["T"]),
        (Sentence(nl: "Zoek", en: "Find"), ["/"]),
        (Sentence(nl: "Deze pagina", en: "This page"), ["?"]),
    ]

    var page: Page {
        let title = Sentence(nl: "Toetsen", en: "Keys")
        let rows: [HTML] = Self.keys.map { word, keys in
            let marks: [HTML] = keys.map { "<kbd>\($0)</kbd> " }
            return "<div><dt>\(word[language])</dt><dd>\(marks)</dd></div>"
        }
        let letters = Sentence(nl: "Losse letters gebruiken", en: "Use single letters")
        let off = Sentence(
            nl: "Uit? Dan werken Tab, Enter en de pijlen nog. Dit geldt voor deze browser.",
            en: "Off? Tab, Enter and the arrows still work. This holds for this browser.")
        return workPage(
            title[language], at: .keys, frame, in: language,
            """
            \(workBar(title[language]))
            <div class="scroll"><div class="body narrow"><dl class="key-list">\(rows)</dl>
            <div class="block" hidden><label class="check"><input type="checkbox" data-behaviour="key-switch">\
            \(letters[language])</label><p class="hint">\(off[language])</p></div></div></div>
            """
        )
    }
}
