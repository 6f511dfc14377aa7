/// A decimal number exactly as the meter wrote it: a whole number and a power of ten.
///
/// It never passes through a binary fraction, so 36.97 stays 36.97, and it is rounded at most once.
///
/// - Shape: `mantissa` × 10 ^ `exponent`; the same value in another form (120 and 1200 × 10⁻¹) is another number here
package struct ExactNumber: Hashable, Sendable, CustomStringConvertible {
    package let mantissa: Int
    package let exponent: Int

    package init(_ mantissa: Int, tenTo exponent: Int = 0) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// This number × `factor` ÷ `divisor` × 10 ^ `shift`, rounded half away from zero; nil when it fits no whole number.
    package func rounded(times factor: Int = 1, over divisor: Int = 1, tenTo shift: Int = 0) -> Int? {
        let power = exponent + shift
        guard mantissa != 0, power >= -30 else { return 0 }
        guard power <= 20 else { return nil }
        let (top, bottom) = power >= 0 ? (ExactNumber.ten(power), 1) : (1, ExactNumber.ten(-power))
        let (product, isTooLarge) = (Int128(mantissa) * Int128(factor)).multipliedReportingOverflow(by: top)
        let (under, isTooSmall) = bottom.multipliedReportingOverflow(by: Int128(divisor))
        guard !isTooLarge, !isTooSmall, under > 0 else { return nil }
        let (quotient, remainder) = product.magnitude.quotientAndRemainder(dividingBy: under.magnitude)
        let whole = quotient + (remainder >= under.magnitude - remainder ? 1 : 0)
        guard let size = Int(exactly: whole) else { return nil }
        return product < 0 ? -size : size
    }

    /// The digits, as JSON writes a number; very large and very small ones with a power of ten.
    package var description: String {
        if exponent == 0 || mantissa == 0 { return String(mantissa) }
        let (whole, power) = withoutTrailingZeros
        guard (-12...12).contains(power) else { return "\(whole)e\(power)" }
        guard power < 0 else { return String(whole) + String(repeating: "0", count: power) }
        let digits = String(whole.magnitude)
        let padded = String(repeating: "0", count: max(0, 1 - power - digits.count)) + digits
        return "\(whole < 0 ? "-" : "")\(padded.dropLast(-power)).\(padded.suffix(-power))"
    }

    private var withoutTrailingZeros: (Int, Int) {
        var (whole, power) = (mantissa, exponent)
        while power < 0, whole % 10 == 0 {
            whole /= 10
            power += 1
        }
        return (whole, power)
    }

    private static func ten(_ power: Int) -> Int128 {
        var product: Int128 = 1
        for _ in 0..<power { product *= 10 }
        return product
    }
}
