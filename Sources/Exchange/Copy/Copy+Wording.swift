import Clinical

/// What the patient reads about taking data along.
enum CopyWords {
    static let title = Sentence(nl: "Mijn gegevens meenemen", en: "Take my data along")
    static let yours = Sentence(
        nl: "Uw gegevens zijn van u. U mag ze altijd meenemen.", en: "Your data is yours. You may always take it along."
    )
    static let table = Sentence(nl: "Mijn metingen in een tabel", en: "My readings in a table")
    static let tableMore = Sentence(
        nl: "Voor uzelf, op de computer. Het is een csv-bestand.", en: "For yourself, on a computer. A csv file.")
    static let whole = Sentence(nl: "Alles in een tabel", en: "Everything in a table")
    static let wholeMore = Sentence(
        nl: "Alles wat wij van u bewaren, regel voor regel.", en: "All we keep about you, line by line.")
    static let record = Sentence(nl: "Voor een andere app", en: "For another app")
    static let recordMore = Sentence(
        nl: "Uw gegevens voor een andere app. Het is een FHIR-bestand.", en: "Your data for another app. A FHIR file.")

    /// Of a help, as it is kept; in Dutch, as everything in the file.
    static func help(_ name: String) -> String { helps[name, default: name] }
    static func taskStep(_ name: String) -> String { taskSteps[name, default: name] }

    static let helps = [
        "install": "Hartlijn op telefoon of tablet zetten", "sign-in": "leren aanmelden",
        "measure": "leren meten met de meter", "phone": "omgaan met telefoon of computer",
        "walk": "samen wandelen", "money": "hulp bij geldzaken", "company": "mensen ontmoeten",
    ]

    static let taskSteps = [
        "asked": "gevraagd", "agreed": "ja gezegd", "taken": "opgepakt", "appointment": "afspraak gemaakt",
        "not-reached": "niet bereikt", "done": "klaar", "stopped": "gestopt", "refused": "nee gezegd",
        "withdrawn": "ingetrokken",
    ]
    static let paper = Sentence(nl: "Op papier", en: "On paper")
    static let paperMore = Sentence(nl: "Alles op één pagina. Die drukt u af.", en: "All on one page, to print.")
    static let graph = Sentence(nl: "Uw grafiek op papier", en: "Your graph on paper")
    static let graphMore = Sentence(nl: "Open uw grafiek en druk die af.", en: "Open your graph and print it.")
    static let careful = Sentence(nl: "Let op", en: "Take care")
    static let carefulMore = Sentence(
        nl: "In het bestand staat veel over u. Geef het alleen aan wie u vertrouwt.",
        en: "The file says much about you. Only give it to whom you trust.")

    static let paperTitle = Sentence(nl: "Alles wat wij van u bewaren", en: "All that we keep about you")
    static let print = Sentence(nl: "Afdrukken", en: "Print")
    static let nothing = Sentence(nl: "Hier staat niets.", en: "Nothing is here.")
    static let when = Sentence(nl: "Wanneer", en: "When")
    static let what = Sentence(nl: "Wat", en: "What")
    static let by = Sentence(nl: "Door wie", en: "By whom")
    static let inDutch = Sentence(
        nl: "Klopt er iets niet? Vraag dan om een verbetering.",
        en: "What is kept is written in Dutch. Is something wrong? Ask to have it put right.")

    static func made(_ stamp: String, _ practice: String) -> Sentence {
        Sentence(nl: "Gemaakt op \(stamp). Uw praktijk is \(practice).", en: "Made on \(stamp) for \(practice).")
    }

