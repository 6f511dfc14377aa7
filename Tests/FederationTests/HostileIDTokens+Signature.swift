import Credentials
import TestIssuers

@testable import Federation

extension HostileIDTokens {
    static let signature: [Case] = [
        Case("not signed", .token(.algorithmNotAllowed)) { $0.paper.become("none", "k1", .nobody) },
        Case("not signed, in other letters", .token(.algorithmNotAllowed)) { $0.paper.become("nOnE", "k1", .nobody) },
        Case("says none and is signed", .token(.algorithmNotAllowed)) { $0.paper.header["alg"] = .text("none") },
        Case("no algorithm", .token(.algorithmNotAllowed)) { $0.paper.header["alg"] = nil },
        Case("an algorithm that is a list", .token(.algorithmNotAllowed)) {
            $0.paper.header["alg"] = .list([.text("ES256")])
        },
        Case("an algorithm in small letters", .token(.algorithmNotAllowed)) { $0.paper.header["alg"] = .text("es256") },
        Case("signed with our client secret", .token(.algorithmNotAllowed)) {
            $0.paper.become("HS256", "k1", .secret(Array("een-lang-geheim/+:".utf8)))
        },
        Case("signed with the public key as a secret", .token(.algorithmNotAllowed)) {
            $0.paper.become("HS256", "r1", .secret($0.keys[1].bytes("n") ?? []))
        },
        Case("an algorithm that is for machines", .token(.algorithmNotAllowed)) {
            $0.paper.become("RS384", "r1", .rsa384)
        },
        Case("an algorithm that we do not know", .token(.algorithmNotAllowed)) {
            $0.paper.become("RS512", "r1", .rsa256)
        },
        Case("RS256 with the key of ES256", .token(.keyDoesNotFit)) { $0.paper.become("RS256", "k1", .rsa256) },
        Case("PS256 with a key for RS256", .token(.keyDoesNotFit)) { $0.paper.become("PS256", "r1", .pss256) },
        Case("ES256 with a longer key", .token(.keyDoesNotFit)) { $0.paper.become("ES256", "long", .p384) },
        Case("RS256 with PSS inside", .token(.wrongSignature)) { $0.paper.become("RS256", "r1", .pss256) },
        Case("RS256 over SHA-384", .token(.wrongSignature)) { $0.paper.become("RS256", "r1", .rsa384) },
        Case("a key for encryption", .token(.unknownKey)) { $0.paper.become("RS256", "enc", .rsa256) },
        Case("a key that is not there", .token(.unknownKey)) { $0.paper.header["kid"] = .text("k2") },
        Case("a path for a kid", .token(.unknownKey)) { $0.paper.header["kid"] = .text("../../dev/null") },
        Case("no kid and two keys that fit", .token(.severalKeysFit)) {
            $0.keys.append(try Signer.otherP256.jwk(["kid": .text("k9")]))
            $0.paper.header["kid"] = nil
        },
        Case("no kid and no key that fits", .token(.keyDoesNotFit)) {
            $0.paper.header["kid"] = nil
            $0.keys.removeFirst()
        },
        Case("signed by somebody else", .token(.wrongSignature)) { $0.paper.signer = .otherP256 },
        Case("signed by somebody else, who brings the key", .token(.wrongSignature)) {
            $0.paper.header["jwk"] = .object(try Signer.otherP256.jwk())
            $0.paper.signer = .otherP256
        },
        Case("signed by somebody else, who says where the key is", .token(.wrongSignature)) {
            $0.paper.header["jku"] = .text("https://kwaad.example/keys")
            $0.paper.signer = .otherP256
        },
        Case("signed by somebody else, with a certificate", .token(.wrongSignature)) {
            $0.paper.header["x5c"] = .list([.text("MIIB")])
            $0.paper.header["x5u"] = .text("https://kwaad.example/x5u")
            $0.paper.signer = .otherP256
        },
        Case("no signature", .token(.wrongSignature)) { $0.paper.signer = .nobody },
        Case("half a signature", .token(.wrongSignature)) {
            $0.paper.rewrite = { String($0.prefix { $0 != "." }) + "." + $0.split(separator: ".")[1] + ".AAAA" }
        },
        Case("a signature of zeros", .token(.wrongSignature)) {
            $0.paper.rewrite = { token in
                token.split(separator: ".").prefix(2).joined(separator: ".") + "."
                    + Base64URL.text([UInt8](repeating: 0, count: 64))
            }
        },
        Case("the claims of another token", .token(.wrongSignature)) {
            $0.paper.rewrite = { token in
                let parts = token.split(separator: ".")
                return "\(parts[0]).\(Base64URL.text(Array(#"{"sub":"1"}"#.utf8))).\(parts[2])"
            }
        },
    ]
}
