import Clinical

/// What the patient reads around a file (language level A2).
enum ImportWords {
    static let title = Sentence(nl: "Bestand inlezen", en: "Read in a file")
    static let lead = Sentence(
        nl: "Bewaart uw meter of app uw metingen? Lees het bestand hier in.",
        en: "Does your meter or app keep your readings? Read the file in here.")
    static let advice = [
        Sentence(nl: "Alleen nieuwe metingen komen erbij.", en: "Only new readings are added."),
        Sentence(nl: "Uw praktijk ziet ze ook.", en: "Your practice sees them too."),
        Sentence(nl: "Het bestand zelf bewaren we niet.", en: "We do not keep the file itself."),
    ]
    static let choose = Sentence(nl: "Kies uw bestand", en: "Choose your file")
    static let hint = Sentence(
        nl: "Een bestand met .csv, .json, .xml of .zip aan het eind.",
        en: "A file that ends in .csv, .json, .xml or .zip.")
    static let read = Sentence(nl: "Lees in", en: "Read in")
    static let notYet = Sentence(nl: "Nog niet gelukt", en: "Not there yet")
    static let noFile = Sentence(nl: "Kies eerst een bestand.", en: "Choose a file first.")
    static let outcome = Sentence(nl: "Uitkomst", en: "Outcome")
    static let added = Sentence(nl: "nieuw", en: "new")
    static let known = Sentence(nl: "had u al", en: "you had already")
    static let refused = Sentence(nl: "niet gelukt", en: "not read")
    static let refusedTitle = Sentence(nl: "Deze regels konden we niet lezen", en: "We could not read these lines")
    static let graph = Sentence(nl: "Bekijk mijn grafiek", en: "See my graph")
    static let another = Sentence(nl: "Nog een bestand", en: "Another file")

    static func done(_ count: Int) -> Sentence {
        count == 1
            ? Sentence(nl: "1 meting ingelezen", en: "1 reading read in")
            : Sentence(nl: "\(count) metingen ingelezen", en: "\(count) readings read in")
    }

    static func line(_ line: Int) -> Sentence { Sentence(nl: "regel \(line)", en: "line \(line)") }

    static func more(_ count: Int) -> Sentence {
        count == 1
            ? Sentence(nl: "En nog 1 andere regel.", en: "And 1 other line.")
            : Sentence(nl: "En nog \(count) andere regels.", en: "And \(count) other lines.")
    }
}
