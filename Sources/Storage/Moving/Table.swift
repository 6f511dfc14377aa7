/// A table as the migrations make it: its columns with their types, and the columns of its key.
struct Table: Sendable {
    let name: String
    private(set) var columns: [(name: String, type: SQLType)]
    let key: [String]

    /// Reads the tables out of the migrations, in the order in which they are made: whoever is pointed at comes first.
    ///
    /// - Shape: `CREATE TABLE name ( column TYPE …, PRIMARY KEY (…) )` and `ALTER TABLE name ADD COLUMN column TYPE …`
    static func all(in migrations: [Migration]) -> [Table] {
        var tables: [Table] = []
        for statement in migrations.flatMap(\.statements) {
            let words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
            if statement.hasPrefix("CREATE TABLE "), let table = Table(creating: statement) {
                tables.append(table)
            } else if statement.hasPrefix("ALTER TABLE "), words.count > 5, words[4] == "COLUMN",
                let place = tables.firstIndex(where: { $0.name == words[2] })
            {
                tables[place].change(words)
            }
        }
        return tables
    }

    /// - Parameter words: of `ALTER TABLE name ADD COLUMN column TYPE …` or `… DROP COLUMN column`
    private mutating func change(_ words: [String]) {
        if words[3] == "DROP" { columns.removeAll { $0.name == words[5] } }
        if words[3] == "ADD", words.count > 6, let type = SQLType(name: words[6]) { columns.append((words[5], type)) }
    }

    private init?(creating statement: String) {
        guard let open = statement.firstIndex(of: "("), let close = statement.lastIndex(of: ")") else { return nil }
        let words = statement[..<open].split(whereSeparator: \.isWhitespace)
        guard let name = words.last else { return nil }
        var columns: [(String, SQLType)] = []
        var key: [String] = []
        for line in Self.lines(statement[statement.index(after: open)..<close]) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if line.hasPrefix("PRIMARY KEY") {
                key = line.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",")
                    .map { $0.filter { !$0.isWhitespace } }
            } else if words.count > 1, let type = SQLType(name: words[1]) {
                columns.append((words[0], type))
                if line.contains(" PRIMARY KEY") { key = [words[0]] }
            }
        }
        guard !key.isEmpty else { return nil }
        self.name = String(name)
        self.columns = columns
        self.key = key
    }

    /// What stands between commas that are not within parentheses.
    private static func lines(_ text: Substring) -> [String] {
        var lines = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 { lines.append("") } else { lines[lines.count - 1].append(character) }
        }
        return lines.map { String($0.drop(while: \.isWhitespace)) }
    }

    // MARK: What is asked of it

    private var list: String { columns.map(\.name).joined(separator: ", ") }
    private var keyList: String { key.joined(separator: ", ") }

    /// The rows behind a key, in the order of the key.
    func page(after last: [SQLValue]?, most: Int) -> SQL {
        let places = (1...key.count).map { "$\($0)" }.joined(separator: ", ")
        let behind = last == nil ? "" : " WHERE (\(keyList)) > (\(places))"
        return SQL("SELECT \(list) FROM \(name)\(behind) ORDER BY \(keyList) LIMIT \(most)", last ?? [])
    }

    /// The last row there is.
    var last: SQL {
        let backwards = key.map { "\($0) DESC" }.joined(separator: ", ")
        return SQL("SELECT \(list) FROM \(name) ORDER BY \(backwards) LIMIT 1", [])
    }

    var count: SQL { SQL("SELECT count(*) FROM \(name)", []) }

    func values(of row: Row) throws -> [SQLValue] {
        try columns.indices.map { try row.value(Int32($0), as: columns[$0].type) }
    }

    func key(of values: [SQLValue]) -> [SQLValue] {
        key.compactMap { name in columns.firstIndex { $0.name == name }.map { values[$0] } }
    }
}

extension SQLType {
    fileprivate init?(name: String) {
        switch name.filter(\.isLetter) {
        case "BIGINT": self = .whole
        case "TEXT": self = .text
        case "BYTEA": self = .bytes
        default: return nil
        }
    }
}
