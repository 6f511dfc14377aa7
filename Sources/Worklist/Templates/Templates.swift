import Clinical
import Identity

/// A text to begin an answer with; the nurse makes it personal.
struct Template: Hashable {
    /// A situation, or the number of a text of the practice's own.
    let name: String
    let title: Sentence
    let text: String

    /// What fits this patient now: first what they are on the list for, then their kit, then the texts of the practice.
    static func all(for dossier: Worklist.Dossier, _ own: [Worklist.OwnText]) -> [Template] {
        let lines = dossier.openLines.compactMap { line in
            Situation(line.reason).map { template($0, dossier, average: line.pressure, own) }
        }
        let kits = dossier.kits.compactMap { Situation(kit: $0) }.prefix(1).map {
            template($0, dossier, average: nil, own)
        }
        let free = own.filter { $0.situation == .own }.map { text in
            Template(
                name: text.id.description, title: Sentence(nl: text.title, en: text.title),
                text: Filling(dossier, average: dossier.average).fill(text.body))
        }
        return (lines + kits + free).reduce(into: []) { list, each in
            if !list.contains(where: { $0.name == each.name }) { list.append(each) }
        }
    }

    /// The numbers are those of the reason itself: an average that moved on since would make the sentence untrue.
    private static func template(
        _ situation: Situation, _ dossier: Worklist.Dossier, average: BloodPressure?, _ own: [Worklist.OwnText]
    ) -> Template {
        let body = own.first { $0.situation == situation }?.body ?? situation.text
        return Template(
            name: situation.rawValue, title: situation.title, text: Filling(dossier, average: average).fill(body))
    }
}

extension Worklist {
    enum OwnTextMark {}

    /// A text that a practice wrote itself: instead of ours, or beside it.
    struct OwnText: Hashable, Sendable {
        let id: ID<OwnTextMark>
        let situation: Situation
        let title: String
        let body: String

        static let longestTitle = 40
        static let longestBody = 1000
    }
}

/// What is answered with a text that is there already.
enum Situation: String, Hashable, Sendable, CaseIterable {
    case onTarget = "on-target"
    case above, raised
    case raisedOnce = "raised-once"
    case tooFew = "too-few"
    case silent, question, recall
    case kitBack = "return"
    /// A text of the practice for whatever it likes.
    case own

    /// An alarm is not answered with a ready text.
    init?(_ reason: Worklist.Reason) {
        switch reason {
        case .weekOnTarget: self = .onTarget
        case .weekAbove: self = .above
        case .alert(.threeRaised), .alert(.fourDeviating): self = .raised
        case .alert(.singleHigh): self = .raisedOnce
        case .weekTooFew: self = .tooFew
        case .silent: self = .silent
        case .question: self = .question
        case .alert, .weightGain, .unconfirmed: return nil
        }
    }

    init?(kit: Worklist.Dossier.Kit) {
        switch kit.state {
        case "reserved": return nil
        case "recalled at home": self = .recall
        default: self = .kitBack
        }
    }
}

/// Puts what is known of a patient in the places of a text.
///
/// A sentence with a place for which nothing is known is left out, so that no text is sent with a hole in it.
struct Filling: Hashable, Sendable {
    /// A place in a text, as people write it: `{voornaam}`.
    enum Place: String, Hashable, Sendable, CaseIterable {
        case voornaam, gemiddelde, doel, meetweek

        var mark: String { "{\(rawValue)}" }
    }

    let values: [Place: String]

    init(_ values: [Place: String]) { self.values = values }

    init(_ dossier: Worklist.Dossier, average: BloodPressure?) {
        values = [
            .voornaam: dossier.card.givenName, .gemiddelde: average.map(Self.said), .doel: dossier.goal.map(Self.said),
            .meetweek: dossier.nextWeek.map { DateText.long($0) },
        ].compactMapValues { $0 }
    }

    /// A patient as there could be one, to see how a text reads.
    static let example = Filling([
        .voornaam: "Fatma", .gemiddelde: "132 over 80", .doel: "135 over 85", .meetweek: "maandag 7 december",
    ])

    func fill(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.matches(of: /[^.!?]+[.!?]*\s*/).map { String($0.output) }.compactMap(filled).joined()
        }.joined(separator: "\n")
    }

    /// What stands between braces and is no place of ours.
    static func unknownPlaces(in text: String) -> [String] {
        text.matches(of: /\{([^{}\n]*)\}/).map { String($0.output.1) }.filter { Place(rawValue: $0) == nil }
    }

    /// Every place at once: what a value says is never itself taken for a place.
    private func filled(_ sentence: String) -> String? {
        let places = sentence.matches(of: /\{([a-z]+)\}/).compactMap { Place(rawValue: String($0.output.1)) }
        guard places.allSatisfy({ values[$0] != nil }) else { return nil }
        return sentence.replacing(/\{([a-z]+)\}/) { found in
            Place(rawValue: String(found.output.1)).flatMap { values[$0] } ?? String(found.output.0)
        }
    }

    private static func said(_ pressure: BloodPressure) -> String { "\(pressure.systolic) over \(pressure.diastolic)" }
}
