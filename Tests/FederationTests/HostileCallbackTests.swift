import Credentials
import TestIssuers
import Testing

@testable import Federation

@Suite struct HostileCallbackTests {
    typealias Case = Wrong<Callback, AuthorizationFailure>

    static let hostile: [Case] = [
        Case("no state", .noState) { $0.parameters.remove(at: 1) },
        Case("another state", .wrongState) { $0.parameters[1].1 = Base64URL.text([UInt8](repeating: 9, count: 32)) },
        Case("an empty state", .wrongState) { $0.parameters[1].1 = "" },
        Case("a state with a tail", .wrongState) { $0.parameters[1].1 += "A" },
        Case("the state twice", .form(.duplicateName)) { $0.parameters.append(("state", Callback.state)) },
        Case("the code twice", .form(.duplicateName)) { $0.parameters.append(("code", "other")) },
        Case("the code twice, once in escapes", .form(.duplicateName)) { $0.parameters.append(("c%6Fde", "other")) },
        Case("an unknown name twice", .form(.duplicateName)) { $0.parameters += [("a", "1"), ("a", "1")] },
        Case("no issuer, where it was promised", .noIssuer) { $0.parameters.removeLast() },
        Case("another issuer", .wrongIssuer) { $0.parameters[2].1 = "https%3A%2F%2Fkwaad.example" },
        Case("an issuer with a slash", .wrongIssuer) { $0.parameters[2].1 += "%2F" },
        Case("the provider says no", .refused(.accessDenied)) { $0.parameters[0] = ("error", "access_denied") },
        Case("the provider wants a person", .refused(.loginRequired)) {
            $0.parameters[0] = ("error", "login_required")
        },
        Case("the provider says something of its own", .refused(.other)) { $0.parameters[0] = ("error", "%3Cb%3E") },
        Case("a no that nobody asked", .wrongState) {
            $0.parameters = [("error", "access_denied"), ("state", "x"), ("iss", "https%3A%2F%2Flogin.example")]
        },
        Case("a code and an error", .codeAndError) { $0.parameters.append(("error", "access_denied")) },
        Case("neither", .neither) { $0.parameters.removeFirst() },
        Case("an empty code", .code) { $0.parameters[0].1 = "" },
        Case("a code beyond ASCII", .code) { $0.parameters[0].1 = "%C3%AB" },
        Case("a code that never ends", .code) { $0.parameters[0].1 = String(repeating: "a", count: 2049) },
        Case("a token in the address", .tokenInAddress) { $0.parameters.append(("id_token", "a.b.c")) },
        Case("an access token in the address", .tokenInAddress) { $0.parameters.append(("access_token", "a")) },
        Case("a bad escape", .form(.badEscape)) { $0.parameters[0].1 = "%zz" },
        Case("half an escape", .form(.badEscape)) { $0.parameters[2].1 += "%2" },
        Case("not UTF-8", .form(.notUTF8)) { $0.parameters[0].1 = "%FF" },
        Case("a line end", .form(.controlCharacter)) { $0.parameters[0].1 = "a%0D%0Ab" },
        Case("a value without a name", .form(.emptyName)) { $0.parameters.append(("", "a")) },
        Case("too many", .form(.tooManyParameters)) { $0.parameters += (0..<30).map { ("p\($0)", "") } },
        Case("too long", .form(.tooLong)) { $0.parameters.append(("p", String(repeating: "a", count: 4096))) },
        Case("nothing", .noState) { $0.text = "" },
        Case("after ten minutes", .tooLate) { $0.now = seconds(House.now + 600) },
        Case("before the question", .tooLate) { $0.now = seconds(House.now - 1) },
        Case("asked of another house", .otherProvider) { $0.askedAt = "https://other.example" },
    ]

    @Test(arguments: hostile) func `an answer that is not as it should be is refused`(_ wrong: Case) throws {
        var callback = Callback()
        try wrong.change(&callback)
        #expect(throws: wrong.failure) { try callback.read() }
    }
}
