import Crypto
import Testing

@testable import Vault

@Suite struct KnownAnswersTests {
    private static let plain = """
        d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
        1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255
        """
    private static let sealed = """
        522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
        8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
        """

    /// Test cases 13 to 16 of the GCM specification that NIST took over.
    @Test(arguments: [
        ("", String(repeating: "0", count: 64), "000000000000000000000000", "", "530f8afbc74536b9a963b4f1c4cb738b"),
        (
            "00000000000000000000000000000000", String(repeating: "0", count: 64), "000000000000000000000000", "",
            "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
        ),
        (
            plain, "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888", "",
            sealed + "898015adb094dac5d93471bdec1a502270e3cc6c"
        ),
        (
            String(plain.dropLast(8)), "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            "cafebabefacedbaddecaf888", "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            sealed + "76fc6ece0f4e1768cddf8853bb2d551b"
        ),
    ])
    func `AES-256-GCM gives what NIST gives`(
        plain: String, key: String, nonce: String, bound: String, sealed: String
    ) throws {
        let key = SymmetricKey(data: bytes(key))
        let given = try Sealing.seal(
            bytes(plain), with: key, nonce: try AES.GCM.Nonce(data: bytes(nonce)), bound: bytes(bound), after: [])
        #expect(hex(given) == nonce + sealed)
        #expect(try hex(Sealing.open(given[...], with: key, bound: bytes(bound))) == plain)
    }

    @Test(arguments: [
        (
            "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        ),
        (
            hex(0x00...0x4F), hex(0x60...0xAF), hex(0xB0...0xFF),
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c"
                + "2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
        (
            "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "", "",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        ),
    ])
    func `HKDF gives what RFC 5869 gives`(key: String, salt: String, info: String, derived: String) {
        let given = Derivation.key(
            from: SymmetricKey(data: bytes(key)), salt: bytes(salt), info: bytes(info), count: derived.count / 2)
        #expect(given.withUnsafeBytes { hex(Array($0)) } == derived)
    }

    @Test(arguments: [
        ("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b"),
        ("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c7"),
        ("0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c", "Test With Truncation", "a3b6167473100ee06e0c796c2955552b"),
        (
            String(repeating: "aa", count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f"
        ),
    ])
    func `the blind index is the HMAC of RFC 4231`(key: String, text: String, code: String) {
        #expect(hex(BlindIndex.code(of: Array(text.utf8), key: SymmetricKey(data: bytes(key)))) == code)
    }

    @Test func `another implementation gives the same ids`() throws {
        let house = try House()
        #expect("\(house.masters.currentID) \(house.key.id)" == "cb266fc3fa5cb406 37869ca08d562cf2")
    }

    @Test func `another implementation gives the same blobs`() throws {
        let house = try House()
        let nonce = try AES.GCM.Nonce(data: House.nonce)
        let text = "Ik slaap slecht. 💤"
        let blob = try house.key.fields.seal(whole: Padding.by32.pad(text.utf8), at: House.place, nonce: nonce)
        let own = house.masters.fieldKey(of: House.here)
        let houseBlob = try own.seal(whole: Padding.exact.pad(text.utf8), at: House.place, nonce: nonce)
        #expect(
            hex(blob.bytes) == """
                0137869ca08d562cf2a0a1a2a3a4a5a6a7a8a9aaabb141451207e63821b6c629e41efe0ded7c7bbb754c4a19db6468e89d1418\
                edc5b32bdeb73dac217bd05f50b393a542b3
                """)
        #expect(
            hex(houseBlob.bytes) == """
                01cb266fc3fa5cb406a0a1a2a3a4a5a6a7a8a9aaabd04c63e7ce309e328cdef33097165bcc57e9efb82dfedd24ec1a31860280\
                193d643f801b84ed
                """)
        #expect(try own.text(in: houseBlob, at: House.place) == text)
        #expect(try house.key.fields.text(in: blob, at: House.place) == text)
    }

    @Test func `another implementation wraps and finds alike`() throws {
        let house = try House()
        let wrapped = try house.masters.wrap(house.key, nonce: try AES.GCM.Nonce(data: House.nonce))
        #expect(
            hex(wrapped.bytes) == """
                01cb266fc3fa5cb40637869ca08d562cf2a0a1a2a3a4a5a6a7a8a9aaab50645b88f7daf94f81a44b26b891a8a35618204772e0\
                478d00b3444c0a814df36386ffcb993a8dfcdf6e1cfa3a6dccc7
                """)
        let index = house.masters.index(of: .bsn(try BSN("999990019")), in: House.here)
        #expect(hex(index.bytes) == "cb266fc3fa5cb40667b126c2499522702bc0a345f3cf649f")
    }
}
