import Clinical
import Credentials
import Web

/// The page that fetches what a meter kept. Every sentence stands in it from the start; the script shows one part at a time.
///
/// Without the script, or in a browser that cannot reach a meter, the part "unsupported" is what there is: type.
struct MeterPage {
    /// Where somebody goes who is done: who may write readings down and not see them, sees none.
    enum After { case whatCame, today }

    let frame: PatientFrame
    let meters: [Measurements.UsedMeter]
    let secret: FormSecret
    let after: After
    let language: Language

    var page: Page {
        patientPage(
            MeterWords.title[language], at: .today, frame, in: language,
            """
            <main class="wrap one stack" id="main" data-behaviour="meter" data-sent="/measure/sent" \
            data-known="\(known)" data-quiet="3000" data-first="8000" data-slow="5000">
            <div class="hello"><h1>\(MeterWords.title[language])</h1></div>
            <form hidden>\(secret.field)</form>\(WaitingReadings.notice(in: language))
            \(start)\(choosing)\(fetching)\(saving)\(who)\(asking)\(result)\(kept)\(endings)
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    /// Who they are on the meters that were used before, by name.
    private var known: String {
        let persons = meters.compactMap { meter in meter.person.map { (meter.name, JSONValue.number($0)) } }
        return JSONValue.object(Dictionary(persons) { first, _ in first }).json
    }

    private var start: HTML {
        part(
            "start",
            """
            <ul class="advice">\(MeterWords.advice.map(adviceLine))</ul>
            <div class="sign-of-air">\(Drawing.meterOverAir)</div>
            \(fetchButton(MeterWords.fetch))\(typeLink)
            """)
    }

    private var choosing: HTML {
        part(
            "choosing",
            """
            \(title(MeterWords.choosing))\(lines(MeterWords.choosingMore))\
            <div class="stack" data-part="slow" hidden>\(lines(MeterWords.slowChoosing))\
            \(fetchButton(MeterWords.again))\(typeLink)</div>
            """)
    }

    private var fetching: HTML {
        part(
            "fetching",
            """
            \(title(MeterWords.fetching))<p>\(MeterWords.stay[language])</p>\
            <p class="big" data-part="seen" aria-live="polite"></p>\
            <div class="stack" data-part="slow" hidden>\(lines(MeterWords.slowFetching))\
            <a class="btn ghost" href="/measure/meter">\(MeterWords.again[language])</a></div>
            """)
    }

    private var saving: HTML { part("saving", title(MeterWords.saving)) }

    private var who: HTML {
        part(
            "who",
            """
            \(title(MeterWords.whoAreYou))<p>\(MeterWords.whoMore[language])</p>\
            <div class="buttons" data-part="persons"></div>\
            <template data-part="person"><button class="btn" type="button" data-do="person"></button></template>
            """)
    }

    /// One question at a time, in the words of the server.
    private var asking: HTML {
        let answers: [HTML] = [
            ("clock", MeterWords.yesNow, MeterWords.notNow),
            ("clock-wrong", MeterWords.correct, MeterWords.leaveTimes),
            ("whose", MeterWords.yesMine, MeterWords.notMine),
            ("sure", MeterWords.keep, MeterWords.drop),
        ].map { kind, yes, no in
            """
            <div class="buttons" data-part="answers" data-kind="\(kind)" hidden>\
            <button class="btn" type="button" data-do="yes">\(icon(.check))\(yes[language])</button>\
            <button class="btn ghost" type="button" data-do="no">\(no[language])</button></div>
            """
        }
        return part(
            "asking",
            """
            \(title(MeterWords.look))<p class="quiet" data-part="when"></p><p class="big" data-part="shown"></p>\
            <div class="stack" data-part="says"></div>\(answers)
            """)
    }

    private var result: HTML {
        let onward: HTML =
            after == .whatCame
            ? "<a class=\"btn\" href=\"/measure/came\" data-part=\"see\">\(MeterWords.see[language])</a>"
            : "<a class=\"btn\" href=\"/today\" data-part=\"see\">\(MeterWords.done[language])</a>"
        return part(
            "result",
            """
            <h2 data-part="title" tabindex="-1"\(count(MeterWords.came))></h2>
            <div class="stack" data-part="urgent" hidden><p><b>\(MeterWords.goOnWhy[language])</b></p>\
            <a class="btn" data-part="goOn" href="/today">\(MeterWords.goOn[language]) \(icon(.forward))</a></div>
            \(notes)
            <ul class="came" data-part="kept"></ul>
            <p data-part="had"\(count(MeterWords.known))></p>
            <div class="stack" data-part="others" hidden><h3>\(MeterWords.others[language])</h3>\
            <p>\(MeterWords.othersMore[language])</p><ul class="came" data-part="otherList"></ul></div>
            <div class="stack" data-part="left" hidden><h3>\(MeterWords.refused[language])</h3>\
            <ul class="came" data-part="leftList"></ul></div>
            \(onward)
            <template data-part="line"><li><b></b><span></span><small></small></li></template>
            <template data-part="otherLine"><li><b></b><span></span>\
            <button class="pill" type="button" data-do="mine">\(MeterWords.mineAfterAll[language])</button></li></template>
            """)
    }

    /// Without internet: what waits on the phone, and at once what a very high one means.
    private var kept: HTML {
        let limits = AlertLimits()
        return """
            <section class="card stack" data-state="kept" data-systolic="\(limits[.veryHighSystolic])" \
            data-diastolic="\(limits[.veryHighDiastolic])" hidden>
            <h2 data-part="title" tabindex="-1"\(count(MeterWords.keptHere))></h2>
            <div class="answer again" data-part="high" hidden><h3>\(MeasuringWords.waitTitle[language])</h3>\
            \(OfflinePage.number(language))\(OfflinePage.veryHigh(language))</div>
            <p>\(OfflineWords.later[language])</p><p>\(OfflineWords.notSeenYet[language])</p>
            <a class="btn" href="/today">\(MeterWords.done[language])</a></section>
            """
    }

    private var endings: HTML {
        let all: [HTML] = MeterEnding.allCases.map { ending in
            let more = "\(title(ending.title))\(lines(ending.more))" as HTML
            let ways: HTML =
                switch ending {
                case .unsupported, .noAdapter: typeLink
                case .offline, .broken:
                    "<button class=\"btn\" type=\"button\" data-do=\"send\">\(MeterWords.again[language])</button>"
                case .signedOut: "<a class=\"btn\" href=\"/\">\(MeterWords.goOn[language])</a>"
                case .cancelled, .unreachable, .lost, .pairing, .empty: "\(fetchButton(MeterWords.again))\(typeLink)"
                }
            return part(
                ending.rawValue, "\(more)\(battery(ending))\(ways)", ending == .unsupported ? .shown : .hidden)
        }
        return "\(all)"
    }

    private var notes: HTML {
        """
        <p class="strip warn" data-note="lost" hidden>\(icon(.alert))\(MeterWords.lostNote[language])</p>\
        <p class="strip warn" data-note="battery" hidden>\(icon(.alert))\(MeterWords.battery[language])</p>
        """
    }

    private func battery(_ ending: MeterEnding) -> HTML {
        guard ending == .empty else { return .none }
        return "<p class=\"strip warn\" data-note=\"battery\" hidden>\(icon(.alert))\(MeterWords.battery[language])</p>"
    }

    private enum AtFirst { case shown, hidden }

    private func part(_ name: String, _ body: HTML, _ first: AtFirst = .hidden) -> HTML {
        let hidden: HTML = first == .hidden ? " hidden" : .none
        return "<section class=\"card stack\" data-state=\"\(name)\"\(hidden)>\(body)</section>"
    }

    private func title(_ title: Sentence) -> HTML { "<h2 tabindex=\"-1\">\(title[language])</h2>" }

    private func lines(_ sentences: [Sentence]) -> HTML {
        let lines: [HTML] = sentences.map { "<p>\($0[language])</p>" }
        return "\(lines)"
    }

    private func adviceLine(_ sentence: Sentence) -> HTML {
        "<li>\(icon(.check))<span>\(sentence[language])</span></li>"
    }

    private func fetchButton(_ words: Sentence) -> HTML {
        "<button class=\"btn\" type=\"button\" data-do=\"fetch\">\(icon(.gauge))\(words[language])</button>"
    }

    private var typeLink: HTML {
        "<a class=\"btn ghost\" href=\"/measure/numbers\">\(MeterWords.type[language])</a>"
    }

    private func count(_ count: MeterWords.Count) -> HTML {
        """
         data-none="\(count.none?[language] ?? "")" data-one="\(count.one[language])" \
        data-many="\(count.many[language])"
        """
    }
}
