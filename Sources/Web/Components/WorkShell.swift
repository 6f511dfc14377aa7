import Clinical

/// What every page of a professional shows around its work: who is at work, and where they can go.
package struct WorkFrame: Hashable, Sendable {
    package let name: String
    package let role: Sentence
    package let organisation: String
    package let places: [WorkPlace]
    /// Lines on the worklist; nothing where the page does not know.
    package let open: Int?
    package let secret: FormSecret

    package init(
        name: String, role: Sentence, organisation: String, places: [WorkPlace], open: Int? = nil, secret: FormSecret
    ) {
        self.name = name
        self.role = role
        self.organisation = organisation
        self.places = places
        self.open = open
        self.secret = secret
    }

    /// The first letters of the given and the family name.
    fileprivate var initials: String {
        let words = name.split(separator: " ")
        return [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first.map(String.init) }.joined()
    }
}

/// A place in the menu of a professional.
package enum WorkPlace: String, CaseIterable, Sendable {
    case worklist, patients, enrolling, shared, tasks, pharmacy, summaries, kits, requests, limits, answering, keys
    case practices, access, requestCounts, inboxes, stock, people, account

    fileprivate var path: String {
        switch self {
        case .worklist: "/worklist"
        case .patients: "/patients"
        case .kits: "/kits"
        case .stock: "/stock"
        case .requests: "/requests"
        case .requestCounts: "/access/requests"
        case .limits: "/practice/limits"
        case .summaries: "/summaries"
        case .answering: "/practice/answering"
        case .enrolling: "/enrolling"
        case .keys: "/worklist/keys"
        case .practices: "/programme"
        case .shared: "/shared"
        case .tasks: "/tasks"
        case .inboxes: "/inboxes"
        case .pharmacy: "/pharmacy"
        case .access: "/access"
        case .people: "/people"
        case .account: "/account"
        }
    }

    fileprivate var icon: Icon {
        switch self {
        case .worklist: .inbox
        case .patients: .people
        case .kits, .stock: .box
        case .requests, .requestCounts: .doc
        case .limits: .gauge
        case .summaries: .doc
        case .answering: .clock
        case .enrolling: .hands
        case .keys: .quiz
        case .practices: .plan
        case .shared, .pharmacy: .people
        case .tasks: .hands
        case .inboxes: .inbox
        case .access: .eye
        case .people: .people
        case .account: .lock
        }
    }

    fileprivate var word: Sentence {
        switch self {
        case .worklist: Sentence(nl: "Werklijst", en: "Worklist")
        case .patients: Sentence(nl: "Patiënten", en: "Patients")
        case .enrolling: Sentence(nl: "Uitnodigen", en: "Inviting")
        case .kits, .stock: Sentence(nl: "Boxen", en: "Kits")
        case .requests, .requestCounts: Sentence(nl: "Verzoeken", en: "Requests")
        case .limits: Sentence(nl: "Grenzen", en: "Limits")
        case .summaries: Sentence(nl: "Kwartaal", en: "Quarter")
        case .answering: Sentence(nl: "Bereikbaar", en: "Hours")
        case .keys: Sentence(nl: "Toetsen", en: "Keys")
        case .practices: Sentence(nl: "Praktijken", en: "Practices")
        case .shared: Sentence(nl: "Gedeeld met u", en: "Shared with you")
        case .tasks: Sentence(nl: "Hulpvragen", en: "Requests for help")
        case .pharmacy: Sentence(nl: "Patiënten", en: "Patients")
        case .inboxes: Sentence(nl: "Postvakken", en: "Inboxes")
        case .access: Sentence(nl: "Wie keek mee", en: "Who looked")
        case .people: Sentence(nl: "Mensen", en: "People")
        case .account: Sentence(nl: "Aanmelden", en: "Signing in")
        }
    }
}

/// A page of a professional: the menu, the work, and beside it what is chosen.
package func workPage(
    _ title: String, at place: WorkPlace, _ frame: WorkFrame, in language: Language, _ main: HTML, pane: HTML = .none
) -> Page {
    Page(
        title, in: language, look: .work,
        """
        <body\(Ending.work)><div class="app\(pane.isEmpty ? "" : " with-pane")">\
        <a class="skip" href="#main">\(ShellWords.skip[language])</a>
        \(workMenu(at: place, frame, in: language))
        <main id="main">\(main)</main>\(pane)</div></body>
        """
    )
}

/// The bar on top of a page: its name, and a word beside it.
package func workBar(_ title: String, _ beside: String = "", _ end: HTML = .none) -> HTML {
    let words: HTML = beside.isEmpty ? .none : "<p>\(beside)</p>"
    return "<div class=\"bar\"><h1>\(title)</h1>\(words)\(end)</div>"
}

/// The place to look for a patient, in the bar of the worklist and on a page of its own. What is typed is posted, so that
/// no name stands in an address.
package func patientSearch(
    _ secret: FormSecret, typed: String = "", wide: String = "", in language: Language
) -> HTML {
    """
    <form class="search\(wide)" role="search" method="post" action="/patients">\(secret.field)\(icon(.search))\
    <label class="spoken" for="search">\(ShellWords.findPatient[language])</label>\
    <input id="search" name="q" type="search" value="\(typed)" placeholder="\(ShellWords.findPatient[language])" \
    data-page-key="/"><kbd aria-hidden="true">/</kbd></form>
    """
}

private func workMenu(at current: WorkPlace, _ frame: WorkFrame, in language: Language) -> HTML {
    let places: [HTML] = frame.places.map { place in
        let here: HTML = place == current ? " aria-current=\"page\"" : .none
        let count: HTML =
            place == .worklist ? frame.open.map { "<span class=\"n\">\($0)</span>" } ?? .none : .none
        return """
            <li><a href="\(place.path)"\(here)>\(icon(place.icon))<span class="word">\(place.word[language])</span>\
            \(count)</a></li>
            """
    }
    let other: Language = language == .nl ? .en : .nl
    return """
        <nav class="menu" aria-label="\(ShellWords.menu[language])"><a class="brand" href="/">\(Drawing.logo)\
        <span class="word">Hartlijn</span></a><ul>\(places)\
        <li><a href="/language/\(other.rawValue)" lang="\(other.rawValue)">\(icon(.globe))\
        <span class="word">\(ShellWords.otherLanguage[language])</span></a></li></ul>\
        <form class="leave" method="post" action="/sign-out">\(frame.secret.field)<button class="action bare">\
        \(icon(.signOut))<span class="word">\(ShellWords.signOut[language])</span></button></form>\
        <p class="me"><span class="initials" aria-hidden="true">\(frame.initials)</span>\
        <span class="word"><b>\(frame.name)</b><small>\(frame.role[language]), \(frame.organisation)</small></span></p></nav>
        """
}
