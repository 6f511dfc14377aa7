import Clinical

/// What the phone tells of a reading that was sent (language level A2).
enum SentWords {
    static let unreadable = Sentence(
        nl: "Wij konden deze meting niet lezen.", en: "We could not read this reading.")
    static let time = Sentence(
        nl: "De dag of de tijd van deze meting klopt niet.", en: "The day or the time of this reading is wrong.")

    static let otherAccount = Sentence(
        nl: "Deze meting is van iemand anders.", en: "This reading is of somebody else.")

    /// `128 over 82`, `74,2 kilo`
    static func shown(_ measured: Measured) -> Sentence? {
        switch measured {
        case .bloodPressure(let pressure, _, _):
            let text = "\(pressure.systolic) over \(pressure.diastolic)"
            return Sentence(nl: text, en: text)
        case .weight(let weight):
            return Sentence(nl: "\(weight.shown.text(in: .nl)) kilo", en: "\(weight.shown.text(in: .en)) kilos")
        case .pulse, .steps, .glucose, .height, .waist: return nil
        }
    }
}

extension SentRefusal {
    /// What the person is told.
    var toPatient: [Sentence] {
        switch self {
        case .unreadable: [SentWords.unreadable]
        case .impossible:
            [
                Sentence(nl: "Dit getal kan niet.", en: "This number is not possible."),
                Sentence(nl: "Kijk nog eens op de meter.", en: "Please look at the meter again."),
            ]
        case .time: [SentWords.time]
        case .otherAccount: [SentWords.otherAccount]
        }
    }
}

extension Doubt {
    /// A short name for programs.
    var why: String {
        switch self {
        case .swapped: "swapped"
        case .jump, .weightChange: "unusual"
        case .future: "time"
        case .systolic, .diastolic, .closeTogether, .pulse, .weight, .steps, .glucose, .height, .waist: "unlikely"
        }
    }
}
