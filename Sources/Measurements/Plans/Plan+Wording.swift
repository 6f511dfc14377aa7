import Clinical

/// For professionals: brief and exact.
enum PlanWords {
    static let title = Sentence(nl: "Meetplan", en: "Measuring plan")
    static let agreement = Sentence(nl: "Afspraak", en: "Agreement")
    static let protocol_ = Sentence(nl: "Meetweek", en: "Measuring week")
    static let goalSystolic = Sentence(nl: "Streefwaarde boven", en: "Goal, upper")
    static let goalDiastolic = Sentence(nl: "Streefwaarde onder", en: "Goal, lower")
    static let heartFailure = Sentence(nl: "Hartfalen sinds", en: "Heart failure since")
    static let heartFailureHint = Sentence(
        nl: "Met een datum wordt op snelle gewichtstoename gelet. Laat leeg als het niet speelt.",
        en: "With a date, a quick gain of weight is watched. Leave empty when it does not apply.")
    static let also = Sentence(nl: "Meet ook", en: "Also measures")
    static let save = Sentence(nl: "Leg vast", en: "Save")
    static let weeks = Sentence(nl: "Meetweken", en: "Measuring weeks")
    static let starts = Sentence(nl: "Begint op", en: "Starts on")
    static let ask = Sentence(nl: "Vraag deze meetweek", en: "Ask for this week")
    static let withdraw = Sentence(nl: "Trek in", en: "Withdraw")
    static let before = Sentence(nl: "Eerder afgesproken", en: "Agreed before")
    static let when = Sentence(nl: "Wanneer", en: "When")
    static let who = Sentence(nl: "Door", en: "By")
    static let goal = Sentence(nl: "Streefwaarde", en: "Goal")
    static let back = Sentence(nl: "Terug naar het dossier", en: "Back to the record")
    static let notSaved = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let chooseProtocol = Sentence(nl: "Kies een meetweek.", en: "Choose a measuring week.")
    static let goalUpper = Sentence(
        nl: "Vul een getal in van 80 tot en met 220.", en: "Fill in a number from 80 to 220.")
    static let goalLower = Sentence(
        nl: "Vul een getal in van 40 tot en met 140.", en: "Fill in a number from 40 to 140.")
    static let lowerIsLower = Sentence(
        nl: "De onderste waarde is lager dan de bovenste.", en: "The lower number is below the upper one.")
    static let dayOfHeartFailure = Sentence(
        nl: "Vul een dag in die voorbij is, of niets.", en: "Fill in a day that has passed, or nothing.")
    static let planFirst = Sentence(nl: "Leg eerst de afspraak vast.", en: "Save the agreement first.")
    static let startWhen = Sentence(
        nl: "Kies een dag van vandaag tot over drie maanden.", en: "Choose a day between today and three months on.")
    static let overlaps = Sentence(
        nl: "Er is al een meetweek in deze dagen.", en: "There is a measuring week in these days.")

    static func asked(_ days: String) -> Sentence {
        Sentence(nl: "Gevraagd: \(days)", en: "Asked for: \(days)")
    }

    static func days(_ count: Int) -> Sentence { Sentence(nl: "\(count) dagen", en: "\(count) days") }

    /// What a patient is asked for.
    static func protocolWords(_ measuring: MeasuringProtocol) -> Sentence {
        Sentence(
            nl: """
                \(measuring.days) dagen, \(measuring.repeats)× in de ochtend en \(measuring.repeats)× in de avond; \
                oordeel vanaf \(measuring.readingsNeeded) metingen
                """,
            en: """
                \(measuring.days) days, \(measuring.repeats)× in the morning and \(measuring.repeats)× in the evening; \
                judged from \(measuring.readingsNeeded) readings
                """)
    }
}
