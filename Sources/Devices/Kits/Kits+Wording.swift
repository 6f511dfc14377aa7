import Clinical

/// What a professional reads about kits.
enum KitWords {
    static let title = Sentence(nl: "Boxen", en: "Kits")
    static let search = Sentence(nl: "Nummer of serienummer", en: "Number or serial number")
    static let groups = Sentence(nl: "Groepen", en: "Groups")
    static let caption = Sentence(nl: "Boxen en wie ze heeft", en: "Kits and who has them")
    static let kit = Sentence(nl: "Box", en: "Kit")
    static let state = Sentence(nl: "Stand", en: "State")
    static let who = Sentence(nl: "Bij", en: "With")
    static let until = Sentence(nl: "Tot", en: "Until")
    static let next = Sentence(nl: "Vervolg", en: "Next")
    static let nobody = Sentence(nl: "niemand", en: "nobody")
    static let none = Sentence(nl: "Geen boxen.", en: "No kits.")
    static let noneFound = Sentence(nl: "Geen box gevonden.", en: "No kit found.")
    static let all = Sentence(nl: "Alle", en: "All")
    static let new = Sentence(nl: "Nieuwe box", en: "New kit")
    static let labels = Sentence(nl: "Etiketten", en: "Labels")
    static let readList = Sentence(nl: "Lijst inlezen", en: "Read in a list")
    static let recalls = Sentence(nl: "Terugroepen", en: "Recalls")
    static let settings = Sentence(nl: "Soorten en modellen", en: "Kinds and models")
    static let open = Sentence(nl: "Open", en: "Open")
    static let remind = Sentence(nl: "Herinnering", en: "Reminder")
    static let callBackText = Sentence(nl: "Bericht", en: "Message")
    static let demonstration = Sentence(nl: "demobox", en: "demonstration kit")
    static let lending = Sentence(nl: "om uit te lenen", en: "for lending")
    static let done = Sentence(nl: "Bewaard.", en: "Saved.")
    static let back = Sentence(nl: "Alle boxen", en: "All kits")
    static let contents = Sentence(nl: "Inhoud", en: "Contents")
    static let model = Sentence(nl: "Model", en: "Model")
    static let serial = Sentence(nl: "Serienummer", en: "Serial number")
    static let cuffs = Sentence(nl: "Manchetmaat", en: "Cuff size")
    static let battery = Sentence(nl: "Batterij vervangen op", en: "Battery changed on")
    static let validated = Sentence(nl: "gevalideerd", en: "validated")
    static let notOnList = Sentence(nl: "niet op de lijst", en: "not on the list")
    static let changeParts = Sentence(nl: "Inhoud wijzigen", en: "Change contents")
    static let history = Sentence(nl: "Geschiedenis", en: "History")
    static let what = Sentence(nl: "Wat wilt u doen?", en: "What would you like to do?")
    static let loan = Sentence(nl: "Uitleen", en: "Loan")
    static let agreement = Sentence(nl: "Afspraken printen", en: "Print the agreement")
    static let agreed = Sentence(nl: "Getekend", en: "Signed")
    static let notAgreed = Sentence(nl: "nog niet getekend", en: "not signed yet")
    static let label = Sentence(nl: "Etiket", en: "Label")
    static let note = Sentence(nl: "Notitie (mag leeg)", en: "Note (may be empty)")
    static let dueOn = Sentence(nl: "Terug op", en: "Back on")
    static let notYet = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let needDay = Sentence(
        nl: "Kies een dag vanaf morgen, hooguit drie jaar vooruit.",
        en: "Choose a day from tomorrow, three years ahead at most.")
    static let needTicks = Sentence(
        nl: "Niet alles is klaar. Vink alles af, of meld de box kapot.",
        en: "Not everything is ready. Tick everything, or report the kit broken.")
    static let partsBack = Sentence(nl: "Wat is terug?", en: "What is back?")
    static let ready = Sentence(nl: "Klaar voor de volgende?", en: "Ready for the next?")
    static let lendFromRecord = Sentence(
        nl: "Uitlenen: open het dossier van de patiënt en kies Box uitlenen.",
        en: "To lend it: open the patient's record and choose Lend a kit.")
    static let neverLent = Sentence(
        nl: "Een demobox blijft in de praktijk.", en: "A demonstration kit stays in the practice.")
    static let rule = Sentence(nl: "automatisch", en: "by itself")
    static let added = Sentence(nl: "In de boeken", en: "Into the books")
    static let ownMark = Sentence(nl: "Eigen nummer (mag leeg)", en: "Your own number (may be empty)")
    static let kind = Sentence(nl: "Soort", en: "Kind")
    static let purpose = Sentence(nl: "Waarvoor", en: "What for")
    static let save = Sentence(nl: "Bewaar", en: "Save")
    static let cancel = Sentence(nl: "Annuleer", en: "Cancel")
    static let needModel = Sentence(
        nl: "Vul ten minste één model in, hooguit 80 tekens.", en: "Fill in one model at least, 80 characters at most.")
    static let markTaken = Sentence(
        nl: "Dit nummer heeft al een andere box.", en: "Another kit has this number already.")
    static let serialTaken = Sentence(
        nl: "Dit serienummer zit al in een andere box.", en: "This serial number is in another kit already.")
    static let tooLong = Sentence(nl: "Dit is te lang.", en: "This is too long.")
    static let wrongDay = Sentence(nl: "Dit is geen dag.", en: "This is not a day.")
    static let stockTitle = Sentence(nl: "Voorraad boxen", en: "Stock of kits")
    static let stockNote = Sentence(
        nl: "Zonder namen: wie een box heeft, ziet de POH.", en: "Without names: who has a kit, the nurse sees.")
    static let chooseKind = Sentence(nl: "Kies een soort", en: "Choose a kind")

