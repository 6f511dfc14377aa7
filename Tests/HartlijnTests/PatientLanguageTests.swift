import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

/// The one gate for what patients read, over the pages themselves.
@Suite struct PatientLanguageTests {
    static let pages = [
        "/today", "/measure", "/measure/weight", "/measure/steps", "/measure/steps?about=today", "/measure/glucose",
        "/measure/glucose?about=fasting", "/graph?of=weight", "/graph?of=steps", "/graph?of=glucose", "/measure/cuff",
        "/measure/numbers", "/measure/meter",
        "/measure/diary?kept=2", "/measure/diary/photo?said=sent", "/measure/came",
        "/measure/offline/nl", "/graph", "/messages", "/more", "/goal", "/import",
        "/watching?own=yes", "/copy", "/rights", "/rights?asked=1", "/rights/ask?kind=correction",
        "/rights/ask?kind=erasure", "/rights/ask?kind=restriction", "/rights/ask?kind=objection", "/account", "/loan",
        "/reminders", "/reminders/mail", "/reminders/phone",
        "/reminders/code",
        "/reminders/times", "/help", "/my-pharmacy", "/helpers",
    ]

    @Test func `no sentence on a page of a patient is longer than twelve words, and none has a hard word`() async throws
    {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.lend(try await site.newKit(), to: clinic.fatma)
            try await clinic.helpAndPharmacy(of: clinic.fatma)
            try await site.signIn("fatma")
            try await site.measures(128, 82)
            try await site.ask("correction", "Mijn+naam")
            var pages = Self.pages
            for (systolic, diastolic) in [(150, 95), (174, 95), (190, 112), (192, 114)] {
                clinic.wait(.minutes(6))
                pages.append(
                    try #require(
                        try await site.measures(systolic, diastolic, more: "&confirmed=yes").headers[.location]))
            }
            let numbers = [
                ("weight", "", "80"), ("steps", "yesterday", "7250"), ("glucose", "fasting", "3,1"),
                ("glucose", "fasting", "6,4"), ("glucose", "afterMeal", "18"), ("glucose", "random", "64"),
                ("weight", "", "94"),
            ]
            for (kind, about, value) in numbers {
                try await site.open("/measure/\(kind)?about=\(about)")
                pages.append(
                    try #require(
                        try await site.press("/measure/\(kind)", "about=\(about)&value=\(value)&confirmed=yes")
                            .headers[.location]))
            }
            for path in pages + pages.filter({ $0.hasSuffix("/complaints") }).map({ String($0.dropLast(11)) }) {
                for sentence in Self.sentences(of: try await site.open(path).text) {
                    let report = Readability.check(sentence)
                    #expect(report.longSentences.isEmpty, "\(path): \(sentence)")
                    #expect(report.jargon.isEmpty, "\(path): \(sentence) \(report.jargon)")
                }
            }
        }
    }

    /// What stands between the tags of the main part, one piece a line.
    static func sentences(of html: String) -> [String] {
        guard let start = html.range(of: "<main"), let end = html.range(of: "</main>") else { return [] }
        let text = html[start.lowerBound..<end.lowerBound].replacing(/<[^>]*>/, with: "\n")
        return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.contains(" ") }
    }
}
