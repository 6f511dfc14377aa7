import Clinical
import Web

extension Helping.Invitation {
    struct Incomplete: Error, Hashable {
        let problems: [Problem]
    }

    /// What the patient filled in, when it is whole.
    static func read(_ form: Form, today: Day) -> Result<Helping.Invitation, Incomplete> {
        let (given, family) = (form["given"] ?? "", form["family"] ?? "")
        let categories = Set(form.all("may").compactMap { Identity.Category(rawValue: $0) })
        let bornOn = form.birthday(before: today)
        var problems: [Problem] = []
        if !(1...60).contains(given.codePoints) { problems.append(Problem("given", HelpingWords.needName)) }
        if !(1...60).contains(family.codePoints) { problems.append(Problem("family", HelpingWords.needName)) }
        if bornOn == nil { problems.append(Problem("born-day", HelpingWords.needBirthday)) }
        if categories.isEmpty { problems.append(Problem("may", HelpingWords.needSomething)) }
        let months = form.number("months").flatMap { Helping.months.contains($0) ? $0 : nil }
        guard problems.isEmpty, let bornOn, let months else { return .failure(Incomplete(problems: problems)) }
        return .success(
            Helping.Invitation(
                givenName: given, familyName: family, bornOn: bornOn, categories: categories, months: months))
    }
}

extension Form {
    /// A birthday in three fields: day, month and year.
    func birthday(before today: Day) -> Day? {
        guard let day = number("born-day"), let month = number("born-month"), let year = number("born-year"),
            (1900...today.year).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return Day("\(year)-\(two(month))-\(two(day))").flatMap { $0 <= today ? $0 : nil }
    }
}

/// A birthday in three fields, as people say it.
func birthdayFields(_ label: Sentence, _ form: Form?, _ problems: [Problem], in language: Language) -> HTML {
    let fields: [HTML] = [
        ("born-day", HelpingWords.day, 2), ("born-month", HelpingWords.month, 2), ("born-year", HelpingWords.year, 4),
    ].map { name, word, digits in
        """
        <div class="field"><label for="\(name)">\(word[language])</label><input id="\(name)" name="\(name)" \
        inputmode="numeric" maxlength="\(digits)" size="\(digits)" value="\(form?[name] ?? "")" \
        \(problemAttributes(at: name, problems)) required></div>
        """
    }
    return """
        <fieldset class="birthday"><legend>\(label[language])</legend>\
        \(problemLine(at: "born-day", problems, in: language))<div class="three">\(fields)</div></fieldset>
        """
}
