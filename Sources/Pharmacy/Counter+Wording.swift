import Clinical

/// For pharmacists: brief and exact.
enum CounterWords {
    static let title = Sentence(nl: "Patiënten van de apotheek", en: "Patients of the pharmacy")
    static let intro = Sentence(nl: "Wie koos voor uw apotheek", en: "Who chose your pharmacy")
    static let nobody = Sentence(nl: "Er is nog niemand ingeschreven.", en: "Nobody is registered yet.")
    static let patient = Sentence(nl: "Patiënt", en: "Patient")
    static let born = Sentence(nl: "Geboren", en: "Born")
    static let practice = Sentence(nl: "Praktijk", en: "Practice")
    static let since = Sentence(nl: "Sinds", en: "Since")
    static let unread = Sentence(nl: "Nieuwe berichten", en: "New messages")
    static let register = Sentence(nl: "Inschrijven", en: "Register")
    static let registerMore = Sentence(
        nl: "De patiënt of de praktijk bevestigt. U krijgt niet te zien of deze patiënt bij ons bekend is.",
        en: "The patient or the practice confirms. You are not told whether this patient is known here.")
    static let given = Sentence(nl: "Voornaam", en: "Given name")
    static let family = Sentence(nl: "Achternaam", en: "Family name")
    static let birthday = Sentence(nl: "Geboortedatum", en: "Date of birth")
    static let ask = Sentence(nl: "Vraag inschrijving", en: "Ask for registration")
    static let asked = Sentence(
        nl: "Gevraagd. Na bevestiging staat de patiënt op deze lijst.",
        en: "Asked. Once confirmed, the patient is on this list.")
    static let notYet = Sentence(nl: "Nog niet gelukt", en: "Not there yet")
    static let needName = Sentence(nl: "Vul voornaam en achternaam in.", en: "Fill in given and family name.")
    static let needBirthday = Sentence(nl: "Vul de geboortedatum in.", en: "Fill in the date of birth.")
    static let phone = Sentence(nl: "Telefoon", en: "Telephone")
    static let language = Sentence(nl: "Spreekt", en: "Speaks")
    static let reading = Sentence(nl: "Lezen", en: "Reading")
    static let difficult = Sentence(nl: "Leest moeilijk", en: "Reads with difficulty")
    static let details = Sentence(nl: "Gegevens", en: "Details")
    static let medication = Sentence(nl: "Wat er veranderde, en waarom", en: "What changed, and why")
    static let noChanges = Sentence(nl: "Geen wijzigingen in twee jaar.", en: "No changes in two years.")
    static let pressures = Sentence(nl: "Bloeddruk", en: "Blood pressure")
    static let notShared = Sentence(
        nl: "De patiënt deelt de metingen niet met de apotheek.",
        en: "The patient does not share readings with the pharmacy.")
    static let noPressures = Sentence(nl: "Niets gemeten in 90 dagen.", en: "Nothing measured in 90 days.")
    static let atHome = Sentence(nl: "thuis", en: "at home")
    static let inPractice = Sentence(nl: "praktijk", en: "practice")
    static let messages = Sentence(nl: "Berichten", en: "Messages")
    static let noMessages = Sentence(nl: "Nog geen berichten.", en: "No messages yet.")
    static let write = Sentence(nl: "Bericht aan de patiënt", en: "Message to the patient")
    static let send = Sentence(nl: "Versturen", en: "Send")
    static let empty = Sentence(nl: "Schrijf eerst een bericht.", en: "Write a message first.")
    static let tooLong = Sentence(nl: "Dit bericht is te lang.", en: "This message is too long.")
    static let back = Sentence(nl: "Terug naar de lijst", en: "Back to the list")
}
