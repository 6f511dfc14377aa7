/// Measurements that a meter kept and sends together: a segment of its permanent store.
///
/// - Shape: the map of one entry says a header (bit 15 absolute time, 14 relative time, 13 fine relative time) and a
///   list of elements: class (2), partition and code (4), handle (2), map of attributes; the data of an event say
///   segment (2), index of the first entry (4), number of entries (4), status (2), octets
/// - Source: ISO/IEEE 11073-20601:2019, PmSegmentEntryMap, SegmentDataEvent
package struct StoredSegment: Sendable {
    private let header: UInt16
    private let elements: [Element]

    private struct Element: Sendable {
        let object: MeterObject
        let map: [MeterObject.Mapped]
    }

    /// At most this many entries are read from one event; a meter sends far fewer.
    static let mostEntries = 10_000

    package init(map value: [UInt8], under configuration: MeterConfiguration) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        header = try bytes.big16(.segment)
        var found: [Element] = []
        try bytes.list(.segment) { rest throws(MeterFailure) in
            _ = try rest.part(6, .segment)
            let handle = try rest.big16(.segment)
            guard let object = configuration.objects[handle] else {
                throw MeterFailure(place: rest.place - 2, field: .segment, reason: .unknownObject(handle: handle))
            }
            let element = Element(object: object, map: try rest.valueMap())
            guard !element.map.isEmpty else {
                throw MeterFailure(place: rest.place, field: .segment, reason: .unknownLayout)
            }
            found.append(element)
        }
        try bytes.finish(.segment)
        guard !found.isEmpty else {
            throw MeterFailure(place: bytes.place, field: .segment, reason: .unknownLayout)
        }
        elements = found
    }

    /// - Throws: ``MeterFailure`` when the entries do not fill the octets exactly
    package func observations(in report: EventReport) throws(MeterFailure) -> [HealthObservation] {
        var bytes = report.information
        guard report.type == Nomenclature.segmentData else {
            throw MeterFailure(place: bytes.place, field: .segment, reason: .unknownChoice(report.type))
        }
        _ = try bytes.part(6, .segment)
        let count = Int(try bytes.big32(.segment))
        guard count <= StoredSegment.mostEntries else {
            throw MeterFailure(place: bytes.place - 4, field: .segment, reason: .tooMany(count))
        }
        _ = try bytes.big16(.segment)
        var entries = try bytes.octets(.segment)
        try bytes.finish(.segment)
        var found: [HealthObservation] = []
        for _ in 0..<count { found += try entry(&entries) }
        try entries.finish(.entry)
        return found
    }

    private func entry(_ bytes: inout MeterBytes) throws(MeterFailure) -> [HealthObservation] {
        var shared: [MeterAttribute] = []
        if header & 0x8000 != 0 {
            shared = [MeterAttribute(id: Nomenclature.absoluteTime, value: try bytes.part(8, .entry))]
        }
        if header & 0x4000 != 0 { _ = try bytes.part(4, .entry) }
        if header & 0x2000 != 0 { _ = try bytes.part(8, .entry) }
        var found: [HealthObservation] = []
        for element in elements {
            let attributes = try element.map.cut(&bytes)
            found.append(try HealthObservation(element.object, of: .notSaid, shared + attributes))
        }
        return found
    }
}
