import Clinical
import HTTPTypes
import Hummingbird
import NIOCore

/// A whole page: what it is called, and what stands on it.
package struct Page: ResponseGenerator, Sendable {
    package let title: String
    package let language: Language
    package let look: Look
    package let body: HTML
    package let status: HTTPResponse.Status

    /// Which of the two densities: a patient has one task at a time, a professional a list.
    package enum Look: String, Sendable { case patient, work }

    package init(
        _ title: String, in language: Language, look: Look = .patient, status: HTTPResponse.Status = .ok,
        _ body: HTML
    ) {
        self.title = title
        self.language = language
        self.look = look
        self.status = status
        self.body = body
    }

    package var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>\(title) - Hartlijn</title>\
        <link rel="icon" href="\(AssetLibrary.path(of: "favicon.svg"))">\(onPhone)\
        <link rel="stylesheet" href="\(AssetLibrary.path(of: "\(look.rawValue).css"))">\
        <script type="module" src="\(AssetLibrary.path(of: "hartlijn.js"))"></script></head>
        \(body)</html>
        """
    }

    /// What makes it an app on the phone of a patient.
    private var onPhone: HTML {
        guard look == .patient else { return .none }
        return """
            <link rel="manifest" href="/manifest.webmanifest"><link rel="apple-touch-icon" \
            href="\(AssetLibrary.path(of: "icons/icon-192.png"))"><meta name="theme-color" content="#0B5D69">
            """
    }

    package func response(from request: Request, context: some RequestContext) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes))
        )
    }
}

extension Response {
    /// The answer to a form: go and look there.
    package static func see(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
