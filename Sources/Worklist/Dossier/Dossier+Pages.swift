import Audit
import Clinical
import Identity
import Web

/// The record of one patient: who it is, what happened, and what was agreed.
struct DossierPage {
    let dossier: Worklist.Dossier
    /// On which ground it is open; only who treats the patient changes something.
    let subject: Identity.Subject
    let frame: WorkFrame
    let number: ID<Form>
    let show: Worklist.Show
    let now: Instant
    let language: Language
    var draft = MedicationDraft()

    /// A change that was written down but not kept.
    struct MedicationDraft {
        var what = ""
        var why = ""
        var problems: [Problem] = []
    }

    private var words: DateWords { DateWords(language) }
    private var today: Day { Moment.amsterdam(now).day }
    private var card: Identity.PatientCard { dossier.card }
    private var path: String { "/patients/\(card.id)" }

    var page: Page {
        workPage(
            card.listName, at: subject.ground == .shared ? .shared : .patients, frame, in: language,
            """
            \(onlyLooking)\(restricted)\(head)<div class="dossier"><div>\(details)\(average)\(also)</div>
            <div>\(treats ? judging : .none)\(filters)\(timeline)</div><div>\(goals)\(medication)</div></div>
            """
        )
    }

    private var head: HTML {
        let person = DossierWords.person(today.age(bornOn: card.bornOn), card.sex, words.digits(card.bornOn))
        let language: HTML =
            card.spokenLanguage == "Nederlands"
            ? .none : "<span class=\"chip info\">\(icon(.globe))\(card.spokenLanguage)</span>"
        let reading: HTML =
            card.reading == .difficult
            ? "<span class=\"chip warn\">\(icon(.book))\(DossierWords.readsWithDifficulty[self.language])</span>"
            : .none
        return """
            <div class="person"><h1>\(card.fullName)</h1><p>\(person[self.language])</p>\
            \(ways)<p class="chips">\(language)\(reading)\(openChips)</p></div>
            """
    }

    private var treats: Bool { subject.ground == .treatment }

    private var ways: HTML {
        guard treats else { return .none }
        return """
            <div class="end"><a class="action" href="\(path)/readings">\(icon(.plus))\(DossierWords.reading[language])</a>\
            <a class="action" href="#medication">\(icon(.pill))\(DossierWords.medication[language])</a>\
            <a class="action" href="\(path)/plan">\(icon(.calendar))\(DossierWords.plan[language])</a>\
            <a class="action" href="\(path)/loan">\(icon(.box))\(DossierWords.lendKit[language])</a>\(seldom)\
            <a class="action main" href="\(path)/message">\(icon(.mail))\(DossierWords.message[language])</a></div>
            """
    }

    /// What is needed now and then stands behind a fold, so that what is needed each day fits in one row.
    private var seldom: HTML {
        """
        <details class="later down"><summary class="action">\(icon(.more))\(DossierWords.more[language])</summary>\
        <div class="times">\
        <a class="action" href="/enrolling/\(card.id)">\(icon(.check))\(DossierWords.steps[language])</a>\
        <a class="action" href="\(path)/summaries">\(icon(.doc))\(DossierWords.forRecord[language])</a>\
        <a class="action" href="\(path)/letter">\(icon(.people))\(DossierWords.letter[language])</a>\
        <a class="action" href="\(path)/help">\(icon(.hands))\(DossierWords.help[language])</a>\
        <a class="action" href="\(path)/pharmacy">\(icon(.pill))\(DossierWords.pharmacy[language])</a></div></details>
        """
    }

    /// Whoever does not treat this patient is told why it is open, and until when.
    private var onlyLooking: HTML {
        guard !treats, let until = subject.until.map(Moment.amsterdam) else { return .none }
        let end = "\(words.plain(until.day, today: today)), \(words.clock(until))"
        let sentence =
            subject.ground == .emergency ? DossierWords.emergency(until: end) : DossierWords.shared(until: end)
        let colour = subject.ground == .emergency ? "warn" : "info"
        return "<p class=\"notice \(colour)\" role=\"status\">\(icon(.eye))\(sentence[language])</p>"
    }

