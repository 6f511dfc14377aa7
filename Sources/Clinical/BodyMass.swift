/// Weight for height.
///
/// The number with one decimal is shown, and that number decides the class.
///
/// - Units: kg/m², one decimal
/// - Source: World Health Organization classes, read in Dutch texts and to be confirmed by a clinician;
///   docs/clinical/weight.md
package struct BodyMassIndex: Hashable, Comparable, Sendable {
    package static let rule = "bmi"
    package static let version = "1"

    package let shown: Rounded

    package init(shown: Rounded) { self.shown = shown }

    /// - Throws: ``OutsideRange`` for a weight or height that an adult does not have
    package init(_ weight: Weight, height: Length) throws(OutsideRange) {
        try OutsideRange.check(weight.kg, as: .weight, within: 20...350)
        try OutsideRange.check(height.cm, as: .height, within: 100...230)
        shown = Rounded(weight.kg / (height.cm * height.cm) * 10_000, places: 1)
    }

    package var category: Category {
        switch shown.value {
        case ..<18.5: .underweight
        case ..<25: .normal
        case ..<30: .overweight
        case ..<35: .obesityOne
        case ..<40: .obesityTwo
        default: .obesityThree
        }
    }

    /// The class of a body mass index.
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case underweight, normal, overweight
        case obesityOne = "obesity-1"
        case obesityTwo = "obesity-2"
        case obesityThree = "obesity-3"
    }

    package static func < (lhs: BodyMassIndex, rhs: BodyMassIndex) -> Bool { lhs.shown < rhs.shown }
}

/// How a waist compares with what is healthy for the sex.
///
/// - Units: cm
/// - Source: 80/94 and 88/102 cm as FINDRISC uses them; to be confirmed by a clinician; docs/clinical/weight.md
package enum Waist: String, Hashable, Sendable, CaseIterable {
    case normal, raised, high

    package init(_ length: Length, _ sex: Sex) {
        let limits: (raised: Length, high: Length) = sex == .female ? (.cm(80), .cm(88)) : (.cm(94), .cm(102))
        self = length >= limits.high ? .high : length >= limits.raised ? .raised : .normal
    }
}
