/// Something that a meter reports by itself: its configuration, measurements, or a stored segment.
///
/// - Shape: APDU choice 0xE700 and length, octet string, invoke id, choice (0x0100 or 0x0101, which asks to be
///   confirmed) and length, object handle (2), relative time (4), event type (2), length and event information
/// - Source: ISO/IEEE 11073-20601:2019, presentation APDU, EventReportArgumentSimple
package struct EventReport: Sendable {
    package let invocation: UInt16
    package let confirmation: Confirmation
    package let type: UInt16
    let information: MeterBytes

    package enum Confirmation: Hashable, Sendable {
        case asked, none
    }

    package init(apdu: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(apdu)
        let outer = try bytes.big16(.apdu)
        guard outer == 0xE700 else { throw MeterFailure(place: 0, field: .apdu, reason: .unknownChoice(outer)) }
        try bytes.lengthOfRest(.apdu)
        try bytes.lengthOfRest(.apdu)
        invocation = try bytes.big16(.apdu)
        let choice = try bytes.big16(.eventReport)
        guard choice == 0x0100 || choice == 0x0101 else {
            throw MeterFailure(place: bytes.place - 2, field: .eventReport, reason: .unknownChoice(choice))
        }
        confirmation = choice == 0x0101 ? .asked : .none
        try bytes.lengthOfRest(.eventReport)
        _ = try bytes.part(6, .eventReport)
        type = try bytes.big16(.eventReport)
        try bytes.lengthOfRest(.eventReport)
        information = bytes
    }
}
