import Clinical
import Hummingbird
import Identity
import NIOCore
import Web

/// - `GET /measure/offline/:language`   measuring without internet: the same for everybody, and kept on phones
package struct OfflineRoutes: Sendable {
    package init() {}

    /// By its address, for the service worker.
    package static var pages: [String: Page] {
        Dictionary(
            uniqueKeysWithValues: Language.allCases.map {
                ("/measure/offline/\($0.rawValue)", OfflinePage.page(in: $0))
            })
    }

    package func mount(on site: Doors<SiteContext>) {
        site.get("measure/offline/:language", for: .enter) { request, context in
            guard let language = Language(rawValue: try context.parameters.require("language")) else {
                throw NotFound()
            }
            var response = OfflinePage.page(in: language).response(from: request, context: context)
            response.headers[.cacheControl] = "public, no-cache"
            return response
        }
    }
}
