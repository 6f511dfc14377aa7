import Clinical

/// What the patient reads about taking data along.
enum CopyWords {
    static let title = Sentence(nl: "Mijn gegevens meenemen", en: "Take my data along")
    static let yours = Sentence(
        nl: "Uw gegevens zijn van u. U mag ze altijd meenemen.", en: "Your data is yours. You may always take it along."
    )
    static let table = Sentence(nl: "Mijn metingen in een tabel", en: "My readings in a table")
    static let tableMore = Sentence(
        nl: "Voor uzelf, op de computer. Het bestand heet csv.", en: "For yourself, on a computer. A csv file.")
    static let record = Sentence(nl: "Voor een andere app", en: "For another app")
    static let recordMore = Sentence(
        nl: "Metingen, berichten, doelen, medicijnen en hulp. Het bestand heet FHIR.",
        en: "Readings, messages, goals, medicines and help. A FHIR file.")

    /// Of a help, as it is kept; in Dutch, as everything in the file.
    static func help(_ name: String) -> String { helps[name, default: name] }
    static func step(_ name: String) -> String { steps[name, default: name] }

    static let helps = [
        "install": "Hartlijn op telefoon of tablet zetten", "sign-in": "leren aanmelden",
        "measure": "leren meten met de meter", "phone": "omgaan met telefoon of computer",
        "walk": "samen wandelen", "money": "hulp bij geldzaken", "company": "mensen ontmoeten",
    ]

    static let steps = [
        "asked": "gevraagd", "agreed": "ja gezegd", "taken": "opgepakt", "appointment": "afspraak gemaakt",
        "not-reached": "niet bereikt", "done": "klaar", "stopped": "gestopt", "refused": "nee gezegd",
        "withdrawn": "ingetrokken",
    ]
    static let paper = Sentence(nl: "Op papier", en: "On paper")
    static let paperMore = Sentence(nl: "Open uw grafiek en druk die af.", en: "Open your graph and print it.")
    static let careful = Sentence(nl: "Let op", en: "Take care")
    static let carefulMore = Sentence(
        nl: "In het bestand staat veel over u. Geef het alleen aan wie u vertrouwt.",
        en: "The file says much about you. Only give it to whom you trust.")
}
