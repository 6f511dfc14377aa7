import Clinical

/// What a patient reads about photographs of a booklet (language level A2), and the practice.
enum PhotoWords {
    static let title = Sentence(nl: "Foto van uw boekje", en: "Photo of your booklet")
    static let lead = Sentence(
        nl: "Stuur een foto. De praktijk typt de getallen over.",
        en: "Send a photo. The practice types the numbers over.")
    static let advice = [
        Sentence(nl: "Leg het boekje plat, bij goed licht.", en: "Put the booklet flat, in good light."),
        Sentence(
            nl: "Zorg dat de dag en de getallen erop staan.", en: "Make sure that the day and the numbers are in it."),
        Sentence(
            nl: "Wij bewaren niet waar u de foto maakte.", en: "We do not keep where you took it."),
    ]
    static let notNow = Sentence(
        nl: "De praktijk ziet een foto niet meteen.", en: "The practice does not see a photo at once.")
    static let typeHigh = Sentence(
        nl: "Is een getal heel hoog? Typ het dan zelf in.", en: "Is a number very high? Then type it yourself.")
    static let choose = Sentence(nl: "Kies of maak een foto", en: "Choose or take a photo")
    static let send = Sentence(nl: "Stuur de foto", en: "Send the photo")
    static let look = Sentence(nl: "Kijk nog even", en: "Please look again")
    static let sent = Sentence(nl: "Uw foto is bij de praktijk", en: "Your photo is with the practice")
    static let yours = Sentence(nl: "Uw foto's", en: "Your photos")
    static let takeBack = Sentence(nl: "Haal terug", en: "Take back")
    static let see = Sentence(nl: "Bekijk", en: "Look")
    static let waits = Sentence(
        nl: "De praktijk typt deze nog over.", en: "The practice still has to type this one over.")
    static let used = Sentence(nl: "Overgetypt door de praktijk.", en: "Typed over by the practice.")
    static let byPhoto = Sentence(nl: "Liever een foto sturen?", en: "Rather send a photo?")
    static let none = Sentence(nl: "Kies eerst een foto.", en: "Choose a photo first.")
    static let otherKind = Sentence(
        nl: "Dit bestand kunnen wij niet lezen. Kies een andere foto.",
        en: "We cannot read this file. Choose another photo.")
    static let tooLarge = Sentence(
        nl: "Deze foto is te groot. Maak hem kleiner.", en: "This photo is too large. Make it smaller.")
    static let broken = Sentence(
        nl: "Deze foto is beschadigd. Maak een nieuwe.", en: "This photo is damaged. Take a new one.")
    static let full = Sentence(
        nl: "U stuurde al heel veel foto's. Bel de praktijk.", en: "You have sent very many photos. Phone the practice."
    )

    /// What the practice reads; a patient writes Dutch to a Dutch practice.
    static let asks = "Ik stuurde een foto van mijn boekje met metingen."

    static func ofDay(_ day: String) -> Sentence { Sentence(nl: "Foto van \(day)", en: "Photo of \(day)") }

    static let work = Sentence(nl: "Papieren boekje", en: "Paper booklet")
    static let workLead = Sentence(
        nl: "Eén dag per keer. Telt als thuismeting, bron papier.",
        en: "One day at a time. Counts as measured at home, source paper.")
    static let save = Sentence(nl: "Bewaar deze dag", en: "Save this day")
    static let done = Sentence(nl: "Klaar met deze foto", en: "Done with this photo")
    static let photos = Sentence(nl: "Foto's", en: "Photos")
    static let noPhotos = Sentence(nl: "Er wacht geen foto.", en: "No photo waits.")
    static let workUsed = Sentence(nl: "overgetypt", en: "typed over")
    static let back = Sentence(nl: "Terug naar het dossier", en: "Back to the record")

    static func kept(_ count: Int) -> Sentence {
        Sentence(nl: "\(count) metingen bewaard.", en: "\(count) readings saved.")
    }
}

extension PhotoFailure {
    var toPatient: Sentence {
        switch self {
        case .otherKind: PhotoWords.otherKind
        case .tooLarge, .tooManyPoints: PhotoWords.tooLarge
        case .broken: PhotoWords.broken
        }
    }
}
