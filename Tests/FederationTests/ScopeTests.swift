import Credentials
import TestIssuers
import Testing

@testable import Federation

@Suite struct ScopeTests {
    @Test(arguments: ["system/Observation.rs", "system/*.rs", "system/Patient.cruds", "system/AuditEvent.c"])
    func `a scope is read and written`(_ text: String) throws { #expect(try SystemScope(text).text == text) }

    @Test(arguments: [
        ("", ScopeFailure.empty), (" system/Patient.r", .empty), ("system/Patient.r  system/Patient.s", .empty),
        ("system/Patient.r system/Patient.r", .twice), ("patient/Patient.r", .notForSystems),
        ("openid", .notForSystems), ("System/Patient.r", .notForSystems), ("system/patient.r", .resource),
        ("system/.r", .resource), ("system/**.r", .resource), ("system/Pat1ent.r", .resource),
        ("system/Patiënt.r", .resource), ("system/Patient", .permissions), ("system/Patient.", .permissions),
        ("system/Patient.read", .permissions), ("system/Patient.*", .permissions), ("system/Patient.sr", .permissions),
        ("system/Patient.rr", .permissions), ("system/Patient.rx", .permissions), ("system/Patient.r.s", .permissions),
        ("system/Patient.R", .permissions), ("system/Patient.r\u{301}", .permissions),
        ("system/Observation.rs?category=laboratory", .search),
        (String(repeating: "a", count: 2049), .tooLong), (String(repeating: "a ", count: 65) + "a", .tooMany),
    ])
    func `what is no list of scopes is refused`(_ text: String, _ failure: ScopeFailure) {
        #expect(throws: failure) { try SystemScope.list(text) }
    }

    @Test(arguments: [
        ("system/Observation.rs", "system/Observation.rs", "system/Observation.rs"),
        ("system/Observation.cruds", "system/Observation.rs", "system/Observation.rs"),
        ("system/*.rs", "system/Observation.r system/Patient.s", "system/Observation.r system/Patient.s"),
        ("system/Observation.cr", "system/*.rs", "system/Observation.r"),
        ("system/Observation.r system/Observation.s", "system/*.rs", "system/Observation.rs"),
        ("system/*.rs", "system/*.r system/Patient.s", "system/*.r system/Patient.s"),
        ("system/Patient.r system/Observation.r", "system/Patient.r", "system/Patient.r"),
    ])
    func `what is granted is both asked and registered`(_ asked: String, _ has: String, _ granted: String) throws {
        let scopes = try SystemScope.granted(try SystemScope.list(asked), of: try SystemScope.list(has))
        #expect(SystemScope.text(scopes) == granted)
    }

    @Test(arguments: [
        ("system/Observation.c", "system/Observation.rs"), ("system/Patient.r", "system/Observation.r"),
        ("system/*.d", "system/*.crus"),
    ])
    func `when nothing is left nothing is granted`(_ asked: String, _ has: String) throws {
        let (asked, has) = (try SystemScope.list(asked), try SystemScope.list(has))
        #expect(throws: ScopeFailure.nothingGranted) { try SystemScope.granted(asked, of: has) }
        #expect(throws: ScopeFailure.nothingGranted) { try SystemScope.granted(asked, of: []) }
    }

    @Test func `a machine asks for a token`() throws {
        let body = Parameters.text([
            ("grant_type", "client_credentials"), ("scope", "system/Observation.rs"),
            ("client_assertion_type", ClientAssertion.type), ("client_assertion", try Machine().paper.text()),
        ])
        let request = try ClientCredentialsRequest(body)
        #expect(SystemScope.text(request.scopes) == "system/Observation.rs")
        #expect(request.assertion.claimedClientID == "lab")
    }

    @Test(arguments: [
        ("", ClientCredentialsFailure.grantType, TokenError.unsupportedGrantType),
        ("grant_type=password", .grantType, .unsupportedGrantType),
        ("grant_type=client_credentials", .assertionType, .invalidRequest),
        ("grant_type=client_credentials&grant_type=x", .form(.duplicateName), .invalidRequest),
        ("grant_type=client_credentials&client_assertion_type=\(type)", .noAssertion, .invalidRequest),
        ("grant_type=client_credentials&client_assertion_type=\(type)&client_assertion=a", .noScope, .invalidScope),
        (
            "grant_type=client_credentials&client_assertion_type=\(type)&client_assertion=a&scope=a",
            .assertion(.token(.notThreeParts)), .invalidClient
        ),
        (
            "grant_type=client_credentials&client_assertion_type=\(type)&scope=openid&client_assertion="
                + "eyJhbGciOiJFUzM4NCJ9.eyJpc3MiOiJsYWIifQ.",
            .scope(.notForSystems), .invalidScope
        ),
        (String(repeating: "a", count: 16_385), .form(.tooLong), .invalidRequest),
    ])
    func `a request that is none is refused`(
        _ body: String, _ failure: ClientCredentialsFailure, _ answer: TokenError
    ) {
        #expect(throws: failure) { try ClientCredentialsRequest(body) }
        #expect(failure.answer == answer)
    }

    private static let type = ClientAssertion.type

    @Test func `the answers are those of the standard`() throws {
        let scopes = try SystemScope.list("system/Patient.r system/Observation.rs")
        #expect(
            AccessTokenAnswer("abc", for: scopes).json
                == #"{"access_token":"abc","expires_in":300,"scope":"system/Observation.rs system/Patient.r","#
                + #""token_type":"bearer"}"#)
        #expect(AccessTokenAnswer.headers["Cache-Control"] == "no-store")
        #expect(
            TokenError.invalidClient.json == #"{"error":"invalid_client"}"# && TokenError.invalidClient.status == 401)
        #expect(TokenError.invalidScope.json == #"{"error":"invalid_scope"}"# && TokenError.invalidScope.status == 400)
    }
}
