import Clinical
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@Suite struct AttemptsTests {
    @Test func `five tries, then a quarter of an hour of rest, whether we know the name or not`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            for name in ["fatma", "nobody"] {
                for _ in 0..<5 {
                    let wrong = try await site.send(.post, "/sign-in", "name=\(name)&password=x")
                    #expect(wrong.status == .unprocessableContent)
                }
                let sixth = try await site.send(.post, "/sign-in", "name=\(name)&password=\(Clinic.password)")
                #expect(sixth.status == .tooManyRequests)
                #expect(sixth.headers[.retryAfter] == "900")
                #expect(sixth.text.contains("Wacht een kwartier"))
            }
            clinic.wait(.minutes(15))
            #expect(try await site.signIn("fatma") == .seeOther)
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'refused' AND object = 'sign-in'")
        #expect(lines == 6, "five wrong ones and the moment it became too often; a name we do not know leaves none")
    }

    @Test func `a stranger who guesses never keeps the person out of their own browser`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            #expect(try await site.signIn("fatma") == .seeOther)
            try await site.open("/more")
            try await site.press("/sign-out")
            for _ in 0..<20 { _ = await clinic.guess("fatma", "x") }
            #expect(await clinic.guess("fatma", Clinic.password) == .tooOften, "an unknown browser waits")
            #expect(try await site.signIn("fatma") == .seeOther)
        }
    }

    @Test func `a hundred guesses at once are no more than five`() async throws {
        let clinic = try await Clinic()
        let outcomes = await withTaskGroup(of: Clinic.Guess.self) { group in
            for number in 0..<100 { group.addTask { await clinic.guess("fatma", "guess \(number)") } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .wrong } == 5)
        #expect(outcomes.count { $0 == .tooOften } == 95)
    }

    @Test func `a day of guessing is less than five hundred guesses`() async throws {
        let clinic = try await Clinic()
        var judged = 0
        for _ in 0..<(24 * 60) {
            for _ in 0..<2 where await clinic.guess("fatma", "x") == .wrong { judged += 1 }
            clinic.wait(.minutes(1))
        }
        #expect((400...500).contains(judged), "\(judged)")
    }

    @Test func `on a shared browser each account has its own five tries`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        var device = try await signIn.start("fatma", password: Clinic.password, at: clinic.clock.occasion).device
        device = try await signIn.start("jan", password: Clinic.password, device: device, at: clinic.clock.occasion)
            .device
        var judged = 0
        for _ in 0..<10 {
            for _ in 0..<4 where await clinic.guess("jan", "x", device: device) == .wrong { judged += 1 }
            #expect(await clinic.guess("fatma", Clinic.password, device: device) == .right)
        }
        #expect(judged == 5, "signing in as oneself does not forgive guessing at somebody else")
    }

    @Test func `a new password makes every browser a stranger, and whoever waited may try again`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        let own = try await signIn.start("fatma", password: Clinic.password, at: clinic.clock.occasion)
        for _ in 0..<6 { _ = await clinic.guess("fatma", "x") }
        #expect(try await signIn.changePassword("een heel ander woord", for: "fatma", at: clinic.clock.occasion))
        #expect(await clinic.guess("fatma", Clinic.password, device: own.device) == .wrong)
        #expect(await clinic.guess("fatma", "een heel ander woord") == .right)
        #expect(try await clinic.count("SELECT count(*) FROM identity_device WHERE sign_in = 'fatma'") == 1)
    }

    @Test func `a browser is known for one account, and its number cannot be made up`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        let own = try await signIn.start("fatma", password: Clinic.password, at: clinic.clock.occasion)
        for _ in 0..<6 { _ = await clinic.guess("jan", "x") }
        for device in [own.device, String(repeating: "0", count: 64), "", "x"] {
            #expect(await clinic.guess("jan", Clinic.password, device: device) == .tooOften)
        }
    }
}

extension Clinic {
    enum Guess { case right, wrong, tooOften }

    /// Somebody tries, from a browser that is not ours unless a device is given.
    func guess(_ name: String, _ password: String, device: String? = nil) async -> Guess {
        do {
            _ = try await SignIn(store: store, cost: HashCost(rounds: 1 << 4)).start(
                name, password: password, device: device, at: clock.occasion)
            return .right
        } catch is TooManyAttempts {
            return .tooOften
        } catch {
            return .wrong
        }
    }
}
