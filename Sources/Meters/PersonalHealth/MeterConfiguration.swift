/// Which objects a meter has, and how it packs their values in reports of fixed format.
///
/// Two configurations are standard and are never sent; a meter with another one reports it once.
///
/// - Shape: object handle → what it measures, its parts, its unit, and the attributes of its values in order
/// - Source: ISO/IEEE 11073-10407 (standard configuration 0x02BC, blood pressure) and 11073-10415 (0x05DC, scale)
package struct MeterConfiguration: Hashable, Sendable {
    package let id: UInt16
    package let objects: [UInt16: MeterObject]

    package static let bloodPressureMonitor = MeterConfiguration(
        id: 0x02BC,
        objects: [
            1: MeterObject(
                kind: Nomenclature.bloodPressure,
                parts: [Nomenclature.systolic, Nomenclature.diastolic, Nomenclature.mean], unit: 3872,
                map: [.init(id: Nomenclature.compoundBasic, length: 10), .init(id: Nomenclature.absoluteTime, length: 8)]),
            2: MeterObject(
                kind: Nomenclature.pulse, unit: 2720,
                map: [.init(id: Nomenclature.basicNumeric, length: 2), .init(id: Nomenclature.absoluteTime, length: 8)]),
        ])

    package static let weighingScale = MeterConfiguration(
        id: 0x05DC,
        objects: [
            1: MeterObject(
                kind: Nomenclature.bodyMass, unit: 1731,
                map: [.init(id: Nomenclature.simpleNumeric, length: 4), .init(id: Nomenclature.absoluteTime, length: 8)])
        ])

    init(id: UInt16, objects: [UInt16: MeterObject]) {
        self.id = id
        self.objects = objects
    }

    /// What a meter reports of itself.
    ///
    /// - Shape: configuration id (2), list of objects: class (2), handle (2), attributes
    package init(_ report: EventReport) throws(MeterFailure) {
        guard report.type == Nomenclature.configurationReport else {
            throw MeterFailure(
                place: report.information.place, field: .configuration, reason: .unknownChoice(report.type))
        }
        var bytes = report.information
        id = try bytes.big16(.configuration)
        var found: [UInt16: MeterObject] = [:]
        try bytes.list(.configuration) { rest throws(MeterFailure) in
            _ = try rest.big16(.configuration)
            found[try rest.big16(.configuration)] = try MeterObject(rest.attributeList())
        }
        try bytes.finish(.configuration)
        objects = found
    }
}

/// One thing that a meter measures.
package struct MeterObject: Hashable, Sendable {
    package var kind: UInt16 = 0
    package var parts: [UInt16] = []
    package var unit: UInt16 = 0
    package var map: [Mapped] = []

    /// One attribute in a report of fixed format.
    package struct Mapped: Hashable, Sendable {
        package let id: UInt16
        package let length: Int
    }

    init(kind: UInt16, parts: [UInt16] = [], unit: UInt16, map: [Mapped]) {
        (self.kind, self.parts, self.unit, self.map) = (kind, parts, unit, map)
    }

    init(_ attributes: [MeterAttribute]) throws(MeterFailure) {
        for attribute in attributes { try describe(attribute) }
    }

    /// Takes what an attribute says of the object itself; other attributes are left alone.
    mutating func describe(_ attribute: MeterAttribute) throws(MeterFailure) {
        var bytes = attribute.value
        switch attribute.id {
        case Nomenclature.idType:
            _ = try bytes.big16(.attribute)
            kind = try bytes.big16(.attribute)
        case Nomenclature.idPhysio: kind = try bytes.big16(.attribute)
        case Nomenclature.idPhysioList:
            parts = []
            try bytes.list(.attribute) { rest throws(MeterFailure) in parts.append(try rest.big16(.attribute)) }
        case Nomenclature.unitCode: unit = try bytes.big16(.unit)
        case Nomenclature.valueMap: map = try bytes.valueMap()
        default: return
        }
        try bytes.finish(.attribute)
    }
}

extension MeterBytes {
    /// An attribute without bytes is refused: a short report could then hold any number of them.
    ///
    /// - Shape: list of attribute id (2) and length (2)
    mutating func valueMap() throws(MeterFailure) -> [MeterObject.Mapped] {
        var map: [MeterObject.Mapped] = []
        try list(.valueMap) { rest throws(MeterFailure) in
            let mapped = MeterObject.Mapped(id: try rest.big16(.valueMap), length: Int(try rest.big16(.valueMap)))
            guard mapped.length > 0 else {
                throw MeterFailure(place: rest.place - 2, field: .valueMap, reason: .unknownLayout)
            }
            map.append(mapped)
        }
        return map
    }
}
