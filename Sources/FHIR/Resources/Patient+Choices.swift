extension Patient {
    /// What `deceased[x]` may be.
    package enum Deceased: Hashable, Sendable {
        case truth(Bool)
        case dateTime(DateTime)

        static func walk(_ choice: inout Deceased?, _ walker: inout some Walker) {
            walker.value("deceasedBoolean", &choice, Deceased.truth) {
                if case .truth(let it)? = $0 { it } else { nil }
            }
            walker.value("deceasedDateTime", &choice, Deceased.dateTime) {
                if case .dateTime(let it)? = $0 { it } else { nil }
            }
        }
    }
}

extension Patient {
    /// What `multipleBirth[x]` may be.
    package enum MultipleBirth: Hashable, Sendable {
        case truth(Bool)
        case number(Int)

        static func walk(_ choice: inout MultipleBirth?, _ walker: inout some Walker) {
            walker.value("multipleBirthBoolean", &choice, MultipleBirth.truth) {
                if case .truth(let it)? = $0 { it } else { nil }
            }
            walker.value("multipleBirthInteger", &choice, MultipleBirth.number) {
                if case .number(let it)? = $0 { it } else { nil }
            }
        }
    }
}
