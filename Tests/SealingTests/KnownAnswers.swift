import Sealing

/// Values that were worked out without this code, with Python's `hashlib` and `cryptography`.
enum KnownAnswers {
    static let tenant = Reference(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_0001)

    static let lines = [
        SealedLine(
            Reference(high: 0x0192_A0B1_C2D3_7E4F, low: 0x8011_2233_4455_6677), at: 1_790_000_000_123,
            [
                .init("actor", "worker"), .init("action", "looked"), .init("patient_id", (0..<16).map { UInt8($0) }),
                .init("reason", nil as String?), .init("object", ""),
            ]
        ),
        SealedLine(Reference(high: 0x0192_A0B1_C2D3_7E4F, low: 0x8011_2233_4455_6678), at: -1, []),
        SealedLine(
            Reference(high: 0x0192_A0B1_C2D3_7E4F, low: 0x8011_2233_4455_6679), at: 1_790_000_060_000,
            [.init("reden", "coördinatie")]
        ),
    ]

    static let canonical = [
        "010192a0b1c2d37e4f8011223344556677" + "000001a0c4506c7b" + "0000000000000005"
            + "00000000000000056163746f72" + "010000000000000006776f726b6572"
            + "0000000000000006616374696f6e" + "0100000000000000066c6f6f6b6564"
            + "000000000000000a70617469656e745f6964" + "010000000000000010000102030405060708090a0b0c0d0e0f"
            + "0000000000000006726561736f6e" + "00"
            + "00000000000000066f626a656374" + "010000000000000000",
        "010192a0b1c2d37e4f8011223344556678" + "ffffffffffffffff" + "0000000000000000",
        "010192a0b1c2d37e4f8011223344556679" + "000001a0c4515660" + "0000000000000001"
            + "0000000000000005726564656e" + "01000000000000000c636fc3b67264696e61746965",
    ]

    static let hashes = [
        "4554511627562273a522389b8391b3b07f837a2942eb9f5acf090b7c83c650fa",
        "03cda9f476970ba71fee6252d914397d51004357966035eb439fffba9889419d",
        "456d18d28738cf7f75c79aa6ec9d7e81428ed93a89567d236e61d6644d0a0edd",
    ]

    static let seed = (0..<32).map { UInt8($0) }
    static let sealedAt: Int64 = 1_790_000_061_000
    static let keyID = "2026-a"
    static let publicKey = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
    static let signedBytes =
        "686172746c696a6e2d686561642d763100" + "01920000000070008000000000000001" + "0000000000000003"
        + "0000000000000020456d18d28738cf7f75c79aa6ec9d7e81428ed93a89567d236e61d6644d0a0edd" + "000001a0c4515a48"
        + "0000000000000006323032362d61"
    static let anchor =
        "hartlijn-anchor 1 01920000000070008000000000000001 3 "
        + "456d18d28738cf7f75c79aa6ec9d7e81428ed93a89567d236e61d6644d0a0edd 1790000061000 2026-a "
        + "b9f06ae958089df5f11a95f68a0945f7c318ae76f1cc2b23567b3a816650994f"
        + "3c00255a0ead1bd6bc1f1f3014e8bbbf26e45dca4d2559ebc874ae4aa6b3150d"

    /// The head of those three lines.
    static func head() throws -> Head {
        var chain = Chain(of: tenant)
        for line in lines { _ = try chain.append(line) }
        return try Seal(seed, named: keyID).sign(chain, at: sealedAt)
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
