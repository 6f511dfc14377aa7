import Clinical
import Web

/// A patient of another practice whose record cannot wait.
struct EmergencyPage {
    let frame: WorkFrame
    let form: Form?
    let problems: [Problem]
    let language: Language

    var page: Page {
        workPage(
            EmergencyWords.title[language], at: .patients, frame, in: language,
            """
            \(workBar(EmergencyWords.title[language]))
            <p class="notice warn">\(icon(.alert))\(EmergencyWords.told[language])</p>
            <div class="desk">\(errorSummary(EmergencyWords.notOpen, problems, in: language))
            <form class="form" method="post" action="/emergency">\(frame.secret.field)
            \(field("family", EmergencyWords.family, 60))
            \(birthdayFields(EmergencyWords.bornOn, form, problems, in: language))
            <fieldset><legend>\(EmergencyWords.reason[language])</legend>\
            \(problemLine(at: "reason", problems, in: language))\(reasons)</fieldset>
            \(field("explanation", EmergencyWords.explanation, 500))
            <div class="row-actions"><button class="action main">\(EmergencyWords.open[language])</button>\
            <a class="action bare" href="/patients">\(EmergencyWords.cancel[language])</a></div></form></div>
            """)
    }

    private var reasons: HTML {
        let choices: [HTML] = Emergency.Reason.allCases.map { reason in
            let on: HTML = form?["reason"] == reason.rawValue ? " checked" : .none
            return """
                <label class="pick"><input type="radio" name="reason" value="\(reason.rawValue)"\(on)>\
                \(EmergencyWords.reason(reason)[language])</label>
                """
        }
        return "\(choices)"
    }

    private func field(_ name: String, _ label: Sentence, _ most: Int) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" maxlength="\(most)" \
        autocomplete="off" value="\(form?[name] ?? "")" \(problemAttributes(at: name, problems)) required></div>
        """
    }
}

/// What a professional reads about looking in an emergency.
package enum EmergencyWords {
    static let title = Sentence(nl: "Noodinzage", en: "Emergency view")
    static let told = Sentence(
        nl: "U kijkt een uur, zonder iets te wijzigen. De patiënt en de privacyfunctionaris krijgen bericht.",
        en: "You look for an hour and change nothing. The patient and the privacy officer are told.")
    static let family = Sentence(nl: "Achternaam van de patiënt", en: "Family name of the patient")
    static let bornOn = Sentence(nl: "Geboortedatum", en: "Date of birth")
    static let reason = Sentence(nl: "Waarom nu?", en: "Why now?")
    static let explanation = Sentence(
        nl: "Toelichting (minstens 10 tekens)", en: "Explanation (at least 10 characters)")
    static let open = Sentence(nl: "Openen", en: "Open")
    static let cancel = Sentence(nl: "Annuleren", en: "Cancel")
    static let notOpen = Sentence(nl: "Niet geopend", en: "Not opened")
    static let needName = Sentence(nl: "Vul de achternaam in.", en: "Fill in the family name.")
    static let needReason = Sentence(nl: "Kies een reden.", en: "Choose a reason.")
    static let needExplanation = Sentence(
        nl: "Leg uit waarom het niet kan wachten, in minstens 10 tekens.",
        en: "Explain why it cannot wait, in at least 10 characters.")
    static let notFound = Sentence(
        nl: "Geen patiënt met deze naam en geboortedatum in de zorggroep.",
        en: "No patient with this name and date of birth in the care group.")
    static let tooMany = Sentence(
        nl: "U deed dit drie keer in 30 dagen. Vraag de privacyfunctionaris.",
        en: "You did this three times in 30 days. Ask the privacy officer.")

    package static func reason(_ reason: Emergency.Reason) -> Sentence {
        switch reason {
        case .outOfHours: Sentence(nl: "Avond, nacht of weekend", en: "Evening, night or weekend")
        case .acute: Sentence(nl: "Acute situatie", en: "Acute situation")
        case .askedByPatient: Sentence(nl: "De patiënt is hier en vraagt het", en: "The patient is here and asks")
        case .other: Sentence(nl: "Anders", en: "Other")
        }
    }
}
