import Clinical

/// For professionals: brief and exact.
enum InboxWords {
    static let title = Sentence(nl: "Postvakken", en: "Inboxes")
    static let one = Sentence(nl: "Postvak", en: "Inbox")
    static let all = Sentence(nl: "Alles", en: "All")
    static let hand = Sentence(nl: "Geef door", en: "Hand over")
    static let intro = Sentence(
        nl:
            "Hoeveel er wacht en hoe lang, zonder naam en zonder onderwerp. Iedereen die behandelt ziet alle postvakken.",
        en: "How much waits and for how long, without name and subject. Whoever treats patients sees every inbox.")
    static let waits = Sentence(nl: "Wacht", en: "Waiting")
    static let oldest = Sentence(nl: "Langst", en: "Longest")
    static let line = Sentence(nl: "Regel", en: "Line")
    static let since = Sentence(nl: "Sinds", en: "Since")
    static let move = Sentence(nl: "Zet in", en: "Move to")
    static let nothing = Sentence(nl: "Er wacht niets.", en: "Nothing is waiting.")
    static let moved = Sentence(nl: "Doorgegeven.", en: "Handed over.")
    static let lines = Sentence(nl: "Regels", en: "Lines")

    static func name(_ inbox: Worklist.Inbox) -> Sentence {
        switch inbox {
        case .team: Sentence(nl: "Team", en: "Team")
        case .poh: Sentence(nl: "POH-S", en: "Practice nurse")
        case .gp: Sentence(nl: "Huisarts", en: "GP")
        case .assistant: Sentence(nl: "Assistente", en: "Assistant")
        }
    }

    static func handed(_ inbox: Worklist.Inbox, _ name: String, _ day: String) -> Sentence {
        Sentence(
            nl: "\(InboxWords.name(inbox).nl), door \(name), \(day)",
            en: "\(InboxWords.name(inbox).en), by \(name), \(day)")
    }

    static func waiting(_ count: Int) -> Sentence { Sentence(nl: "\(count) wachten", en: "\(count) waiting") }
}
