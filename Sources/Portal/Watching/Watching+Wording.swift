import Clinical
import Identity

/// What the patient reads about who looked along. Short, and without a word of blame or alarm.
enum WatchingWords {
    static let title = Sentence(nl: "Wie keek mee?", en: "Who looked?")
    static let periods = Sentence(nl: "Hoe ver terug", en: "How far back")
    static let nobody = Sentence(
        nl: "In deze tijd opende niemand uw gegevens.", en: "In this time nobody opened your data.")
    static let strange = Sentence(nl: "Ziet u iets dat niet klopt?", en: "Do you see something that is not right?")
    static let askUs = Sentence(
        nl: "Bel dan uw praktijk. Zij zoeken het voor u uit.", en: "Phone your practice. They will find out for you.")
    static let cut = Sentence(
        nl: "Er is nog meer van vroeger. Vraag het aan uw praktijk.",
        en: "There is more from before. Ask your practice.")

    static func whoMay(_ practice: String) -> Sentence {
        Sentence(
            nl: "Uw praktijk \(practice) mag in uw gegevens kijken. Hier ziet u wie dat deed, en wanneer.",
            en: "Your practice \(practice) may look at your data. Here you see who did, and when.")
    }

    static func period(_ period: Portal.Watching.Period) -> Sentence {
        switch period {
        case .quarter: Sentence(nl: "3 maanden", en: "3 months")
        case .year: Sentence(nl: "1 jaar", en: "1 year")
        case .all: Sentence(nl: "Alles", en: "All")
        }
    }

    static func own(_ ownToo: Portal.Watching.OwnToo) -> Sentence {
        switch ownToo {
        case .yes: Sentence(nl: "Laat ook zien wat ik zelf deed", en: "Also show what I did myself")
        case .no: Sentence(nl: "Laat alleen anderen zien", en: "Only show others")
        }
    }

    static func name(of deed: Portal.Deed) -> Sentence {
        switch deed.who {
        case .hartlijn where deed.what == .addedFile: Sentence(nl: "Een beheerder", en: "An administrator")
        case .you: Sentence(nl: "U zelf", en: "You")
        case .worker(let name, _, _), .proxy(let name): Sentence(nl: name, en: name)
        case .unknownWorker: Sentence(nl: "Iemand van uw praktijk", en: "Somebody of your practice")
        case .hartlijn: Sentence(nl: "Hartlijn zelf", en: "Hartlijn itself")
        case .nobody: Sentence(nl: "Iemand zonder naam", en: "Somebody without a name")
        }
    }

    static func why(_ why: Portal.Why) -> Sentence {
        switch why {
        case .emergency:
            Sentence(nl: "Met spoed: het kon niet wachten.", en: "In an emergency: it could not wait.")
        case .shared: Sentence(nl: "U deelt met dit ziekenhuis.", en: "You share with this hospital.")
        case .task: Sentence(nl: "U vroeg hier om hulp.", en: "You asked for help here.")
        case .registered: Sentence(nl: "Dit is uw apotheek.", en: "This is your pharmacy.")
        }
    }

    static func role(of deed: Portal.Deed) -> Sentence? {
        switch deed.who {
        case .hartlijn where deed.what == .addedFile: return nil
        case .worker(_, let role, let practice):
            let words = word(role)
            return Sentence(nl: "\(words.nl), \(practice)", en: "\(words.en), \(practice)")
        case .proxy: return word(.proxy)
        case .hartlijn:
            return Sentence(nl: "Dat gaat vanzelf. Er keek geen mens.", en: "This goes by itself. Nobody looked.")
        case .you, .unknownWorker, .nobody: return nil
        }
    }

