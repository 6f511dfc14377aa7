import Clinical

extension Withings {
    /// One thing that is asked of the cloud.
    package struct Request: Hashable, Sendable {
        package let address: String
        /// With which the cloud knows for whom; nothing when it is asked as the site.
        package let bearer: String?
        package let body: String
        /// - Units: bytes; our own limit
        package let longest: Int

        init(_ address: String, as bearer: String? = nil, _ pairs: [(String, String)], longest: Int = 64 * 1024) {
            self.address = address
            self.bearer = bearer
            body = Wire.text(pairs)
            self.longest = longest
        }
    }

    /// The kinds that we ask for: weight, the lower and the upper pressure, the pulse.
    static let kinds = "1,9,10,11"
    /// - Units: bytes; a page of readings is some tens of kilobytes
    static let longestPage = 2 * 1024 * 1024
}

extension Withings.Account {
    /// Where somebody says yes.
    ///
    /// The public description offers no PKCE; the code is worth nothing without our secret.
    package func consent(_ state: String, back: String) -> String {
        let pairs = [
            ("response_type", "code"), ("client_id", client), ("scope", Withings.scopes), ("redirect_uri", back),
            ("state", state),
        ]
        return "\(cloud.consent)?\(Wire.text(pairs))"
    }

    /// A number that may be used once, to sign the next question with.
    package func nonce(at now: Instant) -> Withings.Request {
        let values = ["action": "getnonce", "client_id": client, "timestamp": "\(now.milliseconds / 1000)"]
        return Withings.Request("\(cloud.service)/v2/signature", signed(values))
    }

    package func tokens(for code: String, back: String, _ nonce: Withings.Nonce) -> Withings.Request {
        site("requesttoken", nonce, [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back)])
    }

    package func tokens(instead of: Withings.Tokens, _ nonce: Withings.Nonce) -> Withings.Request {
        site("requesttoken", nonce, [("grant_type", "refresh_token"), ("refresh_token", of.refresh)])
    }

    /// From then on neither token opens anything, and no news comes of this person.
    package func revoke(_ person: Withings.Person, _ nonce: Withings.Nonce) -> Withings.Request {
        site("revoke", nonce, [("userid", person.number)])
    }

    /// - Parameter address: where the cloud tells us
    package func subscribe(to news: Withings.News, at address: String, as access: String) -> Withings.Request {
        Withings.Request(
            "\(cloud.service)/notify", as: access,
            [("action", "subscribe"), ("callbackurl", address), ("appli", "\(news.rawValue)")])
    }

    /// What was measured or changed since a moment, by the clock of the cloud.
    package func readings(since: Instant, page: Int?, as access: String) -> Withings.Request {
        Withings.Request(
            "\(cloud.service)/measure", as: access,
            [
                ("action", "getmeas"), ("meastypes", Withings.kinds), ("category", "1"),
                ("lastupdate", "\(max(since.milliseconds, 0) / 1000)"),
            ] + Self.from(page), longest: Withings.longestPage)
    }

    /// The steps of whole days.
    package func steps(_ days: ClosedRange<Day>, page: Int?, as access: String) -> Withings.Request {
        Withings.Request(
            "\(cloud.service)/v2/measure", as: access,
            [
                ("action", "getactivity"), ("startdateymd", "\(days.lowerBound)"), ("enddateymd", "\(days.upperBound)"),
                ("data_fields", "steps"),
            ] + Self.from(page), longest: Withings.longestPage)
    }

    private static func from(_ page: Int?) -> [(String, String)] { page.map { [("offset", "\($0)")] } ?? [] }

    private func site(_ action: String, _ nonce: Withings.Nonce, _ more: [(String, String)]) -> Withings.Request {
        let values = ["action": action, "client_id": client, "nonce": nonce.text]
        return Withings.Request("\(cloud.service)/v2/oauth2", signed(values) + more)
    }

    private func signed(_ values: [String: String]) -> [(String, String)] {
        values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("signature", signature(over: values))]
    }
}
