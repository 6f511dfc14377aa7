import Testing

extension InTheBrowser {
    @Suite(.serialized) struct WalksTests {
        @Test(.timeLimit(.minutes(2)), arguments: [Look.phone, .phone.withoutScripts])
        func `a patient measures, is thanked, and finds the reading in the table`(look: Look) async throws {
            try await Stage.shared.walk("measuring-\(look.testDescription)", in: look) { browser, site in
                try await browser.open(site.address)
                try await browser.signIn(try site.account(.patient))
                try await browser.press(Words.graph)
                let before = try await browser.readingsInTable()
                try await browser.back()

                try await browser.press(oneOf: Words.startMeasuring)
                try await browser.press(Words.sitting)
                try await browser.press(Words.meterReady)
                try await browser.fill(Words.systolic, with: "128")
                try await browser.fill(Words.diastolic, with: "82")
                try await browser.fill(Words.pulse, with: "64")
                try await browser.press(Words.next)
                // Far from the own average, the product asks once whether it is right.
                let answer = try await browser.sees(oneOf: [Words.yesRight, Words.thanks])
                if answer == Words.yesRight { try await browser.press(Words.yesRight) }

                try await browser.sees(Words.thanks)
                try await browser.sees("128 over 82")
                try await browser.photograph("walk-thanks-\(look.testDescription)", in: look)
                try await browser.press(oneOf: Words.backToToday)
                try await browser.press(Words.graph)
                try await browser.sees(Words.graphTitle)
                #expect(try await browser.readingsInTable() == before + 1)
            }
        }

        @Test(.timeLimit(.minutes(3)))
        func `a question is answered from the keyboard alone, and the patient reads the answer`() async throws {
            let (question, answer) = ("Mag ik de pil ook 's avonds nemen?", "Ja, dat mag. Neem de pil elke avond.")
            try await asks(question)
            try await answers(question, with: answer)
            try await reads(answer)
        }

        @Test(.timeLimit(.minutes(2)))
        func `a finished week is answered with three keys once its line is reached`() async throws {
            try await Stage.shared.walk("week", in: .desk) { browser, site in
                try await browser.open(site.address)
                try await browser.signIn(try site.account(.poh))
                try await browser.goesDown(to: Words.weekOnTarget)
                let count = try await browser.lineCount
                try await browser.key(.enter)
                try await browser.opensMessage()
                let text = try await browser.run("return document.querySelector('textarea').value").text ?? ""
                #expect(text.contains(Words.weekText))
                try await browser.photograph("walk-week", in: .desk)
                try await browser.key(.enter)
                try await browser.arrives(at: "/worklist")
                try await browser.sees(Words.answerSent)
                #expect(try await eventually { try await browser.lineCount == count - 1 })
            }
        }

        private func asks(_ question: String) async throws {
            try await Stage.shared.walk("asking", in: .phone) { browser, site in
                try await browser.open(site.address)
                try await browser.signIn(try site.account(.patient))
                try await browser.press(Words.messages)
                try await browser.fill(Words.question, with: question)
                try await browser.press(Words.sendQuestion)
                try await browser.sees(Words.questionSent)
                try await browser.sees(question)
            }
        }

        private func answers(_ question: String, with answer: String) async throws {
            try await Stage.shared.walk("answering", in: .desk) { browser, site in
                let poh = try site.account(.poh)
                try await browser.open(site.address)
                try await browser.tab(to: Words.userName)
                try await browser.keys(poh.signIn)
                try await browser.tab(to: Words.password)
                try await browser.keys(poh.password)
                try await browser.key(.enter)
                try await browser.arrives(at: "/sign-in/again")
                try await browser.tab(to: Words.code)
                try await browser.keys(try await browser.first(.css("main .num")).text)
                try await browser.key(.enter)
                try await browser.arrives(at: "/worklist")

                try await browser.goesDown(to: question)
                try await browser.key(.enter)
                try await browser.opensMessage()
                try await browser.tab(to: Words.answer)
                try await browser.keys(answer)
                try await browser.tab(to: Words.sendAnswer)
                try await browser.key(.enter)
                try await browser.arrives(at: "/worklist")
                try await browser.sees(Words.answerSent)
                try await browser.photograph("walk-answered", in: .desk)
                #expect(try await eventually { try await !browser.isListed(question) })
                // From the list itself: no line is chosen yet, so no page is on its way while a key is pressed.
                try await browser.open(site.address + "/worklist")
                try await browser.finishesAndUndoes()
            }
        }

        private func reads(_ answer: String) async throws {
            try await Stage.shared.walk("reading", in: .phone) { browser, site in
                try await browser.open(site.address)
                try await browser.signIn(try site.account(.patient))
                try await browser.press(Words.messages)
                try await browser.sees(answer)
            }
        }
    }
}

extension Browser {
    /// How many readings the table beside the graph counts: the last column of its rows.
    fileprivate func readingsInTable() async throws -> Int {
        try await sees(Words.graphTitle)
        let counts = try await run(
            "return [...document.querySelectorAll('main tbody td:last-child')].map((cell) => cell.textContent)")
        return counts.texts.compactMap { Int($0) }.reduce(0, +)
    }

    /// Presses B until the page to write on has come: the pane must show the chosen line first.
    fileprivate func opensMessage() async throws {
        let came = try await eventually {
            try await keys("b")
            return try await run("return location.pathname").text?.hasSuffix("/message") == true
        }
        guard came else { throw BrowserTrouble("B did not open a message") }
    }

    /// Closes the first line with E, and takes it back with U.
    fileprivate func finishesAndUndoes() async throws {
        let count = try await lineCount
        // The keys work from the moment that their script has come; K stays on the first line.
        _ = try await eventually {
            try await keys("k")
            return try await !focusedLine.isEmpty
        }
        try await keys("e")
        try await sees(Words.finished)
        #expect(try await lineCount == count - 1)
        try await tab(to: Words.undo)
        try await key(.enter)
        #expect(try await eventually { try await lineCount == count })
    }

    fileprivate var lineCount: Int {
        get async throws {
            try await run("return [...document.querySelectorAll('tr[data-item]')].map((line) => line.dataset.item)")
                .texts.count
        }
    }

    /// Presses J until the line with these words has the focus.
    fileprivate func goesDown(to words: String) async throws {
        var passed: [String] = []
        // The keys work from the moment that their script has come.
        _ = try await eventually {
            try await keys("j")
            return try await !focusedLine.isEmpty
        }
        for _ in 0..<60 {
            let line = try await focusedLine
            if line.contains(words) { return }
            if line == passed.last { break }
            passed.append(line)
            try await keys("j")
        }
        throw BrowserTrouble("J never came to “\(words)”, but to \(passed)")
    }

    private var focusedLine: String {
        get async throws {
            let line = try await run("return document.activeElement.closest('[data-item]')?.textContent ?? ''")
            return line.text?.evened ?? ""
        }
    }

    /// Whether a line of the worklist holds these words.
    fileprivate func isListed(_ words: String) async throws -> Bool {
        let lines = try await run(
            "return [...document.querySelectorAll('[data-item]')].map((line) => line.textContent)")
        return lines.texts.contains { $0.evened.contains(words) }
    }
}
