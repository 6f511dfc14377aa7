import Clinical
import Exports
import Web

extension Devices {
    /// A list of kits as a practice kept it, one row a device; rows with the same number are one kit.
    struct StockList {
        /// A kit that the list asks for.
        struct Wanted: Hashable {
            let line: Int
            let kind: Kind
            let number: KitNumber?
            let mark: String?
            var devices: [Device]
        }

        struct Refused: Hashable, Sendable {
            let line: Int
            let reason: Sentence
        }

        private let kinds: [String: Kind]
        private var places: [String: Int] = [:]
        private var serials: Set<String> = []
        private(set) var wanted: [Wanted] = []
        private(set) var refused: [Refused] = []

        init(kinds: [Kind]) {
            self.kinds = Dictionary(kinds.flatMap { [($0.code.folded, $0), ($0.name.folded, $0)] }) { first, _ in first
            }
        }

        mutating func take(_ row: Result<PlainTable.Row, PlainTable.Refused>) {
            switch row {
            case .success(let row):
                if let reason = add(row) { refused.append(Refused(line: row.line, reason: reason)) }
            case .failure(let trouble):
                let sentence = trouble.reason.sentence
                refused.append(Refused(line: trouble.line, reason: Sentence(nl: sentence.nl, en: sentence.en)))
            }
        }

        /// - Returns: why this row cannot be used
        private mutating func add(_ row: PlainTable.Row) -> Sentence? {
            guard let kind = kinds[(row["kind", "soort"] ?? "").folded] else { return StockWords.unknownKind }
            guard let model = row["model"] else { return StockWords.noModel }
            let (text, serial) = (row["number", "nummer"] ?? "", row["serial", "serienummer"] ?? "")
            let cuffs = row["cuff", "cuffs", "manchet", "manchetmaat"] ?? ""
            if [model.codePoints > 80, serial.codePoints > 80, text.codePoints > 40, cuffs.codePoints > 40].contains(
                true)
            {
                return StockWords.tooLong
            }
            if KitNumber.isMistyped(text) { return StockWords.mistyped }
            let serialKey = "\(model.folded) \(serial.folded)"
            if !serial.folded.isEmpty, serials.contains(serialKey) { return StockWords.serialTwice }
            let place = places[text]
            if let place, wanted[place].kind != kind { return StockWords.otherKind }
            let held = place.map { wanted[$0].devices.map(\.part) } ?? []
            let word = row["part", "onderdeel"]
            guard let part = word.map(Self.part) ?? kind.parts.first(where: { !held.contains($0) }) else {
                return word == nil ? StockWords.full : StockWords.unknownPart
            }
            guard !held.contains(part) else { return StockWords.full }
            serials.insert(serialKey)
            let device = Device(part, model: model, serial: serial, cuffs: cuffs)
            if let place {
                wanted[place].devices.append(device)
            } else {
                let number = KitNumber(text)
                wanted.append(
                    Wanted(
                        line: row.line, kind: kind, number: number, mark: number == nil && !text.isEmpty ? text : nil,
                        devices: [device]))
                if !text.isEmpty { places[text] = wanted.count - 1 }
            }
            return nil
        }

        private static func part(_ word: String) -> Part? {
            switch word.lowercased().filter(\.isLetter) {
            case "meter", "bloeddrukmeter", "bloodpressuremeter": .meter
            case "scale", "weegschaal": .scale
            case "stepcounter", "stappenteller", "tracker": .stepCounter
            default: nil
            }
        }

        /// A kit that could not come in, with the line it begins on.
        mutating func refuse(_ kit: Wanted, _ reason: Sentence) {
            refused.append(Refused(line: kit.line, reason: reason))
        }
    }

    /// What came of a list.
    struct StockTaken: Sendable {
        var added = 0
        /// In the books before.
        var known = 0
        var refused: [StockList.Refused] = []
    }
}

enum StockWords {
    static let unknownKind = Sentence(nl: "Deze soort box kennen wij niet.", en: "We do not know this kind of kit.")
    static let noModel = Sentence(nl: "Het model ontbreekt.", en: "The model is missing.")
    static let tooLong = Sentence(nl: "Dit is te lang.", en: "This is too long.")
    static let mistyped = Sentence(
        nl: "In het nummer zit een tikfout.", en: "There is a typing mistake in the number.")
    static let serialTwice = Sentence(
        nl: "Dit serienummer staat al in de lijst.", en: "This serial number is in the list already.")
    static let serialKnown = Sentence(
        nl: "Dit serienummer zit al in een andere box.", en: "This serial number is in another kit already.")
    static let otherKind = Sentence(
        nl: "Dit nummer is hierboven een andere soort.", en: "This number is another kind above.")
    static let full = Sentence(nl: "Dit onderdeel zit al in de box.", en: "This part is in the kit already.")
    static let unknownPart = Sentence(nl: "Dit onderdeel kennen wij niet.", en: "We do not know this part.")

    static let title = Sentence(nl: "Lijst inlezen", en: "Read in a list")
    static let how = Sentence(
        nl: "Een CSV-bestand met de kolommen soort, nummer, model en serienummer. Ook: onderdeel en manchet.",
        en: "A CSV file with the columns kind, number, model and serial. Also: part and cuff.")
    static let file = Sentence(nl: "Bestand", en: "File")
    static let read = Sentence(nl: "Lees in", en: "Read in")
    static let noFile = Sentence(nl: "Kies eerst een bestand.", en: "Choose a file first.")
    static let added = Sentence(nl: "Nieuw in de boeken", en: "New in the books")
    static let known = Sentence(nl: "Waren er al", en: "Were there already")
    static let refused = Sentence(nl: "Regels niet gebruikt", en: "Lines not used")
    static let line = Sentence(nl: "Regel", en: "Line")
    static let why = Sentence(nl: "Waarom", en: "Why")
}
