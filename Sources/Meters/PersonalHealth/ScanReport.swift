/// The measurements in a report, of fixed or variable format, of one person or several.
///
/// - Shape: request id (2), report number (2), then a list of scans; of persons: a list of person (2) and scans;
///   fixed: handle (2) and octets laid out by the map of the object; variable: handle (2) and attributes
/// - Source: ISO/IEEE 11073-20601:2019, ScanReportInfoFixed, -Var, -MPFixed, -MPVar
struct ScanReport {
    private(set) var observations: [HealthObservation] = []
    private let configuration: MeterConfiguration
    private let isFixed: Bool

    init(_ report: EventReport, under configuration: MeterConfiguration) throws(MeterFailure) {
        self.configuration = configuration
        isFixed = [Nomenclature.fixedReport, Nomenclature.fixedReportOfPersons].contains(report.type)
        var bytes = report.information
        _ = try bytes.part(4, .scanReport)
        switch report.type {
        case Nomenclature.fixedReport, Nomenclature.variableReport: try scans(&bytes, of: .notSaid)
        case Nomenclature.fixedReportOfPersons, Nomenclature.variableReportOfPersons:
            try bytes.list(.scanReport) { rest throws(MeterFailure) in
                let person = try rest.big16(.scanReport)
                try scans(&rest, of: person == 0xFFFF ? .unknown : .number(person))
            }
        default:
            let place = report.information.place
            throw MeterFailure(place: place, field: .scanReport, reason: .unknownChoice(report.type))
        }
        try bytes.finish(.scanReport)
    }

    private mutating func scans(_ bytes: inout MeterBytes, of person: MeterUser) throws(MeterFailure) {
        try bytes.list(.scanReport) { rest throws(MeterFailure) in
            let handle = try rest.big16(.scanReport)
            guard let object = configuration.objects[handle] else {
                let place = rest.place - 2
                throw MeterFailure(place: place, field: .scanReport, reason: .unknownObject(handle: handle))
            }
            let attributes = try isFixed ? object.fixedAttributes(&rest) : rest.attributeList()
            observations.append(try HealthObservation(object, of: person, attributes))
        }
    }
}

extension MeterObject {
    /// The octets of a fixed scan, cut by the map; they must be used up exactly.
    fileprivate func fixedAttributes(_ bytes: inout MeterBytes) throws(MeterFailure) -> [MeterAttribute] {
        var octets = try bytes.octets(.scanReport)
        let attributes = try map.cut(&octets)
        try octets.finish(.scanReport)
        return attributes
    }
}

extension [MeterObject.Mapped] {
    func cut(_ bytes: inout MeterBytes) throws(MeterFailure) -> [MeterAttribute] {
        var attributes: [MeterAttribute] = []
        for mapped in self {
            attributes.append(MeterAttribute(id: mapped.id, value: try bytes.part(mapped.length, .attribute)))
        }
        return attributes
    }
}
