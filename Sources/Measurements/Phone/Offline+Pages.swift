import Clinical
import Web

/// Measuring without internet: one page that a phone keeps, with all steps below each other; a script shows one at a time.
///
/// Nothing of anybody stands in it. The limits of a practice and its number come from what the phone was told before.
enum OfflinePage {
    static func page(in language: Language) -> Page {
        Page(
            OfflineWords.title[language], in: language,
            """
            <body><header class="top"><a class="brand" href="#start">\(Drawing.logo)Hartlijn</a>\
            \(readAloud(in: language))</header>
            <main class="measure" id="main" data-behaviour="steps">\(WaitingReadings.notice(in: language))
            \(stage("start", start(language)))
            \(stage("sit", MeasuringPages.sitting(then: "#cuff", language)))
            \(stage("cuff", MeasuringPages.cuffOn(then: "#numbers", language)))
            \(stage("numbers", MeasuringPages.typing(.init(formNumber: ""), noSecret, language)))
            \(stage("help", help(language)))
            \(kept(in: language))</main></body>
            """)
    }

    /// What a reading gets that waits on the phone: the words of the server's own answer, for now.
    static func kept(in language: Language) -> HTML {
        let limits = AlertLimits()
        return """
            <section class="stage" data-part="kept" data-systolic="\(limits[.veryHighSystolic])" \
            data-diastolic="\(limits[.veryHighDiastolic])" hidden>
            <div class="answer good" data-band="plain"><span class="sign">\(icon(.check))</span>
            <h1 tabindex="-1">\(OfflineWords.kept[language])</h1>\(number(language))\(later(language))</div>
            <div class="answer again" data-band="high" hidden><span class="sign">\(icon(.clock))</span>
            <h1 tabindex="-1">\(MeasuringWords.waitTitle[language])</h1>\(number(language))\(veryHigh(language))</div>
            \(MeasuringPages.end(next(language)))</section>
            """
    }

    /// Why a reading is not kept; a script shows the one that is so.
    static func troubles(in language: Language) -> HTML {
        let all = [
            ("wrong", OfflineWords.wrong, HTML.none),
            ("closed", OfflineWords.closed, "<br>\(OfflineWords.onPaper[language])"),
            ("full", OfflineWords.full, "<br>\(OfflineWords.onPaper[language])"),
        ]
        let lines: [HTML] = all.map {
            "<p class=\"problem\" data-trouble=\"\($0)\" tabindex=\"-1\" hidden>\(icon(.alert))<span>\($1[language])\($2)</span></p>"
        }
        return "\(lines)"
    }

    private static func stage(_ name: String, _ inside: HTML) -> HTML {
        "<section class=\"stage\" id=\"\(name)\">\(inside)</section>"
    }

    /// Filled in by the script, once the internet is back.
    private static var noSecret: HTML { "<input type=\"hidden\" name=\"form\" value=\"\">" }

    private static func start(_ language: Language) -> HTML {
        """
        <h1 tabindex="-1">\(OfflineWords.noInternet[language])</h1>
        <p class="lead">\(OfflineWords.canMeasure[language])</p><p>\(OfflineWords.restLater[language])</p>
        \(MeasuringPages.end(
            """
            <a class="btn" href="#sit">\(icon(.cuff))\(OfflineWords.start[language])</a>\
            <a class="btn ghost" href="/today">\(OfflineWords.tryAgain[language])</a>\
            <a class="btn ghost" href="#help">\(OfflineWords.help[language])</a>
            """))
        """
    }

    private static func help(_ language: Language) -> HTML {
        """
        <h1 tabindex="-1">\(OfflineWords.help[language])</h1>\(MeasuringPages.advice(OfflineWords.helpHow, language))
        \(notWatched(language))
        \(MeasuringPages.end("<a class=\"btn\" href=\"#start\">\(OfflineWords.toStart[language])</a>"))
        """
    }

    static func veryHigh(_ language: Language) -> HTML {
        let alarming: [HTML] = Complaint.allCases.filter(\.isAlarming).map { "<li>\($0.inOwnWords[language])</li>" }
        return """
            \(lines(AlertReason.veryHigh.toPatient, language))
            \(MeasuringPages.timer(seconds: 300, says: MeasuringWords.waitOver, .byButton, language))
            \(lines(PatientAnswer.measureAgain(waitMinutes: 5).toPatient, language))
            <p><b>\(OfflineWords.stillHigh[language])</b></p>\(lines(PatientAnswer.phonePracticeToday.toPatient, language))
            <h2>\(OfflineWords.complaints[language])</h2><ul class="complaints">\(alarming)</ul>
            \(lines(PatientAnswer.call112.toPatient, language))
            <a class="btn urgent" href="tel:112">\(icon(.phone))\(MeasuringWords.call[language]) 112</a>
            <a class="btn ghost" data-part="phone" href="#start" hidden>\(icon(.phone))\(MeasuringWords.call[language]) \
            <b></b></a>
            <p><b>\(OfflineWords.kept[language]).</b> \(OfflineWords.notSeen[language])</p>\(later(language))
            """
    }

    private static func later(_ language: Language) -> HTML {
        "<p>\(OfflineWords.later[language])</p>\(notWatched(language))"
    }

    static func number(_ language: Language) -> HTML {
        """
        <p class="big"><span data-number="systolic"></span> <small>\(MeasuringWords.over[language])</small> \
        <span data-number="diastolic"></span></p>
        """
    }

    private static func next(_ language: Language) -> HTML {
        """
        <a class="btn" href="/measure/cuff#cuff">\(icon(.cuff))\(MeasuringWords.again[language])</a>\
        <a class="btn ghost" href="/today">\(MeasuringWords.later[language])</a>
        """
    }

    private static func lines(_ sentences: [Sentence], _ language: Language) -> HTML {
        let lines: [HTML] = sentences.map { "<p>\($0[language])</p>" }
        return "\(lines)"
    }

    private static func notWatched(_ language: Language) -> HTML {
        let lines: [HTML] = HomeAlerts.notWatched.map { "\($0[language]) " }
        return "<p class=\"quiet\">\(lines)</p>"
    }
}
