import Testing

/// How somebody holds the page: how wide, light or dark, with or without scripts.
struct Look: Hashable, Sendable, CustomTestStringConvertible {
    enum Scheme: String, Hashable, Sendable { case light, dark }
    enum Scripts: Hashable, Sendable { case on, off }
    enum Device: Hashable, Sendable { case phone, desk }

    var width: Int
    var height: Int
    var device: Device
    var scheme: Scheme = .light
    var scripts: Scripts = .on

    static let phone = Look(width: 390, height: 844, device: .phone)
    static let desk = Look(width: 1440, height: 900, device: .desk)
    /// WCAG 1.4.10: what 1280 px at 400 % leaves.
    static let narrow = Look(width: 320, height: 800, device: .desk)

    var dark: Look { with { $0.scheme = .dark } }
    var withoutScripts: Look { with { $0.scripts = .off } }

    static let all = [phone, phone.dark, desk, desk.dark]

    var testDescription: String { "\(width)-\(scheme.rawValue)\(scripts == .off ? "-without-scripts" : "")" }

    private func with(_ change: (inout Look) -> Void) -> Look {
        var look = self
        change(&look)
        return look
    }
}

extension Browser {
    /// Makes the window look like this from the next page on.
    func wear(_ look: Look) async throws {
        let isPhone = look.device == .phone
        try await devtools(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(look.width)), "height": .number(Double(look.height)),
                "deviceScaleFactor": isPhone ? 2 : 1, "mobile": .bool(isPhone),
            ])
        try await devtools("Emulation.setTouchEmulationEnabled", ["enabled": .bool(isPhone)])
        try await devtools("Emulation.setScrollbarsHidden", ["hidden": true])
        try await devtools(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": .text(look.scheme.rawValue)]]])
        try await devtools("Emulation.setScriptExecutionDisabled", ["value": .bool(look.scripts == .off)])
    }
}
