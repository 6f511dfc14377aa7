import Clinical
import Identity
import Web

/// The practices of the care group beside each other; no patient is visible.
struct ProgrammePage {
    let frame: WorkFrame
    let practices: [Programme.Reach]
    let language: Language

    var page: Page {
        let rows: [HTML] = practices.map(row)
        return workPage(
            ProgrammeWords.title[language], at: .practices, frame, in: language,
            """
            \(workBar(ProgrammeWords.title[language], ProgrammeWords.inGroup(practices.count)[language]))
            <div class="scroll"><div class="body"><p class="quiet">\(ProgrammeWords.counted[language])</p>\
            <div class="table-box" tabindex="0" role="region" aria-label="\(ProgrammeWords.title[language])">\
            <table class="table plain"><caption class="spoken">\(ProgrammeWords.caption[language])</caption><thead><tr>\
            <th scope="col">\(ProgrammeWords.practice[language])</th><th scope="col">\(ProgrammeWords.agreed[language])</th>\
            <th scope="col">\(ProgrammeWords.measuring[language])</th>\
            <th scope="col">\(ProgrammeWords.onTarget[language])</th><th scope="col">\(ProgrammeWords.above[language])</th>\
            </tr></thead><tbody>\(rows)</tbody></table></div></div></div>
            """
        )
    }

    private func row(_ reach: Programme.Reach) -> HTML {
        """
        <tr><th scope="row"><b>\(reach.practice.name)</b></th>\(cell(reach.agreed, of: reach.agreed))\
        \(cell(reach.measuring, of: reach.agreed))\(cell(reach.onTarget, of: reach.agreed))\
        \(cell(reach.above, of: reach.agreed))</tr>
        """
    }

    private func cell(_ count: Int, of group: Int) -> HTML {
        Programme.isTold(count, of: group)
            ? "<td class=\"num\">\(count)</td>"
            : "<td class=\"num\"><span class=\"quiet\">\(ProgrammeWords.few[language])</span></td>"
    }
}
