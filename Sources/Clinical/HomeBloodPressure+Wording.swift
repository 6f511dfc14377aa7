/// What the professional reads: how the outcome came about.
extension WeekJudgement {
    package var explanation: [Sentence] { [counted] + leftOut + verdict }

    private var counted: Sentence {
        Sentence(
            nl: "\(sum.used) van \(sum.received) metingen tellen mee (protocol \(measuring.name)).",
            en: "\(sum.used) of \(sum.received) readings count (protocol \(measuring.name))."
        )
    }

    private var leftOut: [Sentence] {
        var sentences: [Sentence] = []
        if sum.onFirstDays > 0 {
            sentences.append(
                Sentence(
                    nl: "De eerste dag telt niet mee (\(sum.onFirstDays) metingen).",
                    en: "The first day does not count (\(sum.onFirstDays) readings)."
                ))
        }
        if sum.irregular > 0 {
            sentences.append(
                Sentence(
                    nl: "\(sum.irregular) metingen met een onregelmatig ritme tellen niet mee.",
                    en: "\(sum.irregular) readings with an irregular rhythm do not count."
                ))
        }
        return sentences
    }

    private var verdict: [Sentence] {
        switch outcome {
        case .notEnoughData(let have, let need):
            [
                Sentence(
                    nl: "Dat is te weinig: er zijn er \(need) nodig, er zijn er \(have).",
                    en: "That is too few: \(need) are needed, there are \(have)."
                )
            ]
        case .onTarget(let average):
            [
                Sentence(
                    nl: "Gemiddeld \(average), onder de grens van \(limit).",
                    en: "The average is \(average), below the limit of \(limit)."
                )
            ]
        case .raised(let average):
            [
                Sentence(
                    nl: "Gemiddeld \(average): op of boven de grens van \(limit).",
                    en: "The average is \(average): at or above the limit of \(limit)."
                )
            ]
        }
    }
}

/// What the patient reads. Short sentences, everyday words, one thought each (language level B1).
extension WeekJudgement.Outcome {
    package var toPatient: [Sentence] {
        switch self {
        case .notEnoughData(let have, let need): notYet(have: have, need: need)
        case .onTarget(let average):
            [
                average.asWeekAverage,
                Sentence(nl: "Dat is goed.", en: "That is good."),
                Sentence(nl: "U hoeft nu niets te doen.", en: "You need not do anything now."),
            ]
        case .raised(let average):
            [
                average.asWeekAverage,
                Sentence(nl: "Dat is hoger dan de bedoeling.", en: "That is higher than we aim for."),
                Sentence(nl: "De praktijk kijkt ernaar.", en: "The practice will look at it."),
            ]
        }
    }

    private func notYet(have: Int, need: Int) -> [Sentence] {
        [
            Sentence(
                nl: "Er tellen nu \(have) metingen mee.", en: "\(have) readings count so far."),
            Sentence(
                nl: "Wij hebben er \(need) nodig voor een goed antwoord.",
                en: "We need \(need) for a good answer."
            ),
            Sentence(nl: "Ga gerust door met meten.", en: "Please keep measuring."),
        ]
    }
}

extension BloodPressure {
    var asWeekAverage: Sentence {
        Sentence(
            nl: "Uw bloeddruk is gemiddeld \(systolic) over \(diastolic).",
            en: "Your blood pressure is \(systolic) over \(diastolic) on average."
        )
    }
}
