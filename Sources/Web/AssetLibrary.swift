import Assets
import Crypto
import Hummingbird
import NIOCore

/// The style sheets, behaviours and the font: built into the executable, served under a name that changes with
/// their content, so a browser keeps them for ever.
///
/// - `GET /a/:hash/:name`
package enum AssetLibrary {
    private struct Asset: Sendable {
        let bytes: [UInt8]
        let kind: String
        let path: String
    }

    /// One sheet a density: the tokens, what both share, and its own components.
    private static let assets: [String: Asset] = {
        var files: [String: [UInt8]] = [:]
        for place in 0..<hartlijn_asset_count() {
            let bytes = UnsafeBufferPointer(
                start: hartlijn_asset_bytes(place), count: Int(hartlijn_asset_length(place)))
            files[String(cString: hartlijn_asset_name(place))] = Array(bytes)
        }
        let release = Array(SHA256.hash(data: files.keys.sorted().flatMap { files[$0] ?? [] })).prefix(8)
        return files.reduce(into: [:]) { library, file in
            library[file.key] = Asset(
                bytes: file.value, kind: kind(of: file.key), path: "/a/\(Array(release).hexadecimal)/\(file.key)")
        }
    }()

    /// Where a page finds the file; an unknown name leads nowhere, which the browser tests notice.
    package static func path(of name: String) -> String { assets[name]?.path ?? "/a/unknown/\(name)" }

    package static func mount(on router: some RouterMethods<some RequestContext>) {
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

    private static func kind(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "woff2": "font/woff2"
        default: "text/plain; charset=utf-8"
        }
    }
}
