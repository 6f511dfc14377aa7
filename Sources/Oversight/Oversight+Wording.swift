import Clinical

/// What a privacy officer reads.
enum OversightWords {
    static let title = Sentence(nl: "Wie keek mee", en: "Who looked")
    static let intro = Sentence(
        nl: "Noodinzage van 30 dagen, en van de laatste 7 dagen wat opvalt en een steekproef. Teken elk punt af.",
        en: "Emergency views of 30 days, and of the last 7 days what stands out and a sample. Sign each point off.")
    static let saved = Sentence(nl: "Afgetekend.", en: "Signed off.")
    static let nothing = Sentence(nl: "Niets dat wacht.", en: "Nothing is waiting.")
    static let notSealed = Sentence(
        nl: "Het toegangslog is nog niet verzegeld.", en: "The access log is not sealed yet.")
    static let note = Sentence(nl: "Notitie", en: "Note")

    static func waiting(_ count: Int) -> Sentence {
        Sentence(nl: "\(count) te bekijken", en: "\(count) to look at")
    }

    static func signed(_ count: Int) -> Sentence { Sentence(nl: "\(count) afgetekend", en: "\(count) signed off") }

    static func sealed(_ lines: Int, _ when: String) -> Sentence {
        Sentence(
            nl: "Toegangslog verzegeld: \(lines) regels, \(when).", en: "Access log sealed: \(lines) lines, \(when).")
    }

    static func reason(_ reason: Oversight.Reason) -> Sentence {
        switch reason {
        case .emergency: Sentence(nl: "Noodinzage", en: "Emergency view")
        case .officer: Sentence(nl: "Uw eigen rol", en: "Your own role")
        case .sameFamily: Sentence(nl: "Zelfde achternaam", en: "Same family name")
        case .colleague: Sentence(nl: "Mogelijk collega", en: "Perhaps a colleague")
        case .manyPatients: Sentence(nl: "Veel patiënten", en: "Many patients")
        case .night: Sentence(nl: "In de nacht", en: "At night")
        case .refused: Sentence(nl: "Vaak geweigerd", en: "Often refused")
        case .sample: Sentence(nl: "Steekproef", en: "Sample")
        }
    }

    static func detail(_ matter: Oversight.Matter) -> Sentence {
        switch matter.reason {
        case .emergency: Sentence(nl: "Reden: \(matter.detail)", en: "Reason: \(matter.detail)")
        case .officer where matter.detail == "officer account":
            Sentence(
                nl: "Gaf een privacyfunctionaris een laatste dag, of sloot het account.",
                en: "Gave a privacy officer a last day, or closed the account.")
        case .officer:
            Sentence(
                nl: "Wiste de app van een privacyfunctionaris.", en: "Removed the app of a privacy officer.")
        case .manyPatients:
            Sentence(nl: "\(matter.detail) patiënten op één dag.", en: "\(matter.detail) patients on one day.")
        case .refused: Sentence(nl: "\(matter.detail) keer in 7 dagen.", en: "\(matter.detail) times in 7 days.")
        case .sameFamily, .colleague, .night, .sample: Sentence(nl: "", en: "")
        }
    }

    static func verdict(_ verdict: Oversight.Verdict) -> Sentence {
        switch verdict {
        case .fine: Sentence(nl: "In orde", en: "Fine")
        case .asked: Sentence(nl: "Nagevraagd", en: "Asked")
        case .incident: Sentence(nl: "Incident", en: "Incident")
        }
    }
}
