import Credentials
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import NIOCore
import NIOPosix
import Outbox
import Synchronization
import Testing
import WebPush

@testable import Hartlijn

/// A push service and a gateway for phones on this machine. The push service holds the private key of the browser, so it
/// reads what only the browser can; a test decides what both answer.
final class PostHouse: Sendable {
    struct Received: Sendable {
        let path: String
        let headers: HTTPFields
        let body: [UInt8]

        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    }

    private let received = Mutex<[Received]>([])
    private let answers = Mutex<[HTTPResponse.Status]>([])
    /// Longer than anybody waits for an answer.
    private let isSlow = Mutex(false)
    let browser = P256.KeyAgreement.PrivateKey()
    let secret: [UInt8] = Array(1...16)
    let port = Mutex<Int>(0)

    var all: [Received] { received.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(port.withLock { $0 })" }
    func answers(_ these: HTTPResponse.Status...) { answers.withLock { $0 = these } }
    func becomesSlow() { isSlow.withLock { $0 = true } }

    var subscription: (endpoint: String, key: String, auth: String) {
        (
            "\(address)/push/abc", Base64URL.text(Array(browser.publicKey.x963Representation)), Base64URL.text(secret)
        )
    }

    func open(_ look: @escaping @Sendable (PostHouse) async throws -> Void) async throws {
        let router = Router()
        for path in ["push/abc", "push/other", "messages"] {
            router.post(RouterPath(path)) { [self] request, _ -> Response in
                let body = try await request.body.collect(upTo: 100_000)
                received.withLock {
                    $0.append(
                        Received(path: request.uri.path, headers: request.headers, body: Array(body.readableBytesView)))
                }
                if isSlow.withLock({ $0 }) { try await Task.sleep(for: .seconds(2)) }
                return Response(status: answers.withLock { $0.isEmpty ? .created : $0.removeFirst() })
            }
        }
        try await Application(router: router).test(.live) { client in
            let number = try #require(client.port)
            self.port.withLock { $0 = number }
            try await look(self)
        }
    }

    /// What the browser reads, by RFC 8291 from the other side.
    func read(_ body: [UInt8]) throws -> String {
        let (salt, key) = (Array(body[0..<16]), Array(body[21..<86]))
        #expect(body[20] == 65)
        let sender = try P256.KeyAgreement.PublicKey(x963Representation: key)
        let info = Array("WebPush: info\0".utf8) + Array(browser.publicKey.x963Representation) + key
        let shared = try browser.sharedSecretFromKeyAgreement(with: sender).hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: secret, sharedInfo: info, outputByteCount: 32)
        func derive(_ name: String, _ count: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: shared, salt: salt, info: Array("Content-Encoding: \(name)\0".utf8),
                outputByteCount: count)
        }
        let nonce = derive("nonce", 12).withUnsafeBytes { Array($0) }
        let plain = try AES.GCM.open(
            AES.GCM.SealedBox(combined: nonce + body[86...]), using: derive("aes128gcm", 16))
        #expect(plain.last == 2, "the last record")
        return String(decoding: plain.dropLast(), as: UTF8.self)
    }

    /// The claims of a letter that is signed by the key beside it.
    static func claims(_ authorization: String) throws -> (key: String, claims: String) {
        let found = try #require(authorization.wholeMatch(of: #/vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(.+)/#))
        let key = try P256.Signing.PublicKey(x963Representation: #require(Base64URL.bytes(String(found.4))))
        let signature = try P256.Signing.ECDSASignature(
            rawRepresentation: #require(Base64URL.bytes(String(found.3))))
        #expect(key.isValidSignature(signature, for: Array("\(found.1).\(found.2)".utf8)))
        return (
            String(found.4), String(decoding: try #require(Base64URL.bytes(String(found.2))), as: UTF8.self)
        )
    }
}

/// A house that hears everything and hangs up without a word.
final class HouseThatHangsUp: Sendable {
    private let channel: any Channel

    private final class HangsUp: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        func channelRead(context: ChannelHandlerContext, data: NIOAny) { context.close(promise: nil) }
    }

    init() async throws {
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(HangsUp()) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var address: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }
    func close() async throws { try await channel.close() }
}
