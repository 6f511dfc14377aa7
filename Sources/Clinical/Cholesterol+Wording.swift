/// What the professional reads.
extension Cholesterol {
    package static func explanation(ldl: Concentration) -> [Sentence] {
        let shown = Rounded(ldl.millimolesPerLitre, places: 2)
        return [
            Sentence(
                nl: "LDL-cholesterol \(shown.text(in: .nl)) mmol/L, berekend (Friedewald).",
                en: "LDL cholesterol \(shown.text(in: .en)) mmol/L, calculated (Friedewald)."
            ),
            Sentence(
                nl: "Niet nuchter geprikt? Dan is de berekening minder zeker.",
                en: "Not a fasting sample? Then the calculation is less certain."
            ),
        ]
    }

    package static func explanation(nonHDL: Concentration) -> [Sentence] {
        let shown = Rounded(nonHDL.millimolesPerLitre, places: 2)
        return [
            Sentence(
                nl: "Non-HDL-cholesterol \(shown.text(in: .nl)) mmol/L.",
                en: "Non-HDL cholesterol \(shown.text(in: .en)) mmol/L."
            )
        ]
    }
}
