/// The unit in which a meter says a number, and the one place where units are turned into ours.
///
/// - Units: canonical are mmHg, g, µmol/L, /min and mm, all whole numbers
/// - Source: 1 kPa = 7.50061505 mmHg (NIST SP 811, table B.8); 1 lb = 453.59237 g and 1 in = 25.4 mm exactly
///   (international yard and pound agreement, 1959); glucose C6H12O6 = 180.156 g/mol (IUPAC atomic weights 2021)
package enum MeterUnit: String, Hashable, Sendable {
    // the words of the Unified Code for Units of Measure
    case millimetreOfMercury = "mm[Hg]"
    case kilopascal = "kPa"
    case kilogram = "kg"
    case gram = "g"
    case pound = "[lb_av]"
    case metre = "m"
    case inch = "[in_i]"
    case perMinute = "/min"
    case kilogramPerLitre = "kg/L"
    case molePerLitre = "mol/L"
    case celsius = "Cel"
    case fahrenheit = "[degF]"
    case kilogramPerSquareMetre = "kg/m2"

    /// The whole number in our own unit, rounded once, half away from zero; nil where we keep no such unit.
    package func canonical(_ number: ExactNumber) -> Int? {
        switch self {
        case .millimetreOfMercury, .gram, .perMinute: number.rounded()
        case .kilopascal: number.rounded(times: 750_061_505, tenTo: -8)
        case .kilogram, .metre: number.rounded(tenTo: 3)
        case .pound: number.rounded(times: 45_359_237, tenTo: -5)
        case .inch: number.rounded(times: 254, tenTo: -1)
        case .molePerLitre: number.rounded(tenTo: 6)
        case .kilogramPerLitre: number.rounded(over: 180_156, tenTo: 12)
        case .celsius, .fahrenheit, .kilogramPerSquareMetre: nil
        }
    }
}

/// A number with the unit that the meter gave it.
package struct MeterQuantity: Hashable, Sendable {
    package let said: ExactNumber
    package let unit: MeterUnit

    package init(_ said: ExactNumber, _ unit: MeterUnit) {
        self.said = said
        self.unit = unit
    }

    /// - Units: mmHg, g, µmol/L, /min or mm, whole; nil where we keep no such unit
    package var canonical: Int? { unit.canonical(said) }
}

/// Which of its users the meter says this is.
package enum MeterUser: Hashable, Sendable {
    case notSaid
    /// 255: the meter knows that it does not know.
    case unknown
    case number(UInt16)

    init(_ byte: UInt8) { self = byte == 255 ? .unknown : .number(UInt16(byte)) }
}
