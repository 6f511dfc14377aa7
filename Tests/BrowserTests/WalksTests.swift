import Testing

extension InTheBrowser {
    @Suite(.serialized) struct WalksTests {
        @Test(.timeLimit(.minutes(2)), arguments: [Look.phone, .phone.withoutScripts])
        func `a patient measures, is thanked, and sees the reading`(look: Look) async throws {
            try await Stage.shared.walk("measuring-\(look.testDescription)", in: look) { browser, site in
                try await browser.open(site.address)
                try await browser.signIn(try site.account(.patient))

                try await browser.press(Words.startMeasuring)
                try await browser.press(Words.sitting)
                try await browser.press(Words.meterReady)
                try await browser.fill(Words.systolic, with: "128")
                try await browser.fill(Words.diastolic, with: "82")
                try await browser.fill(Words.pulse, with: "64")
                try await browser.press(Words.next)
                // Far from the own average, the product asks once whether it is right.
                if let yes = try await browser.all(.words(Words.yesRight)).first { try await yes.click() }

                try await browser.sees(Words.thanks)
                try await browser.photograph("walk-thanks-\(look.testDescription)")
                let isHalfway = try await !browser.all(.words(Words.later)).isEmpty
                try await browser.press(isHalfway ? Words.later : Words.done)
                try await browser.press(Words.graph)
                try await browser.sees(Words.graphTitle)
                try await browser.findsInTable("128", "82")
            }
        }

        @Test(.timeLimit(.minutes(3)))
        func `a question is answered from the keyboard, and the patient reads the answer`() async throws {
            let (question, answer) = ("Mag ik de pil ook 's avonds nemen?", "Ja, dat mag. Neem de pil elke avond.")
            let asks = try await Stage.shared.site().account(.patient)

            try await Stage.shared.walk("asking", in: .phone) { browser, site in
                try await browser.open(site.address)
                try await browser.signIn(asks)
                try await browser.press(Words.messages)
                try await browser.fill(Words.newMessage, with: question)
                try await browser.press(Words.send)
                try await browser.sees(question)
            }

            try await Stage.shared.walk("answering", in: .desk) { browser, site in
                let poh = try site.account(.poh)
                try await browser.open(site.address)
                try await browser.tab(to: Words.userName)
                try await browser.keys(poh.signIn)
                try await browser.tab(to: Words.password)
                try await browser.keys(poh.password)
                try await browser.key(.enter)
                try await browser.arrives(at: "/worklist")

                try await browser.goesDown(to: question)
                try await browser.key(.enter)
                try await browser.tab(to: Words.answer)
                try await browser.keys(answer)
                try await browser.tab(to: Words.sendAnswer)
                try await browser.key(.enter)
                try await browser.arrives(at: "/worklist")
                #expect(try await !browser.isListed(question))

                try await browser.tab(to: Words.undo)
                try await browser.key(.enter)
                try await browser.arrives(at: "/worklist")
                #expect(try await browser.isListed(question))
            }

            try await Stage.shared.walk("reading", in: .phone) { browser, site in
                try await browser.open(site.address)
                try await browser.signIn(asks)
                try await browser.press(Words.messages)
                try await browser.sees(answer)
            }
        }
    }
}

extension Browser {
    /// A row of a table in which both numbers stand.
    fileprivate func findsInTable(_ first: String, _ second: String) async throws {
        let rows = "//tr[contains(normalize-space(.), '\(first)') and contains(normalize-space(.), '\(second)')]"
        let found = try await eventually {
            try await !send("POST", "/elements", ["using": "xpath", "value": .text(rows)]).list.isEmpty
        }
        guard found else { throw BrowserTrouble("no row with \(first) and \(second) on \(try await whatIsHere())") }
    }

    /// Presses J until the line with these words has the focus.
    fileprivate func goesDown(to words: String) async throws {
        var passed: [String] = []
        for _ in 0..<60 {
            try await keys("j")
            let line = try await run("return document.activeElement.closest('[data-item]')?.textContent ?? ''")
            let text = line.text?.evened ?? ""
            if text.contains(words) { return }
            if text == passed.last { break }
            passed.append(text)
        }
        throw BrowserTrouble("J never came to “\(words)”, but to \(passed)")
    }

    /// Whether a line of the worklist holds these words.
    fileprivate func isListed(_ words: String) async throws -> Bool {
        let lines = try await run("return [...document.querySelectorAll('[data-item]')].map((line) => line.textContent)")
        return lines.texts.contains { $0.evened.contains(words) }
    }
}
