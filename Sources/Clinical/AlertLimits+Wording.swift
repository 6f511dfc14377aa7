/// What a limit is called on a practice's settings page.
extension AlertLimit {
    package var title: Sentence {
        switch self {
        case .veryHighSystolic: Sentence(nl: "Zeer hoge bovendruk vanaf", en: "Very high systolic pressure from")
        case .veryHighDiastolic: Sentence(nl: "Zeer hoge onderdruk vanaf", en: "Very high diastolic pressure from")
        case .repeatWait: Sentence(nl: "Rust vóór een herhaling", en: "Rest before a repeat")
        case .repeatCountsAfter: Sentence(nl: "Herhaling telt na", en: "A repeat counts after")
        case .singleHighSystolic: Sentence(nl: "Eén hoge bovendruk boven", en: "One high systolic pressure above")
        case .raisedSystolic: Sentence(nl: "Verhoogde bovendruk boven", en: "Raised systolic pressure above")
        case .raisedCount:
            Sentence(nl: "Aantal verhoogde metingen achter elkaar", en: "Number of raised readings in a row")
        case .raisedWindow: Sentence(nl: "Verhoogde metingen tellen tot", en: "Raised readings count back to")
        case .deviatingSystolic: Sentence(nl: "Afwijkende bovendruk boven", en: "Deviating systolic pressure above")
        case .deviatingDiastolic: Sentence(nl: "Afwijkende onderdruk boven", en: "Deviating diastolic pressure above")
        case .deviatingCount: Sentence(nl: "Aantal afwijkende metingen", en: "Number of deviating readings")
        case .deviatingWindow: Sentence(nl: "Afwijkende metingen binnen", en: "Deviating readings within")
        case .infoSystolic:
            Sentence(nl: "Bovendruk aan de hoge kant vanaf", en: "Systolic pressure on the high side from")
        case .infoDiastolic:
            Sentence(nl: "Onderdruk aan de hoge kant vanaf", en: "Diastolic pressure on the high side from")
        case .lowSystolic: Sentence(nl: "Lage bovendruk onder", en: "Low systolic pressure below")
        case .lowSystolicWithDizziness:
            Sentence(nl: "Lage bovendruk bij duizeligheid onder", en: "Low systolic pressure with dizziness below")
        case .standingSystolic:
            Sentence(nl: "Daling van de bovendruk bij staan vanaf", en: "Systolic fall on standing from")
        case .standingDiastolic:
            Sentence(nl: "Daling van de onderdruk bij staan vanaf", en: "Diastolic fall on standing from")
        case .pulseVerySlow: Sentence(nl: "Zeer trage hartslag onder", en: "Very slow pulse below")
        case .pulseSlow: Sentence(nl: "Trage hartslag onder", en: "Slow pulse below")
        case .pulseFast: Sentence(nl: "Snelle hartslag boven", en: "Fast pulse above")
        case .irregularReadings: Sentence(nl: "Aantal onregelmatige metingen", en: "Number of irregular readings")
        case .irregularDays: Sentence(nl: "Op minstens zoveel dagen", en: "On at least so many days")
        case .irregularWindow: Sentence(nl: "Onregelmatige metingen tellen tot", en: "Irregular readings count back to")
        case .silence: Sentence(nl: "Herinnering na", en: "Reminder after")
        case .silenceAfterReminder: Sentence(nl: "Naar de werklijst na nog", en: "To the worklist after another")
        }
    }
}
