import Clinical
import Web

/// The patient's own goal: what they want, the days it worked out, and a new one when it is reached.
struct GoalPage {
    let number: ID<Portal.GoalMark>
    let current: Portal.Goal?
    let earlier: [Portal.Goal]
    let today: Day
    let frame: PatientFrame
    let secret: FormSecret
    let language: Language
    var problems: [Problem] = []

    var page: Page {
        patientPage(
            GoalWords.title[language], at: .today, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(GoalWords.title[language])</h1></div>
            \(errorSummary(GoalWords.notYet, problems, in: language))
            \(current.map(busy) ?? choose)\(reached)
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    private func busy(_ goal: Portal.Goal) -> HTML {
        let tick: HTML =
            goal.days.contains(today)
            ? "<p class=\"chip good\">\(icon(.check))\(GoalWords.ticked[language])</p>"
            : """
            <form method="post" action="/goal/\(goal.id)/days">\(secret.field)\
            <button class="btn">\(icon(.check))\(GoalWords.today[language])</button></form>
            """
        return """
            <section class="card stack"><h2>\(goal.text)</h2><p>\(GoalWords.days(goal.days.count)[language])</p>\(tick)
            <form method="post" action="/goal/\(goal.id)/end">\(secret.field)\
            <button class="btn ghost">\(icon(.flag))\(GoalWords.reached[language])</button></form></section>
            """
    }

    private var choose: HTML {
        """
        <form class="card stack" method="post" action="/goal">\(secret.field(numbered: number))
        <h2>\(GoalWords.new[language])</h2>
        <div class="field"><label for="text">\(GoalWords.question[language])</label>\
        <p class="hint" id="text-hint">\(GoalWords.hint[language])</p>\(problemLine(at: "text", problems, in: language))
        <input id="text" name="text" maxlength="120" aria-describedby="text-hint" required></div>
        <button class="btn">\(icon(.flag))\(GoalWords.save[language])</button></form>
        """
    }

    private var reached: HTML {
        let lines: [HTML] = earlier.filter { $0.reachedOn != nil }.map {
            "<li>\(icon(.check))<span>\($0.text)</span></li>"
        }
        guard !lines.isEmpty else { return .none }
        return """
            <section class="card stack"><h2>\(GoalWords.earlier[language])</h2><ul class="advice">\(lines)</ul></section>
            """
    }
}
