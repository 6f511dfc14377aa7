import Clinical

/// What the patient reads while a meter gives its readings (language level A2).
enum MeterWords {
    static let fromMeter = Sentence(nl: "Haal op uit mijn meter", en: "Fetch from my meter")
    static let title = Sentence(nl: "Metingen uit uw meter", en: "Readings from your meter")
    static let fetch = Sentence(nl: "Haal metingen op uit de meter", en: "Fetch readings from the meter")
    static let type = Sentence(nl: "Typ de getallen zelf over", en: "Type the numbers yourself")
    static let again = Sentence(nl: "Probeer het nog een keer", en: "Try once more")
    static let advice = [
        Sentence(nl: "Zet uw meter aan.", en: "Switch on your meter."),
        Sentence(nl: "Leg de meter naast dit toestel.", en: "Put the meter beside this device."),
        Sentence(nl: "Druk op de knop voor Bluetooth.", en: "Press the button for Bluetooth."),
    ]
    static let choosing = Sentence(nl: "Kies uw meter in de lijst", en: "Choose your meter in the list")
    static let choosingMore = [
        Sentence(nl: "Ziet u een lijst? Tik uw meter aan.", en: "Do you see a list? Tap your meter.")
    ]
    static let slowChoosing = [
        Sentence(nl: "Ziet u geen lijst? Staat Bluetooth aan?", en: "Do you see no list? Is Bluetooth on?"),
        Sentence(
            nl: "U zet het aan bij de instellingen van uw toestel.",
            en: "You switch it on in the settings of your device."),
    ]
    static let fetching = Sentence(nl: "Wij halen uw metingen op", en: "We are fetching your readings")
    static let stay = Sentence(nl: "Blijf bij de meter.", en: "Stay with the meter.")
    static let slowFetching = [
        Sentence(nl: "Dit duurt lang. Staat de meter nog aan?", en: "This takes long. Is the meter still on?")
    ]
    static let saving = Sentence(nl: "Wij bewaren uw metingen", en: "We are saving your readings")
    static let whoAreYou = Sentence(nl: "Wie bent u op de meter?", en: "Who are you on the meter?")
    static let whoMore = Sentence(
        nl: "Er staan metingen van meer mensen in.", en: "It holds readings of more people.")
    static let yesNow = Sentence(nl: "Ja, net gemeten", en: "Yes, just now")
    static let notNow = Sentence(nl: "Nee, eerder", en: "No, earlier")
    static let correct = Sentence(nl: "Ja, verbeter de tijden", en: "Yes, correct the times")
    static let leaveTimes = Sentence(nl: "Nee, laat zo", en: "No, leave them")
    static let yesMine = Sentence(nl: "Ja, van mij", en: "Yes, mine")
    static let notMine = Sentence(nl: "Nee, van iemand anders", en: "No, of somebody else")
    static let keep = Sentence(nl: "Ja, bewaar", en: "Yes, save it")
    static let drop = Sentence(nl: "Nee, niet bewaren", en: "No, do not save it")
    static let look = Sentence(nl: "Kijk even mee", en: "Please have a look")
    static let goOn = Sentence(nl: "Ga verder", en: "Go on")
    static let goOnWhy = Sentence(nl: "Lees eerst wat u nu doet.", en: "First read what to do now.")
    static let see = Sentence(nl: "Bekijk wat binnenkwam", en: "See what came in")
    static let done = Sentence(nl: "Klaar", en: "Done")
    static let came = Count(
        none: Sentence(nl: "Er is niets nieuws bewaard", en: "Nothing new was saved"),
        one: Sentence(nl: "1 meting is binnen", en: "1 reading is in"),
        many: Sentence(nl: "{n} metingen zijn binnen", en: "{n} readings are in"))
    static let keptHere = Count(
        none: nil,
        one: Sentence(nl: "1 meting is bewaard op uw telefoon", en: "1 reading is saved on your phone"),
        many: Sentence(nl: "{n} metingen zijn bewaard op uw telefoon", en: "{n} readings are saved on your phone"))
    static let known = Count(
        none: nil,
        one: Sentence(nl: "1 meting hadden we al.", en: "We had 1 reading already."),
        many: Sentence(nl: "{n} metingen hadden we al.", en: "We had {n} readings already."))
    static let others = Sentence(nl: "Van iemand anders", en: "Of somebody else")
    static let othersMore = Sentence(nl: "Deze hebben we niet bewaard.", en: "We did not save these.")
    static let mineAfterAll = Sentence(nl: "Toch van mij", en: "This is mine")
    static let refused = Sentence(nl: "Niet bewaard", en: "Not saved")
    static let battery = Sentence(
        nl: "De batterij van uw meter is bijna leeg.", en: "The battery of your meter is nearly empty.")
    static let lostNote = Sentence(
        nl: "De verbinding viel weg. Wat binnen was, is bewaard.",
        en: "The connection was lost. What had come in is saved.")

