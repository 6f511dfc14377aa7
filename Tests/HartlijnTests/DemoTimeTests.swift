import Clinical
import Testing

@testable import Hartlijn

@Suite struct DemoTimeTests {
    @Test func `time that passed in a demonstration stays passed, and goes on`() {
        let time = DemoTime()
        let before = time.clock.occasion.now
        time.pass(.hours(24))
        time.pass(.hours(1))
        let after = time.clock.occasion.now
        #expect(after - before >= .hours(25))
        #expect(after - before < .hours(26))
        #expect(Clock.real.occasion.now < after)
    }
}
