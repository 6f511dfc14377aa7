import Clinical

/// What an implementation worker reads.
enum ProgrammeWords {
    static let title = Sentence(nl: "Praktijken", en: "Practices")
    static let caption = Sentence(nl: "Hoe de praktijken ervoor staan", en: "How the practices are doing")
    static let practice = Sentence(nl: "Praktijk", en: "Practice")
    static let agreed = Sentence(nl: "Meetplan", en: "Plan")
    static let measuring = Sentence(nl: "Meet nu", en: "Measuring")
    static let onTarget = Sentence(nl: "Op doel", en: "On target")
    static let above = Sentence(nl: "Boven doel", en: "Above goal")
    static let counted = Sentence(
        nl: "Meet nu: gemeten in de laatste 14 dagen. Groepen onder 10 tonen we niet, zodat niemand herkend wordt.",
        en: "Measuring: in the last 14 days. Groups under 10 are not shown, so that nobody is recognised.")
    static let few = Sentence(nl: "te klein", en: "too small")

    static func inGroup(_ count: Int) -> Sentence {
        Sentence(nl: "\(count) in uw zorggroep", en: "\(count) in your care group")
    }
}
