import Foundation

/// A key that writes no letter.
enum Key: String, Sendable {
    case tab = "\u{E004}"
    case enter = "\u{E007}"
    case escape = "\u{E00C}"
    case up = "\u{E013}"
    case down = "\u{E015}"
}

extension Browser {
    func key(_ key: Key) async throws { try await strike([key.rawValue]) }

    /// Types into whatever has the focus, letter by letter.
    func keys(_ text: String) async throws { try await strike(text.map(String.init)) }

    var focused: Element {
        get async throws {
            guard let id = try await send("GET", "/element/active")[Element.key].text else {
                throw BrowserTrouble("nothing has the focus at \(try await address)")
            }
            return Element(browser: self, id: id)
        }
    }

    /// Goes on with Tab until what has the focus is called like this.
    func tab(to name: String, within most: Int = 80) async throws {
        var passed: [String] = []
        for _ in 0..<most {
            let label = try await focused.label
            if label.localizedCaseInsensitiveContains(name) { return }
            passed.append(label)
            try await key(.tab)
        }
        throw BrowserTrouble("Tab never came to “\(name)” at \(try await address), but to \(passed)")
    }

    private func strike(_ letters: [String]) async throws {
        let strokes: [JSON] = letters.flatMap { letter -> [JSON] in
            [["type": "keyDown", "value": .text(letter)], ["type": "keyUp", "value": .text(letter)]]
        }
        let hands: JSON = ["type": "key", "id": "keyboard", "actions": .list(strokes)]
        try await send("POST", "/actions", ["actions": [hands]])
    }
}
