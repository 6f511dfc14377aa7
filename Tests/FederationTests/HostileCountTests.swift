import Testing

@testable import Federation

@Suite struct HostileCountTests {
    @Test func `the hostile cases are counted`() {
        let tokens = HostileIDTokens.all.count
        let around =
            DiscoveryTests.hostile.count + JWKSTests.hostile.count + HostileCallbackTests.hostile.count
            + TokenTests.hostile.count + LogoutTests.hostile.count
        let machines = HostileAssertions.all.count
        print("hostile: \(tokens) ID tokens, \(around) around them, \(machines) client assertions")
        print("hostile: \(tokens + around + machines) in all")
        #expect(tokens >= 70)
        #expect(machines >= 40)
        #expect(tokens + around + machines >= 120)
    }
}
