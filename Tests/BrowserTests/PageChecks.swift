/// What every page must pass; each check gives one sentence for each thing that is wrong.
enum PageChecks {
    /// Stylesheets, scripts, pictures and fonts have come, and the console is quiet.
    static func loading(_ browser: Browser) async throws -> [String] {
        let missing = try await browser.run(
            """
            const [page] = performance.getEntriesByType("navigation")
            const late = performance.getEntriesByType("resource")
            const wrong = [page, ...late].filter((entry) => entry && entry.responseStatus >= 400)
              .map((entry) => `${entry.responseStatus} for ${entry.name}`)
            const pictures = [...document.images].filter((image) => image.complete && !image.naturalWidth)
              .map((image) => `no picture ${image.currentSrc}`)
            const fonts = [...document.fonts].filter((font) => font.status === "error")
              .map((font) => `no font ${font.family}`)
            const bare = document.styleSheets.length ? [] : ["no stylesheet"]
            return [...wrong, ...pictures, ...fonts, ...bare]
            """)
        return missing.texts + (try await browser.complaints().map { "console: \($0)" })
    }

    /// WCAG 1.4.10: nothing to scroll sideways for; 1.4.12: nor with more room between lines, words and letters.
    static func reflow(_ browser: Browser) async throws -> [String] {
        let plain = try await sticksOut(browser)
        try await browser.run(
            """
            const room = new CSSStyleSheet()
            room.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
              word-spacing: .16em !important } p { margin-bottom: 2em !important }`)
            document.adoptedStyleSheets.push(room)
            """)
        let spaced = try await sticksOut(browser)
        return plain.map { "sticks out: \($0)" } + spaced.map { "sticks out with text spacing: \($0)" }
    }

    /// WCAG 2.5.8: everything one can press is at least 24 px, except a link in a running sentence.
    static func targets(_ browser: Browser) async throws -> [String] {
        try await browser.run(
            """
            const parts = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")
            const isInSentence = (part) => part.matches("a") && getComputedStyle(part).display === "inline"
              && part.parentElement.textContent.trim().length > part.textContent.trim().length
            const isSpokenOnly = (box) => box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom <= 0
            return [...parts].filter((part) => part.checkVisibility({ visibilityProperty: true })).flatMap((part) => {
              const box = (part.closest("label") ?? part).getBoundingClientRect()
              if (isSpokenOnly(box) || isInSentence(part) || (box.width >= 24 && box.height >= 24)) return []
              const name = (part.textContent || part.getAttribute("aria-label") || part.name || "").trim().slice(0, 30)
              return [`${part.localName} “${name}” is ${Math.round(box.width)} by ${Math.round(box.height)} px`]
            })
            """
        ).texts
    }

    private static func sticksOut(_ browser: Browser) async throws -> [String] {
        try await browser.run(
            """
            const page = document.scrollingElement
            const over = page.scrollWidth - page.clientWidth
            if (over <= 0) return []
            const wide = [...document.body.querySelectorAll("*")]
              .filter((part) => part.getBoundingClientRect().right > page.clientWidth + 1)
              .map((part) => part.localName + (part.classList.length ? "." + [...part.classList].join(".") : ""))
            return [`${over} px, by ${wide.slice(0, 6).join(", ")}`]
            """
        ).texts
    }
}
