import Clinical

extension Exchange.Copy {
    /// The readings as a table that any spreadsheet opens.
    ///
    /// - Shape: UTF-8 with a mark in front, `;` between fields as Dutch spreadsheets want it, a decimal point
    package var table: String {
        "\u{FEFF}datum;tijd;soort;waarde;onderdruk;hartslag;eenheid;waar;status;meter\r\n"
            + readings.map { $0.row + "\r\n" }.joined()
    }
}

extension Exchange.CopiedReading {
    fileprivate var row: String {
        let (value, unit) = shown
        return [
            taken.day.description, String(taken.localText.suffix(5)), Self.dutch[kind, default: kind], value,
            second.map(String.init) ?? "", third.map(String.init) ?? "", unit, setting == .home ? "thuis" : "praktijk",
            Self.word(status), device ?? "",
        ].map(Self.field).joined(separator: ";")
    }

    private var shown: (String, String) {
        switch kind {
        case "blood-pressure": ("\(first)", "mmHg")
        case "weight": (Fraction.text(first, of: 1000), "kg")
        case "pulse": ("\(first)", "/min")
        case "steps": ("\(first)", "stappen")
        case "glucose": (Fraction.text(first, of: 1000), "mmol/L")
        default: (Fraction.text(first, of: 10), "cm")
        }
    }

    private static let dutch = [
        "blood-pressure": "bloeddruk", "weight": "gewicht", "pulse": "hartslag", "steps": "stappen",
        "glucose": "glucose", "height": "lengte", "waist": "buikomvang",
    ]

    private static func word(_ status: Status) -> String {
        switch status {
        case .final: "telt mee"
        case .unconfirmed: "nog niet beoordeeld"
        case .enteredInError: "vergissing"
        }
    }

    /// A field that begins as a formula does is written as text, so that opening the file runs nothing.
    ///
    /// - Source: OWASP ASVS 5.0, 1.2.10
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'\(text)" : text
        guard safe.contains(where: { ";\"\r\n".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
