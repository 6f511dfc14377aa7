extension AuditEvent.Entity.Detail {
    /// What `value[x]` may be.
    package enum Value: Hashable, Sendable {
        case text(String)
        case base64Binary(Base64)

        static func walk(_ choice: inout Value?, _ walker: inout some Walker) {
            walker.value("valueString", &choice, Value.text) { if case .text(let it)? = $0 { it } else { nil } }
            walker.value("valueBase64Binary", &choice, Value.base64Binary) {
                if case .base64Binary(let it)? = $0 { it } else { nil }
            }
        }
    }
}