    private var restricted: HTML {
        guard let since = dossier.restrictedSince else { return .none }
        let day = words.plain(Moment.amsterdam(since).day, today: today)
        return """
            <p class="notice warn" role="status">\(icon(.lock))\(DossierWords.restricted(since: day)[language])</p>
            """
    }

    private var openChips: HTML {
        let chips: [HTML] = dossier.openLines.map {
            "<span class=\"chip\">\(icon(.inbox))\(DossierWords.reason($0.reason)[language])</span>"
        }
        return "\(chips)"
    }

    private var details: HTML {
        let since: HTML =
            dossier.startedOn.map { line(DossierWords.since, words.plain($0, today: today)) } ?? .none
        let heart: HTML =
            dossier.heartFailureSince.map { line(DossierWords.heartFailure, words.plain($0, today: today)) } ?? .none
        return """
            <section class="block"><h2>\(DossierWords.details[language])</h2><dl class="facts">\
            \(phone)\(serviceNumber)\(line(DossierWords.programme, card.programmes))\(since)\(heart)\(kits)\
            \(reminders)\(diary)</dl></section>
            """
    }

    /// Name, birthday and phone are put right in one place; who only looks changes nothing.
    private var phone: HTML {
        let change: HTML =
            treats ? "<br><a href=\"\(path)/person\">\(DossierWords.change[language])</a>" : .none
        return "<dt>\(DossierWords.phone[language])</dt><dd>\(card.phone)\(change)</dd>"
    }

    private var kits: HTML {
        guard treats else { return .none }
        let lines: [HTML] = dossier.kits.map { kit in
            let until = DossierWords.until(words.plain(kit.dueOn, today: today))[language]
            return """
                <dt>\(DossierWords.kit[language])</dt><dd><a class="num" href="/kits/\(kit.number)/card">\(kit.number)</a> \
                \(until)</dd>
                """
        }
        return "\(lines)"
    }

    /// Whether the patient is reminded of measuring; that is theirs to turn on.
    private var reminders: HTML {
        guard let reminded = dossier.reminded else { return .none }
        let last = reminded.lastAt.map { words.plain(Moment.amsterdam($0).day, today: today) }
        return line(DossierWords.reminders, DossierWords.remindersOn(last: last)[language])
    }

    private var diary: HTML {
        guard treats, dossier.photos > 0 else { return .none }
        return """
            <dt>\(DossierWords.diary[language])</dt><dd><a href="\(path)/diary">\
            \(DossierWords.photos(dossier.photos)[language])</a></dd>
            """
    }

    private var serviceNumber: HTML {
        guard treats else { return .none }
        return "<dt>BSN</dt><dd><a href=\"\(path)/bsn\">\(DossierWords.seeNumber[language])</a></dd>"
    }

    private func line(_ term: Sentence, _ value: String) -> HTML { "<dt>\(term[language])</dt><dd>\(value)</dd>" }

    private var average: HTML {
        guard let average = dossier.average else {
            return """
                <section class="block"><h2>\(DossierWords.homeAverage[language])</h2>\
                <p class="quiet">\(DossierWords.notMeasured[language])</p></section>
                """
        }
        let standing = dossier.goal.map { GoalLook(average, against: $0) }
        let verdict: HTML = standing.map { "<span class=\"\($0.colour)\">\($0.word[language])</span>" } ?? .none
        return """
            <section class="block"><h2>\(DossierWords.homeAverage[language]) \
            <em>\(DossierWords.readings(dossier.count)[language])</em></h2>\
            <p class="average"><b>\(average)</b>\(verdict)</p>\
            \(chart(standing?.colour ?? "ink-2").svg)</section>
            """
    }

    private func chart(_ colour: String) -> LineChart {
        LineChart(
            weeks: dossier.weeks, through: dossier.lastDay, goal: dossier.goal, colour: colour,
            marking: dossier.changes.first.map { LineChart.Mark(day: $0.day, what: $0.what) }, in: language)
    }

