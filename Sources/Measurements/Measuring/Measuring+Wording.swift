import Clinical

/// What the patient reads while measuring (language level A2).
enum MeasuringWords {
    static let sit = Sentence(nl: "Ga 5 minuten rustig zitten", en: "Sit quietly for 5 minutes")
    static let sitAdvice = [
        Sentence(nl: "Zet uw voeten plat op de vloer.", en: "Put your feet flat on the floor."),
        Sentence(nl: "Leun met uw rug tegen de stoel.", en: "Lean your back against the chair."),
        Sentence(nl: "Praat niet en kijk niet op uw telefoon.", en: "Do not talk and do not look at your phone."),
    ]
    static let sitting = Sentence(nl: "Ik zit rustig", en: "I am sitting quietly")
    static let cuff = Sentence(nl: "Doe de band om uw arm", en: "Put the cuff around your arm")
    static let cuffAdvice = [
        Sentence(nl: "Om uw blote bovenarm.", en: "Around your bare upper arm."),
        Sentence(nl: "Even hoog als uw hart.", en: "As high as your heart."),
        Sentence(nl: "Leg uw arm op tafel. Druk op start.", en: "Rest your arm on the table. Press start."),
    ]
    static let meterReady = Sentence(nl: "Mijn meter is klaar", en: "My meter is ready")
    static let left = Sentence(nl: "Nog", en: "Still")
    static let startClock = Sentence(nl: "Start de klok", en: "Start the clock")
    static let fiveMinutesOver = Sentence(
        nl: "De 5 minuten zijn om. Ga naar de volgende stap.", en: "The 5 minutes are over. Go to the next step.")
    static let numbersTitle = Sentence(nl: "Meting invullen", en: "Fill in your reading")
    static let numbers = Sentence(nl: "Wat staat op uw meter?", en: "What does your meter show?")
    static let numbersLead = Sentence(nl: "Typ de drie getallen over.", en: "Copy the three numbers.")
    static let upper = Sentence(nl: "Bovendruk", en: "Upper pressure")
    static let upperHint = Sentence(nl: "bovenste getal, SYS", en: "top number, SYS")
    static let lower = Sentence(nl: "Onderdruk", en: "Lower pressure")
    static let lowerHint = Sentence(nl: "middelste getal, DIA", en: "middle number, DIA")
    static let pulse = Sentence(nl: "Hartslag", en: "Heart rate")
    static let pulseHint = Sentence(nl: "onderste getal, PUL", en: "bottom number, PUL")
    static let digits = Sentence(nl: "Cijfers", en: "Digits")
    static let wipe = Sentence(nl: "Wis cijfer", en: "Wipe digit")
    static let where_ = Sentence(nl: "Waar zie ik dat?", en: "Where do I see that?")
    static let whereHint = Sentence(
        nl: "Het bovenste getal is de bovendruk. Het middelste is de onderdruk. Het onderste is de hartslag.",
        en: "The top number is the upper pressure. The middle one is the lower. The bottom one is the heart rate.")
    static let next = Sentence(nl: "Volgende", en: "Next")
    static let lookAgain = Sentence(nl: "Kijk nog even", en: "Please look again")
    static let typeUpper = Sentence(nl: "Vul het bovenste getal in.", en: "Fill in the top number.")
    static let typeMiddle = Sentence(nl: "Vul het middelste getal in.", en: "Fill in the middle number.")
    static let typeLower = Sentence(
        nl: "Vul het onderste getal in, of laat het leeg.", en: "Fill in the bottom number, or leave it empty.")
    static let yes = Sentence(nl: "Ja, klopt", en: "Yes, that is right")
    static let change = Sentence(nl: "Verander", en: "Change")
    static let swap = Sentence(nl: "Draai om", en: "Swap them")
    static let complaints = Sentence(nl: "Hebt u nu een van deze klachten?", en: "Do you have one of these now?")
    static let or = Sentence(nl: "of", en: "or")
    static let none = Sentence(nl: "Nee, niets van dit alles", en: "No, none of these")
    static let choose = Sentence(nl: "Kies wat u voelt, of kies nee.", en: "Choose what you feel, or choose no.")
    static let again = Sentence(nl: "Meet nog een keer", en: "Measure again")
    static let later = Sentence(nl: "Later", en: "Later")
    static let done = Sentence(nl: "Klaar", en: "Done")
    static let called = Sentence(nl: "Ik heb gebeld", en: "I have called")
    static let call = Sentence(nl: "Bel", en: "Call")
    static let thanks = Sentence(nl: "Dank u wel", en: "Thank you")
    static let thanksBelow = Sentence(nl: "Dank u. Dit is onder uw doel.", en: "Thank you. This is below your goal.")
    static let thanksAbove = Sentence(
        nl: "Dank u. Dit is boven uw doel.", en: "Thank you. This is above your goal.")
    static let oneIsNotAll = Sentence(
        nl: "Eén meting zegt nog niet veel. Uw gemiddelde telt.",
        en: "One reading does not say much. Your average counts.")
    static let inOneMinute = Sentence(
        nl: "Meet over 1 minuut nog een keer.", en: "Measure once more in 1 minute.")
    static let minuteOver = Sentence(
        nl: "De minuut is om. Meet nog een keer.", en: "The minute is over. Measure again.")
    static let bothDone = Sentence(nl: "U bent klaar voor nu.", en: "You are done for now.")
    static let known = Sentence(nl: "Deze meting hadden we al.", en: "We had this reading already.")
    static let waitTitle = Sentence(
        nl: "Wacht 5 minuten en meet nog een keer", en: "Wait 5 minutes and measure again")
    static let happens = Sentence(
        nl: "Dat kan gebeuren. Blijf rustig zitten.", en: "That can happen. Keep sitting quietly.")
    static let waitOver = Sentence(
        nl: "De 5 minuten zijn om. Meet nog een keer.", en: "The 5 minutes are over. Measure again.")
    static let contact = Sentence(nl: "Neem contact op met de praktijk", en: "Contact the practice")
    static let phoneToday = Sentence(nl: "Bel vandaag de praktijk", en: "Phone the practice today")
    static let sayWhat = Sentence(
        nl: "Vertel wat u hebt gemeten. De praktijk ziet uw meting ook.",
        en: "Say what you measured. The practice sees your reading too.")
    static let closed = Sentence(nl: "Dicht? Bel de huisartsenpost.", en: "Closed? Phone the out-of-hours GP.")
    static let call112 = Sentence(nl: "Bel nu 112", en: "Call 112 now")
    static let serious = Sentence(
        nl: "Deze klachten zijn ernstig. Wacht niet.", en: "These complaints are serious. Do not wait.")
    static let steps112 = [
        Sentence(nl: "Bel 112.", en: "Call 112."),
        Sentence(nl: "Zeg wat u voelt en waar u bent.", en: "Say what you feel and where you are."),
        Sentence(nl: "Ga zitten. Blijf niet alleen.", en: "Sit down. Do not stay alone."),
    ]
    static let over = Sentence(nl: "over", en: "over")
    static let unconfirmed = Sentence(
        nl: "Uw meting is bewaard. De praktijk kijkt er ook naar.",
        en: "Your reading is saved. The practice will look at it too.")
    static let weekDone = Sentence(nl: "Uw meetweek is klaar!", en: "Your measuring week is done!")

    static func asks(_ number: String) -> Sentence {
        Sentence(nl: "Klopt \(number)?", en: "Is \(number) right?")
    }
}

extension Complaint {
    /// As a person would say it of themselves.
    package var inOwnWords: Sentence {
        switch self {
        case .chestPain: Sentence(nl: "Pijn of druk op de borst", en: "Pain or pressure on the chest")
        case .shortOfBreath: Sentence(nl: "Benauwd", en: "Short of breath")
        case .paralysis: Sentence(nl: "Arm is slap of mond hangt scheef", en: "Weak arm or crooked mouth")
        case .speechTrouble: Sentence(nl: "Praten gaat moeilijk", en: "Trouble speaking")
        case .visionTrouble: Sentence(nl: "Plotseling slecht zien", en: "Suddenly seeing badly")
        case .dizziness: Sentence(nl: "Duizelig", en: "Dizzy")
        }
    }
}
