import Clinical

/// One thing a file says: a reading, a row that cannot be used, or a row that is left out on purpose.
///
/// - Shape: `line` is the line of the file on which the row begins, counted from 1
package enum ExportEntry: Hashable, Sendable {
    case reading(Reading, line: Int, details: ReadingDetails)
    case refused(line: Int, reason: RefusedRow)
    case skipped(line: Int, SkippedRow)
}

/// What a file tells about a reading besides its values.
package struct ReadingDetails: Hashable, Sendable {
    package var modality: Modality?
    package var note: String?
    package var written: Written

    package init(modality: Modality? = nil, note: String? = nil, written: Written = .withOffset) {
        self.modality = modality
        self.note = note
        self.written = written
    }

    /// Whether a meter measured it or a person typed it.
    package enum Modality: String, Hashable, Sendable, CaseIterable {
        case sensed
        case selfReported = "self-reported"
    }

    /// How the file itself gives the time; a reading's moment always carries the clock on the wall.
    package enum Written: Hashable, Sendable {
        case withOffset, inUTC, asDay
    }
}

/// A row that was understood and is not needed.
package enum SkippedRow: Hashable, Sendable {
    case repeated
    case notUsed(String)
    case nothingMeasured
    case goal

    package var sentence: (nl: String, en: String) {
        switch self {
        case .repeated: ("Deze meting staat al in het bestand.", "This reading is in the file already.")
        case .notUsed(let kind): ("\(kind) gebruiken we niet.", "We do not use \(kind).")
        case .nothingMeasured: ("Hier is niets gemeten.", "Nothing was measured here.")
        case .goal: ("Dit is een doel, geen meting.", "This is a goal, not a reading.")
        }
    }
}

/// Why a row cannot become a reading. It names columns and units, never what somebody wrote in them.
package enum RefusedRow: Error, Hashable, Sendable {
    case notANumber(String)
    case missing(String)
    case unknownUnit(String)
    case impossible(Quantity)
    case upsideDown, halfPressure
    case noTime, noSuchTime, ambiguousDate, unknownZone, inTheFuture
    case tooManyFields, lineTooLong, unreadableText, brokenQuotes
    case endsTooEarly, brokenXML, brokenJSON
    case senderError(Int)

    /// What a number was said to be.
    package enum Quantity: Hashable, Sendable, CaseIterable {
        case pressure, pulse, weight, height, steps, glucose

        var name: (nl: String, en: String) {
            switch self {
            case .pressure: ("bloeddruk", "blood pressure")
            case .pulse: ("hartslag", "pulse")
            case .weight: ("gewicht", "weight")
            case .height: ("lengte", "height")
            case .steps: ("aantal stappen", "number of steps")
            case .glucose: ("bloedsuiker", "blood glucose")
            }
        }
    }

    package var sentence: (nl: String, en: String) {
        switch self {
        case .notANumber(let name): ("Bij \(name) staat geen getal.", "There is no number at \(name).")
        case .missing(let name): ("\(name) ontbreekt.", "\(name) is missing.")
        case .unknownUnit(""): ("De eenheid ontbreekt.", "The unit is missing.")
        case .unknownUnit(let unit): ("De eenheid \(unit) kennen we niet.", "We do not know the unit \(unit).")
        case .impossible(let quantity):
            ("Dit kan geen \(quantity.name.nl) zijn.", "This cannot be a \(quantity.name.en).")
        case .upsideDown:
            ("De onderdruk is niet lager dan de bovendruk.", "The lower pressure is not below the upper one.")
        case .halfPressure: ("Van deze bloeddruk is er maar één getal.", "This blood pressure has only one number.")
        case .noTime, .noSuchTime, .ambiguousDate, .unknownZone, .inTheFuture: ofTime
        default: ofText
        }
    }

    private var ofTime: (nl: String, en: String) {
        switch self {
        case .noTime: ("De dag of de tijd ontbreekt.", "The day or the time is missing.")
        case .ambiguousDate:
            ("De dag en de maand zijn niet te onderscheiden.", "The day and the month cannot be told apart.")
        case .unknownZone: ("De tijdzone kennen we niet.", "We do not know the time zone.")
        case .inTheFuture: ("Deze tijd is nog niet geweest.", "This time has not come yet.")
        default: ("Deze dag of tijd bestaat niet.", "This day or time does not exist.")
        }
    }

    private var ofText: (nl: String, en: String) {
        switch self {
        case .tooManyFields: ("Deze regel heeft te veel kolommen.", "This line has too many columns.")
        case .lineTooLong: ("Deze regel is te lang.", "This line is too long.")
        case .brokenQuotes: ("De aanhalingstekens in deze regel kloppen niet.", "The quotes in this line do not match.")
        case .endsTooEarly: ("Het bestand stopt hier te vroeg.", "The file stops here too early.")
        case .brokenXML, .brokenJSON: ("Vanaf hier is het bestand niet te lezen.", "From here the file cannot be read.")
        case .senderError(let code): ("De afzender meldt fout \(code).", "The sender reports error \(code).")
        default: ("De letters in deze regel zijn niet te lezen.", "The letters in this line cannot be read.")
        }
    }
}
