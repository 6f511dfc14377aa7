import Clinical
import Web

/// What the phone tells of a reading that was sent (language level A2).
enum SentWords {
    static let irregular = [
        Sentence(nl: "Uw hartslag was niet regelmatig.", en: "Your heartbeat was not regular."),
        Sentence(nl: "Meet straks nog een keer.", en: "Measure once more later."),
    ]

    static let ratherAgain = [
        Sentence(nl: "Meet liever nog een keer.", en: "It is better to measure again."),
        Sentence(nl: "Deze meting toch bewaren?", en: "Save this reading all the same?"),
    ]
    static let otherAccount = Sentence(
        nl: "Deze meting is van iemand anders.", en: "This reading is of somebody else.")

    /// `128 over 82, hartslag 66`, `74,2 kilo`
    static func shown(_ measured: Measured) -> Sentence {
        switch measured {
        case .bloodPressure(let pressure, let pulse, _):
            let text = "\(pressure.systolic) over \(pressure.diastolic)"
            guard let pulse else { return Sentence(nl: text, en: text) }
            return Sentence(nl: "\(text), hartslag \(pulse)", en: "\(text), heart rate \(pulse)")
        case .weight(let weight):
            return Sentence(nl: "\(weight.shown.text(in: .nl)) kilo", en: "\(weight.shown.text(in: .en)) kilos")
        case .steps(let steps): return Sentence(nl: "\(steps.count) stappen", en: "\(steps.count) steps")
        case .glucose:
            let number = number(measured)
            return Sentence(nl: "bloedsuiker \(number.nl)", en: "blood sugar \(number.en)")
        // Not sent by phones, and not typed.
        case .pulse, .height, .waist: return number(measured)
        }
    }

    /// The number alone: `74,2`, `7250`, `6,4`
    static func number(_ measured: Measured) -> Sentence {
        switch measured {
        case .bloodPressure(let pressure, _, _): Sentence(nl: "\(pressure)", en: "\(pressure)")
        case .weight(let weight): Sentence(nl: weight.shown.text(in: .nl), en: weight.shown.text(in: .en))
        case .pulse(let pulse): Sentence(nl: "\(pulse)", en: "\(pulse)")
        case .steps(let steps): Sentence(nl: "\(steps.count)", en: "\(steps.count)")
        case .glucose(let glucose, _): Sentence(nl: glucose.shown.text(in: .nl), en: glucose.shown.text(in: .en))
        case .height(let length), .waist(let length):
            Sentence(nl: Rounded(length.cm, places: 0).text(in: .nl), en: Rounded(length.cm, places: 0).text(in: .en))
        }
    }

    /// `woensdag 25 november, 7.45`
    static func when(_ moment: Moment, _ language: Language) -> String {
        let words = DateWords(language)
        return "\(words.long(moment.day)), \(words.clock(moment))"
    }
}

extension SentRefusal {
    /// What the person is told.
    var toPatient: [Sentence] {
        switch self {
        case .unreadable:
            [Sentence(nl: "Wij konden deze meting niet lezen.", en: "We could not read this reading.")]
        case .impossible:
            [
                Sentence(nl: "Dit getal kan niet.", en: "This number is not possible."),
                Sentence(nl: "Kijk nog eens op de meter.", en: "Please look at the meter again."),
            ]
        case .otherAccount: [SentWords.otherAccount]
        case .time:
            [Sentence(nl: "De dag of de tijd klopt niet.", en: "The day or the time is wrong.")]
        case .failed:
            [
                Sentence(nl: "Deze meting is niet gelukt.", en: "This measurement did not work."),
                Sentence(nl: "Meet rustig nog een keer.", en: "Take your time and measure again."),
            ]
        case .unit:
            [
                Sentence(nl: "Uw meter gebruikt andere getallen.", en: "Your meter uses other numbers."),
                Sentence(nl: "Bel de praktijk. Zij helpen u.", en: "Phone the practice. They will help you."),
            ]
        case .otherPerson:
            [Sentence(nl: "Deze meting is van iemand anders.", en: "This reading is of somebody else.")]
        case .noTime:
            [
                Sentence(nl: "De meter weet niet meer wanneer dit was.", en: "The meter does not know when this was."),
                Sentence(nl: "Zet de klok van de meter goed.", en: "Set the clock of the meter."),
            ]
        }
    }
}

extension Measurements.Question {
    /// A short name for programs.
    var why: String {
        switch self {
        case .likely(.swapped): "swapped"
        case .likely(.jump), .likely(.weightChange): "unusual"
        case .likely(.future): "time"
        case .likely: "unlikely"
        case .trouble: "trouble"
        case .clock(_, .guessed): "clock"
        case .clock(_, .told): "clock-wrong"
        case .person: "person"
        case .whose: "whose"
        }
    }

    var toPatient: [Sentence] {
        switch self {
        case .likely(let doubt): doubt.question
        case .trouble(let troubles): troubles.map(\.toPatient) + SentWords.ratherAgain
        case .clock(let minutes, let clock): self.clock(minutes, clock)
        case .person: [Sentence(nl: "Wie bent u op de meter?", en: "Who are you on the meter?")]
        case .whose(let average):
            [
                Sentence(
                    nl: "Het gemiddelde is \(average). Dat is anders dan u gewend bent.",
                    en: "The average is \(average). That is not what is usual for you."),
                Sentence(nl: "Zijn deze metingen van u?", en: "Are these readings yours?"),
            ]
        }
    }

    private func clock(_ minutes: Int, _ clock: Measurements.MeterSession.Clock) -> [Sentence] {
        let off = Self.duration(abs(minutes))
        let fast = Sentence(
            nl: "De klok van uw meter loopt \(off.nl) voor.", en: "The clock of your meter is \(off.en) fast.")
        let slow = Sentence(
            nl: "De klok van uw meter loopt \(off.nl) achter.", en: "The clock of your meter is \(off.en) slow.")
        let perhaps = Sentence(
            nl: "De klok van uw meter loopt misschien \(off.nl) achter.",
            en: "The clock of your meter may be \(off.en) slow.")
        switch clock {
        case .told: return [minutes > 0 ? fast : slow, Self.shallWe]
        case .guessed: return [minutes > 0 ? fast : perhaps, Self.justNow]
        }
    }

    private static let shallWe = Sentence(
        nl: "Zullen wij de tijden verbeteren?", en: "Shall we correct the times?")
    private static let justNow = Sentence(nl: "Hebt u net gemeten?", en: "Did you measure just now?")

    private static func duration(_ minutes: Int) -> Sentence {
        if minutes >= 2880 {
            return Sentence(nl: "\(minutes / 1440) dagen", en: "\(minutes / 1440) days")
        }
        let hours = (minutes + 4) / 60
        guard hours > 0, abs(minutes - hours * 60) <= 4 || hours > 5 else {
            return Sentence(nl: "\(minutes) minuten", en: "\(minutes) minutes")
        }
        return hours == 1
            ? Sentence(nl: "1 uur", en: "1 hour") : Sentence(nl: "\(hours) uur", en: "\(hours) hours")
    }
}

extension Measurements.FromMeter.Trouble {
    var toPatient: Sentence {
        switch self {
        case .bodyMovement: Sentence(nl: "U bewoog tijdens het meten.", en: "You moved while measuring.")
        case .cuffTooLoose: Sentence(nl: "De band zat te los.", en: "The cuff was too loose.")
        case .improperPosition: Sentence(nl: "Uw arm lag niet goed.", en: "Your arm was not in the right place.")
        case .irregularPulse: SentWords.irregular[0]
        }
    }
}
