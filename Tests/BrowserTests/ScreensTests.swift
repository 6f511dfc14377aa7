import Testing

extension InTheBrowser {
    @Suite(.serialized) struct ScreensTests {
        @Test(.timeLimit(.minutes(1)), arguments: Screen.all, Look.all)
        func `every screen loads whole, can be pressed, and is photographed`(screen: Screen, look: Look) async throws {
            let browser = try await screen.open(in: look)
            report(try await PageChecks.loading(browser))
            report(try await PageChecks.targets(browser))
            try await browser.photograph(screen.name(in: look), in: look)
        }

        @Test(
            .timeLimit(.minutes(1)), .enabled(if: Workplace.hasAxe, "needs axe.min.js; bin/test fetches it"),
            arguments: Screen.all, Look.all)
        func `axe finds nothing on any screen`(screen: Screen, look: Look) async throws {
            report(try await Axe.violations(try await screen.open(in: look)))
        }

        @Test(.timeLimit(.minutes(1)), arguments: Screen.all)
        func `no screen scrolls sideways at 320 px`(screen: Screen) async throws {
            report(try await PageChecks.reflow(try await screen.open(in: .narrow)))
        }

        private func report(_ findings: [String], at place: SourceLocation = #_sourceLocation) {
            for finding in findings { Issue.record("\(finding)", sourceLocation: place) }
        }
    }
}
