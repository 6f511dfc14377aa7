import Clinical
import Web

/// The page *Wie keek mee*: first in a sentence who can look at all, then day by day who did.
struct WatchingPage {
    let watching: Portal.Watching
    let frame: PatientFrame
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            WatchingWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(WatchingWords.title[language])</h1>\
            <p>\(WatchingWords.whoMay(watching.practiceName)[language])</p></div>
            \(periods)\(days)\(cut)
            <p class="quiet"><a href="\(address(watching.period, other))">\(WatchingWords.own(other)[language])</a></p>
            <section class="card stack"><h2>\(WatchingWords.strange[language])</h2>\
            <p>\(WatchingWords.askUs[language])</p></section>
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    private var other: Portal.Watching.OwnToo { watching.ownToo == .yes ? .no : .yes }

    private func address(_ period: Portal.Watching.Period, _ ownToo: Portal.Watching.OwnToo) -> String {
        "/watching?period=\(period.rawValue)\(ownToo == .yes ? "&own=yes" : "")"
    }

    private var periods: HTML {
        let links: [HTML] = Portal.Watching.Period.allCases.map { period in
            let here: HTML = period == watching.period ? " aria-current=\"true\"" : .none
            return """
                <a href="\(address(period, watching.ownToo))"\(here)>\(WatchingWords.period(period)[language])</a>
                """
        }
        return "<nav class=\"seg\" aria-label=\"\(WatchingWords.periods[language])\">\(links)</nav>"
    }

    private var days: HTML {
        guard !watching.days.isEmpty || watching.isCut == .cut else {
            return "<section class=\"card\"><p class=\"say\">\(WatchingWords.nobody[language])</p></section>"
        }
        let sections: [HTML] = watching.days.map { day in
            """
            <section class="card stack"><h2>\(words.weekday(day.day)) \(words.plain(day.day, today: watching.today))</h2>\
            <ul class="deeds">\(day.deeds.map(deed))</ul></section>
            """
        }
        return "\(sections)"
    }

    private func deed(_ deed: Portal.Deed) -> HTML {
        let role: HTML =
            WatchingWords.role(of: deed).map {
                "<span>\($0[language])</span>"
            } ?? .none
        return """
            <li class="line"><span class="face \(look(deed).colour)">\(icon(look(deed).icon))</span>\
            <span><b>\(WatchingWords.name(of: deed)[language])</b>\(role)\
            <span>\(WatchingWords.what(deed.what, by: deed.who)[language])</span>\(why(deed))\
            <span>\(time(deed))</span></span></li>
            """
    }

    private func why(_ deed: Portal.Deed) -> HTML {
        deed.why.map { "<span>\(WatchingWords.why($0)[language])</span>" } ?? .none
    }

    private func time(_ deed: Portal.Deed) -> String {
        let (first, last) = (words.clock(deed.first), words.clock(deed.last))
        // A large file is kept in many parts; how many says nothing.
        guard deed.count > 1, deed.what != .addedFile else { return WatchingWords.once(first)[language] }
        return WatchingWords.often(deed.count, first, last)[language]
    }

    private func look(_ deed: Portal.Deed) -> (icon: Icon, colour: String) {
        switch deed.what {
        case .sawRecord, .sawList, .sawReadings, .sawLog, .sawTask, .other: (.eye, "blue")
        case .addedReading, .changedReading: (.cuff, "green")
        case .addedFile: (.upload, "green")
        case .wroteMessage: (.mail, "blue")
        case .changedMedication: (.pill, "sun")
        case .changedList: (.check, "green")
        case .changedGoal: (.flag, "green")
        case .toldComplaints: (.heart, "sun")
        case .tookCopy, .workedOnRequest: (.doc, "blue")
        case .changedTask, .decidedWhoMay, .registeredAtPharmacy: (.hands, "green")
        case .madeLetter: (.lock, "blue")
        case .openedInEmergency: (.alert, "sun")
        case .reminded: (.bell, "sun")
        case .judgedWeek: (.chart, "green")
        }
    }

    private var cut: HTML {
        watching.isCut == .cut ? "<p class=\"quiet\">\(WatchingWords.cut[language])</p>" : .none
    }
}
