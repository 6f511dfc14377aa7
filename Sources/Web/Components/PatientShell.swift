import Clinical

/// What every page of a patient shows around its one task.
package struct PatientFrame: Hashable, Sendable {
    package let practiceName: String
    package let phone: String
    package let unread: Int
    /// Where this person can go; who helps a patient sees what the patient chose.
    package let tabs: [PatientTab]
    /// The patient in whose name somebody acts; nothing when it is the patient.
    package let helping: String?
    /// Whether they help somebody else too; then the way to choose is always in sight.
    package var otherHelped = Others.none

    package enum Others: Hashable, Sendable { case none, some }

    package init(
        practiceName: String, phone: String, unread: Int, tabs: [PatientTab] = PatientTab.allCases,
        helping: String? = nil
    ) {
        self.practiceName = practiceName
        self.phone = phone
        self.unread = unread
        self.tabs = tabs
        self.helping = helping
    }
}

/// The four words of the patient's menu.
package enum PatientTab: String, CaseIterable, Sendable {
    case today, graph, messages, more

    package var path: String { "/\(rawValue)" }

    fileprivate var icon: Icon {
        switch self {
        case .today: .home
        case .graph: .chart
        case .messages: .mail
        case .more: .more
        }
    }

    fileprivate var word: Sentence {
        switch self {
        case .today: Sentence(nl: "Vandaag", en: "Today")
        case .graph: Sentence(nl: "Grafiek", en: "Graph")
        case .messages: Sentence(nl: "Berichten", en: "Messages")
        case .more: Sentence(nl: "Meer", en: "More")
        }
    }
}

/// A page of the patient: brand and menu, what it is about, and the way to help in the same place.
package func patientPage(
    _ title: String, at tab: PatientTab, _ frame: PatientFrame, in language: Language, _ main: HTML
) -> Page {
    Page(
        title, in: language,
        """
        <body\(Ending.patient)><a class="skip" href="#main">\(ShellWords.skip[language])</a>
        <header class="top"><a class="brand" href="/">\(Drawing.logo)Hartlijn</a>
        \(patientMenu(at: tab, frame, in: language))
        \(readAloud(in: language))</header>
        \(onBehalf(frame, in: language))\(main)\(wayOut(in: language))</body>
        """
    )
}

/// One of the steps of measuring, four for a pressure: no menu, only the way back.
package func measuringPage(
    _ title: String, step: Int, of count: Int = 4, back: String, for helped: String? = nil, in language: Language,
    _ main: HTML
) -> Page {
    let steps: [HTML] = (1...count).map { $0 <= step ? "<i class=\"on\"></i>" : "<i></i>" }
    let where_ = Sentence(nl: "Stap \(step) van \(count)", en: "Step \(step) of \(count)")
    return Page(
        title, in: language,
        """
        <body\(Ending.patient)><header class="measure-top">\
        <a class="round" href="\(back)" aria-label="\(ShellWords.back[language])">\(icon(.backward))</a>
        <div class="steps" role="img" aria-label="\(where_[language])">\(steps)</div>
        <button class="round" type="button" aria-label="\(ShellWords.speak[language])" data-behaviour="speak" \
        aria-pressed="false" hidden>\(icon(.speak))</button></header>
        \(helped.map { behalf($0, .none, in: language) } ?? .none)<main class="measure">\
        \(WaitingReadings.notice(in: language))\(main)</main>\(wayOut(in: language))</body>
        """
    )
}

/// On every page: to where somebody signs out, on a phone that others use too.
private func wayOut(in language: Language) -> HTML {
    "<footer class=\"way-out\"><a href=\"/more#sign-out\">\(icon(.signOut))\(ShellWords.signOut[language])</a></footer>"
}

/// The way to a person, always last and always the same.
package func helpLine(_ phone: String, in language: Language) -> HTML {
    """
    <div class="help">\(icon(.phone))<p>\(ShellWords.help[language])<br>\
    <a class="num" href="\(phoneLink(phone))">\(phone)</a></p></div>
    """
}

/// `tel:0413000000`
package func phoneLink(_ phone: String) -> String { "tel:\(phone.filter { $0.isNumber || $0 == "+" })" }

/// Always in sight: this is somebody else's page.
private func onBehalf(_ frame: PatientFrame, in language: Language) -> HTML {
    guard let name = frame.helping else { return .none }
    return behalf(name, frame.otherHelped, in: language)
}

private func behalf(_ name: String, _ others: PatientFrame.Others, in language: Language) -> HTML {
    let words = ShellWords.behalf(name)[language]
    let change: HTML = others == .some ? " <a href=\"/helping\">\(ShellWords.somebodyElse[language])</a>" : .none
    return "<aside class=\"behalf\" aria-label=\"\(words)\">\(icon(.people))<span>\(words)\(change)</span></aside>"
}

private func patientMenu(at current: PatientTab, _ frame: PatientFrame, in language: Language) -> HTML {
    let unread = frame.unread
    let items: [HTML] = frame.tabs.map { tab in
        let here: HTML = tab == current ? " aria-current=\"page\"" : .none
        let count: HTML =
            tab == .messages && unread > 0
            ? """
            <span class="count"><span class="spoken">, </span>\(unread)\
            <span class="spoken"> \(ShellWords.new[language])</span></span>
            """ : .none
        return "<li><a href=\"\(tab.path)\"\(here)>\(icon(tab.icon))<span>\(tab.word[language])</span>\(count)</a></li>"
    }
    return "<nav class=\"nav\" aria-label=\"\(ShellWords.menu[language])\"><ul>\(items)</ul></nav>"
}

/// "Lees voor", on a device that has a voice.
package func readAloud(in language: Language) -> HTML {
    """
    <button class="pill" type="button" data-behaviour="speak" aria-pressed="false" hidden>\
    \(icon(.speak))\(ShellWords.speak[language])</button>
    """
}

enum ShellWords {
    static let skip = Sentence(nl: "Naar de inhoud", en: "Skip to content")
    static let back = Sentence(nl: "Terug", en: "Back")
    static let speak = Sentence(nl: "Lees voor", en: "Read aloud")
    static let help = Sentence(nl: "Lukt het niet? Bel de praktijk.", en: "Need help? Phone the practice.")
    static let menu = Sentence(nl: "Hoofdmenu", en: "Main menu")
    static let new = Sentence(nl: "nieuw", en: "new")
    static let findPatient = Sentence(nl: "Zoek patiënt", en: "Find patient")
    static let otherLanguage = Sentence(nl: "English", en: "Nederlands")
    static func behalf(_ name: String) -> Sentence {
        Sentence(nl: "U doet dit namens \(name).", en: "You do this for \(name).")
    }
    static let somebodyElse = Sentence(nl: "Voor iemand anders", en: "For somebody else")
    static let signOut = Sentence(nl: "Afmelden", en: "Sign out")
}
