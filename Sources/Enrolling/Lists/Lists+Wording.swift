import Clinical

/// For professionals: brief and exact.
enum ListWords {
    static let title = Sentence(nl: "Lijst inlezen", en: "Read a list")
    static let choose = Sentence(nl: "Een lijst uit uw HIS", en: "A list from your record system")
    static let columns = Sentence(
        nl: """
            CSV met in de eerste regel: achternaam, voornaam, geboortedatum, geslacht. Ook gelezen: telefoon, icpc (meer codes \
            mag, met een spatie ertussen) en bmi. Andere kolommen worden niet bewaard.
            """,
        en: """
            CSV with in its first line: achternaam (family name), voornaam (given name), geboortedatum (date of birth), geslacht \
            (sex). Also read: telefoon, icpc (more codes with a space between) and bmi. Other columns are not kept.
            """)
    static let file = Sentence(nl: "Bestand", en: "File")
    static let read = Sentence(nl: "Lees in", en: "Read")
    static let back = Sentence(nl: "Terug naar uitnodigen", en: "Back to inviting")
    static let notRead = Sentence(nl: "Niet ingelezen", en: "Not read")
    static let columnsMissing = Sentence(
        nl: "Achternaam, voornaam, geboortedatum en geslacht zijn nodig als kolom.",
        en: "Columns for family name, given name, date of birth and sex are needed.")
    static let done = Sentence(nl: "Ingelezen", en: "Read")
    static let rows = Sentence(nl: "Regels", en: "Rows")
    static let eligible = Sentence(nl: "Komt in aanmerking", en: "Eligible")
    static let added = Sentence(nl: "Nieuw op de lijst", en: "New on the list")
    static let known = Sentence(nl: "Stond er al op", en: "On it already")
    static let refused = Sentence(nl: "Niet te lezen", en: "Not readable")
    static let before = Sentence(nl: "Eerder ingelezen", en: "Read before")
    static let when = Sentence(nl: "Wanneer", en: "When")
    static let waiting = Sentence(nl: "Nog uit te nodigen", en: "Still to invite")
    static let takeBack = Sentence(nl: "Neem terug", en: "Take back")

    static func definition(_ name: String, _ version: String) -> Sentence {
        Sentence(
            nl: "Wie in aanmerking komt: \(name), versie \(version). Nog te bevestigen door een arts.",
            en: "Who is eligible: \(name), version \(version). To be confirmed by a clinician.")
    }

    static func line(_ number: Int) -> Sentence { Sentence(nl: "regel \(number)", en: "line \(number)") }

    static func more(_ count: Int) -> Sentence {
        Sentence(nl: "En nog \(count) regels.", en: "And \(count) more lines.")
    }

    static func reason(_ reason: Enrolling.ListReader.Refused.Reason) -> Sentence {
        switch reason {
        case .unreadable: Sentence(nl: "tekst of aanhalingstekens zijn stuk", en: "text or quotes are broken")
        case .noName: Sentence(nl: "geen achternaam of voornaam", en: "no family or given name")
        case .noBirthday: Sentence(nl: "geen geboortedatum als 31-12-1950", en: "no date of birth as 31-12-1950")
        case .noSex: Sentence(nl: "geslacht is geen m of v", en: "sex is not m or f")
        }
    }
}
