/// What one object of a meter measured once.
package struct HealthObservation: Sendable {
    package let object: MeterObject
    package let person: MeterUser
    package private(set) var values: [Value] = []
    package private(set) var timestamp: MeterTime?
    /// - Source: ISO/IEEE 11073-20601:2019, MeasurementStatus (the first bit is the highest)
    package private(set) var status: UInt16 = 0

    /// One number, which may be none, with the place of its bytes.
    package struct Value: Sendable {
        package let kind: UInt16
        package let unit: UInt16
        package let number: MedicalFloat
        package let place: Int
    }

    /// Takes first what attributes say of the object, then its values, so that their order does not matter.
    init(_ known: MeterObject, of person: MeterUser, _ attributes: [MeterAttribute]) throws(MeterFailure) {
        var described = known
        for attribute in attributes { try described.describe(attribute) }
        object = described
        self.person = person
        for attribute in attributes { try take(attribute) }
    }

    private mutating func take(_ attribute: MeterAttribute) throws(MeterFailure) {
        var bytes = attribute.value
        switch attribute.id {
        case Nomenclature.basicNumeric: add(try bytes.bigSfloat(.value), of: object.kind, at: bytes.place - 2)
        case Nomenclature.simpleNumeric: add(try bytes.bigFloat(.value), of: object.kind, at: bytes.place - 4)
        case Nomenclature.numeric: try addFull(&bytes)
        case Nomenclature.compoundBasic:
            try addParts(&bytes) { rest throws(MeterFailure) in try rest.bigSfloat(.value) }
        case Nomenclature.compoundSimple:
            try addParts(&bytes) { rest throws(MeterFailure) in try rest.bigFloat(.value) }
        case Nomenclature.compoundNumeric:
            try bytes.list(.value) { rest throws(MeterFailure) in try addFull(&rest) }
        case Nomenclature.absoluteTime: timestamp = try bytes.absoluteTime()
        case Nomenclature.measurementStatus: status |= try bytes.big16(.measurementStatus)
        default: return
        }
        try bytes.finish(.attribute)
    }

    private mutating func add(_ number: MedicalFloat, of kind: UInt16, at place: Int) {
        values.append(Value(kind: kind, unit: object.unit, number: number, place: place))
    }

    private mutating func addParts(
        _ bytes: inout MeterBytes, _ read: (inout MeterBytes) throws(MeterFailure) -> MedicalFloat
    ) throws(MeterFailure) {
        let start = bytes.place
        var found: [(MedicalFloat, Int)] = []
        try bytes.list(.value) { rest throws(MeterFailure) in
            let place = rest.place
            found.append((try read(&rest), place))
        }
        guard found.count == object.parts.count else {
            throw MeterFailure(place: start, field: .value, reason: .unknownLayout)
        }
        for (kind, (number, place)) in zip(object.parts, found) { add(number, of: kind, at: place) }
    }

    /// - Shape: what (2), status (2), unit (2), FLOAT
    private mutating func addFull(_ bytes: inout MeterBytes) throws(MeterFailure) {
        let kind = try bytes.big16(.value)
        status |= try bytes.big16(.measurementStatus)
        let unit = try bytes.big16(.unit)
        let number = try bytes.bigFloat(.value)
        values.append(Value(kind: kind, unit: unit, number: number, place: bytes.place - 4))
    }
}
