import Clinical
import HTTPTypes
import Web

/// The pages around another house.
enum ElsewherePages {
    /// Whatever went wrong, this page.
    static func failed(in language: Language) -> Page {
        card(
            ElsewhereWords.failedTitle, .forbidden, in: language,
            """
            <p>\(ElsewhereWords.failed[language])</p>
            <a class="btn" href="/">\(ElsewhereWords.toStart[language])</a>
            """)
    }

    /// They showed there who they are, and nobody here is joined to that.
    static func unknown(at house: String, in language: Language) -> Page {
        card(
            ElsewhereWords.unknownTitle, .forbidden, in: language,
            """
            <p>\(ElsewhereWords.unknown(at: house)[language])</p>
            <p>\(ElsewhereWords.unknownFirst[language]) \(ElsewhereWords.thenJoin(house)[language])</p>
            <a class="btn" href="/">\(SignIn.Words.title[language])</a>
            <p>\(ElsewhereWords.unknownLetter[language])</p>
            <a class="btn ghost" href="/activate">\(ActivationWords.title[language])</a>
            <p class="quiet">\(SignIn.Words.help[language])</p>
            """)
    }

    /// The way out of our pages, with the address behind a link: a form may not lead to another house.
    static func onward(to begun: Elsewhere.Begun, in language: Language) -> Page {
        card(
            ElsewhereWords.onwardTitle, .ok, in: language,
            """
            <p>\(ElsewhereWords.onward(to: begun.title)[language]) \(ElsewhereWords.onwardBack[language])</p>
            <p>\(ElsewhereWords.sameAccount[language])</p>
            <a class="btn" href="\(begun.address)">\(ElsewhereWords.go(to: begun.title)[language])</a>
            <a class="btn ghost" href="/account">\(ElsewhereWords.stay[language])</a>
            """)
    }

    private static func card(
        _ title: Sentence, _ status: HTTPResponse.Status, in language: Language, _ text: HTML
    ) -> Page {
        Page(
            title[language], in: language, status: status,
            """
            <body><main class="door" id="main"><p class="brand">\(Drawing.logo)Hartlijn</p>
            <section class="card"><h1>\(title[language])</h1>\(text)</section></main></body>
            """)
    }
}

/// What stands on other pages about another house.
enum HousePieces {
    /// At the door: one way in for each house.
    static func ways(_ titles: [(name: String, title: String)], in language: Language) -> HTML {
        let ways: [HTML] = titles.map { way(to: $0.name, $0.title, query: "", in: language) }
        return "\(ways)"
    }

    /// One step more, at the houses to which somebody is joined.
    static func again(_ houses: [SignIn.House], to page: String, in language: Language) -> HTML {
        let query = page == "/" ? "" : "?to=\(page)"
        let ways: [HTML] = houses.map { way(to: $0.name, $0.title, query: query, in: language) }
        return "\(ways)"
    }

    private static func way(to name: String, _ title: String, query: String, in language: Language) -> HTML {
        """
        <p><a class="btn ghost" href="/sign-in/with/\(name)\(query)">\
        \(ElsewhereWords.signIn(with: title)[language])</a></p>
        """
    }

    /// Among what somebody has to come in with.
    static func list(_ houses: [SignIn.House], _ secret: FormSecret, in language: Language) -> HTML {
        guard !houses.isEmpty else { return .none }
        let pieces: [HTML] = houses.map { house($0, secret, in: language) }
        return "<section class=\"card\"><h2>\(ElsewhereWords.title[language])</h2>\(pieces)</section>"
    }

    private static func house(_ house: SignIn.House, _ secret: FormSecret, in language: Language) -> HTML {
        guard house.joinedAt != nil else {
            return """
                <p>\(ElsewhereWords.notJoined(house.title)[language])</p>
                <form method="post" action="/account/houses/\(house.name)">\(secret.field)\
                <button class="btn ghost">\(ElsewhereWords.join(house.title)[language])</button></form>
                """
        }
        return """
            <p>\(ElsewhereWords.joined(house.title)[language])</p>
            <form method="post" action="/account/houses/\(house.name)/end">\(secret.field)\
            <button class="btn ghost">\(ElsewhereWords.part(from: house.title)[language])</button></form>
            """
    }
}
