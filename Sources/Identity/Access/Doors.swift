import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Synchronization
import Web

/// The doors of one kind of visitor. A route is made here, and cannot be made without the deed it is for.
package struct Doors<Context: PassingContext> {
    private let group: RouterGroup<Context>
    private let book: DoorBook
    private let prefix: String
    private let clock: Clock

    package init(_ group: RouterGroup<Context>, in book: DoorBook, clock: Clock) {
        self.init(group, book, "", clock)
    }

    private init(_ group: RouterGroup<Context>, _ book: DoorBook, _ prefix: String, _ clock: Clock) {
        self.group = group
        self.book = book
        self.prefix = prefix
        self.clock = clock
    }

    package func group(_ path: String) -> Doors {
        Doors(group.group(RouterPath(path)), book, joined(path), clock)
    }

    @discardableResult
    package func get(
        _ path: String = "", for deed: Identity.Deed,
        use handle: @Sendable @escaping (Request, Context) async throws -> some ResponseGenerator
    ) -> Doors {
        door(.get, path, deed) { try await handle($0, $1).response(from: $0, context: $1) }
    }

    /// A form of ours: read, limited, and checked to come from a page of this session.
    @discardableResult
    package func form(
        _ path: String = "", for deed: Identity.Deed, of size: FormSize = .page,
        use handle: @Sendable @escaping (Form, Request, Context) async throws -> Response
    ) -> Doors {
        door(.post, path, deed) { request, context in
            let form = try await request.form(of: size)
            guard let token = form["form"], context.formSecret.matches(token) else { throw StaleForm() }
            return try await handle(form, request, context)
        }
    }

    /// Something that is sent and guards itself: a file, or the first form of somebody who has no session yet.
    @discardableResult
    package func post(
        _ path: String = "", for deed: Identity.Deed,
        use handle: @Sendable @escaping (Request, Context) async throws -> Response
    ) -> Doors {
        door(.post, path, deed, handle)
    }

    private func door(
        _ method: HTTPRequest.Method, _ path: String, _ deed: Identity.Deed,
        _ handle: @Sendable @escaping (Request, Context) async throws -> Response
    ) -> Doors {
        let clock = clock
        book.add(Door(method: method, template: joined(path), deed: deed, kind: Context.kind))
        group.on(RouterPath(path), method: method) { request, context in
            var context = context
            try context.passage.pass(for: deed, context.visitorIfAny, at: clock.occasion.now)
            return try await handle(request, context)
        }
        return self
    }

    private func joined(_ path: String) -> String {
        [prefix, path].filter { !$0.isEmpty }.joined(separator: "/")
    }
}

/// One door: how it is reached, and for which deed it opens.
package struct Door: Hashable, Sendable {
    package let method: HTTPRequest.Method
    /// `patients/:patient/message`
    package let template: String
    package let deed: Identity.Deed
    /// Whose door it is, such as `practice`.
    package let kind: String

    /// Whether a path leads here, whatever the method.
    func leads(_ path: [Substring]) -> Bool {
        let parts = template.split(separator: "/")
        return parts.count == path.count
            && zip(parts, path).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }
}

/// Every door there is, noted as it is made: for tests, for the privacy officer, and to tell a wrong method from a wrong
/// address.
package final class DoorBook: Sendable {
    private let noted = Mutex<[Door]>([])

    package init() {}

    package var doors: [Door] { noted.withLock { $0 } }

    package func add(_ door: Door) { noted.withLock { $0.append(door) } }

    /// The methods that lead somewhere at this path; none when the path leads nowhere.
    package func methods(at path: String) -> [HTTPRequest.Method] {
        let parts = path.split(separator: "/")
        let found = Set(doors.filter { $0.leads(parts) }.map(\.method))
        return (found.contains(.get) ? [.get, .head] : []) + (found.contains(.post) ? [.post] : [])
    }
}