    private var judging: HTML {
        let blocks: [HTML] = dossier.unconfirmed.map { reading in
            let value = reading.value.shown(in: language)
            let when = "\(words.plain(reading.taken.day, today: today)) \(words.clock(reading.taken))"
            return """
                <section class="block"><h2>\(DossierWords.toJudge[language]) <em>\(when)</em></h2>\
                <p class="average"><b>\(value)</b></p>\
                <form class="row-actions" method="post" action="\(path)/readings/\(reading.id)/status">\(frame.secret.field)\
                <button class="action" name="status" value="final">\(icon(.check))\(DossierWords.counts[language])</button>\
                <button class="action" name="status" value="entered-in-error">\(icon(.cross))\
                \(DossierWords.mistake[language])</button></form></section>
                """
        }
        return "\(blocks)"
    }

    /// What is measured at home besides blood pressure: the newest, and the numbers before it.
    private var also: HTML {
        guard !dossier.also.isEmpty else { return .none }
        let facts: [HTML] = dossier.also.map { also in
            let before = also.readings.dropFirst().map { $0.value.short(in: language) }.joined(separator: " · ")
            let newest: [HTML] = also.readings.prefix(1).map {
                "<b>\($0.value.shown(in: language))</b><br>\(words.plain($0.taken.day, today: today))\(judged($0.value))"
            }
            let earlier: HTML =
                before.isEmpty
                ? .none : "<br><span class=\"quiet\">\(DossierWords.beforeThat[language]): \(before)</span>"
            return "<dt>\(also.kind.title[language])</dt><dd>\(newest)\(earlier)</dd>"
        }
        return """
            <section class="block"><h2>\(DossierWords.alsoMeasured[language])</h2><dl class="facts">\(facts)</dl></section>
            """
    }

    /// A glucose has a rule of its own, by the moment of the day.
    private func judged(_ value: Worklist.Dossier.Value) -> HTML {
        guard case .glucose(let glucose, let moment) = value else { return .none }
        let outcome = GlucoseRule.judge(glucose, moment).outcome
        return ", \(moment.title[language])<br>\(outcome.title[language])"
    }

    private var filters: HTML {
        let links: [HTML] = Worklist.Show.allCases.map { each in
            let here: HTML = each == show ? " aria-current=\"true\"" : .none
            return "<a href=\"\(path)?show=\(each.rawValue)\"\(here)>\(DossierWords.show(each)[language])</a>"
        }
        return "<nav class=\"filters\" aria-label=\"\(DossierWords.show[language])\">\(links)</nav>"
    }

    private var timeline: HTML {
        let events = dossier.events.filter { show.holds($0.kind) }
        let list: HTML =
            events.isEmpty
            ? "<p class=\"quiet\">\(DossierWords.nothing[language])</p>"
            : "<ol class=\"timeline\">\(events.prefix(60).map(event))</ol>"
        return "<section class=\"block\"><h2 class=\"spoken\">\(DossierWords.timeline[language])</h2>\(list)</section>"
    }

    private func event(_ event: Worklist.Dossier.Event) -> HTML {
        let day = Moment.amsterdam(event.at).day
        let when: HTML = "<time datetime=\"\(day)\">\(words.plain(day, today: today))</time>"
        switch event.kind {
        case .week(let outcome, let average, let moments, let readings, let rule):
            let colour = outcome == "on-target" ? "good" : outcome == "raised" ? "above" : ""
            return entry(
                colour, .chart, DossierWords.week(outcome)[language], when,
                DossierWords.weekMore(average, moments, readings)[language], DossierWords.byRule(rule)[language])
        case .high(let value, let answer, let complaints):
            let felt = complaints.map { $0.title[language] }.sorted().joined(separator: ", ")
            let told = answer.map { DossierWords.told($0)[language] } ?? ""
            return entry("above", .alert, DossierWords.high(value)[language], when, told, felt)
        case .message(let name, let side, let body, let seen):
            let title =
                side == .practice
                ? DossierWords.wrote(name)
                : name.isEmpty ? DossierWords.patientWrote : DossierWords.wrote(name, for: card.fullName)
            return entry(
                side == .patient ? "asks" : "", .mail, title[language], when, "“\(body)”",
                DossierWords.seen(by: side, seen.map { words.plain(Moment.amsterdam($0).day, today: today) })[language])
        case .medication(let what, let why):
            return entry("", .pill, what, when, DossierWords.whyLine(why)[language])
        case .goal(let text): return entry("", .flag, DossierWords.newGoal(text)[language], when, "")
        case .goalReached(let text): return entry("good", .flag, DossierWords.reached(text)[language], when, "")
        case .closed(let reason, let name):
            return entry("", .check, DossierWords.closedBy(name)[language], when, DossierWords.reason(reason)[language])
        case .practice(let value): return entry("", .cuff, DossierWords.inPractice(value)[language], when, "")
        }
    }

