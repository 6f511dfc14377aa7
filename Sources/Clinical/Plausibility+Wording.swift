/// The question to the patient about a reading that is hardly possible.
extension Doubt {
    package var question: [Sentence] {
        switch self {
        case .systolic(let pressure), .diastolic(let pressure): [isThisRight("\(pressure)")]
        case .swapped(let typed): swapped(typed)
        case .closeTogether(let pressure): closeTogether(pressure)
        case .jump(let pressure, let usual): jump(pressure, usual)
        case .pulse(let pulse): [isThisRight("\(pulse)")]
        case .weight(let weight): [isThisRight(weight)]
        case .weightChange(let before, let after): changed(before, after)
        case .steps(let steps): [Sentence(nl: "Kloppen \(steps.count) stappen?", en: "Are \(steps.count) steps right?")]
        case .glucose(let glucose): [isThisRight(Rounded(glucose.millimolesPerLitre, places: 1))]
        case .height(let length), .waist(let length): [isThisRight(Rounded(length.cm, places: 0))]
        case .future: notYet
        }
    }

    private func isThisRight(_ value: String) -> Sentence {
        Sentence(nl: "Klopt \(value)?", en: "Is \(value) right?")
    }

    private func isThisRight(_ value: Rounded) -> Sentence {
        Sentence(nl: "Klopt \(value.text(in: .nl))?", en: "Is \(value.text(in: .en)) right?")
    }

    private func isThisRight(_ weight: Weight) -> Sentence {
        Sentence(
            nl: "Klopt \(weight.shown.text(in: .nl)) kilo?", en: "Is \(weight.shown.text(in: .en)) kilos right?")
    }

    private func swapped(_ typed: BloodPressure) -> [Sentence] {
        [
            Sentence(
                nl: "U typte \(typed.systolic) over \(typed.diastolic).",
                en: "You typed \(typed.systolic) over \(typed.diastolic)."),
            Sentence(
                nl: "Bedoelt u \(typed.diastolic) over \(typed.systolic)?",
                en: "Do you mean \(typed.diastolic) over \(typed.systolic)?"
            ),
        ]
    }

    private func closeTogether(_ pressure: BloodPressure) -> [Sentence] {
        [
            Sentence(nl: "De twee getallen liggen dicht bij elkaar.", en: "The two numbers are close together."),
            isThisRight("\(pressure.systolic) over \(pressure.diastolic)"),
        ]
    }

    private func jump(_ pressure: Pressure, _ usual: Pressure) -> [Sentence] {
        [
            Sentence(
                nl: "Dit is heel anders dan uw gemiddelde van \(usual).",
                en: "This is very different from your average of \(usual)."
            ),
            isThisRight("\(pressure)"),
        ]
    }

    private func changed(_ before: Weight, _ after: Weight) -> [Sentence] {
        [
            Sentence(
                nl: "De vorige keer was het \(before.shown.text(in: .nl)) kilo.",
                en: "Last time it was \(before.shown.text(in: .en)) kilos."
            ),
            isThisRight(after),
            Sentence(nl: "Of stond iemand anders op de weegschaal?", en: "Or was somebody else on the scale?"),
        ]
    }

    private var notYet: [Sentence] {
        [
            Sentence(nl: "Deze tijd moet nog komen.", en: "This time has yet to come."),
            Sentence(nl: "Kloppen de dag en de tijd?", en: "Are the day and the time right?"),
        ]
    }
}

extension Concentration {
    /// A glucose as it is shown: millimoles per litre with one decimal.
    package var shown: Rounded { Rounded(millimolesPerLitre, places: 1) }
}

extension Weight {
    /// The weight as it is shown: kilograms with one decimal.
    package var shown: Rounded { Rounded(kg, places: 1) }
}

/// What the patient reads when a value cannot exist.
extension Impossible {
    package var toPatient: [Sentence] {
        [
            Sentence(nl: "Dit getal kan niet.", en: "This number is not possible."),
            Sentence(nl: "Kijk nog eens op de meter.", en: "Please look at the meter again."),
        ]
    }
}
