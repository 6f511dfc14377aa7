import Crypto
import Clinical
import Hummingbird
import NIOCore

/// A request whose forms are guarded: it knows the secret that every form of this session carries.
package protocol GuardedContext: RequestContext {
    var formSecret: FormSecret { get }
    var language: Language { get }
}

/// Proves that a form came from a page of this session.
///
/// What stands in the page is the secret masked by fresh chance, so that a compressed page gives nothing away.
package struct FormSecret: Sendable, Hashable {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A new mask and the masked secret, as hexadecimal text.
    package var token: String {
        let mask = SymmetricKey(size: .init(bitCount: bytes.count * 8)).withUnsafeBytes { Array($0) }
        return (mask + zip(mask, bytes).map { $0 ^ $1 }).hexadecimal
    }

    package func matches(_ token: String) -> Bool {
        guard let both = [UInt8](hexadecimal: token), both.count == bytes.count * 2 else { return false }
        let unmasked = zip(both.prefix(bytes.count), both.suffix(bytes.count)).map { $0 ^ $1 }
        return zip(unmasked, bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The hidden field that every form of ours begins with.
    package var field: HTML { "<input type=\"hidden\" name=\"form\" value=\"\(token)\">" }

    /// The same, for a form that adds something: with a number of its own, so that sending it twice adds it once.
    package func field<Thing>(numbered number: ID<Thing>) -> HTML {
        "\(field)<input type=\"hidden\" name=\"number\" value=\"\(number)\">"
    }
}

extension [UInt8] {
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package init?(hexadecimal text: String) {
        guard text.utf8.count.isMultiple(of: 2) else { return nil }
        self = []
        reserveCapacity(text.utf8.count / 2)
        var half: UInt8?
        for byte in text.utf8 {
            guard let digit = byte.hexadecimalDigit else { return nil }
            if let high = half { append(high << 4 | digit) }
            half = half == nil ? digit : nil
        }
    }
}

extension Request {
    /// Reads the form that came with this request.
    ///
    /// - Throws: ``UnreadableForm``
    package func form(of size: FormSize = .page) async throws -> Form {
        guard headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw UnreadableForm(.wrongKind)
        }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > size.bytes {
            throw UnreadableForm(.tooLarge)
        }
        let buffer: ByteBuffer
        do {
            let body = body
            buffer = try await Deadline.within(Deadline.form) { try await body.collect(upTo: size.bytes) }
        } catch is NIOTooManyBytesError {
            throw UnreadableForm(.tooLarge)
        }
        do {
            return try Form(urlEncoded: buffer.readableBytesView, mostFields: size.fields)
        } catch {
            throw UnreadableForm(error)
        }
    }
}
