import Clinical

/// What a professional presses, and what the history says of it afterwards.
enum StepWords {
    static func button(_ step: Devices.Step) -> Sentence {
        switch step {
        case .reserve: Sentence(nl: "Reserveer", en: "Reserve")
        case .release: Sentence(nl: "Reservering vervalt", en: "End the reservation")
        case .lend: Sentence(nl: "Leen uit", en: "Lend")
        case .undoLending: Sentence(nl: "Uitleen was een vergissing", en: "Lending was a mistake")
        case .extend: Sentence(nl: "Verleng", en: "Extend")
        case .takeBack: Sentence(nl: "Neem terug", en: "Take back")
        case .undoTakingBack: Sentence(nl: "Toch niet terug", en: "Not back after all")
        case .check: Sentence(nl: "Nagekeken, in voorraad", en: "Checked, into stock")
        case .checkAgain: Sentence(nl: "Opnieuw nakijken", en: "Check again")
        case .breakDown: Sentence(nl: "Meld kapot", en: "Report broken")
        case .repair: Sentence(nl: "Doet het weer", en: "Works again")
        case .lose: Sentence(nl: "Meld kwijt", en: "Report lost")
        case .find: Sentence(nl: "Gevonden", en: "Found")
        case .findAtHome: Sentence(nl: "Terecht bij de patiënt", en: "Turned up at the patient's")
        case .recall: Sentence(nl: "Roep terug", en: "Recall")
        case .clear: Sentence(nl: "Terugroepen afgehandeld", en: "Recall dealt with")
        case .retire: Sentence(nl: "Schrijf af", en: "Write off")
        case .undoRetiring: Sentence(nl: "Toch weer gebruiken", en: "Use again after all")
        }
    }

    static func done(_ step: Devices.Step) -> Sentence {
        switch step {
        case .reserve: Sentence(nl: "Gereserveerd", en: "Reserved")
        case .release: Sentence(nl: "Reservering vervallen", en: "Reservation ended")
        case .lend: Sentence(nl: "Uitgeleend", en: "Lent")
        case .undoLending: Sentence(nl: "Uitleen was een vergissing", en: "Lending was a mistake")
        case .extend: Sentence(nl: "Verlengd", en: "Extended")
        case .takeBack: Sentence(nl: "Teruggenomen", en: "Taken back")
        case .undoTakingBack: Sentence(nl: "Was toch niet terug", en: "Was not back after all")
        case .check: Sentence(nl: "Nagekeken", en: "Checked")
        case .checkAgain: Sentence(nl: "Wordt opnieuw nagekeken", en: "To be checked again")
        case .breakDown: Sentence(nl: "Kapot gemeld", en: "Reported broken")
        case .repair: Sentence(nl: "Doet het weer", en: "Works again")
        case .lose: Sentence(nl: "Kwijt gemeld", en: "Reported lost")
        case .find: Sentence(nl: "Gevonden", en: "Found")
        case .findAtHome: Sentence(nl: "Terecht bij de patiënt", en: "Turned up at the patient's")
        case .recall: Sentence(nl: "Teruggeroepen", en: "Recalled")
        case .clear: Sentence(nl: "Terugroepen afgehandeld", en: "Recall dealt with")
        case .retire: Sentence(nl: "Afgeschreven", en: "Written off")
        case .undoRetiring: Sentence(nl: "Weer in gebruik", en: "In use again")
        }
    }
}
