import Clinical

extension Withings {
    /// What the cloud tells: that there may be something new of somebody. What it is, and of when, is not believed; we ask.
    ///
    /// - Shape: `userid=12345&appli=1&startdate=1530576000&enddate=1530698753`
    /// - Source: "Notification content"
    package struct Notice: Hashable, Sendable {
        package let person: Person
        package let news: News

        /// - Returns: `nil` for what we did not ask to be told
        package init?(person: String?, news: String?) {
            guard let person = person.flatMap(Person.init), let news = news.flatMap(Int.init).flatMap(News.init)
            else { return nil }
            self.person = person
            self.news = news
        }
    }

    /// What a browser brings back from the page on which somebody said yes or no.
    package enum Return: Hashable, Sendable {
        case yes(code: String, state: String)
        case no

        /// - Shape: the values behind the question mark; `nil` when it is not there
        package init(code: String?, state: String?) {
            guard let code, let state, Withings.isToken(code), Withings.isToken(state) else {
                self = .no
                return
            }
            self = .yes(code: code, state: state)
        }
    }
}
