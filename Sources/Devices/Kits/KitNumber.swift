import Clinical

/// The number on a kit: short enough to say over the telephone, and a typing mistake is seen.
///
/// - Shape: seven letters and digits in two groups, `K7M2-QX4`; the last one is the check
/// - Source: the 32 letters of Crockford's Base 32 (no I, L, O and U); the check is a weighted sum over GF(32), which sees
///   every wrong letter and every two letters that changed places
package struct KitNumber: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 7

    /// A number by chance; two kits of one practice never have the same, which the database sees to.
    package init(from chance: ID<Devices.KitMark>) {
        let letters = (0..<UInt64(Self.length - 1)).map { Int(chance.low >> (5 * $0) & 31) }
        description = Self.text(letters + [Self.check(of: letters)])
    }

    /// Reads what somebody typed or scanned: small letters, spaces, and the letters that look like digits are fine.
    ///
    /// - Returns: `nil` when it is no kit number, or one with a mistake in it
    package init?(_ typed: some StringProtocol) {
        guard typed.utf8.count <= 16 else { return nil }
        let signs = typed.uppercased().filter { $0 != "-" && $0 != " " }
        guard signs.count == Self.length else { return nil }
        let letters = signs.compactMap(Self.value)
        guard letters.count == Self.length, letters[6] == Self.check(of: Array(letters.dropLast())) else { return nil }
        description = Self.text(letters)
    }

    /// Whether it was meant as one, and has a mistake in it.
    package static func isMistyped(_ typed: some StringProtocol) -> Bool {
        guard typed.utf8.count == 8 else { return false }
        let parts = typed.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].count == 4 && parts[1].count == 3
            && typed.uppercased().allSatisfy { $0 == "-" || value($0) != nil } && KitNumber(typed) == nil
    }

    private static func text(_ letters: [Int]) -> String {
        String(letters.prefix(4).map { alphabet[$0] }) + "-" + String(letters.dropFirst(4).map { alphabet[$0] })
    }

    private static func value(_ sign: Character) -> Int? {
        switch sign {
        case "I", "L": 1
        case "O": 0
        default: alphabet.firstIndex(of: sign)
        }
    }

    /// Each place has a weight of its own, so that also two that changed places are seen.
    private static func check(of letters: [Int]) -> Int {
        var (sum, weight) = (0, 2)
        for letter in letters {
            sum ^= times(letter, weight)
            weight = times(weight, 2)
        }
        return sum
    }

    /// Multiplication in GF(32), modulo x⁵ + x² + 1.
    private static func times(_ one: Int, _ other: Int) -> Int {
        var (product, factor) = (0, one)
        for bit in 0..<5 {
            if other >> bit & 1 == 1 { product ^= factor }
            factor = factor & 16 == 0 ? factor << 1 : (factor << 1) ^ 0b100101
        }
        return product
    }
}
