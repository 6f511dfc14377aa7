import Clinical
import Identity
import Web

/// The texts with which an answer begins: ours, and those of the practice.
struct TemplatesPage {
    let frame: WorkFrame
    let own: [Worklist.OwnText]
    let number: ID<Form>
    let language: Language
    var draft = Draft()

    /// A text that was written and not kept.
    struct Draft {
        var situation: Situation?
        var id = ""
        var title = ""
        var body = ""
        var problems: [Problem] = []
    }

    var page: Page {
        workPage(
            TemplateWords.title[language], at: .worklist, frame, in: language,
            """
            \(workBar(TemplateWords.title[language], TemplateWords.beside[language]))<div class="scroll">\
            <div class="body narrow">\(errorSummary(TemplateWords.notSaved, draft.problems, in: language))\(places)\
            \(Situation.allCases.filter { $0 != .own }.map(situation))\(own.filter { $0.situation == .own }.map(free))\
            <section class="block"><details class="edit"\(isOpen(.own, ""))><summary>\(TemplateWords.add[language])</summary>\
            \(form(.own, nil))</details></section></div></div>
            """)
    }

    private var places: HTML {
        let lines: [HTML] = Filling.Place.allCases.map {
            "<dt class=\"num\">\($0.mark)</dt><dd>\(TemplateWords.meaning($0)[language])</dd>"
        }
        return """
            <section class="block"><p class="quiet">\(TemplateWords.places[language])</p><dl class="facts">\(lines)</dl></section>
            """
    }

    private func situation(_ situation: Situation) -> HTML {
        let own = own.first { $0.situation == situation }
        let whose = own == nil ? TemplateWords.ours : TemplateWords.own
        return block(
            situation.title[language], whose[language], own?.body ?? situation.text, situation, own, TemplateWords.back)
    }

    private func free(_ text: Worklist.OwnText) -> HTML {
        block(text.title, TemplateWords.own[language], text.body, .own, text, TemplateWords.remove)
    }

    private func block(
        _ title: String, _ whose: String, _ body: String, _ situation: Situation, _ own: Worklist.OwnText?,
        _ end: Sentence
    ) -> HTML {
        let lines: [HTML] = body.split(separator: "\n").map { "<p lang=\"nl\">\($0)</p>" }
        let ending: HTML =
            own.map {
                """
                <form method="post" action="/practice/templates/end">\(frame.secret.field)\
                <button class="action small" name="template" value="\($0.id)">\(end[language])\
                <span class="spoken"> \(title)</span></button></form>
                """
            } ?? .none
        return """
            <section class="block"><h2>\(title) <em>\(whose)</em></h2>\(lines)\(ending)\
            <details class="edit"\(isOpen(situation, own?.id.description ?? ""))><summary>\(TemplateWords.change[language])\
            <span class="spoken"> \(title)</span></summary>\(form(situation, own))</details></section>
            """
    }

    private func isDraft(_ situation: Situation, _ id: String) -> Bool {
        draft.situation == situation && draft.id == id
    }

    private func isOpen(_ situation: Situation, _ id: String) -> HTML {
        isDraft(situation, id) ? " open" : .none
    }

    private func form(_ situation: Situation, _ own: Worklist.OwnText?) -> HTML {
        let id = own?.id.description ?? ""
        let isDraft = isDraft(situation, id)
        let problems = isDraft ? draft.problems : []
        let key = isDraft ? "" : "-\(situation.rawValue)-\(id)"
        let name: HTML =
            situation == .own
            ? """
            <div class="field"><label for="title\(key)">\(TemplateWords.name[language])</label>\
            \(problemLine(at: "title", problems, in: language))<input id="title\(key)" name="title" maxlength="40" \
            value="\(isDraft ? draft.title : own?.title ?? "")"\(problemAttributes(at: "title", problems))></div>
            """ : .none
        return """
            <form class="form" method="post" action="/practice/templates">\(frame.secret.field(numbered: number))\
            <input type="hidden" name="situation" value="\(situation.rawValue)">\
            <input type="hidden" name="template" value="\(id)">\(name)<div class="field whole">\
            <label for="body\(key)">\(TemplateWords.text[language])</label><p class="hint">\(TemplateWords.hint[language])</p>\
            \(problemLine(at: "body", problems, in: language))<textarea id="body\(key)" name="body" rows="6" lang="nl"\
            \(problemAttributes(at: "body", problems))>\(isDraft ? draft.body : own?.body ?? situation.text)</textarea></div>\
            <div class="row-actions"><button class="action main small">\(TemplateWords.save[language])</button></div></form>
            """
    }
}
