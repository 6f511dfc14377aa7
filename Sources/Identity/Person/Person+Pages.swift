import Clinical
import Web

/// Who somebody is, to be put right.
struct PersonPage {
    let card: Identity.PatientCard
    /// What was typed, when it was not right.
    let form: Form?
    let problems: [Problem]
    let today: Day
    let frame: WorkFrame
    let language: Language

    private static let name: HTML = "type=\"text\" maxlength=\"\(Identity.Correction.longestName)\" required"
    private static let phone: HTML = "type=\"tel\" maxlength=\"\(Identity.Correction.longestPhone)\""

    var page: Page {
        let reading: [(Identity.PatientCard.ReadingSkill, Sentence)] = [
            (.fluent, PersonWords.fluent), (.difficult, PersonWords.difficult),
        ]
        let sexes: [(Sex, Sentence)] = [(.female, PersonWords.female), (.male, PersonWords.male)]
        return workPage(
            PersonWords.title[language], at: .patients, frame, in: language,
            """
            \(workBar(PersonWords.title[language], card.listName))
            <div class="desk"><p class="lead">\(PersonWords.why[language])</p>
            \(errorSummary(PersonWords.notKept, problems, in: language))
            <form class="form" method="post" action="/patients/\(card.id)/person">\(frame.secret.field)
            \(field("given", HelpingWords.given, card.givenName, Self.name))
            \(field("family", HelpingWords.family, card.familyName, Self.name))
            \(field("born", PersonWords.birthday, card.bornOn.description, "type=\"date\" max=\"\(today)\" required"))
            \(choice("sex", PersonWords.sex, card.sex, sexes))
            \(field("phone", PersonWords.phone, card.phone, Self.phone))
            \(field("spoken", PersonWords.spoken, card.spokenLanguage, Self.name))
            \(choice("reading", PersonWords.reading, card.reading, reading))
            <div class="row-actions"><button class="action main">\(PersonWords.keep[language])</button>\
            <a class="action bare" href="/patients/\(card.id)">\(EmergencyWords.cancel[language])</a></div></form></div>
            """)
    }

    private func field(_ name: String, _ label: Sentence, _ kept: String, _ attributes: HTML) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" \(attributes) \
        value="\(form.map { $0[name] ?? "" } ?? kept)" autocomplete="off" \(problemAttributes(at: name, problems))></div>
        """
    }

    private func choice<Value: RawRepresentable<String>>(
        _ name: String, _ label: Sentence, _ kept: Value, _ values: [(Value, Sentence)]
    ) -> HTML {
        let chosen = form.map { $0[name] ?? "" } ?? kept.rawValue
        let options: [HTML] = values.enumerated().map { place, option in
            let (value, sentence) = option
            let on: HTML = value.rawValue == chosen ? " checked" : .none
            // The first is where a problem leads to.
            let id: HTML = place == 0 ? " id=\"\(name)\"" : .none
            return """
                <label class="pick"><input\(id) type="radio" name="\(name)" value="\(value.rawValue)"\(on) required>\
                \(sentence[language])</label>
                """
        }
        return """
            <fieldset><legend>\(label[language])</legend>\(problemLine(at: name, problems, in: language))\(options)\
            </fieldset>
            """
    }
}
