import CQRCode

/// A picture that a phone reads: black squares on white, also in the dark.
///
/// - Shape: an SVG with one path, a border of four squares around it; error correction M
/// - Source: ISO/IEC 18004, drawn by libqrencode
package func qrCode(_ text: String, saying words: String) -> HTML? {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let squares = code.pointee.data else { return nil }
    var path = ""
    for place in 0..<width * width where squares[place] & 1 == 1 {
        path += "M\(place % width + 4) \(place / width + 4)h1v1h-1z"
    }
    let side = width + 8
    return """
        <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(words)" shape-rendering="crispEdges">\
        <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
        """
}
