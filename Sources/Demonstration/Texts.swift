/// What patients of the demonstration write and read.
///
/// Language level: A2/B1. What the practice writes passes the gate of sentences of at most twelve words.
enum Texts {
    static let goals = [
        "elke dag wandelen", "weer fietsen naar de kleinkinderen", "minder zout eten", "twee keer per week zwemmen",
        "stoppen met roken", "elke avond een half uur lopen", "vijf kilo lichter worden", "de trap nemen",
        "elke dag twee stuks fruit", "met de hond naar het bos",
    ]
    static let reachedGoals = ["4 keer per week wandelen", "geen zout meer op tafel", "een week zonder frisdrank"]

    /// A change of medicines with the reason that the patient reads.
    struct Pill: Sendable {
        let what: String
        let why: String
    }

    static let pills = [
        Pill(
            what: "Nieuwe pil erbij: amlodipine 5 mg",
            why: "Uw bloeddruk bleef te hoog. De pil maakt de bloedvaten wijder."),
        Pill(
            what: "Meer van uw pil: lisinopril 20 mg",
            why: "Uw bloeddruk was nog te hoog. Meer van deze pil helpt beter."),
        Pill(
            what: "Nieuwe pil erbij: hydrochloorthiazide 12,5 mg",
            why: "Dit is een plaspil. U plast dan meer zout en water uit. Daardoor daalt uw bloeddruk."),
        Pill(
            what: "Andere pil: losartan 50 mg",
            why: "U kreeg hoest van de oude pil. Van deze pil krijgt u geen hoest. Hij werkt net zo goed."),
        Pill(
            what: "Nieuwe pil: enalapril 10 mg",
            why: "Uw bloeddruk was maanden te hoog. De pil beschermt uw hart en uw nieren."),
        Pill(
            what: "Meer van uw pil: metoprolol 100 mg",
            why: "Uw hart klopte snel. Met meer van deze pil klopt het rustiger."),
    ]

    /// A question of some time ago with the answer.
    struct Talk: Sendable {
        let question: String
        let answer: String
    }

    static let talks = [
        Talk(
            question: "Moet ik ook meten als ik grieperig ben?",
            answer: "Dat hoeft niet. Wacht tot u weer beter bent. Meet dan gewoon verder."),
        Talk(
            question: "Mijn meter geeft soms een E. Wat is dat?",
            answer: "Dan zat de band te los. Doe de band om en meet opnieuw. Lukt het niet? Bel ons gerust."),
        Talk(
            question: "Ik ga twee weken weg. Neem ik de meter mee?",
            answer: "Dat hoeft niet. Laat de meter thuis. Fijne vakantie!"),
        Talk(
            question: "Aan welke arm moet ik meten?",
            answer: "Meet aan de arm die wij kozen. Dat is uw linkerarm. Meet steeds aan die arm."),
        Talk(
            question: "Mag ik koffie drinken voor het meten?",
            answer: "Wacht liever een half uur. Koffie maakt uw bloeddruk even hoger."),
    ]

    /// What people ask in the other practices, and nobody has answered yet.
    static let questions = [
        "Kan ik een ander formaat band krijgen? Deze knelt.", "Mag ik een dag overslaan met meten?",
        "Mijn bloeddruk is in de ochtend hoger. Is dat erg?", "Ik ben mijn pil vergeten. Neem ik er morgen twee?",
        "Mag ik grapefruit eten bij mijn pillen?",
    ]

    /// What Marieke sends when a week is on target.
    static let wellDone = [
        "Mooi, uw bloeddruk is goed. Er verandert niets. Over drie maanden meet u weer een week.",
        "Goed nieuws. Uw bloeddruk is onder uw doel. Ga zo door met uw pillen.",
        "Dank u voor het meten. Alles is goed. U hoort later wanneer u weer meet.",
    ]

    static let tjeerdAsks = "Ik ben verhuisd. Mijn telefoonnummer is nu anders."
    static let pieterAsks = "Mijn voornaam staat er verkeerd."
    static let pieterReads = "U heeft gelijk. Uw naam staat er nu goed."
    static let fatmaAsks = "Mag ik de nieuwe pil ook zonder eten nemen?"
    static let fatmaReads =
        "Dag Fatma. Ja, dat mag. Neem de pil elke dag op dezelfde tijd. Dan vergeet u hem niet."
    static let fatmaUnread =
        "Waarom u een andere pil krijgt? De oude pil gaf u dikke enkels. De nieuwe pil doet dat niet. "
        + "U begint er maandag mee. Vragen? Schrijf of bel mij gerust."
    static let johanWrites = "Ik heb al drie dagen hoofdpijn. De pillen zijn op en ik kon niet naar de apotheek."
    static let miekeAsks = "Mag ik de plaspil ’s avonds nemen?"
}
