/// A remark, who made it, and when.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Annotation
package struct Annotation: Element {
    package var extras = Extras()
    package var author: Author?
    package var time: DateTime?
    package var text: String?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        Author.walk(&author, &walker)
        walker.value("time", &time)
        walker.value("text", &text, .required)
    }
}

extension Annotation {
    /// What `author[x]` may be.
    package enum Author: Hashable, Sendable {
        case reference(Reference)
        case text(String)

        static func walk(_ choice: inout Author?, _ walker: inout some Walker) {
            walker.part("authorReference", &choice, Author.reference) {
                if case .reference(let it)? = $0 { it } else { nil }
            }
            walker.value("authorString", &choice, Author.text) { if case .text(let it)? = $0 { it } else { nil } }
        }
    }
}
