import Clinical
import Identity
import Web

/// A pressure or a weight that was measured in the practice.
struct PracticeReadingPage {
    let frame: WorkFrame
    let card: Identity.PatientCard
    let formNumber: String
    let language: Language
    var fields = Fields()
    var problems: [Problem] = []
    var doubts: [Doubt] = []

    struct Fields {
        var systolic = ""
        var diastolic = ""
        var pulse = ""
        var weight = ""
    }

    var page: Page {
        let title = PracticeReadingWords.title[language]
        return workPage(
            title, at: .patients, frame, in: language,
            """
            \(workBar(title, "\(card.listName) \(DateWords(language).digits(card.bornOn))"))
            <div class="scroll"><div class="body narrow">\
            \(errorSummary(PracticeReadingWords.notSaved, problems, in: language))\(question)
            <form class="form" method="post" action="/patients/\(card.id)/readings">\(frame.secret.field)\
            <input type="hidden" name="number" value="\(formNumber)"><div class="field-row">\
            \(field("systolic", MeasuringWords.upper, fields.systolic))\
            \(field("diastolic", MeasuringWords.lower, fields.diastolic))\
            \(field("pulse", MeasuringWords.pulse, fields.pulse))</div><div class="field-row">\
            \(field("weight", PracticeReadingWords.weight, fields.weight))</div>
            <div class="row-actions">\(buttons)<a class="action" href="/patients/\(card.id)/diary">\
            \(icon(.book))\(PhotoWords.work[language])</a><a class="action bare" href="/patients/\(card.id)">\
            \(PracticeReadingWords.cancel[language])</a></div></form></div></div>
            """
        )
    }

    private var question: HTML {
        guard !doubts.isEmpty else { return .none }
        let lines: [HTML] = doubts.map { doubt in
            let sentences: [HTML] = doubt.question.map { "\($0[language]) " }
            return "<p>\(sentences)</p>"
        }
        return "<div class=\"notice warn\" role=\"alert\">\(icon(.alert))<div>\(lines)</div></div>"
    }

    private var buttons: HTML {
        doubts.isEmpty
            ? "<button class=\"action main\">\(PracticeReadingWords.save[language])</button>"
            : """
            <button class="action main" name="confirmed" value="yes">\(PracticeReadingWords.saveAnyway[language])</button>\
            <button class="action">\(PracticeReadingWords.save[language])</button>
            """
    }

    private func field(_ name: String, _ label: Sentence, _ value: String) -> HTML {
        """
        <div class="field short"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" value="\(value)" \
        autocomplete="off" inputmode="decimal" class="large"\(problemAttributes(at: name, problems))></div>
        """
    }
}

enum PracticeReadingWords {
    static let title = Sentence(nl: "Meting in de praktijk", en: "Reading in the practice")
    static let weight = Sentence(nl: "Gewicht (kg)", en: "Weight (kg)")
    static let save = Sentence(nl: "Bewaar", en: "Save")
    static let saveAnyway = Sentence(nl: "Klopt, bewaar", en: "It is right, save")
    static let cancel = Sentence(nl: "Annuleer", en: "Cancel")
    static let notSaved = Sentence(nl: "Nog niet bewaard", en: "Not saved yet")
    static let nothing = Sentence(nl: "Vul een bloeddruk of een gewicht in.", en: "Fill in a pressure or a weight.")
    static let pulseAlone = Sentence(
        nl: "Vul bij de hartslag ook de bloeddruk in.", en: "Fill in the pressure that belongs to the pulse.")
    static let wholeNumber = Sentence(
        nl: "Vul een heel getal in van 1 tot en met 400.", en: "Fill in a whole number from 1 to 400.")
    static let kilos = Sentence(nl: "Vul kilo's in, bijvoorbeeld 86,4.", en: "Fill in kilos, for example 86.4.")
}
