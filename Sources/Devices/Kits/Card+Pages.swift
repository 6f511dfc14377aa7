import Clinical
import Identity
import Web

/// One kit: what is in it, who has it, what can be done, and everything that happened to it.
struct KitCardPage {
    let card: Devices.Card
    let frame: WorkFrame
    let number: ID<Form>
    /// Where the picture on the label leads to.
    let address: String
    let today: Day
    let language: Language
    var problems: [Problem] = []
    var saved: KitsPage.Saved = .nothing

    private var kit: Devices.Kit { card.kit }
    private var words: DateWords { DateWords(language) }

    var page: Page {
        let notice: HTML =
            saved == .something
            ? "<p class=\"notice\" role=\"status\">\(icon(.check))\(KitWords.done[language])</p>" : .none
        return workPage(
            "\(KitWords.kit[language]) \(kit.number.description)", at: .kits, frame, in: language,
            """
            \(notice)<div class="person"><h1 class="num">\(kit.number.description)</h1><p>\(title)</p>\
            <div class="end"><a class="action" href="\(KitPath.list)">\(KitWords.back[language])</a></div>\
            \(KitChip(kit, in: language).html)</div>
            <div class="dossier"><div>\(loan)\(label)</div>\
            <div>\(errorSummary(KitWords.notYet, problems, in: language))\(deeds)\(history)</div>\
            <div>\(contents)</div></div>
            """)
    }

    private var title: String { [card.kind, kit.mark].compactMap { $0 }.joined(separator: " · ") }

    private var loan: HTML {
        guard let holder = card.holder else { return .none }
        let agreed =
            holder.agreedAt.map { words.plain(Moment.amsterdam($0).day, today: today) } ?? KitWords.notAgreed[language]
        return """
            <section class="block"><h2>\(KitWords.loan[language])</h2><dl class="facts">\
            <dt>\(KitWords.who[language])</dt><dd><a href="/patients/\(holder.patient)">\(holder.name)</a></dd>\
            <dt>\(KitWords.until[language])</dt><dd>\(words.plain(holder.dueOn, today: today))</dd>\
            <dt>\(KitWords.agreed[language])</dt><dd>\(agreed)</dd></dl>\
            <p class="row-actions"><a class="action small" href="\(KitPath.agreement(kit.number))">\(icon(.print))\
            \(KitWords.agreement[language])</a></p></section>
            """
    }

    private var label: HTML {
        """
        <section class="block"><h2>\(KitWords.label[language]) \
        <em><a href="/kits/labels?only=\(kit.number.description)">\(LabelWords.print[language])</a></em></h2>\
        \(qrCode(address, saying: LabelWords.picture(kit.number)[language]) ?? .none)</section>
        """
    }

    private var contents: HTML {
        let rows: [HTML] = kit.devices.map(device)
        return """
            <section class="block"><h2>\(KitWords.contents[language]) \
            <em><a href="\(KitPath.parts(kit.number))">\(KitWords.changeParts[language])</a></em></h2>\
            <ul class="plain-list">\(rows)</ul></section>
            """
    }

    private func device(_ device: Devices.Device) -> HTML {
        let known = card.validated[device.model.folded]
        let chip: HTML =
            known.map {
                "<span class=\"chip good\">\(icon(.check))\(KitWords.validated[language])</span><small>\($0.list)</small>"
            }
            ?? "<span class=\"chip\">\(KitWords.notOnList[language])</span>"
        let facts = [
            device.serial.isEmpty ? nil : "\(KitWords.serial[language]) \(device.serial)",
            device.cuffs.isEmpty ? nil : "\(KitWords.cuffs[language]) \(device.cuffs)",
            device.batteryOn.map { "\(KitWords.battery[language]) \(words.plain($0, today: today))" },
        ].compactMap { $0 }.joined(separator: " · ")
        return """
            <li><b>\(KitWords.part(device.part)[language])</b><span>\(device.model)</span><small>\(facts)</small>\(chip)</li>
            """
    }

