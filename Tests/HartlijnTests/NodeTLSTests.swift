import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

@testable import Hartlijn
@testable import Identity

/// The real site over TLS, and what openssl makes of it.
@Suite struct NodeTLSTests {
    /// Certificates that were made a moment ago, in a folder of their own.
    private struct Papers {
        let folder: String

        init() throws {
            folder = NSTemporaryDirectory() + "hartlijn-tls-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in ["node", "proxy", "stranger"] {
                _ = try OpenSSL.run([
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:localhost", "-keyout", path("\(name).key"),
                    "-out", path("\(name).pem"),
                ])
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o600], ofItemAtPath: path("\(name).key"))
            }
        }

        func path(_ name: String) -> String { "\(folder)/\(name)" }
        func shown(_ name: String) -> [String] { ["-cert", path("\(name).pem"), "-key", path("\(name).key")] }
        func discard() { try? FileManager.default.removeItem(atPath: folder) }  // gone is gone

        func tls(_ more: [String] = []) throws -> NodeTLS {
            try NodeTLS.parse(["--certificate", path("node.pem"), "--certificate-key", path("node.key")] + more)
        }
    }

    private enum OpenSSL {
        /// - Returns: what it said on standard output
        static func run(_ arguments: [String], saying words: String = "") throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
            process.arguments = arguments
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            // Who is refused does not listen to the end.
            try? input.fileHandleForWriting.write(contentsOf: Data(words.utf8))
            let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            try? input.fileHandleForWriting.close()  // it may have gone
            return said
        }

        /// Away from the threads that serve.
        static func ask(_ port: Int, _ papers: Papers, _ more: [String]) async throws -> String {
            let request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            let arguments =
                [
                    "s_client", "-connect", "127.0.0.1:\(port)", "-CAfile", papers.path("node.pem"), "-servername",
                    "localhost", "-verify_hostname", "localhost", "-verify_return_error", "-quiet", "-ign_eof",
                ] + more
            return try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(with: Result { try run(arguments, saying: request) })
                }
            }
        }
    }

    /// Serves the site over this line for as long as it is looked at.
    private static func serve(
        _ clinic: Clinic, over tls: NodeTLS, _ look: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let site = Site(store: clinic.store, clock: clinic.clock, cookies: SessionCookie(.tls), door: .light)
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let app = Application(
            router: site.router(), server: try tls.line(over: .init()),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { opened.yield($0.localAddress?.port ?? 0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await app.run() }
            var port = 0
            for await one in ports {
                port = one
                break
            }
            try await look(port)
            group.cancelAll()
        }
    }

    @Test func `a node speaks TLS of today, and nothing older or weaker`() async throws {
        let (clinic, papers) = (try await Clinic(), try Papers())
        defer { papers.discard() }
        try await Self.serve(clinic, over: try papers.tls()) { port in
            for way in [["-tls1_3"], ["-tls1_2"], ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256"]] {
                let answer = try await OpenSSL.ask(port, papers, way)
                #expect(answer.hasPrefix("HTTP/1.1 200"), "\(way)")
                #expect(answer.lowercased().contains("strict-transport-security: max-age=31536000; includesubdomains"))
            }
            let weak = ["-cipher", "ECDHE-ECDSA-AES128-SHA:AES128-SHA:AES128-GCM-SHA256:@SECLEVEL=0"]
            for way in [["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], ["-tls1"], ["-tls1_2"] + weak] {
                let answer = try await OpenSSL.ask(port, papers, way)
                #expect(answer.isEmpty, "\(way)")
            }
            let answer = try await OpenSSL.ask(port, papers, ["-CAfile", papers.path("stranger.pem")])
            #expect(answer.isEmpty, "a proxy that does not know us")
        }
    }

    @Test func `a node answers only a proxy that somebody vouches for`() async throws {
        let (clinic, papers) = (try await Clinic(), try Papers())
        defer { papers.discard() }
        try await Self.serve(clinic, over: try papers.tls(["--proxy-authority", papers.path("proxy.pem")])) { port in
            let known = try await OpenSSL.ask(port, papers, papers.shown("proxy"))
            let stranger = try await OpenSSL.ask(port, papers, papers.shown("stranger"))
            let nobody = try await OpenSSL.ask(port, papers, [])
            #expect(known.hasPrefix("HTTP/1.1 200"))
            #expect(stranger.isEmpty && nobody.isEmpty)
        }
    }

    @Test func `a certificate without its key, or a key that others may read, is refused`() throws {
        let papers = try Papers()
        defer { papers.discard() }
        for half in [["--certificate", papers.path("node.pem")], ["--proxy-authority", papers.path("proxy.pem")]] {
            #expect(throws: (any Error).self) { _ = try NodeTLS.parse(half) }
        }
        _ = try papers.tls().line(over: .init())
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: papers.path("node.key"))
        #expect(throws: (any Error).self) { _ = try papers.tls().line(over: .init()) }
    }
}
