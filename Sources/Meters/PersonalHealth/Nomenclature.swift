/// The numbers by which IEEE 11073 calls things, as far as they are read here.
///
/// - Source: IEEE 11073-10101 nomenclature; 11073-20601:2019 annex of object and attribute codes
package enum Nomenclature {
    // what is measured (partition 2)
    package static let bloodPressure: UInt16 = 18948
    package static let systolic: UInt16 = 18949
    package static let diastolic: UInt16 = 18950
    package static let mean: UInt16 = 18951
    package static let pulse: UInt16 = 18474
    package static let bodyMass: UInt16 = 57664

    // attributes (partition 1)
    static let idPhysio: UInt16 = 2347
    static let idType: UInt16 = 2351
    static let measurementStatus: UInt16 = 2375
    static let compoundNumeric: UInt16 = 2379
    static let numeric: UInt16 = 2384
    static let absoluteTime: UInt16 = 2448
    static let unitCode: UInt16 = 2454
    static let basicNumeric: UInt16 = 2636
    static let valueMap: UInt16 = 2645
    static let simpleNumeric: UInt16 = 2646
    static let compoundSimple: UInt16 = 2676
    static let compoundBasic: UInt16 = 2677
    static let idPhysioList: UInt16 = 2678

    // events (partition 1)
    package static let configurationReport: UInt16 = 3356
    package static let fixedReport: UInt16 = 3357
    package static let variableReport: UInt16 = 3358
    package static let fixedReportOfPersons: UInt16 = 3359
    package static let variableReportOfPersons: UInt16 = 3360
    package static let segmentData: UInt16 = 3361

    /// Units (partition 4) that belong to what is measured.
    static func unit(_ code: UInt16) -> MeterUnit? {
        switch code {
        case 1728: .gram
        case 1731: .kilogram
        case 1760: .pound
        case 2720: .perMinute
        case 3843: .kilopascal
        case 3872: .millimetreOfMercury
        default: nil
        }
    }
}
