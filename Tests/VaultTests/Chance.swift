import Crypto

@testable import Vault

/// Chance that is the same in every run.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Two organisations, their patients, and a house that holds one master key.
struct House {
    static let here = RowID(high: 0x0001_0203_0405_0607, low: 0x0809_0A0B_0C0D_0E0F)
    static let elsewhere = RowID(high: 7, low: 7)
    static let patient = RowID(high: 0x1011_1213_1415_1617, low: 0x1819_1A1B_1C1D_1E1F)
    static let neighbour = RowID(high: 8, low: 8)
    static let place = Place(
        table: "portal_message", row: RowID(high: 0x2021_2223_2425_2627, low: 0x2829_2A2B_2C2D_2E2F), column: "body")
    static let nonce = [UInt8](0xA0...0xAB)

    let masters: MasterKeys
    let key: PatientKey

    init() throws {
        masters = try MasterKeys(current: MasterKey(try House.secret("master")), older: [])
        key = PatientKey(try House.secret("patient key"), of: House.patient, in: House.here)
    }

    static func secret(_ name: String) throws(KeyFailure) -> Secret {
        try Secret(Array(SHA256.hash(data: Array(name.utf8))))
    }
}

/// A nonce that is the same in every run.
enum Nonces {
    static func one() throws -> AES.GCM.Nonce { try AES.GCM.Nonce(data: House.nonce) }
}

func bytes(_ digits: String) -> [UInt8] { Hexadecimal.bytes(digits.utf8.filter { $0 != UInt8(ascii: " ") }) ?? [] }
func hex(_ bytes: some Collection<UInt8>) -> String { Hexadecimal.text(bytes) }
