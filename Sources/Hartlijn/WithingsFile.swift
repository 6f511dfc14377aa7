import ArgumentParser
import Foundation
import Identity
import Vendors

/// The file with the account of this site at Withings.
enum WithingsFile {
    /// - Returns: `nil` when nobody named one; then no meter is coupled
    static func find(_ named: String?) throws -> Withings.Account? {
        guard let path = named ?? ProcessInfo.processInfo.environment["HARTLIJN_WITHINGS"] else { return nil }
        do {
            return try Withings.Account(file: try SecretFile.read(path))
        } catch let failure as SecretFileFailure {
            throw ValidationError("\(path): \(failure.words)")
        } catch let failure as AccountFileFailure {
            throw ValidationError("\(path): \(failure.words)")
        }
    }
}

extension AccountFileFailure {
    fileprivate var words: String {
        switch self {
        case .lines: "it has two lines, or four: client id, secret, and another cloud"
        case .client: "the client id on the first line has 8 to 128 letters and digits"
        case .secret: "the secret on the second line has 8 to 128 letters and digits"
        case .cloud: "the addresses of another cloud begin with https://"
        }
    }
}
