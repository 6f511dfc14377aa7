import Clinical
import Identity
import Web

/// Who has what, at one glance.
struct KitsPage {
    let overview: Devices.Overview
    let frame: WorkFrame
    let show: Devices.Group?
    /// What was typed in the search, when somebody searched.
    var typed: String?
    var saved: Saved = .nothing
    let language: Language

    enum Saved { case nothing, something }

    private var today: Day { overview.today }

    var page: Page {
        let notice: HTML =
            saved == .something
            ? "<p class=\"notice\" role=\"status\">\(icon(.check))\(KitWords.done[language])</p>" : .none
        return workPage(
            KitWords.title[language], at: .kits, frame, in: language,
            """
            \(notice)\(workBar(KitWords.title[language], KitWords.count(total)[language], search))
            \(tabs)<div class="scroll">\(ways)\(table)</div>
            """)
    }

    private var total: Int { overview.counts.filter { $0.key != .retired }.reduce(0) { $0 + $1.value } }

    private var search: HTML {
        """
        <form class="search" role="search" method="post" action="\(KitPath.list)">\(frame.secret.field)\(icon(.search))\
        <label class="spoken" for="search">\(KitWords.search[language])</label><input id="search" name="q" type="search" \
        value="\(typed ?? "")" placeholder="\(KitWords.search[language])" maxlength="60" autocomplete="off" \
        data-page-key="/"><kbd aria-hidden="true">/</kbd></form>
        """
    }

    private var tabs: HTML {
        let all: HTML = show == nil && typed == nil ? " aria-current=\"page\"" : .none
        let links: [HTML] = Devices.Group.allCases.map { group in
            let here: HTML = show == group ? " aria-current=\"page\"" : .none
            return """
                <a href="\(KitPath.list)?show=\(group.rawValue)"\(here)>\(KitWords.group(group)[language]) \
                <span class="n">\(overview.count(of: group))</span></a>
                """
        }
        return """
            <nav class="tabs" aria-label="\(KitWords.groups[language])"><a href="\(KitPath.list)"\(all)>\
            \(KitWords.all[language])</a>\(links)</nav>
            """
    }

    private var table: HTML {
        let groups = typed != nil ? [] : show.map { [$0] } ?? Devices.Group.allCases.filter { $0 != .retired }
        let bodies: [HTML] =
            typed != nil ? ["<tbody>\(overview.lines.map(row))</tbody>"] : groups.map(group)
        guard bodies.contains(where: { !$0.isEmpty }), !overview.lines.isEmpty else {
            let none = typed == nil ? KitWords.none : KitWords.noneFound
            return "<p class=\"empty\">\(icon(.box))<b>\(none[language])</b></p>"
        }
        return """
            <table class="table" data-behaviour="keys"><caption class="spoken">\(KitWords.caption[language])</caption>\
            <thead><tr><th scope="col">\(KitWords.kit[language])</th><th scope="col">\(KitWords.state[language])</th>\
            <th scope="col">\(KitWords.who[language])</th><th scope="col">\(KitWords.until[language])</th>\
            <th scope="col" class="on-desk"><span class="spoken">\(KitWords.next[language])</span></th></tr></thead>\
            \(bodies)</table>
            """
    }

    private func group(_ group: Devices.Group) -> HTML {
        let lines = overview.lines(of: group)
        guard !lines.isEmpty else { return .none }
        let rest = overview.count(of: group) - lines.count
        let more: HTML =
            rest > 0
            ? """
            <tr><td colspan="5"><a href="\(KitPath.list)?show=\(group.rawValue)">\(KitWords.more(rest)[language])</a></td></tr>
            """ : .none
        return """
            <tbody><tr class="group"><th scope="rowgroup" colspan="5">\(KitWords.group(group)[language])\
            <small>\(KitWords.hint(group)[language])</small></th></tr>\(lines.map(row))\(more)</tbody>
            """
    }

    private func row(_ line: Devices.Listed) -> HTML {
        let kit = line.kit
        let mark = kit.mark.map { " · \($0)" } ?? ""
        return """
            <tr class="row" data-item="\(kit.number.description)"><th scope="row" class="who">\
            <a class="num" href="\(KitPath.card(kit.number))" data-open>\(kit.number.description)</a>\
            <small>\(overview.name(of: kit.kind))\(mark)</small></th><td>\(KitChip(kit, in: language).html)</td>\
            <td>\(holder(line))</td><td class="num">\(until(line))</td><td class="on-desk">\(way(line))</td></tr>
            """
    }

    private func holder(_ line: Devices.Listed) -> HTML {
        guard let holder = line.holder else { return "<span class=\"quiet\">–</span>" }
        return "<a href=\"/patients/\(holder.patient)\">\(holder.name)</a>"
    }

    private func until(_ line: Devices.Listed) -> HTML {
        guard let holder = line.holder else { return .none }
        let day = DateWords(language).plain(holder.dueOn, today: today)
        guard line.isOverdue(on: today) else { return "\(day)" }
        return """
            <span class="overdue">\(KitWords.late(today.days(since: holder.dueOn))[language])</span><small>\(day)</small>
            """
    }

    private func way(_ line: Devices.Listed) -> HTML {
        guard let holder = line.holder, line.isOverdue(on: today) || line.kit.state == .recalledAtHome else {
            return .none
        }
        let start = line.kit.state == .recalledAtHome ? "recall" : "return"
        return """
            <a class="action small nowrap" href="/patients/\(holder.patient)/message?start=\(start)">\(icon(.mail))\
            \(KitWords.remind[language])<span class="spoken"> \(line.kit.number.description)</span></a>
            """
    }

    private var ways: HTML {
        let links: [(String, Icon, Sentence)] = [
            ("/kits/new", .plus, KitWords.new), ("/kits/labels", .print, KitWords.labels),
            ("/kits/import", .upload, KitWords.readList), ("/kits/recalls", .alert, KitWords.recalls),
            ("/kits/settings", .gear, KitWords.settings),
        ]
        let pieces: [HTML] = links.map {
            "<a class=\"action small\" href=\"\($0.0)\">\(icon($0.1))\($0.2[language])</a>"
        }
        return "<div class=\"row-actions above\">\(pieces)</div>"
    }
}

/// The state of a kit as a chip.
struct KitChip {
    private let kit: Devices.Kit
    private let language: Language

    init(_ kit: Devices.Kit, in language: Language) {
        self.kit = kit
        self.language = language
    }

    var html: HTML {
        let demonstration: HTML =
            kit.purpose == .demonstration
            ? " <span class=\"chip\">\(icon(.eye))\(KitWords.demonstration[language])</span>" : .none
        return """
            <span class="chips"><span class="chip \(look.colour)">\(icon(look.icon))\
            \(KitWords.state(kit.state)[language])</span>\(demonstration)</span>
            """
    }

    private var look: (colour: String, icon: Icon) {
        switch kit.state {
        case .inStock: ("good", .check)
        case .reserved: ("info", .clock)
        case .lent: ("info", .home)
        case .returned: ("warn", .box)
        case .brokenAtHome, .broken: ("warn", .cross)
        case .recalledAtHome, .recalled: ("warn", .alert)
        case .lost: ("", .search)
        case .retired: ("", .minus)
        }
    }
}
