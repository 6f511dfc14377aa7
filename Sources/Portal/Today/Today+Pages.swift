import Clinical
import Identity
import Web

/// The page *Vandaag*.
struct TodayPage {
    let today: Portal.Today
    /// What waits on the phone of who may measure.
    var waiting = HTML.none
    var mayMeasure = MayMeasure.no
    let language: Language

    /// Whether who looks may also write readings down.
    enum MayMeasure { case yes, no }

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            TodayWords.title[language], at: .today, today.frame, in: language,
            """
            <main class="wrap one stack" id="main">
            <div class="hello"><p>\(words.long(today.now.day))</p>\
            <h1>\(TodayWords.greeting(today.now.hour, today.givenName)[language])</h1></div>
            \(emergency)\(offer)\(brokenMeter)\(waiting)\(task)\(also)\(summary)\(message)\(goal)\(answer)
            \(helpLine(today.frame.phone, in: language))
            </main>
            """
        )
    }

    /// The patient is told without having to look for it.
    private var emergency: HTML {
        guard let at = today.emergency else { return .none }
        let day = words.plain(Moment.amsterdam(at).day, today: today.now.day)
        return """
            <section class="card stack"><h2>\(icon(.eye))\(TodayWords.emergency[language])</h2>\
            <p>\(TodayWords.emergencyOn(day)[language])</p>\
            <a class="btn ghost" href="/watching">\(TodayWords.seeWho[language])</a></section>
            """
    }

    private var offer: HTML {
        guard let name = today.offersHelp else { return .none }
        return """
            <section class="card stack"><h2>\(icon(.hands))\(TodayWords.offersHelp(name)[language])</h2>\
            <p>\(TodayWords.decide[language])</p>\
            <a class="btn ghost" href="/help">\(TodayWords.seeHelp[language])</a></section>
            """
    }

    private var brokenMeter: HTML {
        guard let at = today.brokenMeter else { return .none }
        let day = words.plain(Moment.amsterdam(at).day, today: today.now.day)
        return """
            <section class="card stack"><h2>\(icon(.alert))\(TodayWords.brokenMeter[language])</h2>\
            <p>\(TodayWords.brokenOn(day)[language])</p>\
            <a class="btn ghost" href="/withings">\(TodayWords.seeMeter[language])</a></section>
            """
    }

    private var task: HTML {
        switch today.task {
        case .measure(let week): measureCard(TodayWords.howLong[language], grid(week))
        case .doneForNow(let week): doneCard(week)
        case .first: measureCard(TodayWords.first[language], .none, title: TodayWords.welcome)
        case .remind(let days): measureCard(TodayWords.last(days)[language], .none, title: TodayWords.remind)
        case .weigh: weighCard
        case .nothing(let next): calmCard(next)
        }
    }

    private var weighCard: HTML {
        """
        <section class="card task" aria-labelledby="task"><div class="in">
        <h2 id="task">\(TodayWords.weigh[language])</h2><p class="when">\(TodayWords.weighMore[language])</p>
        <a class="btn" href="/measure/weight">\(icon(.gauge))\(TodayWords.weighNow[language])</a>\
        <a class="btn ghost" href="/measure">\(icon(.cuff))\(TodayWords.anyway[language])</a>\(meter)</div></section>
        """
    }

    /// What else the plan asks for; the weight is not said twice.
    private var also: HTML {
        guard mayMeasure == .yes else { return .none }
        let kinds = today.also.filter { today.task != .weigh || $0.kind != .weight }
        return "\(kinds.map(alsoLine))"
    }

    private func alsoLine(_ also: Portal.Today.Also) -> HTML {
        let (sign, colour): (Icon, String) =
            switch also.kind {
            case .weight: (.gauge, "sun")
            case .steps: (.walk, "green")
            case .glucose: (.drop, "blue")
            }
        let last: Sentence =
            also.lastDay.map { TodayWords.lastTime(words.plain($0, today: today.now.day)) } ?? TodayWords.notYet
        return """
            <a class="card line" href="/measure/\(also.kind.rawValue)"><span class="face \(colour)">\(icon(sign))</span>\
            <span><b>\(TodayWords.fillIn(also.kind)[language])</b>\(last[language])</span>\(icon(.forward))</a>
            """
    }

    private func measureCard(_ when: String, _ grid: HTML, title: Sentence = TodayWords.measure) -> HTML {
        """
        <section class="card task" aria-labelledby="task"><div class="art">\(Drawing.cuffArm)</div><div class="in">
        <h2 id="task">\(title[language])</h2><p class="when">\(when)</p>\(grid)
        <a class="btn" href="/measure">\(icon(.cuff))\(TodayWords.start[language])</a>\(meter)</div></section>
        """
    }

    private func doneCard(_ week: Portal.Today.Week) -> HTML {
        let next =
            week.dayNumber == week.days && week.part == .evening
            ? TodayWords.lastDay : week.part == .morning ? TodayWords.untilEvening : TodayWords.untilMorning
        return """
            <section class="card task calm" aria-labelledby="task"><div class="in">
            <h2 id="task">\(icon(.check))\(TodayWords.doneNow[language])</h2><p class="when">\(next[language])</p>\(grid(week))
            <a class="btn ghost" href="/measure">\(icon(.cuff))\(TodayWords.anyway[language])</a>\(meter)</div></section>
            """
    }

    private func calmCard(_ next: Day?) -> HTML {
        let more =
            next.flatMap { $0 > today.now.day ? TodayWords.nextWeek(words.long($0))[language] : nil }
            ?? TodayWords.calm[language]
        return """
            <section class="card task calm" aria-labelledby="task"><div class="in">
            <h2 id="task">\(TodayWords.nothing[language])</h2><p class="quiet">\(more)</p>
            <a class="btn ghost" href="/measure">\(icon(.cuff))\(TodayWords.anyway[language])</a>\(meter)</div></section>
            """
    }

    /// Whoever fetched readings from a meter before finds the way there on this page.
    private var meter: HTML {
        guard today.meter == .usedBefore else { return .none }
        return "<a class=\"btn ghost\" href=\"/measure/meter\">\(icon(.gauge))\(TodayWords.meter[language])</a>"
    }

    private func grid(_ week: Portal.Today.Week) -> HTML {
        let days: [HTML] = (0..<week.days).map { offset in
            let day = week.startsOn.adding(offset)
            let mark: HTML = day == week.today ? " class=\"today\"" : .none
            return """
                <li\(mark)><i aria-hidden="true">\(cell(week, day, .morning))\(cell(week, day, .evening))</i>\
                \(words.shortWeekday(day))</li>
                """
        }
        return """
            <p class="spoken">\(TodayWords.spoken(week)[language])</p>
            <ul class="days" aria-hidden="true">\(days)</ul>
            """
    }

    private func cell(_ week: Portal.Today.Week, _ day: Day, _ part: DayPart) -> HTML {
        let place = day.days(since: week.startsOn) * 2 + (part == .morning ? 0 : 1)
        if week.measured[place] {
            return "<b class=\"on\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">\(Icon.check.strokes)</svg></b>"
        }
        return day == week.today && part == week.part ? "<b class=\"now\"></b>" : "<b></b>"
    }

    private var summary: HTML {
        """
        <section class="card sum" aria-labelledby="sum"><h2 id="sum">\(TodayWords.howGoes[language])</h2>
        \(finished)\(average)</section>
        """
    }

    private var finished: HTML {
        guard let finished = today.finished else { return .none }
        return """
            <p><b>\(TodayWords.weekReady[language]).</b> \(TodayWords.finished(finished)[language])</p>
            """
    }

    private var average: HTML {
        guard let average = today.average, today.averageCount >= 6 else {
            return "<p>\(TodayWords.tooFew(max(1, 6 - today.averageCount))[language])</p>"
        }
        let isBelow =
            average.systolic < today.goalPressure.systolic && average.diastolic < today.goalPressure.diastolic
        let chip: HTML =
            isBelow
            ? "<span class=\"chip good\">\(icon(.check))\(TodayWords.below[language])</span>"
            : "<span class=\"chip warn\">\(icon(.eye))\(TodayWords.above[language])</span>"
        return """
            <p class="big">\(average.systolic) <small>\(TodayWords.over[language])</small> \(average.diastolic)</p>\
            <p class="quiet">\(TodayWords.yourAverage[language])</p><p>\(chip)</p>
            \(bar(average.systolic.mmHg))
            <a class="more" href="/graph">\(TodayWords.seeGraph[language]) \(icon(.forward))</a>
            """
    }

    /// From 85 to 165: the goal of most people stands at five eighths, and so does the mark.
    private func bar(_ value: Int) -> HTML {
        let goal = today.goalPressure.systolic.mmHg
        let place = min(97.0, max(3, 62.5 + Double(value - goal) * 1.25))
        return """
            <svg class="meter" role="img" aria-label="\(TodayWords.goalSpoken(value, goal)[language])">
            <rect class="track" x="0" y="6" width="100%" height="12" rx="6"/>\
            <rect class="below" x="1" y="7" width="62.5%" height="10" rx="5"/>
            <rect class="goal" x="62.5%" y="0" width="3" height="24" rx="2"/>
            <circle class="ring" cx="\(place)%" cy="12" r="13.5"/><circle class="here" cx="\(place)%" cy="12" r="10"/>
            <text x="62.5%" y="50" text-anchor="middle">\(TodayWords.goalLine(goal)[language])</text></svg>
            """
    }

    private var message: HTML {
        guard let message = today.message else { return .none }
        return """
            <a class="card line" href="/messages"><span class="face">\(icon(.mail))\
            <em class="count" aria-hidden="true">\(today.frame.unread)</em></span>\
            <span><b>\(TodayWords.newMessage(message.from)[language])</b>\(message.beginning)</span>\(icon(.forward))</a>
            """
    }

    /// When there is an answer, what to do when the practice is closed, and that nobody watches.
    private var answer: HTML {
        let promise: HTML =
            today.waitingSince.map {
                let words = AnsweringNote.waiting(
                    since: .amsterdam($0), today.answering, today: today.now.day, in: language)
                return "<p><b>\(words)</b></p>"
            } ?? .none
        let lines: [HTML] = HomeAlerts.notWatched.prefix(1).map { "<p class=\"quiet\">\($0[language])</p>" }
        return """
            <section class="card stack" aria-labelledby="answer"><h2 id="answer">\(TodayWords.answer[language])</h2>\(promise)\
            \(AnsweringNote(today.answering, at: today.now, in: language).ifClosed)\(lines)</section>
            """
    }

    private var goal: HTML {
        guard let goal = today.goal else {
            return line("sun", .flag, TodayWords.setGoal[language], "\(TodayWords.setGoalMore[language])")
        }
        return line(
            "green", .walk, "\(TodayWords.ownGoal[language]): \(goal.text)",
            "\(TodayWords.goalDays(goal.days.count)[language])\(progress(goal.days.count))")
    }

    private func line(_ colour: String, _ sign: Icon, _ title: String, _ below: HTML) -> HTML {
        """
        <a class="card line" href="/goal"><span class="face \(colour)">\(icon(sign))</span>\
        <span><b>\(title)</b>\(below)</span>\(icon(.forward))</a>
        """
    }

    private func progress(_ days: Int) -> HTML {
        let part = 100.0 / 7
        let bars: [HTML] = (0..<7).map { place in
            let on: HTML = place < days ? " class=\"on\"" : .none
            return
                "<rect\(on) x=\"\(Double(place) * part + 0.5)%\" y=\"1\" width=\"\(part - 1.6)%\" height=\"8\" rx=\"4\"/>"
        }
        return "<svg class=\"progress\" aria-hidden=\"true\">\(bars)</svg>"
    }
}
