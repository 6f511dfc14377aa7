import Clinical
import Credentials
import Federation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestIssuers
import Testing
import Web

@testable import Hartlijn
@testable import Identity

@Suite struct MachineTests {
    @Test func `a machine gets a token for five minutes`() async throws {
        try await Laboratory.play { lab in
            let answer = try await lab.ask(lab.paper())
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "application/json" && answer.headers[.cacheControl] == "no-store")
            #expect(try answer.member("token_type") == .text("bearer") && answer.member("expires_in") == .number(300))
            #expect(try answer.textMember("scope") == "system/Observation.rs")
            let token = try #require(try answer.textMember("access_token"))
            #expect([UInt8](hexadecimal: token)?.count == 32)
            let machine = try #require(try await lab.machine(token))
            #expect(machine.client == Laboratory.id && machine.organisation == lab.clinic.practice)
            #expect(SystemScope.text(machine.scopes) == "system/Observation.rs")
            lab.clinic.wait(.seconds(299))
            #expect(try await lab.machine(token) != nil)
            lab.clinic.wait(.seconds(1))
            #expect(try await lab.machine(token) == nil)
            try await lab.clinic.store.write { try Identity.forgetTokens(at: lab.clinic.now, $0) }
            #expect(try await lab.tokens == 0)
        }
    }

    @Test func `only a hash of the token is kept, and a line says that it was given`() async throws {
        try await Laboratory.play { lab in
            let token = try #require(try await lab.ask(lab.paper()).textMember("access_token"))
            let hash = SignIn.hash(ofToken: try #require([UInt8](hexadecimal: token)))
            #expect(try await lab.clinic.count("SELECT count(*) FROM identity_token WHERE token_hash = \(hash)") == 1)
            let lines = try await lab.clinic.count(
                """
                SELECT count(*) FROM audit_line
                WHERE practice_id = \(lab.clinic.practice) AND action = 'signed-in' AND object = 'token'
                  AND role = 'machine' AND basis_id = \(Laboratory.id)
                """)
            #expect(lines == 1)
        }
    }

    @Test func `it gets no more than it asks, and no more than it may`() async throws {
        try await Laboratory.play { lab in
            for (place, (asked, given)) in [
                ("system/*.cruds", "system/Observation.rs system/Patient.r"), ("system/Patient.rs", "system/Patient.r"),
                ("system/Observation.s system/Goal.rs", "system/Observation.s"),
            ].enumerated() {
                let answer = try await lab.ask(lab.paper("b-\(place)"), scope: asked)
                #expect(try answer.textMember("scope") == given)
            }
        }
    }

    @Test func `a key of RSA is as good`() async throws {
        try await Laboratory.play { lab in
            var paper = lab.paper()
            paper.become("RS384", "m2", .rsa384)
            let answer = try await lab.ask(paper)
            #expect(answer.status == .ok)
        }
    }

    @Test func `a machine that has ended gets nothing, and has nothing`() async throws {
        try await Laboratory.play { lab in
            let token = try #require(try await lab.ask(lab.paper()).textMember("access_token"))
            let ended = try await lab.clinic.store.write {
                try Identity.end(Laboratory.id, at: lab.clinic.now, $0)
            }
            #expect(ended == lab.clinic.practice)
            #expect(try await lab.machine(token) == nil)
            #expect(try await lab.ask(lab.paper("a-2")).status == .unauthorized)
        }
    }

    @Test(arguments: ["", "x", String(repeating: "ab", count: 32), String(repeating: "ab", count: 33)])
    func `what is no token is nobody's`(_ token: String) async throws {
        try await Laboratory.play { lab in
            try await lab.ask(lab.paper())
            #expect(try await lab.machine(token) == nil)
        }
    }

    @Test func `a machine that keeps on trying waits, and another does not`() async throws {
        try await Laboratory.play { lab in
            var wrong = lab.paper()
            wrong.signer = .otherP256
            for _ in 0..<5 { try await lab.ask(wrong) }
            #expect(try await lab.refusals == 5)
            let answer = try await lab.ask(lab.paper("a-2"))
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[try #require(HTTPField.Name("Retry-After"))] == "900")
            var other = lab.paper("a-3")
            other.claims["iss"] = .text(Laboratory.other.description)
            other.claims["sub"] = other.claims["iss"]
            #expect(try await lab.ask(other).status == .ok)
            lab.clinic.wait(.minutes(15))
            #expect(try await lab.ask(lab.paper("a-4")).status == .ok)
        }
    }

    @Test func `who is right is not counted`() async throws {
        try await Laboratory.play { lab in
            for place in 0..<12 {
                let answer = try await lab.ask(lab.paper("c-\(place)"))
                #expect(answer.status == .ok)
            }
        }
    }

    @Test func `the same assertion at the same time gives one token`() async throws {
        try await Laboratory.play { lab in
            let sent = try lab.sent(lab.paper())
            let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<4 { group.addTask { try await lab.ask(sent).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == .ok }.count == 1)
            #expect(try await lab.tokens == 1)
        }
    }

    @Test func `the site says where tokens are`() async throws {
        try await Laboratory.play { lab in
            let answer = try await lab.client.execute(uri: "/.well-known/smart-configuration", method: .get)
            #expect(answer.status == .ok && answer.headers[.contentType] == "application/json")
            #expect(try answer.textMember("token_endpoint") == "https://hartlijn.example/oauth/token")
            #expect(try answer.member("grant_types_supported") == .list([.text("client_credentials")]))
            #expect(
                try answer.member("token_endpoint_auth_signing_alg_values_supported")
                    == .list([.text("ES384"), .text("RS384")]))
        }
    }
}
