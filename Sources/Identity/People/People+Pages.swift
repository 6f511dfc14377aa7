import Clinical
import Web

/// Who works where.
struct PeoplePage {
    let members: [People.Member]
    let frame: WorkFrame
    let manages: Manages
    let own: ID<Worker>
    let now: Instant
    let language: Language

    enum Manages: Sendable { case yes, no }

    private var words: DateWords { DateWords(language) }
    private var today: Day { Moment.amsterdam(now).day }

    var page: Page {
        let head: HTML = manages == .yes ? "<th scope=\"col\">\(PeopleWords.change[language])</th>" : .none
        return workPage(
            PeopleWords.title[language], at: .people, frame, in: language,
            """
            \(workBar(PeopleWords.title[language], PeopleWords.count(members.count)[language]))
            <div class="desk"><div class="table-box" tabindex="0" role="region" aria-label="\(PeopleWords.title[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(PeopleWords.name[language])</th>\
            <th scope="col">\(PeopleWords.role[language])</th><th scope="col">\(PeopleWords.organisation[language])</th>\
            <th scope="col">\(PeopleWords.since[language])</th><th scope="col">\(PeopleWords.until[language])</th>\(head)</tr>\
            </thead><tbody>\(members.map(row))</tbody></table></div></div>
            """)
    }

    private func row(_ member: People.Member) -> HTML {
        let since = words.digits(Moment.amsterdam(member.since).day)
        let change: HTML = manages == .yes ? "<td>\(ways(member))</td>" : .none
        return """
            <tr><th scope="row">\(member.name)</th><td>\(member.role.title[language])</td><td>\(member.organisationName)</td>\
            <td>\(since)</td><td>\(end(member))</td>\(change)</tr>
            """
    }

    private func end(_ member: People.Member) -> String {
        guard member.signIn != nil else { return PeopleWords.noAccount[language] }
        guard let end = member.endsAt else { return "" }
        return end <= now
            ? PeopleWords.left[language] : words.digits(Moment.amsterdam(end - .hours(1)).day)
    }

    private func ways(_ member: People.Member) -> HTML {
        guard member.worker != own, member.signIn != nil, member.endsAt.map({ $0 > now }) ?? true else {
            return .none
        }
        let path = "/people/\(member.worker)"
        let documents: [HTML] = Activation.Document.allCases.map {
            "<option value=\"\($0.rawValue)\">\($0.title[language])</option>"
        }
        return """
            <form class="row-actions" method="post" action="\(path)/end">\(frame.secret.field)\
            <label>\(PeopleWords.lastDay[language]) <input type="date" name="last-day" value="\(today.description)" \
            min="\(today.description)"></label>\
            <button class="action small" aria-label="\(PeopleWords.leaves[language]): \(member.name)">\
            \(PeopleWords.leaves[language])</button>\
            <button class="action small" name="now" value="now" aria-label="\(PeopleWords.atOnce[language]): \(member.name)">\
            \(PeopleWords.atOnce[language])</button></form>
            <form class="row-actions" method="post" action="\(path)/factors">\(frame.secret.field)\
            <label>\(PeopleWords.seen[language]) <select name="seen" required><option value=""></option>\(documents)\
            </select></label><button class="action small bare" \
            aria-label="\(PeopleWords.lostPhone[language]): \(member.name)">\(PeopleWords.lostPhone[language])</button></form>
            """
    }
}

/// What an administrator reads about who works where.
enum PeopleWords {
    static let title = Sentence(nl: "Mensen", en: "People")
    static let name = Sentence(nl: "Naam", en: "Name")
    static let role = Sentence(nl: "Functie", en: "Role")
    static let organisation = Sentence(nl: "Organisatie", en: "Organisation")
    static let since = Sentence(nl: "Sinds", en: "Since")
    static let until = Sentence(nl: "Tot en met", en: "Until")
    static let change = Sentence(nl: "Wijzigen", en: "Change")
    static let noAccount = Sentence(nl: "geen account", en: "no account")
    static let left = Sentence(nl: "vertrokken", en: "left")
    static let lastDay = Sentence(nl: "Laatste dag", en: "Last day")
    static let leaves = Sentence(nl: "Vertrekt", en: "Leaves")
    static let atOnce = Sentence(nl: "Nu afsluiten", en: "Close now")
    static let seen = Sentence(nl: "Gezien", en: "Seen")
    static let lostPhone = Sentence(nl: "Telefoon kwijt: app wissen", en: "Phone lost: forget the app")

    static func count(_ count: Int) -> Sentence { Sentence(nl: "\(count) mensen", en: "\(count) people") }
}
