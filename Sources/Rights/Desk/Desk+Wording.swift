import Clinical

/// What the practice and the officer read about requests.
enum DeskWords {
    static let title = Sentence(nl: "Verzoeken", en: "Requests")
    static let saved = Sentence(nl: "Opgeslagen. De patiënt ziet het.", en: "Saved. The patient sees it.")
    static let erased = Sentence(
        nl: "De patiënt is gewist. Alleen het toegangslog weet nog van het nummer.",
        en: "The patient is erased. Only the access log still knows the number.")
    static let nothing = Sentence(nl: "Er zijn geen verzoeken.", en: "There are no requests.")
    static let patient = Sentence(nl: "Patiënt", en: "Patient")
    static let asks = Sentence(nl: "Vraagt", en: "Asks")
    static let askedOn = Sentence(nl: "Gevraagd", en: "Asked")
    static let dueOn = Sentence(nl: "Antwoord voor", en: "Answer by")
    static let state = Sentence(nl: "Stand", en: "State")
    static let erasedTitle = Sentence(nl: "Gewist", en: "Erased")
    static let number = Sentence(nl: "Nummer", en: "Number")
    static let carriedOut = Sentence(nl: "Uitgevoerd", en: "Carried out")
    static let proof = Sentence(nl: "Bewijs", en: "Proof")
    static let theirWords = Sentence(nl: "De patiënt schrijft", en: "The patient writes")
    static let noWords = Sentence(nl: "Zonder toelichting.", en: "Without words.")
    static let details = Sentence(nl: "Gegevens wijzigen", en: "Change details")
    static let record = Sentence(nl: "Dossier", en: "Record")
    static let answerTitle = Sentence(nl: "Antwoord", en: "Answer")
    static let reason = Sentence(
        nl: "Waarom, in gewone woorden voor de patiënt", en: "Why, in plain words for the patient")
    static let grant = Sentence(nl: "Toestaan", en: "Grant")
    static let refuse = Sentence(nl: "Weigeren", en: "Refuse")
    static let notSaved = Sentence(nl: "Nog niet opgeslagen", en: "Not saved yet")
    static let needsReason = Sentence(nl: "Schrijf op waarom.", en: "Write down why.")
    static let tooLong = Sentence(nl: "Hoogstens 1000 tekens.", en: "At most 1000 characters.")
    static let longerTitle = Sentence(nl: "Het duurt langer", en: "It takes longer")
    static let longer = Sentence(
        nl: "Waarom twee maanden extra nodig zijn (AVG 12 lid 3)", en: "Why two more months are needed (GDPR 12(3))")
    static let prolong = Sentence(nl: "Termijn verlengen", en: "Take longer")
    static let endTitle = Sentence(nl: "Dit stopt", en: "This ends")
    static let end = Sentence(
        nl: "Waarom dit stopt; de patiënt leest het (AVG 18 lid 3)",
        en: "Why this ends; the patient reads it (GDPR 18(3))")
    static let endButton = Sentence(nl: "Beëindigen", en: "End")
    static let carryOut = Sentence(nl: "Wissen uitvoeren", en: "Carry out the erasure")
    static let carryOutHow = Sentence(
        nl: "Een huisarts voert het wissen uit, met een tweede factor van zojuist. Een beheerder kan het ook met "
            + "“hartlijn patient forget”.",
        en:
            "A GP carries it out, with a second factor of just now. An administrator can with “hartlijn patient forget”."
    )
    static let back = Sentence(nl: "Naar de lijst", en: "To the list")
    static let gone = Sentence(
        nl: "Alles van deze patiënt gaat weg: metingen, berichten, doelen, medicatie, uitleen, accounts en sleutel. "
            + "Het toegangslog blijft, met een nummer dat naar niemand meer leidt. Back-ups van vóór nu bewaren het "
            + "tot hun eigen termijn.",
        en: "All of this patient goes: readings, messages, goals, medication, loans, accounts and key. The access log "
            + "stays with a number that leads to nobody. Backups made before keep it until their own term.")
    static let sure = Sentence(
        nl: "Typ het nummer van het verzoek om te bevestigen", en: "Type the number of the request to confirm")
    static let needsNumber = Sentence(nl: "Dit is niet het nummer van het verzoek.", en: "That is not its number.")
    static let erase = Sentence(nl: "Wis deze patiënt", en: "Erase this patient")
    static let law = Sentence(nl: "Waar u op let", en: "What to weigh")

