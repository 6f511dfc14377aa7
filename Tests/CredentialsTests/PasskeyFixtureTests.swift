import Credentials
import TestAuthenticators
import Testing

/// What another software authenticator makes: soft-webauthn 0.1.4, told to say that it verified the person.
///
/// Made by ourselves with keys that exist nowhere else.
@Suite struct PasskeyFixtureTests {
    private let madeClientData =
        "7b2274797065223a2022776562617574686e2e637265617465222c20226368616c6c656e6765223a20224151494442415547"
        + "4277674a4367734d4451345045424553457851564668635947526f6248423065487941222c20226f726967696e223a202268"
        + "747470733a2f2f686172746c696a6e2e6578616d706c65227d"
    private let madeAttestation =
        "a363666d74646e6f6e656761747453746d74a068617574684461746158a4856db1dc4259d375aeff72830cc95cfaf90c54be"
        + "c1895b0bdc5022459da682b745000000000000000000000000000000000000000000209f637c0395c1b0c1579ff22d09aa02"
        + "1cc6ea56d1373f7913c020ce3db10cccb1a50102032620012158207aab072bae0ac4b1934dcd5c03c1cb4223763d4ffc5316"
        + "abba4d683b2f2d5da0225820d9ff33cf91274058b520ffcbd5eee61e2767a825b63a579c9ad5288dde5492bb"
    private let id =
        "9f637c0395c1b0c1579ff22d09aa021cc6ea56d1373f7913c020ce3db10cccb1"
    private let answerClientData =
        "7b2274797065223a2022776562617574686e2e676574222c20226368616c6c656e6765223a20224151494442415547427767"
        + "4a4367734d4451345045424553457851564668635947526f6248423065487941222c20226f726967696e223a202268747470"
        + "733a2f2f686172746c696a6e2e6578616d706c65227d"
    private let answerData =
        "856db1dc4259d375aeff72830cc95cfaf90c54bec1895b0bdc5022459da682b70500000001"
    private let answerSignature =
        "304502210098fcab54da582923ee9cc390e07b384a244d51032155dec344a4c1b7a63b832a02207b1fbe6b9620ec36bb99bc"
        + "f2ecc585771a65e7964c31c843ada9e6e06ec675b1"
    /// The same, without saying that it verified anybody.
    private let unverifiedAttestation =
        "a363666d74646e6f6e656761747453746d74a068617574684461746158a4856db1dc4259d375aeff72830cc95cfaf90c54be"
        + "c1895b0bdc5022459da682b74100000000000000000000000000000000000000000020af14e76782ccb4fe63ca500d887f5b"
        + "5349a4b419a08ab89ecca37bec7d7c1636a5010203262001215820bf8f129c173f6697793af89f53c6c08bd1d964d50f217a"
        + "a775d23d41bbc565272258207cac5824bd224d44242ab9d82b701326027b1705ec2af68a1c0404254468f828"

    @Test func `a passkey and an answer of another maker are accepted`() throws {
        let desk = try Desk()
        let made = Passkey.Made(clientData: try bytes(madeClientData), attestation: try bytes(madeAttestation))
        let stored = try desk.register(made)
        #expect(stored.id == (try bytes(id)))
        #expect(stored.counter == 0)
        let after = try Passkey.assert(try answer(), for: desk.challenge, by: stored, at: desk.site)
        #expect(after.counter == 1)
        #expect(throws: PasskeyFailure.counterNotForward(stored: 1, told: 1)) {
            try Passkey.assert(try answer(), for: desk.challenge, by: after, at: desk.site)
        }
    }

    @Test func `a maker that verifies nobody is refused`() throws {
        let made = Passkey.Made(clientData: try bytes(madeClientData), attestation: try bytes(unverifiedAttestation))
        #expect(throws: PasskeyFailure.personNotVerified) { try Desk().register(made) }
    }

    private func answer() throws -> Passkey.Answer {
        Passkey.Answer(
            id: try bytes(id), clientData: try bytes(answerClientData), authenticatorData: try bytes(answerData),
            signature: try bytes(answerSignature), owner: Authenticator.ownerBytes)
    }

    private func bytes(_ hexadecimal: String) throws -> [UInt8] {
        try stride(from: 0, to: hexadecimal.count, by: 2).map {
            try #require(UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16))
        }
    }
}