    private static func word(_ role: Identity.Role) -> Sentence {
        switch role {
        case .patient: Sentence(nl: "patiënt", en: "patient")
        case .poh: Sentence(nl: "praktijkondersteuner", en: "practice nurse")
        case .gp: Sentence(nl: "huisarts", en: "GP")
        case .implementer: Sentence(nl: "begeleider van de praktijk", en: "coach of the practice")
        case .administrator: Sentence(nl: "beheerder", en: "administrator")
        case .proxy: Sentence(nl: "iemand die u helpt", en: "somebody who helps you")
        case .manager: Sentence(nl: "praktijkmanager", en: "practice manager")
        case .specialist: Sentence(nl: "arts van het ziekenhuis", en: "doctor of the hospital")
        case .pharmacist: Sentence(nl: "apotheker", en: "pharmacist")
        case .helper: Sentence(nl: "helper in de buurt", en: "helper in your area")
        case .lead: Sentence(nl: "leider van het programma", en: "leader of the programme")
        case .officer: Sentence(nl: "bewaker van de privacy", en: "privacy officer")
        }
    }

    /// - Parameter who: a sentence about the reader is in the second person
    static func what(_ what: Portal.What, by who: Portal.Who) -> Sentence {
        switch what {
        case .sawRecord: Sentence(nl: "Keek in uw dossier.", en: "Looked at your record.")
        case .sawList: Sentence(nl: "Zag u op de werklijst.", en: "Saw you on the worklist.")
        case .sawReadings:
            who == .you
                ? Sentence(nl: "Keek in uw eigen gegevens.", en: "Looked at your own data.")
                : Sentence(nl: "Keek naar uw metingen.", en: "Looked at your readings.")
        case .sawLog: Sentence(nl: "Keek wie er meekeek.", en: "Looked who looked.")
        case .addedReading: Sentence(nl: "Schreef een meting op.", en: "Wrote down a reading.")
        case .changedReading: Sentence(nl: "Veranderde een meting.", en: "Changed a reading.")
        case .addedFile: Sentence(nl: "Las een bestand met metingen in.", en: "Read in a file with readings.")
        case .wroteMessage: Sentence(nl: "Schreef een bericht.", en: "Wrote a message.")
        case .changedMedication:
            Sentence(
                nl: "Schreef op wat er aan uw medicijn veranderde.", en: "Wrote down what changed in your medicine.")
        case .changedList: Sentence(nl: "Werkte de werklijst bij.", en: "Brought the worklist up to date.")
        case .changedGoal: Sentence(nl: "Veranderde een doel.", en: "Changed a goal.")
        case .toldComplaints: Sentence(nl: "Schreef klachten op.", en: "Wrote down complaints.")
        case .reminded: Sentence(nl: "Stuurde een herinnering.", en: "Sent a reminder.")
        case .workedOnRequest:
            Sentence(nl: "Keek naar uw vraag, of werkte eraan.", en: "Looked at your request, or worked on it.")
        case .judgedWeek: Sentence(nl: "Rekende uw meetweek uit.", en: "Worked out your measuring week.")
        case .decidedWhoMay: Sentence(nl: "Keek of koos wie mag meekijken.", en: "Looked or chose who may look.")
        case .madeLetter: Sentence(nl: "Maakte een code of een account.", en: "Made a code or an account.")
        case .openedInEmergency: Sentence(nl: "Opende uw dossier met spoed.", en: "Opened your record in an emergency.")
        case .sawTask: Sentence(nl: "Zag uw hulpvraag.", en: "Saw your request for help.")
        case .changedTask: Sentence(nl: "Werkte aan uw hulpvraag.", en: "Worked on your request for help.")
        case .registeredAtPharmacy: Sentence(nl: "Koos of wisselde uw apotheek.", en: "Chose or changed your pharmacy.")
        case .tookCopy: Sentence(nl: "Nam een kopie mee.", en: "Took a copy along.")
        case .other: Sentence(nl: "Deed iets met uw gegevens.", en: "Did something with your data.")
        }
    }

    static func once(_ time: String) -> Sentence { Sentence(nl: "Om \(time) uur.", en: "At \(time).") }

    static func often(_ count: Int, _ first: String, _ last: String) -> Sentence {
        guard first != last else {
            return Sentence(nl: "\(count) keer, om \(first) uur.", en: "\(count) times, at \(first).")
        }
        return Sentence(
            nl: "\(count) keer, tussen \(first) en \(last) uur.", en: "\(count) times, between \(first) and \(last).")
    }
}
