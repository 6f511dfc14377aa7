import Clinical
import HTTPTypes
import Hummingbird

/// The page that tells a person what they can do about it.
package enum RefusalPage {
    package static func page(_ refusal: any Refusal, home: String, in language: Language) -> Page {
        page(refusal.explanation, status: refusal.status, home: home, in: language)
    }

    package static func page(
        _ explanation: Sentence, status: HTTPResponse.Status, home: String, in language: Language
    ) -> Page {
        Page(
            title(status)[language], in: language, status: status,
            """
            <body><main class="wrap one" id="main"><div class="refusal"><span class="sign">\
            \(icon(status == .notFound ? .search : .alert))</span>
            <h1>\(title(status)[language])</h1><p>\(explanation[language])</p>
            <a class="btn" href="\(home)">\(icon(.home))\(Words.home[language])</a></div></main></body>
            """
        )
    }

    private static func title(_ status: HTTPResponse.Status) -> Sentence {
        switch status {
        case .notFound: Sentence(nl: "Deze pagina is er niet", en: "There is no such page")
        case .serviceUnavailable, .internalServerError: Sentence(nl: "Nu even niet", en: "Not at this moment")
        default: Sentence(nl: "Dat ging niet", en: "That did not work")
        }
    }

    private enum Words {
        static let home = Sentence(nl: "Naar het begin", en: "To the start")
    }
}
