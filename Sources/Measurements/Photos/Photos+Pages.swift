import Clinical
import Identity
import Web

/// Where a patient sends a photograph of a booklet, and sees what became of those sent before.
struct PhotosPage {
    enum Said { case sent, nothing }

    let photos: [Measurements.Photo]
    let number: ID<Measurements.PhotoMark>
    let said: Said
    let problems: [Problem]
    /// Whether who looks may see what was sent.
    let seen: Measurements.Seen
    let today: Day
    let frame: PatientFrame
    let secret: FormSecret
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            PhotoWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(PhotoWords.title[language])</h1></div>
            \(done)\(errorSummary(PhotoWords.look, problems, in: language))
            <form class="card stack" method="post" action="/measure/diary/photo" enctype="multipart/form-data">\
            \(secret.field(numbered: number))
            <p>\(PhotoWords.lead[language])</p>\(MeasuringPages.advice(PhotoWords.advice, language))
            <p class="strip">\(icon(.eye))<span>\(PhotoWords.notNow[language]) \(PhotoWords.typeHigh[language])</span></p>
            <div class="field"><label for="file">\(PhotoWords.choose[language])</label>\
            \(problemLine(at: "file", problems, in: language))
            <input id="file" name="file" type="file" accept="image/jpeg,image/png" required></div>
            <button class="btn">\(icon(.upload))\(PhotoWords.send[language])</button></form>
            \(list)\(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var done: HTML {
        guard said == .sent else { return .none }
        return "<p class=\"strip\" role=\"status\">\(icon(.check))<span>\(PhotoWords.sent[language])</span></p>"
    }

    private var list: HTML {
        guard !photos.isEmpty else { return .none }
        return """
            <section class="card"><h2>\(PhotoWords.yours[language])</h2><ul class="came">\(photos.map(line))</ul></section>
            """
    }

    private func line(_ photo: Measurements.Photo) -> HTML {
        let moment = Moment.amsterdam(photo.sentAt)
        let when = "\(words.plain(moment.day, today: today)), \(words.clock(moment))"
        let path = "/measure/diary/photo/\(photo.id)"
        let back: HTML =
            photo.usedAt != nil
            ? .none
            : """
            <form method="post" action="\(path)/withdrawal">\(secret.field)<button class="pill">\
            \(PhotoWords.takeBack[language])<span class="spoken"> \(when)</span></button></form>
            """
        let title: HTML = seen == .all ? "<a href=\"\(path)\">\(when)</a>" : "\(when)"
        let state = photo.usedAt == nil ? PhotoWords.waits : PhotoWords.used
        return "<li><b>\(title)</b><span>\(state[language])</span>\(back)</li>"
    }
}

/// Where the practice types a booklet over, with a photograph beside it when there is one.
struct PaperPage {
    let frame: WorkFrame
    let card: Identity.PatientCard
    let photos: [Measurements.Photo]
    /// The one that is shown.
    let photo: Measurements.Photo?
    let kept: Int?
    let today: Day
    let language: Language
    var form: Form?
    var problems: [Problem] = []

    private var words: DateWords { DateWords(language) }
    private var path: String { "/patients/\(card.id)/diary" }

    var page: Page {
        workPage(
            PhotoWords.work[language], at: .patients, frame, in: language,
            """
            \(workBar(PhotoWords.work[language], "\(card.listName) \(words.digits(card.bornOn))"))
            <div class="scroll"><div class="body\(photo == nil ? " narrow" : "")">\
            \(errorSummary(PracticeReadingWords.notSaved, problems, in: language))\(notice)
            <div class="\(photo == nil ? "" : "beside")">\(typing)\(picture)</div>\(list)
            <p><a class="action bare" href="/patients/\(card.id)">\(PhotoWords.back[language])</a></p></div></div>
            """)
    }

    private var notice: HTML {
        guard let kept else { return .none }
        return "<p class=\"notice info\" role=\"status\">\(icon(.check))\(PhotoWords.kept(kept)[language])</p>"
    }

    private var typing: HTML {
        let chosen: HTML = photo.map { "<input type=\"hidden\" name=\"photo\" value=\"\($0.id)\">" } ?? .none
        return """
            <section class="block"><form class="form" method="post" action="\(path)" autocomplete="off">\
            \(frame.secret.field)\(chosen)<p class="quiet">\(PhotoWords.workLead[language])</p>
            <div class="field short"><label for="day">\(DiaryWords.day[language])</label>\
            \(problemLine(at: "day", problems, in: language))<input id="day" name="day" type="date" \
            value="\(form?["day"] ?? "\(today.adding(-1))")" max="\(today)" \
            min="\(today.adding(-Measurements.DiaryDay.furthest))"\(problemAttributes(at: "day", problems)) required></div>
            \(part(.morning, DiaryWords.morning))\(part(.evening, DiaryWords.evening))
            <div class="row-actions"><button class="action main">\(PhotoWords.save[language])</button></div></form></section>
            """
    }

    private func part(_ part: DayPart, _ title: Sentence) -> HTML {
        let places = Measurements.DiaryDay.places.filter { $0.part == part }.map(\.name)
        let rows: [HTML] = places.enumerated().map { number, name in
            """
            <div class="field-row">\(field("\(name)-upper", DiaryWords.upper(number + 1)))\
            \(field("\(name)-lower", DiaryWords.lower(number + 1)))</div>
            """
        }
        return "<fieldset class=\"field whole\"><legend>\(title[language])</legend>\(rows)</fieldset>"
    }

    private func field(_ name: String, _ label: Sentence) -> HTML {
        """
        <div class="field short"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" value="\(form?[name] ?? "")" \
        inputmode="numeric" class="large"\(problemAttributes(at: name, problems))></div>
        """
    }

    private var picture: HTML {
        guard let photo else { return .none }
        let what = PhotoWords.ofDay(when(photo))[language]
        let done: HTML =
            photo.usedAt != nil
            ? .none
            : """
            <form class="row-actions" method="post" action="\(path)/\(photo.id)/done">\(frame.secret.field)\
            <button class="action">\(icon(.check))\(PhotoWords.done[language])</button></form>
            """
        return """
            <section class="block"><h2>\(what)</h2><img class="photo" src="\(path)/\(photo.id)" alt="\(what)">\(done)</section>
            """
    }

    private func when(_ photo: Measurements.Photo) -> String {
        let moment = Moment.amsterdam(photo.sentAt)
        return "\(words.plain(moment.day, today: today)) \(words.clock(moment))"
    }

    private var list: HTML {
        let lines: [HTML] = photos.map { each in
            let here: HTML = each.id == photo?.id ? " aria-current=\"true\"" : .none
            let used = each.usedAt == nil ? "" : " (\(PhotoWords.workUsed[language]))"
            return """
                <li><a href="\(path)?photo=\(each.id)"\(here)>\(PhotoWords.ofDay(when(each))[language])</a>\(used)</li>
                """
        }
        let all: HTML = lines.isEmpty ? "<p class=\"quiet\">\(PhotoWords.noPhotos[language])</p>" : "<ul>\(lines)</ul>"
        return "<section class=\"block\"><h2>\(PhotoWords.photos[language])</h2>\(all)</section>"
    }
}
