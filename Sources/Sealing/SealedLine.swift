/// One line of the access log, as it is sealed: who did what, about whom, when.
///
/// The order of the fields counts, and so do their names: a column that is added later stands in the lines written
/// since, and the old lines keep the form in which they were sealed.
///
/// - Shape: a version, the number of the line, its time, then each field: its name, and whether and what it holds
/// - Units: milliseconds since 1970
/// - Source: NEN 7513 (who, what, when, about whom, from which role, with which outcome)
package struct SealedLine: Hashable, Sendable {
    /// One column of the line. A value that is absent is not the same as one that is empty.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: [UInt8]?

        package init(_ name: String, _ value: [UInt8]?) {
            self.name = name
            self.value = value
        }

        package init(_ name: String, _ text: String?) { self.init(name, text.map { Array($0.utf8) }) }
    }

    static let version: UInt8 = 1

    package let id: Reference
    package let at: Int64
    package let fields: [Field]

    package init(_ id: Reference, at time: Int64, _ fields: [Field]) {
        self.id = id
        at = time
        self.fields = fields
    }

    /// The bytes that are sealed, for whoever checks a line with other tools.
    package var canonical: [UInt8] {
        var canonical = Canonical()
        add(to: &canonical)
        return canonical.bytes
    }

    func add(to canonical: inout Canonical) {
        canonical.add(byte: SealedLine.version)
        canonical.add(id)
        canonical.add(time: at)
        canonical.add(count: fields.count)
        for field in fields {
            canonical.add(field.name)
            canonical.add(maybe: field.value)
        }
    }
}
