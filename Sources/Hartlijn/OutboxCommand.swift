import ArgumentParser
import Audit
import Clinical
import Foundation
import Identity
import Outbox
import Storage

/// What waits to leave the house, and what a person has to look at. Nobody's name or address is in it.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "What leaves the house: how much waits, and what did not arrive.",
        subcommands: [List.self, Retry.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count what waits, left, was withdrawn or needs a person; nobody is named.")

        @Flag(help: "Print one JSON object.")
        var json = false

        @OptionGroup var data: DataFolder

        func run() async throws {
            try data.mustExist()
            let store = try await data.open()
            let rows = try await store.read { db in
                try Identity.practices(db).map {
                    Rows(
                        organisation: $0.id, counts: try Outbox.counts(in: $0.id, db),
                        quarantined: try Outbox.quarantined(in: $0.id, db))
                }
            }.filter { !$0.counts.isEmpty }
            if json { return print(try Self.object(rows)) }
            for row in rows { Self.show(row) }
            if rows.isEmpty { print("Nothing left, and nothing waits.") }
        }

        private struct Rows: Sendable {
            let organisation: ID<Practice>
            let counts: [Outbox.Count]
            let quarantined: [Outbox.Quarantined]
        }

        private static func show(_ rows: Rows) {
            print(rows.organisation)
            for count in rows.counts {
                let words = [count.channel.rawValue, count.kind.rawValue, count.state.rawValue]
                print(
                    "  \(words.joined(separator: "  "))  \(count.items)  since \(Moment.amsterdam(count.oldest).rfc3339)"
                )
            }
            for one in rows.quarantined {
                print(
                    """
                      ! \(one.id)  \(one.channel.rawValue)  \(one.kind.rawValue)  \(one.why.rawValue)  \
                    after \(one.tries) tries
                    """)
            }
        }

        private static func object(_ rows: [Rows]) throws -> String {
            struct Object: Encodable {
                struct Count: Encodable {
                    let organisation, channel, kind, state, oldest: String
                    let items: Int
                }
                struct One: Encodable {
                    let organisation, id, channel, kind, why: String
                    let tries: Int
                }
                let counts: [Count]
                let quarantined: [One]
            }
            let object = Object(
                counts: rows.flatMap { row in
                    row.counts.map {
                        .init(
                            organisation: "\(row.organisation)", channel: $0.channel.rawValue, kind: $0.kind.rawValue,
                            state: $0.state.rawValue, oldest: Moment.amsterdam($0.oldest).rfc3339, items: $0.items)
                    }
                },
                quarantined: rows.flatMap { row in
                    row.quarantined.map {
                        .init(
                            organisation: "\(row.organisation)", id: "\($0.id)", channel: $0.channel.rawValue,
                            kind: $0.kind.rawValue, why: $0.why.rawValue, tries: $0.tries)
                    }
                })
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(object), as: UTF8.self)
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try once more what is in quarantine, under the same number.",
            discussion: "What is too late by then is withdrawn: nobody is reminded of a moment that is over.")

        @Option(help: "One number, as `outbox list` shows it; without it everything in quarantine.")
        var id: String?

        @OptionGroup var data: DataFolder

        func validate() throws {
            guard let id, ID<Outbox.ItemMark>(id) == nil else { return }
            throw ValidationError("--id is a number of `hartlijn outbox list`.")
        }

        func run() async throws {
            try data.mustExist()
            let (store, occasion) = (try await data.open(), Clock.real.occasion)
            let only = id.flatMap { ID<Outbox.ItemMark>($0) }
            let count = try await store.write { db in
                var count = 0
                for practice in try Identity.practices(db) {
                    let found = try Outbox.quarantined(in: practice.id, db).filter { only == nil || $0.id == only }
                    for one in found { count += try Outbox.retry(one.id, in: practice.id, at: occasion.now, db) }
                    guard !found.isEmpty else { continue }
                    try Audit.record(
                        Audit.Entry(.changed, "outbox", in: practice.id, by: .hartlijn), at: occasion, db)
                }
                return count
            }
            guard count > 0 || only == nil else { throw ValidationError("There is no such thing in quarantine.") }
            print("\(count) will be tried again.")
        }
    }
}
