/// The kinds of file we read; recognised by what is in them, never by their name.
package enum ExportFormat: String, CaseIterable, Sendable {
    case appleHealth = "apple-health"
    case appleHealthZip = "apple-health-zip"
    case withingsCSVPressure = "withings-csv-pressure"
    case withingsCSVWeight = "withings-csv-weight"
    case withingsJSON = "withings-json"
    case omronCSV = "omron-csv"
    case fitbitJSON = "fitbit-json"
    case googleFitJSON = "google-fit-json"
    case iHealthJSON = "ihealth-json"

    /// How much of a file is looked at.
    static let head = 64 * 1024
}

extension ExportFormat {
    /// - Throws: ``ExportFailure`` with what the file is instead, as far as that can be seen
    static func recognise(_ head: [UInt8]) throws(ExportFailure) -> ExportFormat {
        guard !head.isEmpty else { throw .empty }
        if head.starts(with: Array("PK\u{3}\u{4}".utf8)) { return .appleHealthZip }
        if head.starts(with: Array("PK\u{5}\u{6}".utf8)) { throw .otherArchive }
        if let known = somethingElse(head) { throw known }
        switch head.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) {
        case UInt8(ascii: "<"): return try xml(head)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try json(head)
        default: return try table(head)
        }
    }

    /// - Throws: ``ExportFailure`` with what it is instead
    static func mustBeText(_ head: [UInt8]) throws(ExportFailure) {
        guard !head.isEmpty else { throw .empty }
        if head.starts(with: Array("PK".utf8)) { throw .otherArchive }
        if let known = somethingElse(head) { throw known }
    }

    private static func somethingElse(_ head: [UInt8]) -> ExportFailure? {
        if head.starts(with: Array("%PDF-".utf8)) { return .pdf }
        let pictures: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]
        if pictures.contains(where: head.starts) { return .picture }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .charset("UTF-16") }
        return head.contains(0) ? .notText : nil
    }

    private static func xml(_ head: [UInt8]) throws(ExportFailure) -> ExportFormat {
        let text = String(decoding: head, as: UTF8.self)
        let declaration = text.prefix { $0 != ">" }
        if declaration.contains("<?xml"), let found = declaration.firstRange(of: "encoding") {
            let name = declaration[found.upperBound...].drop { " =\"'\t\r\n".contains($0) }
                .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            guard ["UTF-8", "UTF8", "US-ASCII"].contains(name.uppercased()) else {
                throw .charset(String(name.prefix(20)))
            }
        }
        guard text.contains("<HealthData") else { throw .unknownXML }
        return .appleHealth
    }

    private static func json(_ head: [UInt8]) throws(ExportFailure) -> ExportFormat {
        let keys = JSONKeys.found(in: head)
        if !keys.top.isDisjoint(with: ["activities-steps"]) { return .fitbitJSON }
        if !keys.top.isDisjoint(with: ["BPDataList", "WeightDataList", "BGDataList", "ARDataList"]) {
            return .iHealthJSON
        }
        if keys.top.contains("dataSourceId") && keys.top.contains("point") || keys.below.contains("dataTypeName") {
            return .googleFitJSON
        }
        let withings: Set = ["measuregrps", "activities", "devices", "goals"]
        guard keys.top.contains("body"), keys.top.contains("status") || !keys.below.isDisjoint(with: withings) else {
            throw .unknownJSON
        }
        return .withingsJSON
    }

    private static func table(_ head: [UInt8]) throws(ExportFailure) -> ExportFormat {
        guard let form = TableForm(head: head) else { throw .unknown }
        if let format = OmronCSV.recognises(form) ?? WithingsCSV.recognises(form) { return format }
        throw form.columns.count > 1 ? .unknownTable : .unknown
    }
}

/// The names at the top of a JSON document, and one and two levels below, as far as its head reaches.
private struct JSONKeys {
    private(set) var top = Set<String>()
    private(set) var below = Set<String>()

    static func found(in head: [UInt8]) -> JSONKeys {
        var keys = JSONKeys()
        var depth = 0
        var place = 0
        while place < head.count {
            switch head[place] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""): keys.read(head, &place, depth)
            default: break
            }
            place += 1
        }
        return keys
    }

    private mutating func read(_ head: [UInt8], _ place: inout Int, _ depth: Int) {
        let first = place + 1
        place += 1
        while place < head.count, head[place] != UInt8(ascii: "\"") {
            place += head[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard place < head.count, depth <= 3, place - first < 64 else { return }
        guard head[(place + 1)...].first(where: { $0 > 0x20 }) == UInt8(ascii: ":") else { return }
        let name = String(decoding: head[first..<place], as: UTF8.self)
        if depth == 1 { top.insert(name) } else { below.insert(name) }
    }
}
