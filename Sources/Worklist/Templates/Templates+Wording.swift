import Clinical
import Web

/// The texts to begin with: Dutch, because the patient reads them; language level A2.
extension Situation {
    var text: String {
        let hello = "Dag {voornaam},\n\n"
        let next = "Uw volgende meetweek begint op {meetweek}."
        switch self {
        case .onTarget:
            return hello
                + "Dank u voor het meten. Uw bloeddruk was gemiddeld {gemiddelde}. Dat is onder uw doel. "
                + "Goed gedaan! U gaat zo door. Er verandert niets aan uw pillen. \(next)"
        case .above:
            return hello
                + "Dank u voor het meten. Uw bloeddruk was gemiddeld {gemiddelde}. Dat is boven uw doel. "
                + "Ik wil u graag spreken. Ik bel u deze week. Hebt u zelf vragen? Schrijf ze op."
        case .raised, .raisedOnce:
            let seen = self == .raisedOnce ? "een keer hoog" : "een paar keer te hoog"
            return hello
                + "Dank u voor het meten. Uw bloeddruk was \(seen). Ik wil u graag spreken. "
                + "Ik bel u deze week. Hebt u zelf vragen? Schrijf ze op."
        case .tooFew:
            return hello
                + "Dank u voor het meten. Er zijn nog te weinig metingen voor een goed antwoord. "
                + "Wilt u volgende week weer meten? Lukt het niet? Bel mij gerust."
        case .silent:
            return hello
                + "Ik zie al een tijd geen metingen van u. Dat geeft niet. Gaat het goed met u? "
                + "Kan ik u helpen met meten?"
        case .question: return hello + "Dank u voor uw vraag. "
        // Without blame, and with the way to keep it longer.
        case .recall:
            return hello
                + "Wij ruilen uw box graag om. De maker vraagt deze meter terug. "
                + "Wilt u hem even niet gebruiken? Bel ons voor een andere."
        case .kitBack:
            return hello
                + "U hebt een box van ons te leen. Komt u hem terugbrengen? "
                + "Wilt u nog even doormeten? Dat kan. Laat het ons weten."
        case .own: return hello
        }
    }

    var title: Sentence {
        switch self {
        case .onTarget: Sentence(nl: "Onder doel", en: "Below goal")
        case .above: Sentence(nl: "Boven doel", en: "Above goal")
        case .raised: Sentence(nl: "Hoge metingen", en: "High readings")
        case .raisedOnce: Sentence(nl: "Een hoge meting", en: "One high reading")
        case .tooFew: Sentence(nl: "Te weinig metingen", en: "Too few readings")
        case .silent: Sentence(nl: "Meet niet meer", en: "Stopped measuring")
        case .question: Sentence(nl: "Antwoord op vraag", en: "Answer to question")
        case .recall: Sentence(nl: "Box omruilen", en: "Swap the kit")
        case .kitBack: Sentence(nl: "Box terug", en: "Kit back")
        case .own: Sentence(nl: "Eigen tekst", en: "Own text")
        }
    }
}

/// Days in a Dutch text, whatever language the screen has.
enum DateText {
    static func long(_ day: Day) -> String { DateWords(.nl).long(day) }
}

/// What a professional reads where the texts of the practice stand.
enum TemplateWords {
    static let title = Sentence(nl: "Teksten", en: "Texts")
    static let beside = Sentence(nl: "Waarmee een antwoord begint", en: "What an answer begins with")
    static let places = Sentence(
        nl: "Plaatsen die vanzelf worden ingevuld; een zin waarvoor niets bekend is, valt weg:",
        en: "Places that are filled in; a sentence for which nothing is known is left out:")
    static let ours = Sentence(nl: "tekst van Hartlijn", en: "text of Hartlijn")
    static let own = Sentence(nl: "eigen tekst", en: "own text")
    static let change = Sentence(nl: "Wijzig", en: "Change")
    static let add = Sentence(nl: "Eigen tekst toevoegen", en: "Add an own text")
    static let name = Sentence(nl: "Naam", en: "Name")
    static let text = Sentence(nl: "Tekst", en: "Text")
    static let hint = Sentence(
        nl: "Korte zinnen van hooguit 12 woorden, geen moeilijke woorden.",
        en: "Short sentences of at most 12 words, no hard words.")
    static let save = Sentence(nl: "Bewaar", en: "Save")
    static let back = Sentence(nl: "Terug naar de tekst van Hartlijn", en: "Back to the text of Hartlijn")
    static let remove = Sentence(nl: "Verwijder", en: "Remove")
    static let notSaved = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let needName = Sentence(
        nl: "Vul een naam in, hooguit 40 tekens.", en: "Fill in a name, 40 characters at most.")
    static let needText = Sentence(
        nl: "Schrijf een tekst, hooguit 1000 tekens.", en: "Write a text, 1000 characters at most.")
    static let hardToRead = Sentence(
        nl: "De tekst is moeilijk te lezen. Gebruik kortere zinnen en woorden.",
        en: "The text is hard to read. Use shorter sentences and words.")

    static func meaning(_ place: Filling.Place) -> Sentence {
        switch place {
        case .voornaam: Sentence(nl: "de voornaam", en: "the given name")
        case .gemiddelde:
            Sentence(nl: "het gemiddelde waar de regel over gaat", en: "the average that the line is about")
        case .doel: Sentence(nl: "het doel thuis", en: "the goal at home")
        case .meetweek:
            Sentence(nl: "de eerste dag van de volgende meetweek", en: "the first day of the next measuring week")
        }
    }

    static func unknownPlace(_ place: String) -> Sentence {
        Sentence(
            nl: "“{\(place)}” is geen plaats die Hartlijn kent.", en: "“{\(place)}” is no place that Hartlijn knows.")
    }

    static func sentenceTooLong(_ sentence: String) -> Sentence {
        Sentence(nl: "Deze zin is te lang: “\(sentence)”", en: "This sentence is too long: “\(sentence)”")
    }

    static func hardWord(_ word: String, _ plain: String) -> Sentence {
        Sentence(
            nl: "“\(word)” is een moeilijk woord. Schrijf liever “\(plain)”.",
            en: "“\(word)” is a hard word. Rather write “\(plain)”.")
    }
}
