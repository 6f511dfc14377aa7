import Clinical
import Identity
import Web

/// A kit for this patient: what they have, which fits, and which one goes along.
struct LendingPage: Sendable {
    let patient: Identity.PatientCard
    let loans: [Devices.OwnLoan]
    let shelf: [Devices.Kit]
    let kinds: [Devices.Kind]
    let fit: Devices.Fit
    let frame: WorkFrame
    let number: ID<Form>
    let today: Day
    let language: Language
    let form: Form?
    let problems: [Problem]

    private var path: String { "/patients/\(patient.id)" }
    private var words: DateWords { DateWords(language) }

    var page: Page {
        workPage(
            LendingWords.title[language], at: .patients, frame, in: language,
            """
            \(workBar(LendingWords.title[language], patient.listName))
            <div class="scroll"><div class="body narrow">\(errorSummary(KitWords.notYet, problems, in: language))\
            \(has)\(advice)\(lending)</div></div>
            """)
    }

    private var has: HTML {
        guard !loans.isEmpty else { return .none }
        let lines: [HTML] = loans.map { loan in
            """
            <li><a class="num" href="\(KitPath.card(loan.kit.number))">\(loan.kit.number.description)</a>\
            <span>\(name(of: loan.kit)) · \(KitWords.state(loan.kit.state)[language]) · \
            \(words.plain(loan.holder.dueOn, today: today))</span>\(handOver(loan))</li>
            """
        }
        return """
            <section class="block"><h2>\(LendingWords.has[language])</h2><ul class="plain-list">\(lines)</ul></section>
            """
    }

    /// What was kept for this patient goes along now.
    private func handOver(_ loan: Devices.OwnLoan) -> HTML {
        guard loan.kit.state == .reserved else { return .none }
        return """
            <form class="form" method="post" action="\(path)/loan">\(frame.secret.field(numbered: number))\
            <input type="hidden" name="kit" value="\(loan.kit.number.description)">\(agreed("agreed-\(loan.kit.number)"))\
            <div class="row-actions"><button class="action main" name="step" value="lend">\
            \(StepWords.button(.lend)[language])</button></div></form>
            """
    }

    private var advice: HTML {
        """
        <p class="notice info">\(icon(.box))<span>\(LendingWords.fit(fit, in: language)[language]) \
        <span class="quiet">\(LendingWords.source[language])</span></span></p>
        """
    }

    private var lending: HTML {
        let chosen = form?["kit"] ?? fitting.first?.number.description
        let options: [HTML] = (fitting + shelf.filter { !fitting.contains($0) }).map { kit in
            let on: HTML = kit.number.description == chosen ? " selected" : .none
            let mark = kit.mark.map { " · \($0)" } ?? ""
            return """
                <option value="\(kit.number.description)"\(on)>\(kit.number.description) · \(name(of: kit))\(mark)</option>
                """
        }
        let choice: HTML =
            shelf.isEmpty
            ? "<p>\(LendingWords.emptyShelf[language])</p>"
            : """
            <div class="field"><label for="kit">\(LendingWords.fromShelf[language])</label><select id="kit" name="kit">\
            \(options)</select></div>
            """
        return """
            <form class="form" method="post" action="\(path)/loan">\(frame.secret.field(numbered: number))\(choice)\
            <div class="field"><label for="typed">\(LendingWords.orType[language])</label>\
            \(problemLine(at: "typed", problems, in: language))<input id="typed" name="typed" maxlength="12" \
            value="\(form?["typed"] ?? "")" autocomplete="off" autocapitalize="characters" spellcheck="false"\
            \(problemAttributes(at: "typed", problems))></div>
            <div class="field"><label for="due">\(KitWords.dueOn[language])</label>\
            <p class="hint">\(LendingWords.dueHint(standardDays)[language])</p>\
            \(problemLine(at: "due", problems, in: language))<input id="due" name="due" type="date" \
            value="\(form?["due"] ?? "")"\(problemAttributes(at: "due", problems))></div>
            \(agreed("agreed"))<div class="row-actions"><button class="action main" name="step" value="lend">\(icon(.box))\
            \(StepWords.button(.lend)[language])</button><button class="action" name="step" value="reserve">\
            \(StepWords.button(.reserve)[language])</button><a class="action bare" href="\(path)">\
            \(KitWords.cancel[language])</a></div></form>
            """
    }

