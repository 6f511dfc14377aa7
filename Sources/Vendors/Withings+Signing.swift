import Clinical
import Crypto

extension Withings.Account {
    /// Signs what we ask as the site and not for one person.
    ///
    /// - Shape: the values in the order of their names, with commas between them; 64 hexadecimal digits
    /// - Source: "Sign your requests": HMAC-SHA-256 with the client secret
    package func signature(over values: [String: String]) -> String {
        let text = values.sorted { $0.key < $1.key }.map(\.value).joined(separator: ",")
        return Wire.hexadecimal(of: code(of: text))
    }

    /// The word that stands in the address at which the cloud tells us news. It does not sign what it tells, so only who
    /// knows this word is heard; and even then news is no more than a reason to go and look.
    ///
    /// - Shape: 32 hexadecimal digits; another secret makes another word
    package var newsWord: String { String(Wire.hexadecimal(of: code(of: "hartlijn news")).prefix(32)) }

    private func code(of text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: secret.bytes)))
    }
}
