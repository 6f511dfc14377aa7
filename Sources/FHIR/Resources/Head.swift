/// What every resource begins with.
package struct Head: Hashable, Sendable {
    package var id: ResourceID?
    package var meta: Meta?
    package var language: Code?
    package var text: Narrative?
    package var contained = [Resource]()

    package init() {}

    /// `implicitRules` is not here: rules that are not known may change everything, so it is refused.
    mutating func walk<R: ResourceContent>(_ walker: inout some Walker, of resource: R.Type) {
        walker.value("id", &id)
        walker.part("meta", &meta)
        walker.value("language", &language)
        guard R.hasNarrative else { return }
        walker.part("text", &text)
        walker.resources("contained", &contained)
    }
}

/// A resource of one type.
package protocol ResourceContent: Element {
    static var type: StaticString { get }
    /// Bundles have no narrative, no contained resources and no extensions of their own.
    static var hasNarrative: Bool { get }
    var head: Head { get set }
}

extension ResourceContent {
    package static var hasNarrative: Bool { true }

    package var id: ResourceID? {
        get { head.id }
        set { head.id = newValue }
    }

    package var meta: Meta? {
        get { head.meta }
        set { head.meta = newValue }
    }

    package var text: Narrative? {
        get { head.text }
        set { head.text = newValue }
    }

    package var contained: [Resource] {
        get { head.contained }
        set { head.contained = newValue }
    }
}
