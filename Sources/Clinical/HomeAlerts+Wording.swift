/// What the practice reads about an alert.
extension Alert {
    package var explanation: [Sentence] { [reason.title] + also.map(\.title) }
}

extension AlertReason {
    package var title: Sentence {
        switch self {
        case .nothingUnusual: Sentence(nl: "Geen bijzonderheden.", en: "Nothing unusual.")
        case .veryHighWithComplaints:
            Sentence(nl: "Zeer hoog, met alarmklachten.", en: "Very high, with alarming complaints.")
        case .stillVeryHigh:
            Sentence(nl: "Na rust en herhaling nog zeer hoog.", en: "Still very high after rest and a repeat.")
        case .alarmingComplaints:
            Sentence(
                nl: "Alarmklachten, zonder zeer hoge waarde.", en: "Alarming complaints, without a very high value.")
        case .veryHigh: Sentence(nl: "Zeer hoog, nog niet herhaald.", en: "Very high, not repeated yet.")
        case .singleHigh: Sentence(nl: "Eén hoge bovendruk.", en: "One high systolic pressure.")
        case .threeRaised:
            Sentence(nl: "Verhoogde metingen achter elkaar.", en: "Raised readings in a row.")
        case .fourDeviating:
            Sentence(
                nl: "Meerdere afwijkende metingen in korte tijd.", en: "Several deviating readings in a short time.")
        case .low: Sentence(nl: "Lage bovendruk.", en: "Low systolic pressure.")
        case .pulseVerySlow: Sentence(nl: "Zeer trage hartslag.", en: "Very slow pulse.")
        case .pulseSlow: Sentence(nl: "Trage hartslag.", en: "Slow pulse.")
        case .pulseFast: Sentence(nl: "Snelle hartslag.", en: "Fast pulse.")
        case .irregular:
            Sentence(
                nl: "Meerdere dagen een onregelmatig ritme: overweeg een ECG.",
                en: "An irregular rhythm on several days: consider an ECG."
            )
        case .somewhatHigh: Sentence(nl: "Aan de hoge kant, niet ernstig.", en: "On the high side, not serious.")
        }
    }
}

/// What the patient reads about an alert: what we see, then what to do.
extension Alert {
    package var toPatient: [Sentence] { reason.toPatient + answer.toPatient }
}

extension AlertReason {
    package var toPatient: [Sentence] {
        switch self {
        case .nothingUnusual, .irregular, .somewhatHigh: []
        case .veryHighWithComplaints, .stillVeryHigh, .veryHigh:
            [Sentence(nl: "Uw bloeddruk is heel hoog.", en: "Your blood pressure is very high.")]
        case .alarmingComplaints:
            [
                Sentence(nl: "U heeft klachten die ernstig kunnen zijn.", en: "Your complaints may be serious."),
                Sentence(
                    nl: "Begon het plotseling of wordt het erger? Bel dan 112.",
                    en: "Did it start suddenly or is it getting worse? Then call 112."
                ),
            ]
        case .singleHigh: [Sentence(nl: "Uw bloeddruk is hoog.", en: "Your blood pressure is high.")]
        case .threeRaised, .fourDeviating:
            [
                Sentence(
                    nl: "Uw bloeddruk was een paar keer te hoog.", en: "Your blood pressure was too high a few times.")
            ]
        case .low: [Sentence(nl: "Uw bloeddruk is laag.", en: "Your blood pressure is low.")]
        case .pulseVerySlow, .pulseSlow: [Sentence(nl: "Uw hart slaat langzaam.", en: "Your heart beats slowly.")]
        case .pulseFast: [Sentence(nl: "Uw hart slaat snel.", en: "Your heart beats fast.")]
        }
    }
}

extension PatientAnswer {
    package var toPatient: [Sentence] {
        switch self {
        case .thankYou: [Sentence(nl: "Dank u wel. Uw meting is bewaard.", en: "Thank you. Your reading is saved.")]
        case .contactPractice:
            [
                Sentence(nl: "Bel of mail de praktijk.", en: "Phone or e-mail the practice."),
                Sentence(nl: "Doe dat op de volgende werkdag.", en: "Do so on the next working day."),
            ]
        case .measureAgain(let minutes): measureAgain(after: minutes)
        case .phonePracticeToday:
            [
                Sentence(nl: "Bel vandaag de huisarts.", en: "Phone your GP today."),
                Sentence(
                    nl: "Is de praktijk dicht? Bel dan de huisartsenpost.",
                    en: "Is the practice closed? Then phone the out-of-hours GP."
                ),
            ]
        case .call112:
            [
                Sentence(nl: "Bel nu 112.", en: "Call 112 now."),
                Sentence(
                    nl: "Vertel wat u voelt en wat u hebt gemeten.", en: "Say what you feel and what you measured."),
            ]
        }
    }

    private func measureAgain(after minutes: Int) -> [Sentence] {
        [
            Sentence(nl: "Ga \(minutes) minuten rustig zitten.", en: "Sit quietly for \(minutes) minutes."),
            Sentence(nl: "Meet daarna nog een keer.", en: "Then measure again."),
            Sentence(
                nl: "Krijgt u pijn op de borst of bent u benauwd? Bel 112.",
                en: "Do you get chest pain or short of breath? Call 112."
            ),
        ]
    }
}

extension HomeAlerts {
    /// Stands on every page where a patient measures: nobody watches day and night.
    package static let notWatched = [
        Sentence(nl: "Wij kijken niet dag en nacht mee.", en: "This is not watched day and night."),
        Sentence(nl: "Voelt u zich ernstig ziek? Bel 112.", en: "Do you feel seriously ill? Call 112."),
    ]
}

extension Silence {
    /// What the patient reads; a person who measures, or whom the practice will speak to, reads nothing.
    package var toPatient: [Sentence] {
        switch self {
        case .measuring, .tellPractice: []
        case .remind(let days):
            [
                Sentence(
                    nl: "Uw laatste meting is \(days) dagen geleden.", en: "Your last reading was \(days) days ago."),
                Sentence(nl: "Wilt u weer een keer meten?", en: "Would you like to measure again?"),
            ]
        case .neverMeasured:
            [
                Sentence(nl: "U heeft nog niet gemeten.", en: "You have not measured yet."),
                Sentence(
                    nl: "Lukt het niet? Vraag de praktijk om hulp.", en: "Any trouble? Ask the practice for help."),
            ]
        }
    }
}