    static func part(_ part: Exchange.CopiedPart) -> Sentence {
        switch part {
        case .person: Sentence(nl: "Wie u bent", en: "Who you are")
        case .readings: Sentence(nl: "Uw metingen", en: "Your readings")
        case .weeks: Sentence(nl: "Uw meetweken", en: "Your measuring weeks")
        case .plan: Sentence(nl: "Uw meetplan", en: "Your measuring plan")
        case .messages: Sentence(nl: "Berichten", en: "Messages")
        case .goals: Sentence(nl: "Uw doelen", en: "Your goals")
        case .medication: Sentence(nl: "Uw medicijnen", en: "Your medicines")
        case .loans: Sentence(nl: "Uw geleende box", en: "Your kit on loan")
        case .reminders: Sentence(nl: "Herinneringen", en: "Reminders")
        case .sent: Sentence(nl: "Wat wij u stuurden", en: "What we sent you")
        case .meters: Sentence(nl: "Uw meters", en: "Your meters")
        case .invitations: Sentence(nl: "Wij vroegen u mee te doen", en: "We asked you to take part")
        case .enrolment: Sentence(nl: "Hoe u op onze lijst kwam", en: "How you came on our list")
        case .consents: Sentence(nl: "Waar u ja op zei", en: "What you said yes to")
        case .emergencies: Sentence(nl: "Met spoed geopend", en: "Opened in an emergency")
        case .list: Sentence(nl: "U op onze werklijst", en: "You on our worklist")
        case .requests: Sentence(nl: "Uw vragen over uw gegevens", en: "Your requests")
        case .looks: Sentence(nl: "Wie keek mee", en: "Who looked")
        }
    }

    /// `25-11-2026`
    static func date(_ day: Day) -> String { "\(two(day.day))-\(two(day.month))-\(day.year)" }

    /// `25-11-2026 08:50`
    static func stamp(_ at: Instant) -> String { stamp(.amsterdam(at)) }
    static func stamp(_ moment: Moment) -> String { "\(date(moment.day)) \(clock(moment.minuteOfDay))" }

