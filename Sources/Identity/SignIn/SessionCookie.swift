import Clinical
import Federation
import HTTPTypes
import Hummingbird
import Web

/// The cookies of the site: who is asking, in which language to answer, and for a moment who was sent to another house.
package struct SessionCookie: Sendable {
    private let channel: Channel

    /// Over TLS the browser is told to keep the cookie to this host and this channel; a demonstration on the machine
    /// itself has no TLS.
    package enum Channel: Sendable { case tls, loopback }

    package init(_ channel: Channel) { self.channel = channel }

    package var isOverTLS: Bool { channel == .tls }

    private var name: String { channel == .tls ? "__Host-hartlijn" : "hartlijn" }
    private var deviceName: String { channel == .tls ? "__Host-device" : "device" }
    private var wayName: String { channel == .tls ? "__Host-way" : "way" }
    private var languageName: String { channel == .tls ? "__Host-language" : "language" }

    func keeping(_ token: String) -> Cookie { cookie(name, token, age: nil) }
    var forgetting: Cookie { cookie(name, "", age: 0) }
    func knowing(_ device: String) -> Cookie { cookie(deviceName, device, age: 31_536_000) }
    func remembering(_ language: Language) -> Cookie { cookie(languageName, language.rawValue, age: 31_536_000) }

    /// For as long as somebody may stay away at another house.
    func sending(_ secret: [UInt8]) -> Cookie {
        cookie(wayName, secret.hexadecimal, age: Int(PendingSignIn.patience.components.seconds))
    }
    var arrived: Cookie { cookie(wayName, "", age: 0) }

    /// - Shape: 32 bytes
    func sent(in request: Request) -> [UInt8]? {
        request.cookies[wayName].flatMap { [UInt8](hexadecimal: $0.value) }.flatMap { $0.count == 32 ? $0 : nil }
    }

    func device(in request: Request) -> String? { request.cookies[deviceName]?.value }
    func token(in request: Request) -> String? { request.cookies[name]?.value }
    func language(in request: Request) -> Language? {
        request.cookies[languageName].flatMap { Language(rawValue: $0.value) }
    }

    private func cookie(_ name: String, _ value: String, age: Int?) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: age, path: "/", secure: channel == .tls, httpOnly: true, sameSite: .lax)
    }
}
