extension EGFR {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [
            Sentence(
                nl: "eGFR \(shown.text(in: .nl)) mL/min/1,73 m²: \(category.title.nl).",
                en: "eGFR \(shown.text(in: .en)) mL/min/1.73 m²: \(category.title.en)."
            ),
            Sentence(
                nl: "De eGFR van het laboratorium gaat voor.",
                en: "The eGFR that the laboratory reports goes first."
            ),
        ]
    }
}

extension EGFR.Category {
    package var title: Sentence {
        switch self {
        case .normal: Sentence(nl: "60 of hoger", en: "60 or higher")
        case .reduced: Sentence(nl: "verminderd (lager dan 60)", en: "reduced (below 60)")
        }
    }
}

extension Albuminuria {
    package var title: Sentence {
        switch self {
        case .a1: Sentence(nl: "Normale albumine-kreatinineratio (A1).", en: "Normal albumin-creatinine ratio (A1).")
        case .a2:
            Sentence(
                nl: "Matig verhoogde albumine-kreatinineratio (A2).",
                en: "Moderately raised albumin-creatinine ratio (A2).")
        case .a3:
            Sentence(
                nl: "Ernstig verhoogde albumine-kreatinineratio (A3).",
                en: "Severely raised albumin-creatinine ratio (A3).")
        }
    }
}
