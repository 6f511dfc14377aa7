import Clinical
import Web

/// One number: what it is about where that has to be chosen, the number, and what the patient is told.
enum OneNumberPages {
    /// Which day, or which moment: each choice is a way on.
    static func choice(of kind: AlsoMeasured, for helped: String?, in language: Language) -> Page {
        let (question, ways): (Sentence, [HTML]) =
            kind == .steps
            ? (
                OneNumberWords.whichDay,
                Measurements.OneNumber.StepsDay.allCases.map {
                    way(kind, $0.rawValue, OneNumberWords.day($0), language)
                }
            )
            : (
                OneNumberWords.whichMoment,
                GlucoseMoment.allCases.map { way(kind, $0.rawValue, OneNumberWords.moment($0), language) }
            )
        return measuringPage(
            question[language], step: 1, of: 3, back: "/measure", for: helped, in: language,
            "<h1>\(question[language])</h1>\(MeasuringPages.end("\(ways)"))")
    }

    private static func way(_ kind: AlsoMeasured, _ about: String, _ words: Sentence, _ language: Language) -> HTML {
        "<a class=\"btn\" href=\"\(kind.path)?about=\(about)\">\(words[language]) \(icon(.forward))</a>"
    }

    enum Place { case asking, answer }

    struct Fields {
        let what: Measurements.OneNumber
        let formNumber: String
        /// Whose number it is, when somebody helps.
        let helped: String?
        var value = ""
        var problems: [Problem] = []
    }

    static func number(_ fields: Fields, _ secret: FormSecret, in language: Language) -> Page {
        let (kind, problems) = (fields.what.kind, fields.problems)
        let lead: [HTML] = OneNumberWords.lead(kind).map { "<p class=\"lead\">\($0[language])</p>" }
        return page(
            fields.what, OneNumberWords.question(fields.what), .asking, for: fields.helped, in: language,
            """
            <h1>\(OneNumberWords.question(fields.what)[language])</h1>\(lead)
            \(errorSummary(MeasuringWords.lookAgain, problems, in: language))
            <form method="post" action="\(kind.path)" autocomplete="off">\(secret.field)\(hidden(fields))
            <div class="meter-rows"><label class="meter-row one"><span>\(kind.title[language])\
            <small>\(OneNumberWords.unit(kind)[language])</small></span>\
            <input id="value" name="value" value="\(fields.value)" placeholder="–" \
            inputmode="\(kind == .steps ? "numeric" : "decimal")" autocomplete="off"\
            \(problemAttributes(at: "value", problems))></label>\(problemLine(at: "value", problems, in: language))</div>
            \(MeasuringPages.end("<button class=\"btn\">\(MeasuringWords.next[language]) \(icon(.forward))</button>"))</form>
            """)
    }

    /// "Klopt 218 kilo?": asked, never refused.
    static func doubt(
        _ doubt: Doubt, about measured: Measured, _ fields: Fields, _ secret: FormSecret, in language: Language
    ) -> Page {
        let title = doubt.question.first { $0.nl.hasSuffix("?") } ?? doubt.question[0]
        let rest: [HTML] = doubt.question.filter { $0 != title }.map { "<p>\($0[language])</p>" }
        return page(
            fields.what, title, .asking, for: fields.helped, in: language,
            """
            <form method="post" action="\(fields.what.kind.path)">\(secret.field)\(hidden(fields))
            <input type="hidden" name="value" value="\(fields.value)">
            <div class="asked"><h1>\(title[language])</h1>\
            <p class="big" aria-hidden="true">\(SentWords.number(measured)[language])</p>\(rest)</div>
            <div class="end buttons">\
            <button class="btn" name="confirmed" value="yes">\(icon(.check))\(MeasuringWords.yes[language])</button>\
            <button class="btn ghost" name="confirmed" value="change">\(MeasuringWords.change[language])</button></div>
            </form>
            """)
    }

    private static func hidden(_ fields: Fields) -> HTML {
        """
        <input type="hidden" name="number" value="\(fields.formNumber)">\
        <input type="hidden" name="about" value="\(fields.what.about)">
        """
    }

    fileprivate static func page(
        _ what: Measurements.OneNumber, _ title: Sentence, _ place: Place, for helped: String?, in language: Language,
        _ body: HTML
    ) -> Page {
        let steps = what.kind == .weight ? 2 : 3
        let back = place == .answer ? "/today" : what.kind == .weight ? "/measure" : what.kind.path
        return measuringPage(
            title[language], step: place == .answer ? steps : steps - 1, of: steps, back: back, for: helped,
            in: language,
            body)
    }