    /// Minutes since midnight as `08:50`.
    static func clock(_ minutes: Int) -> String { "\(two(minutes / 60)):\(two(minutes % 60))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A word that is kept, as a person says it. What a newer program kept stands there as it is kept.
    static func word(_ kept: String) -> String { words[kept] ?? kept }

    private static let words = [
        "mail": "e-mail", "phone": "telefoon", "push": "de browser", "reminder": "herinnering", "code": "code",
        "paper": "op papier", "aloud": "hardop gezegd", "screen": "op het scherm",
        "consult": "in een gesprek", "letter": "met een brief", "message": "met een bericht",
        "yes": "ja", "no": "nee", "later": "later",
        "listed": "op de lijst", "invited": "gevraagd", "takes-part": "doet mee", "stopped": "gestopt",
        "left-out": "niet gevraagd",
        "seven-days": "zeven dagen", "five-days": "vijf dagen", "three-days": "drie dagen",
        "on-target": "goed", "raised": "te hoog", "not-enough-data": "te weinig metingen",
        "released": "niet doorgegaan", "returned": "teruggebracht", "mistake": "een vergissing", "lost": "kwijt",
        "broken": "kapot", "recalled": "teruggeroepen",
        "week-above": "meetweek boven het doel", "week-on-target": "meetweek goed",
        "week-too-few": "meetweek met te weinig metingen", "weight-gain": "gewicht omhoog", "question": "een vraag",
        "silent": "een tijd geen meting", "unconfirmed": "een meting om te bekijken",
        "correction": "iets verbeteren", "erasure": "alles wissen", "restriction": "even niet gebruiken",
        "objection": "niet meetellen", "granted": "ja", "refused": "nee",
        "chest-pain": "pijn op de borst", "short-of-breath": "benauwd", "paralysis": "kracht weg",
        "speech-trouble": "moeite met praten", "vision-trouble": "slecht zien", "dizziness": "duizelig",
        "readings": "metingen zien", "measuring": "voor u meten", "messages": "berichten", "goals": "doelen",
        "looked": "bekeken", "added": "toegevoegd", "changed": "veranderd", "answered": "beantwoord",
        "imported": "ingelezen", "exported": "meegenomen", "signed-in": "aangemeld", "signed-out": "afgemeld",
        "hypertension": "hoge bloeddruk", "heart": "hart en vaten", "diabetes": "suikerziekte",
        "obesity": "overgewicht",
        "atrial-fibrillation": "boezemfibrilleren", "blood-pressure": "een bloeddrukmeter",
        "lifestyle": "een meter, een weegschaal en een stappenteller", "unknown": "nog niet bekend",
        "acute": "het was dringend", "out of hours": "buiten kantoortijd", "asked by patient": "u vroeg het",
        "other": "een andere reden",
        "patient": "u zelf", "proxy": "wie u helpt", "poh": "praktijkondersteuner", "gp": "huisarts",
        "specialist": "arts van het ziekenhuis", "hartlijn": "Hartlijn zelf", "nobody": "niet aangemeld",
        "own": "het gaat over uzelf", "treatment": "u bent daar patiënt", "shared": "u deelt met hen",
        "rule": "gaat vanzelf", "office": "hun taak", "mandate": "u gaf toestemming", "emergency": "met spoed",
    ]

    /// What a line of the access log is about. A test finds every word that the house writes there.
    static func object(_ kept: String) -> String { objects[kept] ?? kept }

    static let objects = [
        "answering times": "wanneer de praktijk antwoordt", "diary": "boekje met metingen",
        "diary photo": "foto van een boekje", "help": "hulp in de buurt", "inboxes": "postvakken",
        "messages read": "berichten gelezen", "pharmacy": "apotheek", "pharmacy message": "bericht met de apotheek",
        "pharmacy messages": "berichten met de apotheek", "pharmacy patients": "patiënten van de apotheek",
        "pharmacy record": "gegevens voor de apotheek", "summaries": "samenvattingen voor het dossier",
        "summary": "samenvatting voor het dossier", "summary approved": "samenvatting goedgekeurd",
        "summary placed": "samenvatting in het dossier gezet", "summary taken back": "samenvatting teruggenomen",
        "task": "hulpvraag", "template": "tekst van de praktijk",
        "worklist line handed over": "regel van de werklijst doorgegeven",
        "access log": "wie keek mee", "access review": "controle van wie keek mee", "account": "manier van aanmelden",
        "address for reminders": "adres voor herinneringen", "agreement": "afspraak over de box",
        "candidate": "plaats op de lijst", "candidates": "lijst van mensen om te vragen",
        "codes on paper": "codes op papier", "complaints": "klachten", "consent": "delen met het ziekenhuis",
        "copy": "kopie van alles", "coupling": "koppeling met een meter", "emergency": "met spoed geopend",
        "enrolment": "meedoen", "goal": "doel", "graph": "grafiek", "helpers": "wie mag meekijken",
        "invitation": "vraag om mee te doen", "kit": "box", "kit settings": "soorten boxen", "kits": "boxen",
        "letter": "brief met code", "limit": "grens", "loan": "geleende box", "machine": "ander systeem",
        "mandate": "wie mag meekijken", "measuring week": "meetweek", "medication change": "medicijn",
        "message": "bericht", "messages": "berichten", "other house": "aanmelden via een ander",
        "outbox": "wat wij versturen", "page": "pagina", "passkey": "sleutel om aan te melden",
        "password": "wachtwoord", "patient forgotten": "gewist", "patients": "zoeken naar patiënten",
        "people": "wie hier werkt", "phone key": "sleutel van een telefoon", "plan": "meetplan", "reading": "meting",
        "reading form": "formulier voor een meting", "readings": "metingen", "record": "dossier",
        "reminder": "herinnering", "reminder to send": "herinnering om te sturen", "reminders": "herinneringen",
        "request": "vraag over uw gegevens", "requests": "vragen over gegevens", "retention": "opruimen",
        "retention term": "bewaartermijn",
        "person": "naam, geboortedatum en telefoon",
        "second factor": "tweede stap bij aanmelden", "service number": "burgerservicenummer",
        "service number, masked": "einde van uw burgerservicenummer", "session": "aangemeld zijn",
        "shared patients": "lijst van wie deelt", "sign-in": "aanmelden", "step plan": "stappenplan",
        "today": "vandaag", "worklist": "werklijst",
    ]

    /// What was done with a kit.
    static func step(_ kept: String) -> String { steps[kept] ?? kept }

    private static let steps = [
        "reserve": "voor u bewaard", "release": "niet meer bewaard", "lend": "aan u meegegeven",
        "undo lending": "meegeven was een vergissing", "extend": "langer geleend", "take back": "teruggebracht",
        "undo taking back": "toch niet terug", "check": "nagekeken", "check again": "opnieuw nagekeken",
        "break": "kapot gemeld", "repair": "doet het weer", "lose": "kwijt gemeld", "find": "gevonden",
        "find at home": "thuis gevonden", "recall": "teruggeroepen", "clear": "weer in orde", "retire": "weggedaan",
        "undo retiring": "toch niet weggedaan",
    ]
}
