import Clinical
import Storage
import Web

/// Whether the list has changed since a page showed it.
///
/// A browser asks now and then; every node answers from the same rows, so nothing has to be told from node to node. What
/// is said is how many lines there are, never whose.
struct News: Hashable, Sendable {
    let open: Int
    let urgent: Int
    /// When the newest of the open lines was opened.
    let newest: Int64

    /// - Shape: `12.1.1764072120000`
    var mark: String { "\(open).\(urgent).\(newest)" }

    init(open: Int, urgent: Int, newest: Int64) {
        (self.open, self.urgent, self.newest) = (open, urgent, newest)
    }

    init?(mark: String) {
        let parts = mark.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let open = Int(parts[0]), let urgent = Int(parts[1]), let newest = Int64(parts[2])
        else { return nil }
        self.init(open: open, urgent: urgent, newest: newest)
    }

    /// Who must be phoned today comes first, then what is new, then what colleagues did.
    func words(since seen: News) -> Sentence {
        if urgent > seen.urgent { return Words.urgent }
        return newest > seen.newest ? Words.new : Words.changed
    }

    func html(since seen: News, in language: Language) -> HTML {
        """
        \(icon(urgent > seen.urgent ? .alert : .inbox))<span>\(words(since: seen)[language])</span>\
        <a class="action small" href="/worklist">\(Words.show[language])</a>
        """
    }

    private enum Words {
        static let urgent = Sentence(nl: "Er is een nieuwe regel onder Nu.", en: "There is a new line under Now.")
        static let new = Sentence(nl: "Er is iets nieuws op de lijst.", en: "There is something new on the list.")
        static let changed = Sentence(nl: "De lijst is veranderd.", en: "The list has changed.")
        static let show = Sentence(nl: "Toon de lijst", en: "Show the list")
    }
}