    /// A sentence with a number in it, for the script that counts.
    struct Count {
        let none: Sentence?
        let one: Sentence
        let many: Sentence
    }

    static let cameTitle = Sentence(nl: "Dit kwam binnen", en: "This came in")
    static let cameLead = Sentence(
        nl: "Uw metingen van de laatste 24 uur.", en: "Your readings of the last 24 hours.")
    static let nothingCame = Sentence(
        nl: "Er kwam vandaag nog niets binnen.", en: "Nothing has come in today.")
    static let withdraw = Sentence(nl: "Niet van mij", en: "Not mine")
    static let withdrawn = Sentence(nl: "Weggehaald. Dit telt niet mee.", en: "Taken away. This does not count.")
    static let waits = Sentence(nl: "De praktijk kijkt er nog naar.", en: "The practice will look at it.")
    static let graph = Sentence(nl: "Bekijk mijn grafiek", en: "See my graph")
}

/// The places where fetching can end, each with its sentences and its ways on.
enum MeterEnding: String, CaseIterable {
    case unsupported, noAdapter = "no-adapter", cancelled, unreachable, lost, pairing, empty, offline, broken
    case signedOut = "signed-out"

    var title: Sentence {
        switch self {
        case .unsupported:
            Sentence(nl: "Dit toestel kan uw meter niet lezen", en: "This device cannot read your meter")
        case .noAdapter: Sentence(nl: "Dit toestel heeft geen Bluetooth", en: "This device has no Bluetooth")
        case .cancelled: Sentence(nl: "U koos geen meter", en: "You did not choose a meter")
        case .unreachable: Sentence(nl: "De meter antwoordt niet", en: "The meter does not answer")
        case .lost: Sentence(nl: "De verbinding viel weg", en: "The connection was lost")
        case .pairing: Sentence(nl: "De meter wil eerst koppelen", en: "The meter wants to pair first")
        case .empty: Sentence(nl: "Er staan geen nieuwe metingen in", en: "There are no new readings in it")
        case .offline: Sentence(nl: "Er is nu geen internet", en: "There is no internet now")
        case .broken: Sentence(nl: "Er ging iets mis bij ons", en: "Something went wrong on our side")
        case .signedOut: Sentence(nl: "U bent afgemeld", en: "You are signed out")
        }
    }

    var more: [Sentence] {
        switch self {
        case .unsupported:
            [
                Sentence(nl: "Een iPhone of Firefox kan dit niet.", en: "An iPhone or Firefox cannot do this."),
                Sentence(nl: "Zelf typen kan altijd.", en: "Typing yourself always works."),
            ]
        case .noAdapter: [Sentence(nl: "Zelf typen kan altijd.", en: "Typing yourself always works.")]
        case .cancelled:
            [Sentence(nl: "Stond uw meter niet in de lijst?", en: "Was your meter not in the list?")]
                + [MeterWords.advice[0], MeterWords.advice[1]]
        case .unreachable:
            [
                Sentence(nl: "Zet de meter aan.", en: "Switch the meter on."),
                Sentence(nl: "Leg hem dicht bij dit toestel.", en: "Put it close to this device."),
            ]
        case .lost:
            [
                Sentence(nl: "Er was nog niets binnen.", en: "Nothing had come in yet."),
                Sentence(nl: "Uw metingen staan nog in de meter.", en: "Your readings are still in the meter."),
            ]
        case .pairing:
            [
                Sentence(nl: "In het boekje van de meter staat hoe.", en: "The booklet of the meter tells you how."),
                Sentence(nl: "Lukt het niet? Typ de getallen over.", en: "Does it not work? Type the numbers."),
            ]
        case .empty:
            [
                Sentence(nl: "Meet eerst. Haal daarna uw meting op.", en: "Measure first. Then fetch your reading.")
            ]
        case .offline:
            [
                Sentence(nl: "Uw metingen zijn nog niet bewaard.", en: "Your readings are not saved yet."),
                Sentence(nl: "Laat deze pagina open.", en: "Keep this page open."),
            ]
        case .broken:
            [Sentence(nl: "Uw metingen zijn nog niet bewaard.", en: "Your readings are not saved yet.")]
        case .signedOut:
            [Sentence(nl: "Meld u aan. Haal de metingen dan weer op.", en: "Sign in. Then fetch the readings again.")]
        }
    }
}
