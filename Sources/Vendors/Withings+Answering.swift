import Clinical
import Credentials

/// Why an answer of the cloud is not what was asked.
package enum WithingsFailure: Error, Hashable, Sendable {
    /// The token opens nothing (any more), or the signature is not ours.
    case notRecognised
    /// More questions in a minute than are allowed.
    case tooMany
    /// Another number than 0, as the cloud writes it.
    case refused(Int)
    /// An answer of the server itself, and not of the service.
    case http(Int)
    /// No JSON, not whole, or without what it must hold.
    case unreadable
    /// Pages without end.
    case endless
}

extension WithingsFailure {
    /// What a number in an answer means; nothing when all is well. The cloud tells families of errors only.
    ///
    /// - Source: "Response status": 100–102, 200 and 401 authentication failed, 601 too many requests
    package init?(status: Int) {
        switch status {
        case 0: return nil
        case 100...102, 200, 401: self = .notRecognised
        case 601: self = .tooMany
        default: self = .refused(status)
        }
    }

    /// A token was refused, and not by chance: another try gives the same.
    ///
    /// - Source: the families "authentication failed" and "invalid params" (503 was seen for a refresh token that is known
    ///   no more; not confirmed)
    package var isAboutTheToken: Bool {
        switch self {
        case .notRecognised: true
        case .refused(let status): (201...213).contains(status) || (501...511).contains(status)
        case .tooMany, .http, .unreadable, .endless: false
        }
    }

    /// Another try may give something else.
    ///
    /// - Source: the families "timeout" (522) and "an error occurred" (from 1051 on)
    package var mayPass: Bool {
        switch self {
        case .notRecognised: false
        case .refused(let status): status == 522 || status > 1000
        case .tooMany, .http, .unreadable, .endless: true
        }
    }
}

extension Withings {
    /// Used once, within half an hour.
    package struct Nonce: Hashable, Sendable {
        let text: String

        /// - Throws: ``WithingsFailure``
        package init(answer: Answer) throws(WithingsFailure) {
            let body = try answer.body()
            guard case .text(let text)? = body["nonce"], Withings.isToken(text) else { throw .unreadable }
            self.text = text
        }
    }

    /// Somebody there: a number, and nothing else is known.
    package struct Person: Hashable, Sendable {
        package let number: String

        /// - Returns: `nil` when it is no number
        package init?(_ text: String) {
            guard (1...20).contains(text.utf8.count),
                text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            number = text
        }
    }

    /// What opens the readings of one person, and for how long.
    package struct Tokens: Hashable, Sendable {
        package let access: String
        package let refresh: String
        package let person: Person
        /// When the access token opens nothing any more; some three hours after it was given.
        package let until: Instant

        package init(access: String, refresh: String, person: Person, until: Instant) {
            self.access = access
            self.refresh = refresh
            self.person = person
            self.until = until
        }

        /// - Throws: ``WithingsFailure``
        package init(answer: Answer, at now: Instant) throws(WithingsFailure) {
            let body = try answer.body()
            guard case .text(let access)? = body["access_token"], Withings.isToken(access),
                case .text(let refresh)? = body["refresh_token"], Withings.isToken(refresh),
                let person = body["userid"]?.digits.flatMap(Person.init),
                let seconds = body["expires_in"]?.digits.flatMap(Int.init), (1...86_400).contains(seconds)
            else { throw .unreadable }
            self.init(access: access, refresh: refresh, person: person, until: now + .seconds(seconds))
        }
    }

    /// What came back, before anybody knows what it means.
    package struct Answer: Hashable, Sendable {
        package let http: Int
        package let bytes: [UInt8]

        package init(http: Int, bytes: [UInt8]) {
            self.http = http
            self.bytes = bytes
        }

        /// Whether the server itself answered; the service tells what is wrong inside the answer.
        ///
        /// - Throws: ``WithingsFailure/http(_:)``, ``WithingsFailure/tooMany``
        package func whole() throws(WithingsFailure) -> [UInt8] {
            guard http != 429 else { throw .tooMany }
            guard http == 200 else { throw .http(http) }
            return bytes
        }

        /// The members of a short answer.
        ///
        /// - Throws: ``WithingsFailure``
        package func body() throws(WithingsFailure) -> [String: JSONValue] {
            let bytes = try whole()
            let value: JSONValue
            do throws(JSONFailure) { value = try JSONReader.only(bytes) } catch { throw .unreadable }
            guard case .object(let root) = value, let status = root["status"]?.digits.flatMap(Int.init) else {
                throw .unreadable
            }
            if let failure = WithingsFailure(status: status) { throw failure }
            guard case .object(let body)? = root["body"] else { return [:] }  // a yes with nothing to tell
            return body
        }
    }

    /// It goes back in a header, so it is what a header can hold.
    static func isToken(_ text: String) -> Bool {
        (8...512).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
    }
}

extension JSONValue {
    /// The cloud writes numbers as numbers and as texts.
    fileprivate var digits: String? {
        switch self {
        case .number(let digits), .text(let digits): digits
        default: nil
        }
    }
}