    private func agreed(_ id: String) -> HTML {
        """
        <label class="check" for="\(id)"><input id="\(id)" type="checkbox" name="agreed" value="paper">\
        <span>\(LendingWords.signedHere[language])</span></label>
        """
    }

    private func name(of kit: Devices.Kit) -> String { kinds.first { $0.code == kit.kind }?.name ?? kit.kind }
    private var standardDays: Int {
        fitting.first.flatMap { kit in kinds.first { $0.code == kit.kind } }?.loanDays ?? Devices.loanDays
    }

    /// The kits that fit best: nothing that the patient has already, and with or without scale as the study had it.
    private var fitting: [Devices.Kit] {
        let held = Set(loans.flatMap(\.kit.parts))
        return shelf.filter { kit in
            guard held.isDisjoint(with: kit.parts) else { return false }
            switch fit {
            case .lifestyle, .asSelected(.lifestyle): return kit.parts.count > 1
            case .simple, .asSelected, .unknown: return kit.parts == [.meter]
            }
        }
    }
}

enum LendingWords {
    static let title = Sentence(nl: "Box uitlenen", en: "Lend a kit")
    static let has = Sentence(nl: "Heeft nu", en: "Has now")
    static let fromShelf = Sentence(nl: "Uit de voorraad", en: "From the shelf")
    static let orType = Sentence(nl: "Of typ het nummer van de box", en: "Or type the number of the kit")
    static let emptyShelf = Sentence(nl: "Er staat geen box in voorraad.", en: "There is no kit in stock.")
    static let signedHere = Sentence(
        nl: "De patiënt heeft de afspraken op papier getekend", en: "The patient signed the agreement on paper")
    static let noKit = Sentence(
        nl: "Dit nummer kennen wij niet. Kijk het na op het etiket.",
        en: "We do not know this number. Look at the label.")
    static let source = Sentence(
        nl: "Bron: Connect@Heart (2025). U kiest zelf.", en: "Source: Connect@Heart (2025). You choose.")

    static func dueHint(_ days: Int) -> Sentence {
        Sentence(nl: "Leeg: \(days) dagen.", en: "Empty: \(days) days.")
    }

    static func fit(_ fit: Devices.Fit, in language: Language) -> Sentence {
        switch fit {
        case .lifestyle(.cardiovascular):
            Sentence(nl: "Past: Lifestyle Box, want HVZ.", en: "Fits: Lifestyle Box, because of CVD.")
        case .lifestyle(.bmi(let bmi)):
            Sentence(
                nl: "Past: Lifestyle Box, want BMI \(bmi.shown.text(in: language)).",
                en: "Fits: Lifestyle Box, because of BMI \(bmi.shown.text(in: language)).")
        case .simple(let bmi):
            Sentence(
                nl: "Past: BP Box, want BMI \(bmi.shown.text(in: language)) en geen HVZ.",
                en: "Fits: BP Box, because of BMI \(bmi.shown.text(in: language)) and no CVD.")
        case .asSelected(.lifestyle):
            Sentence(nl: "Past: Lifestyle Box, zoals bij het selecteren.", en: "Fits: Lifestyle Box, as when selected.")
        case .asSelected(.bloodPressure):
            Sentence(nl: "Past: BP Box, zoals bij het selecteren.", en: "Fits: BP Box, as when selected.")
        case .asSelected(.unknown), .unknown:
            Sentence(
                nl: "Geen advies: lengte of gewicht is niet bekend.", en: "No advice: height or weight is not known.")
        }
    }
}
