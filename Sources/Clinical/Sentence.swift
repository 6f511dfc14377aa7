/// A language the product speaks: Dutch first, English second.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case nl, en
}

/// One thing that is said, in every language the product speaks.
package struct Sentence: Hashable, Sendable {
    package let nl: String
    package let en: String

    package init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    package subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}
