import Clinical
import HTTPTypes
import Web

/// What the patient reads about their rights. Language level A2/B1; no word of law.
enum RightsWords {
    static let title = Sentence(nl: "Uw gegevens", en: "Your data")
    static let intro = Sentence(
        nl: "Uw gegevens zijn van u. Dit mag u altijd vragen.", en: "Your data is yours. You may always ask this.")
    static let copy = Sentence(nl: "Bekijken en meenemen", en: "See and take along")
    static let copyMore = Sentence(nl: "Dat kan meteen. U hoeft niets te vragen.", en: "At once. No need to ask.")
    static let watching = Sentence(nl: "Wie keek mee?", en: "Who looked?")
    static let watchingMore = Sentence(nl: "Wie in uw gegevens keek", en: "Who looked at your data")
    static let requests = Sentence(nl: "Uw vragen", en: "Your requests")
    static let none = Sentence(nl: "U hebt nog niets gevraagd.", en: "You have not asked anything yet.")
    static let asked = Sentence(
        nl: "Uw vraag is bij de praktijk. Het nummer staat hieronder.",
        en: "Your request is with the practice. Its number is below.")
    static let free = Sentence(
        nl: "Vragen is gratis. Uw zorg verandert er niet door.", en: "Asking is free. Your care stays the same.")
    static let complain = Sentence(nl: "Niet blij met het antwoord?", en: "Not happy with the answer?")
    static let complainMore = Sentence(
        nl: "Bel uw praktijk. U mag ook klagen. Dat kan bij de Autoriteit Persoonsgegevens.",
        en: "Phone your practice. You may also complain to the data protection authority.")

    static let notYet = Sentence(nl: "Er mist nog iets", en: "Something is missing")
    static let needsWords = Sentence(nl: "Schrijf op wat er niet klopt.", en: "Write down what is wrong.")
    static let tooLong = Sentence(nl: "Dit is te lang. Maak het wat korter.", en: "This is too long. Make it shorter.")
    static let enoughToday = Sentence(
        nl: "U hebt vandaag al veel gevraagd. Morgen kan het weer.",
        en: "You asked much today. Tomorrow you can ask more.")
    static let tooMany = Sentence(
        nl: "U hebt al tien vragen openstaan. Wacht eerst op een antwoord.",
        en: "Ten of your requests are waiting. Wait for an answer.")
    static let optional = Sentence(nl: "Dit hoeft niet.", en: "You may leave this empty.")
    static let send = Sentence(nl: "Vraag dit aan mijn praktijk", en: "Ask my practice")
    static let back = Sentence(nl: "Terug", en: "Back")
    static let takeBack = Sentence(nl: "Neem deze vraag terug", en: "Take this request back")
    static let stop = Sentence(nl: "Stop hiermee", en: "Stop this")
    static let yourWords = Sentence(nl: "U schreef:", en: "You wrote:")

    static func answerBy(_ day: String) -> Sentence {
        Sentence(
            nl: "U krijgt binnen één maand antwoord. Dat is uiterlijk \(day).",
            en: "You get an answer within one month. That is by \(day).")
    }

    static func number(_ number: Int) -> Sentence { Sentence(nl: "Vraag \(number)", en: "Request \(number)") }
    static func askedOn(_ day: String) -> Sentence { Sentence(nl: "Gevraagd op \(day).", en: "Asked on \(day).") }
    static func longer(_ day: String) -> Sentence {
        Sentence(nl: "Dit duurt langer, tot \(day).", en: "This takes longer, until \(day).")
    }
    static func by(_ name: String) -> Sentence { Sentence(nl: "Antwoord van \(name)", en: "Answer by \(name)") }

    static func kind(_ kind: Rights.Kind) -> Sentence {
        switch kind {
        case .correction: Sentence(nl: "Iets klopt niet", en: "Something is wrong")
        case .erasure: Sentence(nl: "Alles laten wissen", en: "Have everything erased")
        case .restriction: Sentence(nl: "Even niet gebruiken", en: "Do not use it for now")
        case .objection: Sentence(nl: "Niet meetellen", en: "Do not count me")
        }
    }

