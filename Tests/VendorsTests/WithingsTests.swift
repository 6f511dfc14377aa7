import Clinical
import Crypto
import Testing

@testable import Vendors

@Suite struct WithingsTests {
    static let account = Withings.Account(
        client: "client-of-the-test", secret: .init(Array("secret-of-the-test".utf8)),
        cloud: .init(consent: "https://consent.example", service: "https://cloud.example"))
    static let now = Instant.seconds(1_795_000_000)

    @Test func `a signature is over the values in the order of their names`() throws {
        // printf getnonce,client-of-the-test,1795000000 | openssl dgst -sha256 -hmac secret-of-the-test
        let expected = "58dd25b5b8c0f7f6e4f851ade58c140e4282de305be5b9b4a0767a4bcec55e78"
        let signature = Self.account.signature(
            over: ["timestamp": "1795000000", "client_id": "client-of-the-test", "action": "getnonce"])
        #expect(signature == expected)
        #expect(Self.account.nonce(at: Self.now).body.hasSuffix("&timestamp=1795000000&signature=\(signature)"))
    }

    @Test func `where somebody says yes stands what is asked, and nothing of them`() {
        #expect(
            Self.account.consent("state-1234", back: "https://hartlijn.example/withings/answer") == """
                https://consent.example?response_type=code&client_id=client-of-the-test\
                &scope=user.metrics%2Cuser.activity\
                &redirect_uri=https%3A%2F%2Fhartlijn.example%2Fwithings%2Fanswer&state=state-1234
                """)
    }

    @Test func `a question for tokens is signed, and the secret is not in it`() throws {
        let nonce = try Withings.Nonce(answer: .init(http: 200, bytes: Self.ok(#"{"nonce":"nonce-1234"}"#)))
        let request = Self.account.tokens(for: "code+1/2", back: "https://h.example/a", nonce)
        #expect(request.address == "https://cloud.example/v2/oauth2")
        #expect(request.body.contains("action=requesttoken&client_id=client-of-the-test&nonce=nonce-1234&signature="))
        #expect(
            request.body.hasSuffix(
                "&grant_type=authorization_code&code=code%2B1%2F2&redirect_uri=https%3A%2F%2Fh.example%2Fa"))
        #expect(!request.body.contains("secret-of-the-test"))
        #expect(request.bearer == nil)
        #expect("\(Self.account)".contains("secret-of-the-test") == false)
    }

    @Test func `the word for news is of the secret`() {
        let other = Withings.Account(
            client: Self.account.client, secret: .init(Array("another-secret".utf8)), cloud: .europe)
        #expect(Self.account.newsWord.count == 32)
        #expect(Self.account.newsWord != other.newsWord)
    }

    static func ok(_ body: String) -> [UInt8] { Array("{\"status\":0,\"body\":\(body)}".utf8) }
    static func answer(_ text: String) -> Withings.Answer { .init(http: 200, bytes: Array(text.utf8)) }

    private static let tokens =
        #"{"userid":363,"access_token":"a-0123456789","refresh_token":"r-0123456789","expires_in":10800}"#

    @Test func `tokens are read, also when the person is a text`() throws {
        for body in [Self.tokens, Self.tokens.replacing("363", with: "\"363\"")] {
            let tokens = try Withings.Tokens(answer: .init(http: 200, bytes: Self.ok(body)), at: Self.now)
            #expect(tokens.person.number == "363")
            #expect(tokens.until == Self.now + .hours(3))
        }
    }

    @Test(arguments: [
        #"{"userid":363,"access_token":"a-0123456789","expires_in":10800}"#,
        #"{"userid":-3,"access_token":"a-0123456789","refresh_token":"r-0123456789","expires_in":10800}"#,
        #"{"userid":363,"access_token":"a b-0123456","refresh_token":"r-0123456789","expires_in":10800}"#,
        #"{"userid":363,"access_token":"a\r\n-012345","refresh_token":"r-0123456789","expires_in":10800}"#,
        #"{"userid":363,"access_token":"a-0123456789","refresh_token":"r-0123456789","expires_in":1e9}"#,
        #"{"userid":363,"access_token":"a-0123456789","refresh_token":"r-0123456789","expires_in":0}"#,
        "[]", "{}",
    ])
    func `tokens that cannot be used are not taken`(_ body: String) {
        #expect(throws: WithingsFailure.unreadable) {
            try Withings.Tokens(answer: .init(http: 200, bytes: Self.ok(body)), at: Self.now)
        }
    }

    @Test(arguments: [
        (#"{"status":401,"body":{},"error":"invalid_token"}"#, WithingsFailure.notRecognised),
        (#"{"status":100}"#, .notRecognised), (#"{"status":102}"#, .notRecognised),
        (#"{"status":200}"#, .notRecognised),
        (#"{"status":103}"#, .refused(103)), (#"{"status":293}"#, .refused(293)), (#"{"status":601}"#, .tooMany),
        (#"{"status":2554}"#, .refused(2554)), (#"{"status":503,"error":"x"}"#, .refused(503)),
        ("", .unreadable), ("<html>", .unreadable), ("{\"status\":0", .unreadable), (#"{"body":{}}"#, .unreadable),
        (#"{"status":"zero"}"#, .unreadable),
    ])
    func `an answer that is no yes says what it is`(_ text: String, _ failure: WithingsFailure) {
        #expect(throws: failure) { try Self.answer(text).body() }
        #expect(throws: failure) { try Withings.Page(answer: Self.answer(text), at: Self.now) }
    }

    @Test(arguments: [(500, WithingsFailure.http(500)), (302, .http(302)), (429, .tooMany)])
    func `what the server itself says is no answer`(_ http: Int, _ failure: WithingsFailure) {
        let answer = Withings.Answer(http: http, bytes: Self.ok("{}"))
        #expect(throws: failure) { try answer.body() }
        #expect(throws: failure) { try Withings.Page(answer: answer, at: Self.now) }
    }

    @Test func `a token that is refused is told from trouble that passes`() {
        #expect(WithingsFailure.notRecognised.isAboutTheToken && WithingsFailure.refused(503).isAboutTheToken)
        for failure in [WithingsFailure.tooMany, .http(500), .unreadable, .refused(522), .refused(2555), .refused(293)]
        {
            #expect(!failure.isAboutTheToken, "\(failure)")
        }
    }

    private static let told: [(String?, String?, Bool)] = [
        ("363", "1", true), ("363", "46", true), ("363", "2", false), ("363", nil, false), (nil, "1", false),
        ("36 3", "1", false), ("-1", "1", false), ("123456789012345678901", "1", false), ("٣", "1", false),
    ]

    @Test(arguments: told)
    func `news is a number of somebody and a kind that we asked for`(_ person: String?, _ news: String?, _ isNews: Bool)
    {
        #expect((Withings.Notice(person: person, news: news) != nil) == isNews)
    }
}

@Suite struct AccountFileTests {
    private static func read(_ text: String) throws(AccountFileFailure) -> Withings.Account {
        try Withings.Account(file: Array(text.utf8))
    }

    @Test func `two lines are an account in Europe`() throws {
        let account = try Self.read("client-0123456789\nsecret-0123456789\n")
        #expect(account.client == "client-0123456789")
        #expect(account.cloud == .europe)
    }

    @Test func `four lines name another cloud`() throws {
        let account = try Self.read(
            "client-0123\r\nsecret-0123\r\nhttps://api.example\r\nhttps://consent.example/x\r\n")
        #expect(account.cloud == .init(consent: "https://consent.example/x", service: "https://api.example"))
    }

    @Test(arguments: [
        ("", AccountFileFailure.lines), ("client-0123456789", .lines), ("a-0123456\nb-0123456\nhttps://x", .lines),
        ("short\nsecret-0123456789", .client), ("client-0123456789\nhas a space in it", .secret),
        ("client-0123456789\nsecret-0123456789\nhttp://api.example\nhttps://consent.example", .cloud),
        ("client-0123456789\nsecret-0123456789\nhttps://api.example/?a=1\nhttps://consent.example", .cloud),
    ])
    func `what cannot be an account is not taken`(_ text: String, _ failure: AccountFileFailure) {
        #expect(throws: failure) { try Self.read(text) }
    }
}
