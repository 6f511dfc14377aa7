import Clinical

/// For the practice: brief and exact.
enum ChoosingWords {
    static let title = Sentence(nl: "Apotheek", en: "Pharmacy")
    static let intro = Sentence(
        nl:
            "De apotheek ziet naam, contact, medicatiewijzigingen met reden en de eigen berichten. Bloeddruk alleen als de "
            + "patiënt dat aanzet.",
        en:
            "The pharmacy sees name, contact, medication changes with their reason, and its own messages. Blood pressure "
            + "only when the patient turns that on.")
    static let nothing = Sentence(nl: "Nog geen apotheek vastgelegd.", en: "No pharmacy noted yet.")
    static let noPharmacies = Sentence(
        nl: "Er is nog geen apotheek aangesloten.", en: "No pharmacy has joined yet.")
    static let new = Sentence(nl: "De patiënt kiest", en: "The patient chooses")
    static let which = Sentence(nl: "Welke apotheek", en: "Which pharmacy")
    static let choose = Sentence(nl: "Kies een apotheek.", en: "Choose a pharmacy.")
    static let save = Sentence(nl: "Vastleggen", en: "Save")
    static let yes = Sentence(nl: "Ja, dit is de apotheek", en: "Yes, this is the pharmacy")
    static let no = Sentence(nl: "Nee", en: "No")
    static let end = Sentence(nl: "Niet meer", en: "Not any more")
    static let asks = Sentence(nl: "De apotheek vraagt inschrijving", en: "The pharmacy asks for registration")
    static let open = Sentence(nl: "Ingeschreven", en: "Registered")
    static let ended = Sentence(nl: "Voorbij", en: "Over")
    static let refused = Sentence(nl: "Niet ingeschreven", en: "Not registered")
    static let readings = Sentence(nl: "Ziet bloeddruk: ja", en: "Sees blood pressure: yes")
    static let noReadings = Sentence(nl: "Ziet bloeddruk: nee", en: "Sees blood pressure: no")
    static let record = Sentence(nl: "Terug naar het dossier", en: "Back to the record")
    static let notYet = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")

    static func period(_ from: String, _ until: String?) -> Sentence {
        until.map { Sentence(nl: "\(from) tot \($0)", en: "\(from) until \($0)") }
            ?? Sentence(nl: "sinds \(from)", en: "since \(from)")
    }
}
