import Clinical

/// What the first row of a table tells about the rows below it.
struct TableForm {
    let separator: UInt8
    let charset: CSVReader.Charset
    let columns: [MeterColumn?]
    /// As they are written.
    let names: [String]

    /// - Returns: `nil` when there is no first row with columns we know
    init?(head: [UInt8]) {
        let body = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        let charset = TableForm.charset(of: body)
        let firstLine = Array(body.drop { $0 == 0x0A || $0 == 0x0D }.prefix { $0 != 0x0A })
        guard firstLine.count < 32_768, let text = firstLine.withUnsafeBufferPointer({ CSVReader.decoded($0, charset) })
        else { return nil }
        let counts = [",", ";", "\t"].map { mark in text.unicodeScalars.count { String($0) == mark } }
        let best = counts.indices.max { counts[$0] < counts[$1] }
        let separator = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09][best ?? 0]  // one column: any separator will do
        guard let names = try? CSVReader.split(text, separator) else { return nil }  // an unreadable head is no head
        let columns = names.map(MeterColumn.init(header:))
        (self.separator, self.charset, self.columns, self.names) = (separator, charset, columns, names)
    }

    var roles: Set<MeterColumn.Role> { Set(columns.compactMap { $0?.role }) }

    private static func charset(of head: ArraySlice<UInt8>) -> CSVReader.Charset {
        // the head of a longer file may end in the middle of a letter, which is at most four bytes
        let cuts = head.count < ExportFormat.head - 3 ? 1 : 4
        for cut in 0..<cuts where String(validating: head.dropLast(cut), as: UTF8.self) != nil { return .utf8 }
        return .windows1252
    }
}

/// A column of a meter's table, recognised by its name in English, Dutch, German or French.
struct MeterColumn: Hashable {
    enum Role: Hashable {
        case date, time, zone, systolic, diastolic, pulse, weight, rhythm, device, note
    }

    let role: Role
    let name: String
    let unit: String

    init?(header: String) {
        let parts = header.split(separator: "(", maxSplits: 1)
        let word = parts.first.map { $0.lowercased().filter(\.isLetter) } ?? header
        guard let role = MeterColumn.roles[word] else { return nil }
        self.role = role
        name = parts.first.map { String($0).trimmed } ?? header
        unit = parts.count > 1 ? String(parts[1].prefix { $0 != ")" }).trimmed : ""
    }

    private static let roles: [String: Role] = [
        "date": .date, "datum": .date, "measurementdate": .date, "meetdatum": .date, "datetime": .date,
        "dateandtime": .date, "datumentijd": .date,
        "time": .time, "tijd": .time, "tijdstip": .time, "uhrzeit": .time, "zeit": .time, "heure": .time,
        "timezone": .zone, "tijdzone": .zone, "zeitzone": .zone,
        "systolic": .systolic, "sys": .systolic, "systolisch": .systolic, "systolischebloeddruk": .systolic,
        "bovendruk": .systolic, "systolique": .systolic, "systolicpressure": .systolic,
        "diastolic": .diastolic, "dia": .diastolic, "diastolisch": .diastolic, "diastolischebloeddruk": .diastolic,
        "onderdruk": .diastolic, "diastolique": .diastolic, "diastolicpressure": .diastolic,
        "pulse": .pulse, "heartrate": .pulse, "hartslag": .pulse, "polsslag": .pulse, "pols": .pulse, "puls": .pulse,
        "herzfrequenz": .pulse, "pulserate": .pulse,
        "weight": .weight, "gewicht": .weight, "poids": .weight,
        "irregularheartbeatdetected": .rhythm, "irregularheartbeat": .rhythm, "onregelmatigehartslag": .rhythm,
        "onregelmatigehartslaggedetecteerd": .rhythm,
        "device": .device, "apparaat": .device, "devicemodelname": .device,
        "comments": .note, "comment": .note, "notes": .note, "opmerkingen": .note, "notities": .note,
        "kommentare": .note, "commentaires": .note,
    ]
}

/// Reads a table in which each row is what a meter measured at one time.
///
/// An empty cell, or `-`, means unknown; it never becomes a zero. A clock without a zone is Dutch time.
///
/// - Shape: a date column, and a blood pressure (two columns, perhaps a pulse) or a weight or both
/// - Units: the ones between brackets in the column's name; a pressure without a unit is in mmHg
struct MeterTable {
    private let form: TableForm
    private let intake: Intake