    static func late(_ days: Int) -> Sentence {
        Sentence(
            nl: days == 1 ? "1 dag te laat" : "\(days) dagen te laat",
            en: days == 1 ? "1 day late" : "\(days) days late")
    }

    static func more(_ count: Int) -> Sentence { Sentence(nl: "en nog \(count)", en: "and \(count) more") }
    static func count(_ count: Int) -> Sentence {
        Sentence(nl: count == 1 ? "1 box" : "\(count) boxen", en: count == 1 ? "1 kit" : "\(count) kits")
    }

    static func group(_ group: Devices.Group) -> Sentence {
        switch group {
        case .late: Sentence(nl: "Te laat", en: "Late")
        case .callBack: Sentence(nl: "Terug te halen", en: "To call back")
        case .check: Sentence(nl: "Na te kijken", en: "To check")
        case .lent: Sentence(nl: "Uitgeleend", en: "Lent")
        case .stock: Sentence(nl: "In de praktijk", en: "In the practice")
        case .away: Sentence(nl: "Niet te gebruiken", en: "Not usable")
        case .retired: Sentence(nl: "Afgeschreven", en: "Written off")
        }
    }

    static func hint(_ group: Devices.Group) -> Sentence {
        switch group {
        case .late: Sentence(nl: "de afgesproken dag is voorbij", en: "the agreed day is past")
        case .callBack:
            Sentence(nl: "kapot of teruggeroepen, nog bij de patiënt", en: "broken or recalled, still at home")
        case .check: Sentence(nl: "terug, nog niet schoon en leeg", en: "back, not clean and empty yet")
        case .lent: Sentence(nl: "eerste dag terug bovenaan", en: "first day back on top")
        case .stock: Sentence(nl: "voorraad, gereserveerd en demo", en: "stock, reserved and demonstration")
        case .away: Sentence(nl: "kapot, teruggeroepen of kwijt", en: "broken, recalled or lost")
        case .retired: Sentence(nl: "doen niet meer mee", en: "no longer in use")
        }
    }

    static func state(_ state: Devices.State) -> Sentence {
        switch state {
        case .inStock: Sentence(nl: "in voorraad", en: "in stock")
        case .reserved: Sentence(nl: "gereserveerd", en: "reserved")
        case .lent: Sentence(nl: "uitgeleend", en: "lent")
        case .returned: Sentence(nl: "terug, nakijken", en: "back, to check")
        case .brokenAtHome: Sentence(nl: "kapot, bij patiënt", en: "broken, at home")
        case .broken: Sentence(nl: "kapot", en: "broken")
        case .recalledAtHome: Sentence(nl: "teruggeroepen, bij patiënt", en: "recalled, at home")
        case .recalled: Sentence(nl: "teruggeroepen", en: "recalled")
        case .lost: Sentence(nl: "kwijt", en: "lost")
        case .retired: Sentence(nl: "afgeschreven", en: "written off")
        }
    }

    static func part(_ part: Devices.Part) -> Sentence {
        switch part {
        case .meter: Sentence(nl: "bloeddrukmeter", en: "blood pressure meter")
        case .scale: Sentence(nl: "weegschaal", en: "scale")
        case .stepCounter: Sentence(nl: "stappenteller", en: "step counter")
        }
    }

    static func item(_ item: Devices.Item) -> Sentence {
        switch item {
        case .meter: part(.meter)
        case .scale: part(.scale)
        case .stepCounter: part(.stepCounter)
        case .complete: Sentence(nl: "alles is er", en: "everything is there")
        case .clean: Sentence(nl: "schoon, ook de manchet", en: "clean, the cuff too")
        case .erased: Sentence(nl: "geheugen gewist", en: "memory erased")
        case .battery: Sentence(nl: "batterij vol of nieuw", en: "battery full or new")
        }
    }
}
