extension Bundle {
    /// Another address or record of the same.
    package struct Link: Element {
        package var extras = Extras()
        package var relation: String?
        package var url: URI?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("relation", &relation, .required)
            walker.value("url", &url, .required)
        }
    }
}

extension Bundle {
    /// One resource in a bundle.
    package struct Entry: Element {
        package var extras = Extras()
        package var link = [Bundle.Link]()
        package var fullUrl: URI?
        package var resource: Resource?
        package var search: Search?
        package var request: Request?
        package var response: Response?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.parts("link", &link)
            walker.value("fullUrl", &fullUrl)
            walker.resource("resource", &resource)
            walker.part("search", &search)
            walker.part("request", &request)
            walker.part("response", &response)
            walker.rule(
                "bdl-5", resource != nil || request != nil || response != nil, "a resource, a request or a response")
            walker.rule("fullUrl", fullUrl.map { $0.text.contains(":") } ?? true, "a full address is absolute")
            walker.rule(
                "bdl-8", fullUrl.map { !$0.text.contains("/_history/") } ?? true,
                "a full address is of no single version")
        }
    }
}

extension Bundle.Entry {
    /// How it was found.
    package struct Search: Element {
        package var extras = Extras()
        package var mode: SearchEntryMode?
        package var score: DecimalText?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("mode", &mode)
            walker.value("score", &score)
        }
    }
}

extension Bundle.Entry {
    /// What is asked to be done with it.
    package struct Request: Element {
        package var extras = Extras()
        package var method: HTTPVerb?
        package var url: URI?
        package var ifNoneMatch: String?
        package var ifModifiedSince: Instant?
        package var ifMatch: String?
        package var ifNoneExist: String?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("method", &method, .required)
            walker.value("url", &url, .required)
            walker.value("ifNoneMatch", &ifNoneMatch)
            walker.value("ifModifiedSince", &ifModifiedSince)
            walker.value("ifMatch", &ifMatch)
            walker.value("ifNoneExist", &ifNoneExist)
        }
    }
}

extension Bundle.Entry {
    /// What was done with it.
    package struct Response: Element {
        package var extras = Extras()
        package var status: String?
        package var location: URI?
        package var etag: String?
        package var lastModified: Instant?
        package var outcome: Resource?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("status", &status, .required)
            walker.value("location", &location)
            walker.value("etag", &etag)
            walker.value("lastModified", &lastModified)
            walker.resource("outcome", &outcome)
        }
    }
}
