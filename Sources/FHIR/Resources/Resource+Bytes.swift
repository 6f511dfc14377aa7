/// What came of reading: the resource when nothing was wrong, and what was.
package struct Received: Sendable {
    package let resource: Resource?
    package let issues: [Issue]
}

extension Resource {
    /// Reads and checks, and tells everything that is wrong at once.
    ///
    /// - Parameter limit: the most bytes that are looked at
    package static func receive(
        _ bytes: [UInt8], atMost limit: Int = JSONDocument.usualLimit, handling: Handling = .strict
    ) -> Received {
        do {
            return receive(try JSONDocument(bytes, atMost: limit), handling)
        } catch {
            return Received(resource: nil, issues: [Issue(error)])
        }
    }

    private static func receive(_ document: JSONDocument, _ handling: Handling) -> Received {
        var reader = ResourceReader(document, handling)
        let resource = reader.read()
        return Received(resource: reader.hasErrors ? nil : resource, issues: reader.issues)
    }

    /// - Throws: every issue there was
    package static func read(
        _ bytes: [UInt8], atMost limit: Int = JSONDocument.usualLimit, handling: Handling = .strict
    ) throws(ResourceRefused) -> Resource {
        let received = receive(bytes, atMost: limit, handling: handling)
        guard let resource = received.resource else { throw ResourceRefused(issues: received.issues) }
        return resource
    }

    /// Whether what must be there is there; also for what was made here.
    package func check() -> [Issue] {
        var checker = ResourceChecker()
        checker.check(self)
        return checker.issues
    }

    package func write(reserving count: Int = 1024) -> [UInt8] {
        var writer = ResourceWriter(reserving: count)
        writer.write(self)
        return writer.json.bytes
    }
}
