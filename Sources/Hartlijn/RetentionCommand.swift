import ArgumentParser
import Audit
import Clinical
import Foundation
import Identity
import Rights
import Storage
import Stories
import Web

/// How long things are kept, what is past its term, and taking it away.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "What was kept long enough: count it, or take it away.",
        discussion: """
            The server does this once a day by itself. Records of patients go only with --records: the practice looks \
            at them first, and may have to keep one for longer (WGBO article 7:454). The access log is counted and never \
            cut. Of a patient with an open request or restricted data nothing goes. docs/running/retention.md
            """)

    @Flag(help: "Only count.")
    var dryRun = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Also forget the patients of whom nothing was kept within the term; it asks for --confirm.")
    var records = false

    @Option(help: "How many patients --records forgets, as --dry-run counted them.")
    var confirm: Int?

    @Option(help: "Only this organisation, by its id; needed for --set.")
    var practice: String?

    @Option(help: "Keep one kind for another number of days: KIND=DAYS. Nothing goes yet; what would go is counted.")
    var set: String?

    @OptionGroup var data: DataFolder

    func validate() throws {
        if let practice, ID<Practice>(practice) == nil { throw ValidationError("--practice is an id.") }
        if set != nil {
            guard practice != nil else { throw ValidationError("--set needs --practice.") }
            guard !dryRun, !records else { throw ValidationError("--set stands alone: nothing goes, it counts.") }
            _ = try chosen()
        }
        guard !records || dryRun || confirm != nil else {
            throw ValidationError("--records needs --confirm, with the number that --dry-run counted.")
        }
    }

    /// What `--set` says.
    private func chosen() throws -> (term: Rights.Term, days: Int)? {
        guard let set else { return nil }
        let halves = set.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, let term = Rights.Term(rawValue: String(halves[0])), let days = Int(halves[1]) else {
            let kinds = Rights.Term.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--set is KIND=DAYS; a kind is \(kinds).")
        }
        guard term.allowed.contains(days) else {
            throw ValidationError(
                "\(term.rawValue): \(term.allowed.lowerBound) to \(term.allowed.upperBound) days. \(term.source)")
        }
        return (term, days)
    }

    func run() async throws {
        try data.mustExist()
        let store = try await data.open()
        let occasion = Clock.real.occasion
        let practices = try await store.read { try Identity.practices($0) }.filter {
            practice == nil || "\($0.id)" == practice
        }
        guard !practices.isEmpty else { throw ValidationError("There is no such practice.") }
        if let (term, days) = try chosen() {
            try await store.write { db in
                for practice in practices {
                    try Rights.set(term, to: days, in: practice.id, by: nil, at: occasion.now, db)
                    try Audit.record(
                        Audit.Entry(.changed, "retention term", in: practice.id, by: .hartlijn), at: occasion, db)
                }
            }
        }
        let story = TermsAreOver(store: store)
        let onlyCounts = dryRun || set != nil
        if records, !dryRun { try await checkNumber(story, practices, at: occasion) }
        var rows: [Row] = []
        for practice in practices {
            let found = try await story.tell(in: practice.id, onlyCounts ? .count : .remove, at: occasion)
            let forgotten =
                records && !dryRun ? try await story.forgetRecords(in: practice.id, at: occasion) : 0
            rows += found.map { Row(practice, $0, dryRun: onlyCounts, forgotten: forgotten) }
        }
        print(json ? try Self.object(rows, dryRun: onlyCounts) : Self.table(rows))
    }

    private func checkNumber(
        _ story: TermsAreOver, _ practices: [Identity.PracticeCard], at occasion: Occasion
    ) async throws {
        var count = 0
        for practice in practices { count += try await story.records(in: practice.id, at: occasion).count }
        guard count == confirm else {
            throw ValidationError(
                "\(count) patients are past the term, and --confirm says \(confirm ?? 0). Nothing went.")
        }
    }

    private struct Row: Encodable {
        let organisation: String
        let name: String
        let kind: String
        let days: Int
        let due: Int
        let removed: Int
        let going: String
        let source: String

        init(_ practice: Identity.PracticeCard, _ found: TermsAreOver.Found, dryRun: Bool, forgotten: Int) {
            organisation = "\(practice.id)"
            name = practice.name
            kind = found.term.rawValue
            days = found.days
            due = found.due
            removed = dryRun ? 0 : found.going == .byItself ? found.due : found.term == .records ? forgotten : 0
            going = found.going.rawValue
            source = found.term.source
        }
    }

    private static func table(_ rows: [Row]) -> String {
        rows.map { row in
            "\(row.name): \(row.kind), \(row.days) days: \(row.due) past the term, \(row.removed) removed (\(row.going))"
        }.joined(separator: "\n")
    }

    private static func object(_ rows: [Row], dryRun: Bool) throws -> String {
        struct Object: Encodable {
            let dryRun: Bool
            let kinds: [Row]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(Object(dryRun: dryRun, kinds: rows)), as: UTF8.self)
    }
}