    /// The ways to what else is measured, for who is asked for it.
    static func ways(to kinds: [AlsoMeasured], in language: Language) -> HTML {
        guard !kinds.isEmpty else { return .none }
        let links: [HTML] = kinds.map {
            "<a class=\"btn ghost\" href=\"\($0.path)\">\(icon($0.icon))\(OneNumberWords.measure($0)[language])</a>"
        }
        return "<p class=\"or\">\(OneNumberWords.also[language])</p>\(links)"
    }
}

/// What the patient is told at once about one number, by the rule of its kind.
struct OneNumberAnswer {
    enum Told {
        /// A gain is only looked for with heart failure.
        case weight(Weight, WeightJudgement?)
        case steps(Steps, StepsJudgement?)
        case glucose(GlucoseJudgement)
    }

    let told: Told
    let measured: Measured
    let status: Status
    let seen: Measurements.Seen
    let phone: String
    /// Whose number it is, when somebody helps.
    var helped: String?

    func page(in language: Language) -> Page {
        switch told {
        case .weight(_, let judgement?) where judgement.isGain:
            call(.weight, MeasuringWords.phoneToday, judgement.toPatient, in: language)
        case .weight(_, let judgement): thanks(.weight, judgement?.toPatient.dropFirst() ?? [], in: language)
        case .steps(_, let judgement): thanks(.steps(of: .today), judgement?.toPatient[...] ?? [], in: language)
        case .glucose(let judgement): glucose(judgement, in: language)
        }
    }

    private func glucose(_ judgement: GlucoseJudgement, in language: Language) -> Page {
        let what = Measurements.OneNumber.glucose(judgement.moment)
        switch judgement.outcome {
        case .low:
            return frame(
                what, "again", .food, OneNumberWords.somethingSweet, judgement.toPatient,
                """
                <a class="btn" href="/measure/glucose?about=random">\(icon(.drop))\(MeasuringWords.again[language])</a>\
                <a class="btn ghost" href="/today">\(MeasuringWords.done[language])</a>
                """, in: language)
        case .veryHigh: return call(what, OneNumberWords.ill, judgement.toPatient, in: language)
        case .belowTarget, .onTarget, .aboveTarget: return thanks(what, judgement.toPatient.dropFirst(), in: language)
        case .noTarget: return thanks(what, [], in: language)
        }
    }

    private func thanks(
        _ what: Measurements.OneNumber, _ lines: ArraySlice<Sentence>, in language: Language
    ) -> Page {
        let first = status == .unconfirmed ? MeasuringWords.unconfirmed : OneNumberWords.saved
        return frame(
            what, "good", .check, MeasuringWords.thanks, status == .unconfirmed ? [first] : [first] + lines,
            """
            <a class="btn" href="/today">\(icon(.check))\(MeasuringWords.done[language])</a>\(graph(of: what.kind, language))
            """, in: language)
    }

    private func graph(of kind: AlsoMeasured, _ language: Language) -> HTML {
        guard seen == .all else { return .none }
        return """
            <a class="btn ghost" href="/graph?of=\(kind.rawValue)">\(icon(.chart))\(MeterWords.graph[language])</a>
            """
    }

    private func call(
        _ what: Measurements.OneNumber, _ title: Sentence, _ lines: [Sentence], in language: Language
    ) -> Page {
        frame(
            what, "call", .phone, title, lines + [MeasuringWords.closed],
            """
            <a class="btn urgent" href="\(phoneLink(phone))">\(icon(.phone))\(MeasuringWords.call[language]) \
            \(phone)</a><a class="btn ghost" href="/today">\(MeasuringWords.done[language])</a>
            """, in: language)
    }

    private func frame(
        _ what: Measurements.OneNumber, _ kind: String, _ sign: Icon, _ title: Sentence, _ lines: [Sentence],
        _ buttons: HTML, in language: Language
    ) -> Page {
        let sentences: [HTML] = lines.map { "<p>\($0[language])</p>" }
        let watched: HTML =
            kind == "good"
            ? .none : "<p class=\"quiet\">\(HomeAlerts.notWatched.map { "\($0[language]) " as HTML })</p>"
        return OneNumberPages.page(
            what, title, .answer, for: helped, in: language,
            """
            <section class="answer \(kind)"><span class="sign">\(icon(sign))</span>
            <h1>\(title[language])</h1><p class="big">\(SentWords.number(measured)[language]) \
            <small>\(OneNumberWords.unit(what.kind)[language])</small></p>\(sentences)\(watched)</section>
            \(MeasuringPages.end(buttons))
            """)
    }
}

extension WeightJudgement {
    fileprivate var isGain: Bool { if case .gained = outcome { true } else { false } }
}
