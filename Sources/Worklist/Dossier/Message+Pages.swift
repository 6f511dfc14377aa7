import Clinical
import Identity
import Web

/// Writing an answer, with a look at how readable it is beside it.
struct MessagePage {
    let dossier: Worklist.Dossier
    let frame: WorkFrame
    let number: ID<Form>
    let starts: [Template]
    let language: Language
    var draft: String
    var problems: [Problem] = []
    var focus = Focus.none

    /// Where the keys go first: a text that is there already is read and sent.
    enum Focus { case none, send }

    private var path: String { "/patients/\(dossier.card.id)" }

    var page: Page {
        let title = MessageWords.title(dossier.card.listName)[language]
        let difficult: HTML =
            dossier.card.reading == .difficult
            ? """
            <p class="chips"><span class="chip warn">\(icon(.book))\(DossierWords.readsWithDifficulty[language])</span></p>
            """ : .none
        return workPage(
            title, at: .patients, frame, in: language,
            """
            \(workBar(title, "", difficult))
            <div class="scroll"><div class="body">\(errorSummary(MessageWords.notSent, problems, in: language))
            <div class="compose"><form class="form" method="post" action="\(path)/messages">\(frame.secret.field(numbered: number))
            \(question)\(templates)
            <div class="field whole"><label for="text">\(MessageWords.text[language])</label>\
            <p class="hint" id="text-hint">\(MessageWords.hint[language])</p>\(problemLine(at: "text", problems, in: language))
            <textarea id="text" name="text" rows="10" aria-describedby="text-hint" data-behaviour="readability" \
            data-check="\(path)/readability" data-into="report">\(draft)</textarea></div>
            <div class="row-actions"><button class="action main"\(focus == .send ? " autofocus" as HTML : .none)>\(icon(.send))\(MessageWords.send[language])</button>\
            <button class="action" formaction="\(path)/draft">\(MessageWords.check[language])</button>\
            <a class="action bare" href="\(path)">\(MessageWords.cancel[language])</a></div></form>
            <div class="report" id="report" role="region" aria-label="\(MessageWords.readability[language])" \
            aria-live="polite">\(ReadabilityReport(draft, in: language).html)</div></div></div></div>
            """
        )
    }

    private var question: HTML {
        guard let question = dossier.question else { return .none }
        return "<blockquote class=\"quote\">\(question.body)</blockquote>"
    }

    /// A text to begin with, for what this patient is on the list for.
    private var templates: HTML {
        let links: [HTML] = starts.map {
            "<a href=\"\(path)/message?start=\($0.name)\">\($0.title[language])</a>"
        }
        return """
            <nav class="filters" aria-label="\(MessageWords.start[language])">\(links)\
            <a class="bare" href="/practice/templates">\(MessageWords.changeTexts[language])</a></nav>
            """
    }
}

/// How readable a draft is: a score, the sentences that are too long, and the words that could be easier.
struct ReadabilityReport {
    private let report: Readability.Report
    private let isEmpty: Bool
    private let language: Language

    init(_ text: String, in language: Language) {
        report = Readability.check(text)
        isEmpty = text.allSatisfy(\.isWhitespace)
        self.language = language
    }

    var html: HTML {
        guard !isEmpty else {
            return """
                <section class="block"><h2>\(MessageWords.readability[language])</h2>\
                <p class="quiet">\(MessageWords.nothingYet[language])</p></section>
                """
        }
        return "\(score)\(sentences)\(jargon)"
    }

    private var score: HTML {
        let value = report.fleschDouma.map { String(Int($0.value.rounded())) } ?? "–"
        let isEasy = report.longSentences.isEmpty && report.jargon.isEmpty && (report.fleschDouma?.value ?? 0) >= 70
        let chip: HTML =
            isEasy
            ? "<span class=\"chip good\">\(icon(.check))\(MessageWords.easy[language])</span>"
            : "<span class=\"chip warn\">\(icon(.alert))\(MessageWords.canBeEasier[language])</span>"
        return """
            <section class="block"><h2>\(MessageWords.readability[language]) <em>Flesch-Douma</em></h2>\
            <p class="score"><b>\(value)</b>\(chip)</p></section>
            """
    }

    private var sentences: HTML {
        guard !report.longSentences.isEmpty else { return .none }
        let lines: [HTML] = report.longSentences.map {
            "<li class=\"quote\">\($0)<small>\(MessageWords.words(Readability.check($0).counts.words)[language])</small></li>"
        }
        return """
            <section class="block"><h2>\(MessageWords.longSentences[language]) \
            <em>\(MessageWords.moreThanTwelve[language])</em></h2><ul>\(lines)</ul></section>
            """
    }

    private var jargon: HTML {
        guard !report.jargon.isEmpty else { return .none }
        let lines: [HTML] = report.jargon.map {
            "<li class=\"swap\"><del>\($0.word)</del>\(icon(.flat))<ins>\($0.plain)</ins></li>"
        }
        return """
            <section class="block"><h2>\(MessageWords.difficultWords[language])</h2><ul>\(lines)</ul></section>
            """
    }
}

/// What a professional reads while writing.
enum MessageWords {
    static let text = Sentence(nl: "Bericht", en: "Message")
    static let hint = Sentence(nl: "Korte zinnen. Eén boodschap.", en: "Short sentences. One message.")
    static let send = Sentence(nl: "Verstuur", en: "Send")
    static let check = Sentence(nl: "Controleer", en: "Check")
    static let cancel = Sentence(nl: "Annuleer", en: "Cancel")
    static let notSent = Sentence(nl: "Nog niet verstuurd", en: "Not sent yet")
    static let empty = Sentence(nl: "Schrijf eerst een bericht.", en: "Write a message first.")
    static let tooLong = Sentence(
        nl: "Het bericht is te lang: hooguit 2000 tekens.", en: "Too long: 2000 characters at most.")
    static let changeTexts = Sentence(nl: "Teksten wijzigen", en: "Change the texts")
    static let start = Sentence(nl: "Begin met", en: "Begin with")
    static let readability = Sentence(nl: "Leesbaarheid", en: "Readability")
    static let nothingYet = Sentence(nl: "Nog geen tekst.", en: "No text yet.")
    static let easy = Sentence(nl: "makkelijk te lezen", en: "easy to read")
    static let canBeEasier = Sentence(nl: "kan makkelijker", en: "can be easier")
    static let longSentences = Sentence(nl: "Lange zinnen", en: "Long sentences")
    static let moreThanTwelve = Sentence(nl: "meer dan 12 woorden", en: "more than 12 words")
    static let difficultWords = Sentence(nl: "Moeilijke woorden", en: "Difficult words")

    static func title(_ name: String) -> Sentence { Sentence(nl: "Bericht aan \(name)", en: "Message to \(name)") }
    static func words(_ count: Int) -> Sentence { Sentence(nl: "\(count) woorden", en: "\(count) words") }
}
