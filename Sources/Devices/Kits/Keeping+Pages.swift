import Clinical
import Identity
import Web

/// The fields of what is in a kit, one row a device.
struct PartFields {
    private let form: Form?
    private let problems: [Problem]
    private let language: Language

    init(_ form: Form?, _ problems: [Problem], _ language: Language) {
        self.form = form
        self.problems = problems
        self.language = language
    }

    static func name(_ part: Devices.Part) -> String { part == .stepCounter ? "steps" : part.rawValue }

    /// A part without a model is not in the kit.
    static func read(_ form: Form, _ parts: [Devices.Part]) -> (devices: [Devices.Device], problems: [Problem]) {
        var (devices, problems): ([Devices.Device], [Problem]) = ([], [])
        for part in parts {
            let name = name(part)
            guard let model = form["model-\(name)"] else { continue }
            let (serial, cuffs) = (form["serial-\(name)"] ?? "", form["cuffs-\(name)"] ?? "")
            if model.codePoints > 80 { problems.append(Problem("model-\(name)", KitWords.tooLong)) }
            if serial.codePoints > 80 { problems.append(Problem("serial-\(name)", KitWords.tooLong)) }
            if cuffs.codePoints > 40 { problems.append(Problem("cuffs-\(name)", KitWords.tooLong)) }
            let battery = form["battery-\(name)"]
            let batteryOn = battery.flatMap { Day($0) }
            if battery != nil, batteryOn == nil { problems.append(Problem("battery-\(name)", KitWords.wrongDay)) }
            devices.append(
                Devices.Device(part, model: model, serial: serial, cuffs: cuffs, batteryOn: batteryOn))
        }
        if devices.isEmpty { problems.append(Problem("model-\(name(parts.first ?? .meter))", KitWords.needModel)) }
        return (devices, problems)
    }

    var summary: HTML { errorSummary(KitWords.notYet, problems, in: language) }

    func typed(_ field: String, or kept: String) -> String { form.map { $0[field] ?? "" } ?? kept }

    func part(_ part: Devices.Part, _ device: Devices.Device?) -> HTML {
        let name = Self.name(part)
        let cuffs: HTML =
            part == .meter ? field("cuffs-\(name)", KitWords.cuffs, device?.cuffs ?? "", most: 40) : .none
        return """
            <fieldset class="block"><legend>\(KitWords.part(part)[language])</legend><div class="field-row">\
            \(field("model-\(name)", KitWords.model, device?.model ?? "", most: 80))\
            \(field("serial-\(name)", KitWords.serial, device?.serial ?? "", most: 80))\(cuffs)\
            \(field("battery-\(name)", KitWords.battery, device?.batteryOn?.description ?? "", most: 10, type: "date"))\
            </div></fieldset>
            """
    }

    func field(_ name: String, _ label: Sentence, _ kept: String, most: Int, type: String = "text") -> HTML {
        """
        <div class="field half"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" type="\(type)" \
        value="\(typed(name, or: kept))" maxlength="\(most)" autocomplete="off"\
        \(problemAttributes(at: name, problems))></div>
        """
    }
}

/// A kit that comes into the books: first which kind, then what is in it.
struct NewKitPage {
    let kinds: [Devices.Kind]
    let kind: Devices.Kind?
    let fields: PartFields
    let frame: WorkFrame
    let number: ID<Form>
    let language: Language

    var page: Page {
        workPage(
            KitWords.new[language], at: .kits, frame, in: language,
            """
            \(workBar(KitWords.new[language], kind?.name ?? KitWords.chooseKind[language]))
            <div class="scroll"><div class="body narrow">\(choice)\(form)</div></div>
            """)
    }

    private var choice: HTML {
        let links: [HTML] = kinds.map { each in
            let here: HTML = each == kind ? " aria-current=\"true\"" : .none
            return "<a href=\"/kits/new?kind=\(each.code)\"\(here)>\(each.name)</a>"
        }
        return "<nav class=\"filters\" aria-label=\"\(KitWords.kind[language])\">\(links)</nav>"
    }

    private var form: HTML {
        guard let kind else { return .none }
        let parts: [HTML] = kind.parts.map { fields.part($0, nil) }
        let purposes: [HTML] = [(Devices.Purpose.lending, KitWords.lending), (.demonstration, KitWords.demonstration)]
            .map { purpose, word in
                let on: HTML =
                    fields.typed("purpose", or: "lending") == purpose.rawValue ? " checked" : .none
                return """
                    <label class="check"><input type="radio" name="purpose" value="\(purpose.rawValue)"\(on)>\
                    <span>\(word[language])</span></label>
                    """
            }
        return """
            \(fields.summary)<form class="form" method="post" action="/kits/new">\(frame.secret.field(numbered: number))\
            <input type="hidden" name="kind" value="\(kind.code)">\
            \(fields.field("mark", KitWords.ownMark, "", most: 40))\
            <fieldset><legend>\(KitWords.purpose[language])</legend>\(purposes)</fieldset>\(parts)\
            <div class="row-actions"><button class="action main">\(KitWords.save[language])</button>\
            <a class="action bare" href="\(KitPath.list)">\(KitWords.cancel[language])</a></div></form>
            """
    }
}

/// What is in a kit now.
struct PartsPage {
    let kit: Devices.Kit
    let parts: [Devices.Part]
    let fields: PartFields
    let frame: WorkFrame
    let language: Language

    var page: Page {
        let pieces: [HTML] = parts.map { part in fields.part(part, kit.devices.first { $0.part == part }) }
        return workPage(
            KitWords.changeParts[language], at: .kits, frame, in: language,
            """
            \(workBar(KitWords.changeParts[language], kit.number.description))
            <div class="scroll"><div class="body narrow">\(fields.summary)<form class="form" method="post" \
            action="\(KitPath.parts(kit.number))">\(frame.secret.field)<input type="hidden" name="seen" \
            value="\(kit.version)">\(pieces)<div class="row-actions"><button class="action main">\
            \(KitWords.save[language])</button><a class="action bare" href="\(KitPath.card(kit.number))">\
            \(KitWords.cancel[language])</a></div></form></div></div>
            """)
    }
}
