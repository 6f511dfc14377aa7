import HTTPTypes
import Hummingbird

/// What a browser calls itself, short enough to recognise it in a list: `Firefox, Android`.
enum BrowserName {
    static func of(_ request: Request) -> String {
        let told = request.headers[.userAgent] ?? ""
        let words = [first(browsers, in: told), first(systems, in: told)].compactMap { $0 }
        return words.joined(separator: ", ")
    }

    /// In this order: one browser names others as well.
    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]

    private static func first(_ marks: [(String, String)], in told: String) -> String? {
        marks.first { told.contains($0.0) }?.1
    }
}
