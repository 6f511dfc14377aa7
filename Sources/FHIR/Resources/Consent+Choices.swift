extension Consent {
    /// What `source[x]` may be.
    package enum Source: Hashable, Sendable {
        case attachment(Attachment)
        case reference(Reference)

        static func walk(_ choice: inout Source?, _ walker: inout some Walker) {
            walker.part("sourceAttachment", &choice, Source.attachment) {
                if case .attachment(let it)? = $0 { it } else { nil }
            }
            walker.part("sourceReference", &choice, Source.reference) {
                if case .reference(let it)? = $0 { it } else { nil }
            }
        }
    }
}
