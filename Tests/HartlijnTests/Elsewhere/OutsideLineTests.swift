import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import NIOCore
import Testing

@testable import Hartlijn

/// The real line to another house, over a socket of this machine.
@Suite struct OutsideLineTests {
    private static func serve(
        patience: Duration = .seconds(5), _ look: @escaping @Sendable (Outgoing, String) async throws -> Void
    ) async throws {
        let router = Router()
        router.get("json") { _, _ in answer("{}") }
        router.post("form") { request, _ in
            answer(String(buffer: try await request.body.collect(upTo: 1000)) + (request.headers[.accept] ?? ""))
        }
        router.get("away") { _, _ in
            Response(status: .found, headers: [.location: "/json", .contentType: "application/json"])
        }
        router.get("long") { _, _ in answer(String(repeating: " ", count: 1001)) }
        router.get("endless") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody { writer in
                    while !Task.isCancelled { try await writer.write(ByteBuffer(repeating: 0x20, count: 500)) }
                })
        }
        router.get("silent") { _, _ -> Response in
            try await Task.sleep(for: .seconds(1))
            return answer("{}")
        }
        router.get("drops") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: "{"))
                    try await Task.sleep(for: .seconds(1))
                })
        }
        try await Application(router: router).test(.live) { client in
            let line = OutsideLine(patience: patience)
            do { try await look(line.outgoing, "http://127.0.0.1:\(try #require(client.port))") } catch {
                await line.close()
                throw error
            }
            await line.close()
        }
    }

    private static func answer(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    @Test func `a question has an answer`() async throws {
        try await Self.serve(patience: .seconds(60)) { line, house in
            let look = try await line.answer(to: .init("\(house)/json", longest: 1000))
            #expect(look == .init(status: 200, kind: "application/json", body: Array("{}".utf8)))
            let form = try await line.answer(
                to: .init("\(house)/form", headers: ["Accept": "x"], body: "a=1", longest: 1000))
            #expect(form.body == Array("a=1x".utf8))
        }
    }

    @Test func `where an answer points nobody goes`() async throws {
        try await Self.serve(patience: .seconds(60)) { line, house in
            let answer = try await line.answer(to: .init("\(house)/away", longest: 1000))
            #expect(answer.status == 302)
        }
    }

    @Test(arguments: [("long", OutgoingFailure.tooLong), ("endless", .tooLong)])
    func `what is too long is not read to its end`(_ path: String, _ failure: OutgoingFailure) async throws {
        try await Self.serve(patience: .seconds(60)) { line, house in
            await #expect(throws: failure) { try await line.answer(to: .init("\(house)/\(path)", longest: 1000)) }
        }
    }

    @Test(arguments: ["silent", "drops"]) func `who is slow is not waited for`(_ path: String) async throws {
        try await Self.serve(patience: .milliseconds(150)) { line, house in
            await #expect(throws: OutgoingFailure.tooSlow) {
                try await line.answer(to: .init("\(house)/\(path)", longest: 1000))
            }
        }
    }

    @Test(arguments: ["http://127.0.0.1:1/json", "https://127.0.0.1:1/", "http://", "ftp://127.0.0.1/"])
    func `who is not there gives no answer`(_ address: String) async throws {
        let line = OutsideLine(patience: .milliseconds(150))
        await #expect(throws: OutgoingFailure.self) {
            try await line.outgoing.answer(to: .init(address, longest: 1000))
        }
        await line.close()
    }
}
