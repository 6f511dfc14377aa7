import Testing

extension InTheBrowser {
    /// A phone or computer that makes passkeys, as Chromium plays it: it always knows its owner.
    @Suite(.serialized) struct PasskeyTests {
        @Test(.timeLimit(.minutes(2)))
        func `a patient makes a passkey on a phone, and comes in with it`() async throws {
            try await Stage.shared.walk("passkey-patient", in: .phone) { browser, site in
                let device = try await browser.hasAuthenticator()
                try await browser.open(site.address)
                try await browser.looksRight("passkey-door", in: .phone)
                try await browser.signIn(try site.account(.patient))
                try await browser.open("\(site.address)/account")
                try await browser.looksRight("passkey-account", in: .phone)
                try await browser.press(Words.makePasskey)
                try await browser.sees(Words.notUsedYet)
                try await browser.looksRight("passkey-made", in: .phone)
                #expect(try await browser.passkeys(in: device).count == 1)

                try await browser.press(Words.signOut)
                try await browser.arrives(at: "/")
                try await browser.press(Words.enterWithPasskey)
                try await browser.arrives(at: "/today")
                try await browser.open("\(site.address)/account")
                try await browser.sees(Words.lastUsed)

                // The same device does not make a second one, and says so in words.
                try await browser.press(Words.makePasskey)
                try await browser.sees(Words.hasPasskey)
                try await browser.looksRight("passkey-again", in: .phone)
                try await browser.press(Words.takeAway)
                try await browser.doesNotSee(Words.lastUsed)

                // It is worth nothing from now on, also where the device still has it.
                try await browser.press(Words.signOut)
                try await browser.press(Words.enterWithPasskey)
                try await browser.sees(Words.passkeyFailed)
                try await browser.looksRight("passkey-failed", in: .phone)
                try await browser.loses(device)
            }
        }

        @Test(.timeLimit(.minutes(2)))
        func `a practice nurse makes a passkey, comes in with it, and proves again with it`() async throws {
            try await Stage.shared.walk("passkey-poh", in: .desk) { browser, site in
                let device = try await browser.hasAuthenticator()
                try await browser.open(site.address)
                try await browser.signIn(try site.account(.poh))
                try await browser.arrives(at: "/worklist")
                try await browser.open("\(site.address)/account")
                try await browser.press(Words.makePasskey)
                try await browser.sees(Words.notUsedYet)
                try await browser.looksRight("passkey-poh-account", in: .desk)

                try await browser.press(Words.signOut)
                try await browser.press(Words.enterWithPasskey)
                try await browser.arrives(at: "/worklist")
                #expect(try await browser.passkeys(in: device).count == 1)

                // With the password first, the passkey is the second step.
                try await browser.open("\(site.address)/account")
                try await browser.press(Words.signOut)
                try await browser.signIn(try site.account(.poh), second: .left)
                try await browser.arrives(at: "/sign-in/again")
                try await browser.looksRight("passkey-step", in: .desk)
                try await browser.press(Words.usePasskey)
                try await browser.arrives(at: "/worklist")
                try await browser.open("\(site.address)/account")
                try await browser.press(Words.takeAway)
                try await browser.doesNotSee(Words.lastUsed)
                try await browser.loses(device)
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `a device that does not know its owner makes nothing`() async throws {
            try await Stage.shared.walk("passkey-stranger", in: .phone) { browser, site in
                let device = try await browser.hasAuthenticator(knowingOwner: false)
                try await browser.open(site.address)
                try await browser.signIn(try site.account(.patient))
                try await browser.open("\(site.address)/account")
                try await browser.press(Words.makePasskey)
                try await browser.sees(Words.didNotWork)
                try await browser.looksRight("passkey-refused", in: .phone)
                #expect(try await browser.passkeys(in: device).isEmpty)
                try await browser.loses(device)
            }
        }

        @Test(.timeLimit(.minutes(1)))
        func `without scripts nobody sees a button`() async throws {
            try await Stage.shared.walk("passkey-hidden", in: .phone.withoutScripts) { browser, site in
                try await browser.open(site.address)
                try await browser.sees(Words.signIn)
                try await browser.doesNotSee(Words.enterWithPasskey)
                try await browser.signIn(try site.account(.patient))
                try await browser.open("\(site.address)/account")
                try await browser.sees(Words.signOut)
                try await browser.doesNotSee(Words.makePasskey)
            }
        }
    }
}

extension Browser {
    /// - Source: WebAuthn level 2, section 11 (user agent automation)
    fileprivate func hasAuthenticator(knowingOwner isVerified: Bool = true) async throws -> String {
        let device: JSON = [
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserConsenting": true, "isUserVerified": .bool(isVerified),
        ]
        guard let id = try await send("POST", "/webauthn/authenticator", device).text else {
            throw BrowserTrouble("the browser plays no authenticator")
        }
        return id
    }

    fileprivate func passkeys(in device: String) async throws -> [JSON] {
        try await send("GET", "/webauthn/authenticator/\(device)/credentials").list
    }

    fileprivate func loses(_ device: String) async throws {
        try await send("DELETE", "/webauthn/authenticator/\(device)")
    }

    /// Nothing missing, nothing in the console, nothing to scroll sideways for, nothing that axe finds; and a picture.
    fileprivate func looksRight(_ name: String, in look: Look) async throws {
        // A page that refuses answers 422; Chromium remarks that we take no RSA (docs/decisions/0019-passkeys.md).
        for finding in try await PageChecks.loading(self)
        where !finding.contains("422") && !finding.contains("pubKeyCredParams") {
            Issue.record("\(name): \(finding)")
        }
        for finding in try await PageChecks.targets(self) { Issue.record("\(name): \(finding)") }
        for finding in try await Axe.violations(self) { Issue.record("\(name): \(finding)") }
        let wide = try await run(
            "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
        #expect(wide.number == 0, "\(name) scrolls sideways")
        try await photograph(name, in: look)
    }
}