    static func short(_ kind: Rights.Kind) -> Sentence {
        switch kind {
        case .correction: Sentence(nl: "Uw naam, een meting of iets anders", en: "Your name, a reading, or else")
        case .erasure: Sentence(nl: "Dan zijn uw gegevens hier weg", en: "Then your data is gone from here")
        case .restriction: Sentence(nl: "Wij bewaren het en delen het niet", en: "We keep it and do not share it")
        case .objection: Sentence(nl: "In de cijfers van het programma", en: "In the numbers of the programme")
        }
    }

    /// What it means, in a few sentences.
    static func means(_ kind: Rights.Kind) -> [Sentence] {
        switch kind {
        case .correction:
            [
                Sentence(nl: "Staat er iets fout? Dan maken wij het goed.", en: "Is something wrong? We put it right."),
                Sentence(
                    nl: "Gaat het om een meting? Schrijf dan de dag op.",
                    en: "Is it about a reading? Write down the day."),
            ]
        case .erasure:
            [
                Sentence(
                    nl: "Uw metingen, berichten en doelen gaan dan weg.",
                    en: "Your readings, messages and goals will be gone."),
                Sentence(nl: "Dat kan niemand meer terugdraaien.", en: "Nobody can undo that."),
                Sentence(
                    nl: "Soms moet de praktijk iets bewaren. Dan leest u waarom.",
                    en: "Sometimes the practice has to keep something. Then you read why."),
                Sentence(
                    nl: "Wilt u eerst een kopie? Neem die dan nu mee.", en: "Do you want a copy first? Take it now."),
            ]
        case .restriction:
            [
                Sentence(
                    nl: "Alleen u en uw eigen praktijk kunnen er dan bij.",
                    en: "Only you and your own practice can see it then."),
                Sentence(
                    nl: "Het ziekenhuis en uw helpers zien niets meer.",
                    en: "The hospital and your helpers see nothing any more."),
                Sentence(nl: "U telt ook niet mee in cijfers.", en: "You are not counted in numbers either."),
                Sentence(
                    nl: "Alleen met spoed mag een andere huisarts kijken.",
                    en: "Only in an emergency another GP may look."),
            ]
        case .objection:
            [
                Sentence(
                    nl: "De zorggroep telt hoeveel mensen thuis meten.",
                    en: "The care group counts how many people measure at home."),
                Sentence(nl: "Daar staat nooit uw naam bij.", en: "Your name is never with it."),
                Sentence(nl: "Wilt u niet meetellen? Dat mag.", en: "Do you not want to be counted? That is fine."),
            ]
        }
    }

    static func ask(_ kind: Rights.Kind) -> Sentence {
        switch kind {
        case .correction: Sentence(nl: "Wat klopt er niet?", en: "What is wrong?")
        case .erasure, .restriction, .objection: Sentence(nl: "Wilt u zeggen waarom?", en: "Would you say why?")
        }
    }

    static func state(_ state: Rights.State, due: String) -> Sentence {
        switch state {
        case .waiting: Sentence(nl: "Wacht op antwoord, uiterlijk \(due).", en: "Waits for an answer, by \(due).")
        case .withdrawn: Sentence(nl: "U nam deze vraag terug.", en: "You took this request back.")
        case .refused: Sentence(nl: "De praktijk zegt nee.", en: "The practice says no.")
        case .granted: Sentence(nl: "De praktijk zegt ja.", en: "The practice says yes.")
        case .inForce: Sentence(nl: "De praktijk zegt ja. Dit geldt nu.", en: "The practice says yes. This holds now.")
        case .ended: Sentence(nl: "Dit geldt niet meer.", en: "This holds no more.")
        }
    }
}

extension Rights {
    /// What stands in the messages of the patient; the answer itself is on its own page.
    package static func message(_ number: Int) -> String {
        "U heeft antwoord op vraag \(number). U leest het bij Meer, Uw gegevens."
    }
}

/// Somebody else answered, ended or took it back a moment ago.
package struct NotWaiting: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .conflict }
    package var explanation: Sentence {
        Sentence(
            nl: "Dit kan nu niet meer. Er is al een antwoord, of het is gestopt.",
            en: "This cannot be done any more. There is an answer, or it was stopped.")
    }
}
