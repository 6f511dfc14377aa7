import Clinical

/// The kits of The Box: what stands on the shelf, who has which one at home, and what came back.
///
/// A kit is lent in good faith: nothing here ever says that somebody did something wrong.
package enum Devices {
    package enum KitMark {}
    package enum LoanMark {}
    package enum EventMark {}
    package enum RecallMark {}

    /// What can be in a kit.
    ///
    /// - Source: the first seed document (weegschaal, bloeddrukmeter, stappenteller)
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case meter, scale
        case stepCounter = "step counter"
    }

    /// What a kit is for. One that is shown in the consulting room never goes home.
    package enum Purpose: String, Hashable, Sendable, CaseIterable { case lending, demonstration }

    /// A kind of kit: what is in it, and for how long it is lent.
    package struct Kind: Hashable, Sendable {
        package let code: String
        package let name: String
        package let parts: [Part]
        package let loanDays: Int

        package init(code: String, name: String, parts: [Part], loanDays: Int = Devices.loanDays) {
            self.code = code
            self.name = name
            self.parts = parts
            self.loanDays = loanDays
        }

        /// The two that every practice has until it says otherwise.
        ///
        /// - Source: Connect@Heart, BMC Prim Care 2025;26:214
        package static let standard = [
            Kind(code: "bp-box", name: "BP Box", parts: [.meter]),
            Kind(code: "lifestyle-box", name: "Lifestyle Box", parts: [.meter, .scale, .stepCounter]),
        ]
    }

    /// Half a year, until a practice chooses otherwise.
    ///
    /// - Units: days
    /// - Source: our own proposal, after the six months of Connect@Heart
    package static let loanDays = 182
    package static let loanDaysAllowed = 7...1095

    /// Which kit fits, and why.
    package enum Fit: Hashable, Sendable {
        case simple(bmi: BodyMassIndex)
        case lifestyle(Why)
        /// Nothing newer is known than what they were selected by.
        case asSelected(BoxAdvice)
        /// Not enough is known: not a judgement, and no mistake of anybody.
        case unknown

        package enum Why: Hashable, Sendable { case cardiovascular, bmi(BodyMassIndex) }
    }

    /// A meter alone up to a body mass index of 25; with scale and step counter above it, or with cardiovascular disease.
    ///
    /// The nurse chooses; this only says what the study did.
    ///
    /// - Parameter selected: what the list said with which they were asked, which may know more
    /// - Units: kg/m²
    /// - Source: Connect@Heart, BMC Prim Care 2025;26:214; 25 itself is our own reading of it; docs/clinical/eligibility.md
    package static func fit(_ bmi: BodyMassIndex?, programmes: String, selected: BoxAdvice? = nil) -> Fit {
        let words = programmes.split { !$0.isLetter }.map { $0.uppercased() }
        if words.contains("HVZ") { return .lifestyle(.cardiovascular) }
        guard let bmi else {
            guard let selected, selected != .unknown else { return .unknown }
            return .asSelected(selected)
        }
        return BoxAdvice(grounds: [], bodyMass: bmi) == .lifestyle ? .lifestyle(.bmi(bmi)) : .simple(bmi: bmi)
    }
}

extension String {
    /// A model or a serial number as it is compared: capitals, spaces and hyphens are no difference.
    package var folded: String {
        guard utf8.allSatisfy({ $0 < 128 }) else { return uppercased().filter { $0.isLetter || $0.isNumber } }
        // Lists have them by the hundred thousand, and nearly all of them are plain.
        return String(decoding: utf8.compactMap(Self.folded), as: UTF8.self)
    }

    private static func folded(_ sign: UInt8) -> UInt8? {
        switch sign {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): sign
        case UInt8(ascii: "a")...UInt8(ascii: "z"): sign - 32
        default: nil
        }
    }
}
