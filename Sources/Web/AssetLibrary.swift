import Assets
import Crypto
import Hummingbird
import NIOCore

/// The style sheets, behaviours and the font: built into the executable, served under a name that changes with
/// their content, so a browser keeps them for ever.
///
/// - `GET /a/:hash/:name`
/// - `GET /sw.js`                  what keeps a page on a phone without internet
/// - `GET /manifest.webmanifest`   what makes the site an app on a phone
package enum AssetLibrary {
    private struct Asset: Sendable {
        let bytes: [UInt8]
        let kind: String
        let path: String
    }

    /// One sheet a density: the tokens, what both share, and its own components.
    private static let assets: [String: Asset] = library.assets
    /// Changes with every change of a file.
    private static let release = library.release

    private static let library: (assets: [String: Asset], release: String) = {
        var files: [String: [UInt8]] = [:]
        for place in 0..<hartlijn_asset_count() {
            let bytes = UnsafeBufferPointer(
                start: hartlijn_asset_bytes(place), count: Int(hartlijn_asset_length(place)))
            files[String(cString: hartlijn_asset_name(place))] = Array(bytes)
        }
        let hash = SHA256.hash(data: files.keys.sorted().flatMap { files[$0] ?? [] })
        let release = Array(hash.prefix(8)).hexadecimal
        let assets = files.reduce(into: [String: Asset]()) { library, file in
            library[file.key] = Asset(
                bytes: file.value, kind: kind(of: file.key), path: "/a/\(release)/\(file.key)")
        }
        return (assets, release)
    }()

    /// Where a page finds the file; an unknown name leads nowhere, which the browser tests notice.
    package static func path(of name: String) -> String { assets[name]?.path ?? "/a/unknown/\(name)" }

    /// - Parameter pages: what a phone keeps to open without internet, by its address: nothing of anybody stands in it
    package static func mount(
        on router: some RouterMethods<some RequestContext>, keepingOnPhones pages: [String: Page] = [:]
    ) {
        let worker = worker(keeping: pages)
        router.get("sw.js") { _, _ in fresh(worker, kind: kind(of: "sw.js")) }
        let manifest = text(of: "manifest.webmanifest")
        router.get("manifest.webmanifest") { _, _ in fresh(manifest, kind: kind(of: "manifest.webmanifest")) }
        router.get("a/:release/**") { _, context in
            let name = context.parameters.getCatchAll().joined(separator: "/")
            guard let asset = assets[name] else { throw HTTPError(.notFound) }
            return Response(
                status: .ok,
                headers: [
                    .contentType: asset.kind, .cacheControl: "public, max-age=31536000, immutable",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
            )
        }
    }

    /// A file at an address that never changes, looked at again each time; `./` in it is where the other files are.
    private static func fresh(_ text: String, kind: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: kind, .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func text(of name: String) -> String {
        String(decoding: assets[name]?.bytes ?? [], as: UTF8.self).replacing("\"./", with: "\"/a/\(release)/")
    }

    /// The service worker, with the name of this version and what it keeps in front of it: another page or another file
    /// makes it another worker.
    private static func worker(keeping pages: [String: Page]) -> String {
        let files = assets.keys.sorted().filter(isOnPhones).map(path) + pages.keys.sorted()
        let hash = SHA256.hash(data: Array(release.utf8) + pages.keys.sorted().flatMap { pages[$0]?.html.bytes ?? [] })
        let names = files.map { "\"\($0)\"" }.joined(separator: ",")
        let version = Array(hash.prefix(8)).hexadecimal
        return "const shell = { version: \"\(version)\", files: [\(names)] }\n\(text(of: "sw.js"))"
    }

    /// The page without internet is made of these.
    private static func isOnPhones(_ name: String) -> Bool {
        name.hasPrefix("behaviours/") || ["patient.css", "hartlijn.js", "favicon.svg", "Inter.woff2"].contains(name)
            || name == "icons/icon-192.png"
    }

    private static func kind(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "woff2": "font/woff2"
        case "png": "image/png"
        case "webmanifest": "application/manifest+json"
        default: "text/plain; charset=utf-8"
        }
    }
}
