import Clinical
import Credentials
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Vendors
import Web

/// - `GET  /withings/news`   the maker looks whether we are there
/// - `POST /withings/news`   the maker tells that there is something new of somebody
///
/// Nobody signs what is told here. So it is never more than a reason to go and look, and who asks hears the same whatever
/// they say: not who is coupled, and not whether the word was right.
package struct NewsRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let desk: WithingsDesk?

    package init(store: Store, clock: Clock, desk: WithingsDesk?) {
        self.store = store
        self.clock = clock
        self.desk = desk
    }

    package func mount(on site: Doors<SiteContext>) {
        site.group("withings/news")
            .get(for: .enter) { _, _ in
                guard desk != nil else { throw NotFound() }
                return Response(status: .ok)
            }
            .post(for: .enter, use: news)
    }

    /// One small change and an answer: the maker waits two seconds, and forgets us when we are slow often.
    @Sendable private func news(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let desk else { throw NotFound() }
        let word = request.uri.queryParameters["word"].map { Array($0.utf8) }
        guard let word, areSame(word, Array(desk.account.newsWord.utf8)), let notice = try await notice(in: request)
        else { return Response(status: .ok) }
        let (hashes, now) = (desk.hashes(of: notice.person), clock.occasion.now)
        try await store.write { db in
            for hash in hashes {
                for (patient, practice) in try Exchange.couplings(ofPerson: hash, db) {
                    try Exchange.hasNews(patient, in: practice, at: now, db)
                }
            }
        }
        return Response(status: .ok)
    }

    private func notice(in request: Request) async throws -> Withings.Notice? {
        do {
            let form = try await request.form()
            return Withings.Notice(person: form["userid"], news: form["appli"])
        } catch is UnreadableForm {
            return nil
        }
    }
}
