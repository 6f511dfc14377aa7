import Crypto

/// Ten codes on paper, for the day the phone is lost; each opens the door once.
///
/// The store keeps only the hash of each, with one salt for the ten. Striking a code off is for whoever keeps them.
package enum RecoveryCodes {
    package static let count = 10
    package static let bytesNeeded = count * RecoveryCode.bytesNeeded

    /// - Parameter chance: 100 bytes that nobody can foretell
    /// - Throws: ``RecoveryCodeFailure/chanceLength``, ``RecoveryCodeFailure/chanceRepeats``
    package static func make(from chance: [UInt8]) throws(RecoveryCodeFailure) -> [RecoveryCode] {
        guard chance.count == bytesNeeded else { throw .chanceLength }
        let codes = stride(from: 0, to: bytesNeeded, by: RecoveryCode.bytesNeeded).map {
            RecoveryCode(from: chance.dropFirst($0).prefix(RecoveryCode.bytesNeeded))
        }
        guard Set(codes).count == count else { throw .chanceRepeats }
        return codes
    }
}

/// One code on that paper.
///
/// - Shape: 80 bits as 16 letters in groups of four: `7K2M-QX4D-9RTA-03HV`
/// - Source: the 32 letters of Crockford's Base 32: no I, L, O and U
package struct RecoveryCode: Hashable, Sendable, CustomStringConvertible {
    static let bytesNeeded = 10
    private static let length = 16
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The sixteen letters without the dashes.
    private let letters: [UInt8]

    init(from chance: some Collection<UInt8>) {
        let bits = chance.flatMap { byte in (0..<8).reversed().map { Int(byte >> $0 & 1) } }
        letters = stride(from: 0, to: bits.count, by: 5).flatMap { first in
            let value = bits.dropFirst(first).prefix(5).reduce(0) { $0 << 1 | $1 }
            return RecoveryCode.alphabet.dropFirst(value).prefix(1)
        }
    }

    /// Reads what somebody types over: small letters, spaces and dashes are fine, and so is O for 0, I or L for 1.
    ///
    /// - Throws: ``RecoveryCodeFailure/typedLength``, ``RecoveryCodeFailure/typedLetter``
    package init(typed: String) throws(RecoveryCodeFailure) {
        let kept = typed.unicodeScalars.filter { !RecoveryCode.isBetween($0) }
        guard kept.count == RecoveryCode.length else { throw .typedLength }
        let read = kept.compactMap(RecoveryCode.letter)
        guard read.count == RecoveryCode.length else { throw .typedLetter }
        letters = read
    }

    /// As it stands on the paper.
    package var text: String {
        stride(from: 0, to: letters.count, by: 4)
            .map { String(decoding: letters.dropFirst($0).prefix(4), as: UTF8.self) }
            .joined(separator: "-")
    }

    /// A log says that there was a code, and no more.
    package var description: String { "RecoveryCode" }

    /// What is compared. Eighty bits cannot be guessed; a house with keys keeps this under one of them all the same.
    package func hash(with salt: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: salt + letters)) }

    /// Which of these hashes is of this code.
    ///
    /// - Returns: the place in the list; `nil` when it is none of them
    package func place(in hashes: [[UInt8]], with salt: [UInt8]) -> Int? {
        let own = hash(with: salt)
        return hashes.enumerated().filter { areSame($0.element, own) }.first?.offset
    }

    /// - Source: U+2010 to U+2015 are the dashes that word processors make of a hyphen
    private static func isBetween(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "-" || ("\u{2010}"..."\u{2015}").contains(scalar)
    }

    private static func letter(_ scalar: UnicodeScalar) -> UInt8? {
        guard scalar.isASCII, let byte = UInt8(exactly: scalar.value) else { return nil }
        let capital = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
        switch capital {
        case UInt8(ascii: "O"): return UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return UInt8(ascii: "1")
        default: return alphabet.contains(capital) ? capital : nil
        }
    }
}

/// Why a recovery code cannot be made or read.
package enum RecoveryCodeFailure: Error, Hashable, Sendable {
    case chanceLength, chanceRepeats
    case typedLength, typedLetter
}
