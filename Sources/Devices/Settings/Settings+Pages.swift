import Clinical
import Identity
import Web

/// Kinds of kits with their term, and the models that stand on a list.
struct KitSettingsPage: Sendable {
    let kinds: [Devices.Kind]
    let models: [Devices.ValidatedModel]
    let frame: WorkFrame
    let problems: [Problem]
    let form: Form?
    let today: Day
    let language: Language

    var page: Page {
        workPage(
            KitWords.settings[language], at: .kits, frame, in: language,
            """
            \(workBar(KitWords.settings[language]))<div class="scroll"><div class="body narrow">\
            \(errorSummary(KitWords.notYet, problems, in: language))\
            <section class="block"><h2>\(SettingWords.kinds[language])</h2><ul class="plain-list">\(kinds.map(kind))</ul>\
            <details class="edit"\(isOpen("name"))><summary>\(SettingWords.newKind[language])</summary>\(newKind)</details></section>\
            <section class="block"><h2>\(SettingWords.models[language])</h2><p class="quiet">\(SettingWords.ours[language])</p>\
            <ul class="plain-list">\(models.map(model))</ul><details class="edit"\(isOpen("list"))><summary>\
            \(SettingWords.newModel[language])</summary>\(newModel)</details></section>\
            <p><a href="\(KitPath.list)">\(KitWords.back[language])</a></p></div></div>
            """)
    }

    private func isOpen(_ field: String) -> HTML {
        let fields = field == "name" ? ["name", "part", "days"] : ["model", "list", "since"]
        return problems.contains { fields.contains($0.field) } ? " open" : .none
    }

    private func kind(_ kind: Devices.Kind) -> HTML {
        let parts = kind.parts.map { KitWords.part($0)[language] }.joined(separator: ", ")
        return """
            <li><b>\(kind.name)</b><span>\(SettingWords.term(kind.loanDays)[language])</span><small>\(parts)</small>\
            <details class="edit"><summary>\(SettingWords.change[language])<span class="spoken"> \(kind.name)</span></summary>\
            <form class="form" method="post" action="/kits/settings/kinds">\(frame.secret.field)\
            <input type="hidden" name="code" value="\(kind.code)">\
            \(field("name-\(kind.code)", "name", SettingWords.name, kind.name, most: 60))\
            \(field("days-\(kind.code)", "days", SettingWords.days, "\(kind.loanDays)", most: 4))\
            <div class="row-actions"><button class="action main small">\(KitWords.save[language])</button></div></form>\
            </details></li>
            """
    }

    private var newKind: HTML {
        let parts: [HTML] = Devices.Part.allCases.map {
            """
            <label class="check"><input type="checkbox" name="part" value="\($0.rawValue)"><span>\
            \(KitWords.part($0)[language])</span></label>
            """
        }
        return """
            <form class="form" method="post" action="/kits/settings/kinds">\(frame.secret.field)\
            \(field("name", "name", SettingWords.name, form?["name"] ?? "", most: 60))<fieldset id="part"><legend>\
            \(KitWords.contents[language])</legend>\(problemLine(at: "part", problems, in: language))\(parts)</fieldset>\
            \(field("days", "days", SettingWords.days, form?["days"] ?? "\(Devices.loanDays)", most: 4))\
            <div class="row-actions"><button class="action main">\(KitWords.save[language])</button></div></form>
            """
    }

    private func model(_ model: Devices.ValidatedModel) -> HTML {
        """
        <li><b>\(model.model)</b><span>\(DateWords(language).plain(model.since, today: today))</span><small>\(model.list)</small>\
        <form method="post" action="/kits/settings/models/end">\(frame.secret.field)<button class="action small" \
        name="model" value="\(model.model)">\(SettingWords.strike[language])<span class="spoken"> \(model.model)</span></button>\
        </form></li>
        """
    }

    private var newModel: HTML {
        """
        <form class="form" method="post" action="/kits/settings/models">\(frame.secret.field)\
        \(field("model", "model", KitWords.model, form?["model"] ?? "", most: 80))\
        \(field("list", "list", SettingWords.list, form?["list"] ?? "", most: 200))\
        \(field("since", "since", SettingWords.since, form?["since"] ?? "", most: 10, type: "date"))\
        <div class="row-actions"><button class="action main">\(KitWords.save[language])</button></div></form>
        """
    }

    private func field(
        _ id: String, _ name: String, _ label: Sentence, _ value: String, most: Int, type: String = "text"
    ) -> HTML {
        """
        <div class="field"><label for="\(id)">\(label[language])</label>\(problemLine(at: id, problems, in: language))\
        <input id="\(id)" name="\(name)" type="\(type)" value="\(value)" maxlength="\(most)" autocomplete="off"\
        \(problemAttributes(at: id, problems))></div>
        """
    }
}