    static let practice = Sentence(nl: "Praktijk", en: "Practice")
    static let waiting = Sentence(nl: "Open", en: "Open")
    static let overdue = Sentence(nl: "Te laat", en: "Overdue")
    static let restricted = Sentence(nl: "Beperkt", en: "Restricted")
    static let toErase = Sentence(nl: "Nog te wissen", en: "To be erased")
    static let countsIntro = Sentence(
        nl: "Verzoeken van patiënten, alleen geteld. Een antwoord hoort binnen één maand (AVG 12 lid 3).",
        en: "Requests of patients, only counted. An answer is due within one month (GDPR 12(3)).")

    static func open(_ count: Int) -> Sentence { Sentence(nl: "\(count) open", en: "\(count) open") }
    static func number(_ number: Int) -> Sentence { Sentence(nl: "Verzoek \(number)", en: "Request \(number)") }

    static func kind(_ kind: Rights.Kind) -> Sentence {
        switch kind {
        case .correction: Sentence(nl: "Verbetering (AVG 16)", en: "Correction (GDPR 16)")
        case .erasure: Sentence(nl: "Wissen (AVG 17)", en: "Erasure (GDPR 17)")
        case .restriction: Sentence(nl: "Beperking (AVG 18)", en: "Restriction (GDPR 18)")
        case .objection: Sentence(nl: "Bezwaar (AVG 21)", en: "Objection (GDPR 21)")
        }
    }

    static func weigh(_ kind: Rights.Kind) -> Sentence {
        switch kind {
        case .correction:
            Sentence(
                nl: "Feiten die niet kloppen verbetert u. Over een oordeel mag de patiënt een eigen verklaring laten "
                    + "toevoegen (WGBO 7:454). Een meting zet u recht in het dossier.",
                en: "Put facts right. On a judgement the patient may add a statement of their own (WGBO 7:454). A "
                    + "reading is put right in the record.")
        case .erasure:
            Sentence(
                nl: "U wist, tenzij een wet of het aanmerkelijk belang van een ander bewaren vraagt (WGBO 7:455). "
                    + "Een weigering motiveert u.",
                en: "Erase, unless a law or a considerable interest of somebody else asks to keep it (WGBO 7:455). "
                    + "Give the reason for a refusal.")
        case .restriction:
            Sentence(
                nl: "Toegestaan: de gegevens blijven; de patiënt en uw praktijk zien ze. Ziekenhuis en helpers niet "
                    + "meer, en ze tellen niet mee in het programma. Noodinzage blijft kunnen.",
                en: "When granted: the data stays, for the patient and your practice. No longer for hospital and "
                    + "helpers, nor in the numbers. An emergency view stays possible.")
        case .objection:
            Sentence(
                nl: "Toegestaan: de patiënt telt niet mee in de cijfers van het programma. De zorg verandert niet.",
                en: "When granted: the patient is left out of the programme's numbers. The care stays the same.")
        }
    }

    static func state(_ request: Rights.Request, on today: Day) -> Sentence {
        switch request.state {
        case .waiting where request.isLate(on: today): Sentence(nl: "Te laat", en: "Overdue")
        case .waiting: Sentence(nl: "Wacht op antwoord", en: "Waits for an answer")
        case .withdrawn: Sentence(nl: "Teruggenomen", en: "Taken back")
        case .refused: Sentence(nl: "Geweigerd", en: "Refused")
        case .granted where request.kind == .erasure: Sentence(nl: "Nog uit te voeren", en: "To be carried out")
        case .granted: Sentence(nl: "Toegestaan", en: "Granted")
        case .inForce: Sentence(nl: "Van kracht", en: "In force")
        case .ended: Sentence(nl: "Beëindigd", en: "Ended")
        }
    }

    static func proof(of erased: Rights.Erased) -> Sentence {
        let key = erased.key.isEmpty ? "" : ", \(erased.key)"
        return Sentence(
            nl: "metingen: \(erased.readings), berichten: \(erased.messages), regels: \(erased.lines), "
                + "accounts: \(erased.accounts)\(key)",
            en: "readings: \(erased.readings), messages: \(erased.messages), lines: \(erased.lines), "
                + "accounts: \(erased.accounts)\(key)")
    }

    static func answered(_ name: String, _ day: String) -> Sentence {
        Sentence(nl: "\(name), \(day)", en: "\(name), \(day)")
    }
}
