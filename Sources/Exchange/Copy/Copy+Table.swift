import Clinical

extension Exchange.Copy {
    /// The readings as a table that any spreadsheet opens.
    ///
    /// - Shape: UTF-8 with a mark in front, `;` between fields and a comma in numbers, as Dutch spreadsheets want it
    package var table: String {
        "\u{FEFF}datum;tijd;soort;waarde;onderdruk;hartslag;eenheid;waar;status;meter\r\n"
            + readings.map { $0.row + "\r\n" }.joined()
    }
}

extension Exchange.CopiedReading {
    fileprivate var row: String {
        let (value, unit) = shown
        return [
            taken.day.description, String(taken.localText.suffix(5)), Self.word(kind), value,
            second.map(String.init) ?? "", third.map(String.init) ?? "", unit, setting == .home ? "thuis" : "praktijk",
            Self.word(status), device ?? "",
        ].map(Exchange.Copy.field).joined(separator: ";")
    }

    /// The value with its unit, as it is said: `128/82 mmHg, hartslag 64`.
    var value: String {
        let (value, unit) = shown
        let pressure = second.map { "\(value)/\($0) \(unit)" } ?? "\(value) \(unit)"
        return third.map { "\(pressure), hartslag \($0)" } ?? pressure
    }

    private var shown: (String, String) {
        switch kind {
        case "blood-pressure": ("\(first)", "mmHg")
        case "weight": (Self.dutch(first, of: 1000), "kg")
        case "pulse": ("\(first)", "/min")
        case "steps": ("\(first)", "stappen")
        case "glucose": (Self.dutch(first, of: 1000), "mmol/L")
        default: (Self.dutch(first, of: 10), "cm")
        }
    }

    private static func dutch(_ number: Int, of parts: Int) -> String {
        Fraction.text(number, of: parts).replacing(".", with: ",")
    }

    static func word(_ kind: String) -> String { words[kind, default: kind] }

    private static let words = [
        "blood-pressure": "bloeddruk", "weight": "gewicht", "pulse": "hartslag", "steps": "stappen",
        "glucose": "glucose", "height": "lengte", "waist": "buikomvang",
    ]

    static func word(_ status: Status) -> String {
        switch status {
        case .final: "telt mee"
        case .unconfirmed: "nog niet beoordeeld"
        case .enteredInError: "vergissing"
        }
    }
}

extension Exchange.Copy {
    /// A field that begins as a formula does is written as text, so that opening the file runs nothing. What is no letter
    /// or digit of ours stands between quotes: what a spreadsheet sees as one sign need not be one.
    ///
    /// - Source: OWASP ASVS 5.0, 1.2.10
    static func field(_ text: String) -> String {
        let signs = text.unicodeScalars
        let isFormula = signs.first.map { "=+-@\t\r\n\0".unicodeScalars.contains($0) } ?? false
        let isPlain = signs.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789,:/- ".unicodeScalars.contains($0))
        }
        guard isFormula || !isPlain else { return text }
        let quoted = signs.reduce(into: String.UnicodeScalarView()) { quoted, sign in
            quoted.append(sign)
            if sign == "\"" { quoted.append(sign) }
        }
        return "\"\(isFormula ? "'" : "")\(String(quoted))\""
    }
}
