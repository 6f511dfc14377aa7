import Clinical

/// One thing a person has to look at again, and the field it is about.
package struct Problem: Hashable, Sendable {
    package let field: String
    package let sentence: Sentence

    package init(_ field: String, _ sentence: Sentence) {
        self.field = field
        self.sentence = sentence
    }
}

/// Stands on top of a form that came back: what to look at again, each with a link to its field.
package func errorSummary(_ title: Sentence, _ problems: [Problem], in language: Language) -> HTML {
    guard !problems.isEmpty else { return .none }
    let lines: [HTML] = problems.map { "<li><a href=\"#\($0.field)\">\($0.sentence[language])</a></li>" }
    return """
        <div class="error-summary" role="alert" aria-labelledby="problems" tabindex="-1">\
        <h2 id="problems">\(icon(.alert))\(title[language])</h2><ul>\(lines)</ul></div>
        """
}

/// The same sentence at the field itself, and the attributes that tie the two together.
package func problemLine(at field: String, _ problems: [Problem], in language: Language) -> HTML {
    guard let problem = problems.first(where: { $0.field == field }) else { return .none }
    return "<p class=\"problem\" id=\"\(field)-problem\">\(icon(.alert))\(problem.sentence[language])</p>"
}

package func problemAttributes(at field: String, _ problems: [Problem]) -> HTML {
    problems.contains { $0.field == field } ? " aria-invalid=\"true\" aria-describedby=\"\(field)-problem\"" : .none
}