    static func read(
        _ source: any ByteSource, _ form: TableForm, into intake: Intake, progress: @escaping (Int, Int) -> Void
    ) throws {
        var rows = try CSVReader(source, form, progress: progress)
        let table = MeterTable(form: form, intake: intake)
        var isHead = true
        while let row = try rows.next() {
            if isHead {
                isHead = false
                continue
            }
            switch row {
            case .failure(let trouble): try intake.refuse(trouble.reason, line: trouble.line)
            case .success(let row): try table.take(row)
            }
        }
    }

    private init(form: TableForm, intake: Intake) {
        self.form = form
        self.intake = intake
    }

    private func take(_ row: CSVRow) throws {
        if row.fileEnds == .withoutLineEnd, row.fields.count < form.columns.count {
            return try intake.refuse(.endsTooEarly, line: row.line)
        }
        let cells = MeterCells(form: form, fields: row.fields)
        if cells.isEmpty { return try intake.skip(.nothingMeasured, line: row.line) }
        try intake.takeAll(line: row.line) { () throws(RefusedRow) in try cells.drafts() }
    }
}

/// The cells of one row, by what they mean.
private struct MeterCells {
    let form: TableForm
    let fields: [String]

    var isEmpty: Bool {
        [MeterColumn.Role.systolic, .diastolic, .pulse, .weight].allSatisfy { cell($0) == nil }
    }

    func drafts() throws(RefusedRow) -> [Draft] {
        let taken = try self.taken()
        var drafts = [Draft]()
        if let pressure = try pressure() {
            drafts.append(draft(.bloodPressure(pressure, pulse: try pulse(), rhythm: rhythm), taken))
        } else if let pulse = try pulse() {
            drafts.append(draft(.pulse(pulse), taken))
        }
        if let weight = try weight() { drafts.append(draft(.weight(weight), taken)) }
        return drafts
    }

    private func draft(_ measured: Measured, _ taken: Moment) -> Draft {
        Draft(
            measured: measured, taken: taken, device: cell(.device)?.text,
            details: ReadingDetails(note: cell(.note)?.text)
        )
    }

    private func taken() throws(RefusedRow) -> Moment {
        guard let date = cell(.date) else { throw .noTime }
        let isDutch = date.column.name.lowercased().hasPrefix("datum") || date.column.name.lowercased() == "meetdatum"
        let written = DateCell(
            date: date.text, time: cell(.time)?.text, order: isDutch ? .dayFirst : .unknown
        )
        return try written.moment(in: cell(.zone)?.text)
    }

    private func pressure() throws(RefusedRow) -> BloodPressure? {
        let (systolic, diastolic) = (cell(.systolic), cell(.diastolic))
        guard systolic != nil || diastolic != nil else { return nil }
        guard let systolic, let diastolic else { throw .halfPressure }
        return try Possible.pressure(
            mmHg: try number(systolic) * Unit.mmHg(systolic.unit(else: "mmHg")),
            over: try number(diastolic) * Unit.mmHg(diastolic.unit(else: "mmHg"))
        )
    }

    private func pulse() throws(RefusedRow) -> Pulse? {
        guard let cell = cell(.pulse) else { return nil }
        return try Possible.pulse(perMinute: try number(cell))
    }

    private func weight() throws(RefusedRow) -> Weight? {
        guard let cell = cell(.weight) else { return nil }
        return try Possible.weight(kg: try number(cell) * Unit.kilograms(cell.column.unit.lowercased()))
    }

    /// Only a clear yes counts; what a meter does not say stays unsaid.
    private var rhythm: Rhythm? {
        let yes: Set = ["yes", "ja", "detected", "gedetecteerd", "x", "1"]
        return cell(.rhythm).flatMap { yes.contains($0.text.lowercased()) ? .irregular : nil }
    }

    private struct Cell {
        let column: MeterColumn
        let text: String

        func unit(else usual: String) -> String { column.unit.isEmpty ? usual : column.unit }
    }

    private func cell(_ role: MeterColumn.Role) -> Cell? {
        guard let place = form.columns.firstIndex(where: { $0?.role == role }), place < fields.count,
            let column = form.columns[place]
        else { return nil }
        let text = fields[place]
        return ["", "-", "--", "—"].contains(text) ? nil : Cell(column: column, text: text)
    }

    private func number(_ cell: Cell) throws(RefusedRow) -> Double {
        guard let value = Number.read(cell.text) else { throw .notANumber(cell.column.name) }
        return value
    }
}
