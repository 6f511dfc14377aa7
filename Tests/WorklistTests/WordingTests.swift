import Clinical
import Foundation
import Testing
import Web

@testable import Worklist

@Suite struct WordingTests {
    static let reasons: [Worklist.Reason] =
        AlertReason.allCases.map { .alert($0) } + [
            .weekAbove, .weekOnTarget, .weekTooFew, .weightGain, .question, .silent, .unconfirmed,
        ]

    @Test(arguments: reasons) func `every reason has words in both languages`(reason: Worklist.Reason) {
        let words = ReasonWords(Self.item(reason))
        for language in Language.allCases {
            #expect(!words.bold[language].isEmpty)
            #expect(!words.kind[language].isEmpty)
            #expect(!DossierWords.reason(reason)[language].isEmpty)
        }
        #expect(words.bold.nl != words.bold.en || reason == .question)
    }

    @Test(arguments: reasons) func `a reason is kept and found again`(reason: Worklist.Reason) {
        #expect(Worklist.Reason(name: reason.name) == reason)
    }

    @Test func `a name that is no reason is none`() {
        #expect(Worklist.Reason(name: "alert-something") == nil)
        #expect(Worklist.Reason(name: "") == nil)
    }

    @Test func `the facts stand in the words`() {
        #expect(ReasonWords(Self.item(.alert(.threeRaised))).bold.nl == "3 metingen te hoog.")
        #expect(ReasonWords(Self.item(.alert(.threeRaised))).rest.nl == "Laatste meting 172/98.")
        #expect(ReasonWords(Self.item(.weightGain)).bold.nl == "Gewicht + 2,4 kg")
        #expect(ReasonWords(Self.item(.weightGain)).bold.en == "Weight + 2.4 kg")
        #expect(ReasonWords(Self.item(.silent)).rest.nl.contains("sinds 3 dagen"))
        #expect(ReasonWords(Self.item(.question)).rest.nl == "“Mag ik koffie?”")
    }

    @Test func `a long question is cut at a word`() {
        var item = Self.item(.question)
        item = Self.item(.question, quote: String(repeating: "woord ", count: 60))
        let rest = ReasonWords(item).rest.nl
        #expect(rest.count < 100)
        #expect(rest.hasSuffix("woord…”"))
    }

    @Test(arguments: [
        ("2026-11-25T07:42", "vandaag 07.42"), ("2026-11-24T23:59", "gisteren"), ("2026-11-22T10:00", "3 dagen"),
    ])
    func `waiting is said as people say it`(since: String, words: String) throws {
        let today = Moment.amsterdam(try Self.instant("2026-11-25T12:00")).day
        let waiting = Waiting(since: try Self.instant(since), today: today)
        #expect(waiting.words(in: .nl) == words)
    }

    @Test func `a weekend does not make somebody late`() throws {
        let friday = try Self.instant("2026-11-20T16:00")
        let passed = ["2026-11-20", "2026-11-22", "2026-11-23", "2026-11-25", "2026-11-27", "2026-11-29", "2026-12-07"]
            .compactMap { Day($0) }.map { Waiting(since: friday, today: $0).workingDays }
        #expect(passed == [0, 0, 1, 3, 5, 5, 11])
    }

    @Test(arguments: [
        ([140, 140, 140, 143], Trend.same), ([140, 140, 140, 144], .rises), ([140, 140, 140, 136], .falls),
        ([140], .same),
        ([], .same),
    ])
    func `a trend is more than the noise of the cuff`(weeks: [Int], trend: Trend) {
        #expect(Trend(weeks.map { .mmHg($0, over: 80) }) == trend)
    }

    @Test func `red is only for what must be done today`() {
        for reason in Self.reasons {
            for urgency in [Worklist.Urgency.today, .week] {
                #expect(ReasonLook(Self.item(reason, urgency: urgency)).colour != "act")
                #expect(Self.item(reason, urgency: urgency).colour != "bad")
            }
        }
    }

    @Test func `a calm alert opens nothing`() throws {
        let calm = HomeAlerts.judge(
            TakenReading(.mmHg(128, over: 80), taken: .amsterdam(try Self.instant("2026-11-25T08:00"))))
        #expect(Worklist.urgency(of: calm) == nil)
    }

    private static func instant(_ text: String) throws -> Instant {
        var rest = Substring(text)
        return try #require(WallClock(readingFrom: &rest)).inAmsterdam.instant
    }

    private static func item(
        _ reason: Worklist.Reason, quote: String = "Mag ik koffie?", urgency: Worklist.Urgency = .week
    ) -> Worklist.Item {
        Worklist.Item(
            id: ID(high: 1, low: 1), patient: ID(high: 2, low: 1), reason: reason, urgency: urgency,
            facts: Worklist.Facts(
                pressure: .mmHg(172, over: 98), count: 3, weight: .kg(86.4), gain: .kg(2.4), quote: quote),
            openedAt: Instant(milliseconds: 0), listName: "Yıldız, F.", bornOn: Day(number: -3215), programmes: "HVZ",
            goal: .mmHg(135, over: 85), average: .mmHg(142, over: 88), moments: 9, asked: 14, weeks: [], weights: [],
            closedAt: nil)
    }
}
