import Clinical
import Identity
import Web

/// Whom the practice asks: how many are how far, and who is next.
struct CandidatesPage {
    let frame: WorkFrame
    let show: Enrolling.State
    let counts: [Enrolling.State: Int]
    let asked: [(Enrolling.Channel, invited: Int, yes: Int)]
    let people: [Enrolling.Candidate]
    let today: Day
    let language: Language

    /// As many as fit on a page.
    static let most = 100

    private var words: DateWords { DateWords(language) }

    var page: Page {
        workPage(
            CandidateWords.title[language], at: .enrolling, frame, in: language,
            """
            \(workBar(CandidateWords.title[language], CandidateWords.onList(counts.values.reduce(0, +))[language], ways))
            \(tabs)<div class="scroll">\(list)<div class="body narrow">\(byChannel)</div></div>
            """)
    }

    private var ways: HTML {
        let next = people.filter { $0.state == .listed && $0.cautions.isEmpty }.prefix(LettersPage.most)
        let persons: [HTML] = next.map { "<input type=\"hidden\" name=\"person\" value=\"\($0.id)\">" }
        let letters: HTML =
            next.isEmpty
            ? .none
            : """
            <form method="post" action="/enrolling/letters">\(frame.secret.field)\(persons)\
            <button class="action">\(icon(.print))\(CandidateWords.letters[language])</button></form>
            """
        return """
            <div class="row-actions end">\(letters)<a class="action main" href="/enrolling/list">\(icon(.upload))\
            \(CandidateWords.readList[language])</a></div>
            """
    }

    private var tabs: HTML {
        let links: [HTML] = Enrolling.State.allCases.map { state in
            let here: HTML = state == show ? " aria-current=\"true\"" : .none
            return """
                <a href="/enrolling?show=\(state.rawValue)"\(here)>\(CandidateWords.state(state)[language]) \
                <span class="n">\(counts[state] ?? 0)</span></a>
                """
        }
        return "<nav class=\"tabs\" aria-label=\"\(CandidateWords.howFar[language])\">\(links)</nav>"
    }

    private var list: HTML {
        guard !people.isEmpty else {
            return "<p class=\"empty\">\(icon(.people))<b>\(CandidateWords.nobody[language])</b></p>"
        }
        let count = counts[show] ?? people.count
        let more: HTML =
            count > people.count
            ? "<p class=\"desk quiet\">\(CandidateWords.first(people.count, of: count)[language])</p>" : .none
        return """
            <table class="table"><caption class="spoken">\(CandidateWords.state(show)[language])</caption><thead><tr>\
            <th scope="col">\(CandidateWords.who[language])</th><th scope="col">\(CandidateWords.why[language])</th>\
            <th scope="col" class="on-desk">\(CandidateWords.box[language])</th>\
            <th scope="col">\(CandidateWords.since[language])</th></tr></thead><tbody>\(people.map(row))</tbody></table>\(more)
            """
    }

    private func row(_ person: Enrolling.Candidate) -> HTML {
        let day = Moment.amsterdam(person.stateAt).day
        return """
            <tr class="row"><th scope="row" class="who"><a href="/enrolling/\(person.id)">\(person.listName)</a>\
            <small>\(words.digits(person.bornOn))</small></th><td>\(chips(of: person, in: language))</td>\
            <td class="on-desk">\(person.box.title[language])</td><td class="ago cell-date">\(words.plain(day, today: today))</td></tr>
            """
    }

    private var byChannel: HTML {
        guard !asked.isEmpty else { return .none }
        let rows: [HTML] = asked.map { channel, invited, yes in
            """
            <tr><th scope="row">\(CandidateWords.channel(channel)[language])</th><td class="num">\(invited)</td>\
            <td class="num">\(yes)</td></tr>
            """
        }
        return """
            <section class="block"><h2>\(CandidateWords.byChannel[language])</h2>\
            <div class="table-box" tabindex="0" role="region" aria-label="\(CandidateWords.byChannel[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(CandidateWords.way[language])</th>\
            <th scope="col">\(CandidateWords.invited[language])</th><th scope="col">\(CandidateWords.saidYes[language])</th>\
            </tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}

/// Why somebody stands on the list, and what to look at first.
func chips(of person: Enrolling.Candidate, in language: Language) -> HTML {
    let grounds: [HTML] = person.grounds.map { "<span class=\"chip\">\($0.title[language])</span>" }
    let cautions: [HTML] = person.cautions.map {
        "<span class=\"chip warn\">\(icon(.alert))\($0.title[language])</span>"
    }
    return "<span class=\"chips\">\(grounds)\(cautions)</span>"
}
