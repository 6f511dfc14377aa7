/// Scores the ten items of the Clinical COPD Questionnaire.
///
/// Only the scoring: the text belongs to its owner and is imported by who may use it. An item that was
/// left open, or answered twice, is missing.
///
/// - Shape: ten items of 0 to 6, `nil` when missing → a mean for each domain and in total, when there is enough
/// - Source: ccq.nl (domains, missing items); the smallest difference that matters, 0.4, is to be confirmed by a
///   clinician; docs/clinical/ccq.md
package struct CCQ: Hashable, Sendable {
    package static let rule = "ccq"
    package static let version = "1"

    /// - Source: to be confirmed by a clinician; docs/clinical/ccq.md
    package static let smallestDifferenceThatMatters = 0.4

    /// A part of the questionnaire that is scored on its own.
    package enum Domain: String, Hashable, Sendable, CaseIterable {
        case symptoms, function, mental

        /// - Source: ccq.nl; docs/clinical/ccq.md
        package var items: [Int] {
            switch self {
            case .symptoms: [1, 2, 5, 6]
            case .function: [7, 8, 9, 10]
            case .mental: [3, 4]
            }
        }

        /// How many of the items must be answered.
        ///
        /// - Source: ccq.nl; docs/clinical/ccq.md
        package var needed: Int { self == .mental ? 2 : 3 }
    }

    private let items: [Int?]

    /// - Throws: ``CCQFailure`` when there are not ten items, or one is not 0 to 6
    package init(_ items: [Int?]) throws(CCQFailure) {
        guard items.count == 10 else { throw .notTenItems(items.count) }
        for (index, item) in items.enumerated() {
            if let item, !(0...6).contains(item) { throw .itemOutsideScale(number: index + 1, value: item) }
        }
        self.items = items
    }

    /// The mean of a domain to two decimals.
    ///
    /// - Returns: `nil` when too many items are missing
    package func mean(_ domain: Domain) -> Rounded? { exactMean(domain).map { Rounded($0, places: 2) } }

    /// The total to two decimals: each domain counts for as many items as it has.
    ///
    /// - Returns: `nil` when a domain cannot be scored
    package var total: Rounded? {
        var sum = 0.0
        for domain in Domain.allCases {
            guard let mean = exactMean(domain) else { return nil }
            sum += mean * Double(domain.items.count)
        }
        return Rounded(sum / 10, places: 2)
    }

    private func exactMean(_ domain: Domain) -> Double? {
        let answered = domain.items.compactMap { items[$0 - 1] }
        guard answered.count >= domain.needed else { return nil }
        return Double(answered.reduce(0, +)) / Double(answered.count)
    }
}

/// The answers do not form a questionnaire of this kind.
package enum CCQFailure: Error, Hashable, Sendable {
    case notTenItems(Int)
    case itemOutsideScale(number: Int, value: Int)
}
