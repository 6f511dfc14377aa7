/// What a person measures at home besides blood pressure; each of them is one number.
///
/// Whether somebody is asked for it stands in their plan; a person with heart failure is always asked to weigh themselves.
///
/// - Shape: kept in a plan as names with a comma between them, in the order of the cases
package enum AlsoMeasured: String, Hashable, Sendable, CaseIterable {
    case weight, steps, glucose

    /// - Returns: nothing when a name is not known
    package static func all(in text: String) -> Set<AlsoMeasured>? {
        let names = text.split(separator: ",")
        let known = names.compactMap { AlsoMeasured(rawValue: String($0)) }
        return known.count == names.count ? Set(known) : nil
    }

    package static func text(of kinds: Set<AlsoMeasured>) -> String {
        allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ",")
    }

    /// What a person is asked for: what was agreed, and with heart failure also the weight.
    ///
    /// - Source: daily weight in heart failure: adrz.nl, Radboudumc; docs/clinical/weight.md
    package static func asked(agreed: Set<AlsoMeasured>, heartFailure since: Day?) -> [AlsoMeasured] {
        allCases.filter { agreed.contains($0) || ($0 == .weight && since != nil) }
    }
}