    private var deeds: HTML {
        let main: HTML = card.mainStep.map { "<section class=\"block\">\(StepForm(self, $0).html)</section>" } ?? .none
        let others: [HTML] = card.steps.filter { $0 != card.mainStep }.map { step in
            let isOpen: HTML = problems.contains { $0.field == "due" } && step == .extend ? " open" : .none
            return """
                <details class="edit"\(isOpen)><summary>\(StepWords.button(step)[language])</summary>\
                \(StepForm(self, step).html)</details>
                """
        }
        let hint: HTML =
            kit.state == .inStock || kit.state == .reserved
            ? "<p>\((kit.purpose == .demonstration ? KitWords.neverLent : KitWords.lendFromRecord)[language])</p>"
            : .none
        return """
            \(main)<section class="block"><h2>\(KitWords.what[language])</h2>\(hint)<div class="ways">\(others)</div></section>
            """
    }

    private var history: HTML {
        let lines: [HTML] = card.history.map { event in
            let day = Moment.amsterdam(event.at).day
            let title = event.step.map { StepWords.done($0)[language] } ?? KitWords.added[language]
            let ticked = event.ticked.map { KitWords.item($0)[language] }.sorted().joined(separator: ", ")
            let whose = [event.patient, ticked.isEmpty ? nil : ticked, event.note.isEmpty ? nil : event.note]
                .compactMap { $0 }.joined(separator: " · ")
            let text: HTML = whose.isEmpty ? .none : "<p>\(whose)</p>"
            return """
                <li><span class="reason">\(icon(.box))</span><div><h3>\(title) \
                <time datetime="\(day)">\(words.plain(day, today: today))</time></h3>\(text)\
                <p class="quiet">\(event.by ?? KitWords.rule[language])</p></div></li>
                """
        }
        return """
            <section class="block"><h2>\(KitWords.history[language])</h2><ol class="timeline">\(lines)</ol></section>
            """
    }
}

/// The form of one step; what is asked depends on the step.
struct StepForm {
    private let page: KitCardPage
    private let step: Devices.Step

    init(_ page: KitCardPage, _ step: Devices.Step) {
        self.page = page
        self.step = step
    }

    private var language: Language { page.language }
    private var kit: Devices.Kit { page.card.kit }

    var html: HTML {
        let isMain = step == page.card.mainStep
        return """
            <form class="form" method="post" action="\(KitPath.steps(kit.number))">\
            \(page.frame.secret.field(numbered: page.number))<input type="hidden" name="step" value="\(step.rawValue)">\
            <input type="hidden" name="seen" value="\(kit.version)">\(ticks)\(due)\(note)\
            <div class="row-actions"><button class="action\(isMain ? " main" : "")">\(StepWords.button(step)[language])\
            </button></div></form>
            """
    }

    private var ticks: HTML {
        switch step {
        case .takeBack: boxes(KitWords.partsBack, kit.parts.map(Devices.Item.init), ticked: " checked")
        case .check: boxes(KitWords.ready, Devices.Item.beforeLending, ticked: .none)
        default: .none
        }
    }

    private func boxes(_ legend: Sentence, _ items: [Devices.Item], ticked: HTML) -> HTML {
        let lines: [HTML] = items.map {
            """
            <label class="check"><input type="checkbox" name="tick" value="\($0.rawValue)"\(ticked)>\
            <span>\(KitWords.item($0)[language])</span></label>
            """
        }
        return """
            <fieldset id="tick"><legend>\(legend[language])</legend>\
            \(problemLine(at: "tick", page.problems, in: language))\(lines)</fieldset>
            """
    }

    private var due: HTML {
        guard step == .extend, let holder = page.card.holder else { return .none }
        return """
            <div class="field short"><label for="due">\(KitWords.dueOn[language])</label>\
            \(problemLine(at: "due", page.problems, in: language))<input id="due" name="due" type="date" \
            value="\(max(holder.dueOn, page.today).adding(28))"\(problemAttributes(at: "due", page.problems)) required></div>
            """
    }

    private var note: HTML {
        guard step != .extend else { return .none }
        let id = "note-\(step.rawValue.split(separator: " ").joined(separator: "-"))"
        return """
            <div class="field"><label for="\(id)">\(KitWords.note[language])</label><input id="\(id)" name="note" \
            maxlength="200" autocomplete="off"></div>
            """
    }
}