    private func entry(
        _ colour: String, _ sign: Icon, _ title: String, _ when: HTML, _ more: String, _ quiet: String = ""
    ) -> HTML {
        let text: HTML = more.isEmpty ? .none : "<p>\(more)</p>"
        let side: HTML = quiet.isEmpty ? .none : "<p class=\"quiet\">\(quiet)</p>"
        return """
            <li><span class="reason \(colour)">\(icon(sign))</span><div><h3>\(title) \(when)</h3>\(text)\(side)</div></li>
            """
    }

    private var goals: HTML {
        let home = dossier.goal.map { DossierWords.below($0)[language] } ?? DossierWords.none[language]
        return """
            <section class="block"><h2>\(DossierWords.goal[language])</h2><dl class="facts">\
            \(line(DossierWords.atHome, home))\
            \(line(DossierWords.ownGoal, dossier.ownGoal ?? DossierWords.none[language]))</dl></section>
            """
    }

    private var medication: HTML {
        let rows: [HTML] = dossier.changes.map {
            "<li><b>\($0.what)</b><span>\(words.plain($0.day, today: today))</span><small>\($0.why)</small></li>"
        }
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"quiet\">\(DossierWords.nothing[language])</p>" : "<ul class=\"plain-list\">\(rows)</ul>"
        return """
            <section class="block" id="medication"><h2>\(DossierWords.medication[language])</h2>\(list)
            \(errorSummary(DossierWords.notSaved, draft.problems, in: language))\(addMedication)</section>
            """
    }

    private var addMedication: HTML {
        guard treats else { return .none }
        return """
            <form class="form" method="post" action="\(path)/medication">\(frame.secret.field(numbered: number))
            <h3>\(DossierWords.addChange[language])</h3>
            \(field("what", DossierWords.what, DossierWords.whatHint, draft.what))\
            \(field("why", DossierWords.why, DossierWords.whyHint, draft.why))
            <div class="row-actions"><button class="action main small">\(DossierWords.save[language])</button></div></form>
            """
    }

    private func field(_ name: String, _ label: Sentence, _ hint: Sentence, _ value: String) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label[language])</label>\
        <p class="hint" id="\(name)-hint">\(hint[language])</p>\(problemLine(at: name, draft.problems, in: language))\
        <input id="\(name)" name="\(name)" value="\(value)" maxlength="\(name == "what" ? 120 : 500)" \
        autocomplete="off"\(describedBy(name))></div>
        """
    }

    private func describedBy(_ name: String) -> HTML {
        draft.problems.contains { $0.field == name }
            ? problemAttributes(at: name, draft.problems) : " aria-describedby=\"\(name)-hint\""
    }
}

/// Where an average stands against a goal, in a colour and in words; without a goal nothing is said.
struct GoalLook {
    let colour: String
    let word: Sentence

    init(_ average: BloodPressure, against goal: BloodPressure) {
        let isBelow = average.systolic < goal.systolic && average.diastolic < goal.diastolic
        (colour, word) = isBelow ? ("good", DossierWords.onTarget) : ("warn", DossierWords.above)
    }
}
