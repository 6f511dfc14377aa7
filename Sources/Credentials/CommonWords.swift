/// The words that people in a Dutch practice reach for when a new password is asked.
///
/// - Source: written down by ourselves; nothing is taken from lists of stolen passwords
enum CommonWords {
    static let all = dutch.map(Letters.init) + english.map(Letters.init)

    private static let dutch = welcoming + seasons + months + days + practice + loved + country

    private static let welcoming = [
        "welkom", "wachtwoord", "geheim", "toegang", "inloggen", "aanmelden", "gebruiker", "beheerder", "sesam",
        "hallo", "goedemorgen", "tijdelijk", "nieuw", "veilig", "code",
    ]
    private static let seasons = [
        "lente", "zomer", "herfst", "winter", "voorjaar", "najaar", "kerst", "pasen", "vakantie",
    ]
    private static let months = [
        "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
    private static let days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    private static let practice = [
        "hartlijn", "hart", "praktijk", "huisarts", "dokter", "assistent", "patient", "zorggroep", "zorg", "apotheek",
        "ziekenhuis", "bloeddruk", "suiker", "diabetes", "gezond", "medicijn", "pleister",
    ]
    private static let loved = [
        "ikhouvanjou", "schatje", "liefje", "lieverd", "knuffel", "prinses", "mama", "papa", "oma", "opa", "poes",
        "hond", "paard", "vlinder", "bloem", "zonnetje", "zonneschijn", "voetbal", "koffie", "chocola", "fiets",
    ]
    private static let country = [
        "nederland", "holland", "oranje", "amsterdam", "rotterdam", "utrecht", "denhaag", "eindhoven", "groningen",
        "nijmegen", "maastricht", "ajax", "feyenoord", "twente",
    ]

    private static let english = [
        "password", "passwort", "welcome", "secret", "admin", "administrator", "login", "letmein", "changeme",
        "default", "guest", "user", "test", "demo", "hello", "iloveyou", "love", "sunshine", "princess", "dragon",
        "monkey", "football", "master", "superman", "batman", "spring", "summer", "autumn", "doctor", "nurse",
        "health", "qwerty", "azerty", "computer", "internet", "google", "microsoft",
    ]
}