/// What is called back, how far that is, and calling back something else.
struct RecallsPage: Sendable {
    let standings: [Devices.RecallStanding]
    let frame: WorkFrame
    let problems: [Problem]
    let form: Form?
    let number: ID<Form>
    let today: Day
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        let isOpen: HTML = problems.isEmpty ? .none : " open"
        let lines: [HTML] = standings.map(line)
        let list: HTML =
            standings.isEmpty
            ? "<p class=\"quiet\">\(SettingWords.noRecalls[language])</p>" : "<ul class=\"matters\">\(lines)</ul>"
        return workPage(
            KitWords.recalls[language], at: .kits, frame, in: language,
            """
            \(workBar(KitWords.recalls[language]))<div class="scroll"><div class="body narrow">\
            \(errorSummary(KitWords.notYet, problems, in: language))\
            <section class="block"><details class="edit"\(isOpen)><summary>\(SettingWords.callBack[language])</summary>\
            \(callBack)</details></section><section class="block">\(list)</section>\
            <p><a href="\(KitPath.list)?show=call-back">\(SettingWords.seeAtHome[language])</a></p></div></div>
            """)
    }

    private func line(_ standing: Devices.RecallStanding) -> HTML {
        let recall = standing.recall
        let serials = [recall.serials.from, recall.serials.to]
        let range = serials.allSatisfy(\.isEmpty) ? "" : " · \(serials.joined(separator: " – "))"
        let begun = words.plain(Moment.amsterdam(recall.startedAt).day, today: today)
        let over = recall.endedAt.map { words.plain(Moment.amsterdam($0).day, today: today) }
        let end: HTML =
            over == nil
            ? """
            <form class="row-actions" method="post" action="/kits/recalls/\(recall.id)/end">\(frame.secret.field)\
            <button class="action small">\(SettingWords.end[language])<span class="spoken"> \(recall.model)</span></button></form>
            """ : .none
        return """
            <li><p><b>\(recall.model)</b>\(range)<br>\(recall.reason)<br><span class="quiet">\
            \(SettingWords.progress(standing, begun, over)[language])</span></p>\(end)</li>
            """
    }

    private var callBack: HTML {
        """
        <form class="form" method="post" action="/kits/recalls">\(frame.secret.field(numbered: number))\
        \(field("model", KitWords.model, most: 80))\(field("from", SettingWords.fromSerial, most: 80))\
        \(field("to", SettingWords.toSerial, most: 80))\(field("reason", SettingWords.reason, most: 500))\
        <p class="hint">\(SettingWords.unknownSerial[language])</p>\
        <div class="row-actions"><button class="action main">\(StepWords.button(.recall)[language])</button></div></form>
        """
    }

    private func field(_ name: String, _ label: Sentence, most: Int) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label[language])</label>\(problemLine(at: name, problems, in: language))\
        <input id="\(name)" name="\(name)" value="\(form?[name] ?? "")" maxlength="\(most)" autocomplete="off"\
        \(problemAttributes(at: name, problems))></div>
        """
    }
}

enum SettingWords {
    static let kinds = Sentence(nl: "Soorten boxen", en: "Kinds of kits")
    static let newKind = Sentence(nl: "Eigen soort toevoegen", en: "Add a kind of your own")
    static let change = Sentence(nl: "Wijzig", en: "Change")
    static let name = Sentence(nl: "Naam", en: "Name")
    static let days = Sentence(nl: "Uitleen in dagen", en: "Loan in days")
    static let models = Sentence(nl: "Gevalideerde modellen", en: "Validated models")
    static let ours = Sentence(
        nl: "Uw eigen lijst. Hartlijn levert er geen.", en: "Your own list. Hartlijn ships none.")
    static let newModel = Sentence(nl: "Model toevoegen", en: "Add a model")
    static let list = Sentence(nl: "Volgens welk protocol of welke lijst", en: "By which protocol or list")
    static let since = Sentence(nl: "Sinds", en: "Since")
    static let strike = Sentence(nl: "Haal van de lijst", en: "Take off the list")
    static let needName = Sentence(
        nl: "Vul een naam in, hooguit 60 tekens.", en: "Fill in a name, 60 characters at most.")
    static let nameTaken = Sentence(nl: "Deze naam is er al.", en: "This name is there already.")
    static let needPart = Sentence(nl: "Kies ten minste één onderdeel.", en: "Choose one part at least.")
    static let needDays = Sentence(
        nl: "Vul een getal in van 7 tot en met 1095.", en: "Fill in a number from 7 to 1095.")
    static let needModel = Sentence(
        nl: "Vul een model in, hooguit 80 tekens.", en: "Fill in a model, 80 characters at most.")
    static let needList = Sentence(nl: "Vul in volgens welke lijst.", en: "Fill in by which list.")
    static let needReason = Sentence(nl: "Vul in waarom.", en: "Fill in why.")
    static let callBack = Sentence(nl: "Model terugroepen", en: "Call back a model")
    static let fromSerial = Sentence(nl: "Vanaf serienummer (mag leeg)", en: "From serial number (may be empty)")
    static let toSerial = Sentence(nl: "Tot en met serienummer (mag leeg)", en: "Up to serial number (may be empty)")
    static let reason = Sentence(nl: "Reden", en: "Reason")
    static let unknownSerial = Sentence(
        nl: "Een apparaat zonder serienummer wordt ook teruggeroepen.",
        en: "A device without a serial number is called back too.")
    static let noRecalls = Sentence(nl: "Niets teruggeroepen.", en: "Nothing called back.")
    static let end = Sentence(nl: "Terugroepen is klaar", en: "This recall is over")
    static let seeAtHome = Sentence(nl: "Teruggeroepen en nog bij patiënten", en: "Recalled and still with patients")

    static func term(_ days: Int) -> Sentence { Sentence(nl: "\(days) dagen", en: "\(days) days") }

    static func progress(_ standing: Devices.RecallStanding, _ begun: String, _ over: String?) -> Sentence {
        let all = standing.waiting + standing.settled
        guard let over else {
            return Sentence(
                nl: "Sinds \(begun): \(all) boxen, \(standing.settled) afgehandeld.",
                en: "Since \(begun): \(all) kits, \(standing.settled) dealt with.")
        }
        return Sentence(nl: "\(begun) – \(over): \(all) boxen.", en: "\(begun) – \(over): \(all) kits.")
    }
}
