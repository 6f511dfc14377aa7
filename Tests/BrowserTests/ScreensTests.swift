import Testing

extension InTheBrowser {
    @Suite(.serialized) struct ScreensTests {
        @Test(.timeLimit(.minutes(1)), arguments: Screen.all, [Look.phone, .desk])
        func `every screen loads whole, can be pressed, passes axe and is photographed, light and dark`(
            screen: Screen, look: Look
        ) async throws {
            let browser = try await screen.open(in: look)
            report(try await PageChecks.loading(browser))
            report(try await PageChecks.targets(browser))
            for look in [look, look.dark] {
                try await browser.wear(look)
                try await browser.photograph(screen.name(in: look), in: look)
                if Workplace.hasAxe { report(try await Axe.violations(browser), in: look) }
            }
        }

        @Test(.timeLimit(.minutes(1)), arguments: Screen.all)
        func `no screen scrolls sideways at 320 px`(screen: Screen) async throws {
            report(try await PageChecks.reflow(try await screen.open(in: .narrow)))
        }

        private func report(_ findings: [String], in look: Look? = nil, at place: SourceLocation = #_sourceLocation) {
            for finding in findings {
                Issue.record("\(look.map { "\($0.testDescription): " } ?? "")\(finding)", sourceLocation: place)
            }
        }
    }
}
