import ArgumentParser
import Clinical
import Foundation

/// Runs one clinical rule on one JSON object, for people and machines that want to check it.
///
/// - Shape: `hartlijn calculate RULE < input.json` → one JSON object on standard output
struct Calculate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run one clinical rule on JSON from standard input, with its explanation.",
        discussion: """
            Prints one JSON object. Exits with 1 and a reason on standard error when the input cannot be used \
            or lies outside what the rule was made for.

            Example: echo '{"creat_umol":95,"age":70,"sex":"f"}' | hartlijn calculate egfr
            """
    )

    @Argument(help: "The rule; --list shows them all.")
    var rule: String?

    @Flag(help: "Show the rules and the keys each of them reads.")
    var list = false

    @Option(help: "The language of the explanation: nl or en.")
    var language = Language.nl

    /// - Source: our own limit; a measuring week is a few kilobytes
    static let largestInput = 1_048_576

    func run() throws {
        if list { return print(CalculableRule.overview) }
        do {
            print(try answer())
        } catch {
            complain(error.sentence[language])
            throw ExitCode.failure
        }
    }

    private func answer() throws(NoAnswer) -> String {
        guard let rule else { throw .noRule }
        guard let known = CalculableRule(rawValue: rule) else { throw .unknownRule(rule) }
        return try known.calculate(CalculateInput(try readInput()), in: language).json
    }

    private func readInput() throws(NoAnswer) -> Data {
        var input = Data()
        while input.count <= Calculate.largestInput {
            let piece: Data?
            do { piece = try FileHandle.standardInput.read(upToCount: 65_536) } catch { throw .unreadable }
            guard let piece, !piece.isEmpty else { return input }
            input.append(piece)
        }
        throw .tooLarge
    }

    private func complain(_ reason: String) {
        FileHandle.standardError.write(Data("hartlijn calculate: \(reason)\n".utf8))
    }
}

extension Language: ExpressibleByArgument {}

/// Why there is no answer.
enum NoAnswer: Error {
    case noRule
    case unknownRule(String)
    case unreadable
    case tooLarge
    case notJSON
    case missing(String)
    case wrongValue(String, wanted: Sentence)
    case outside(OutsideRange)
    case said(Sentence)

    var sentence: Sentence {
        switch self {
        case .noRule: Sentence(nl: "Noem een regel; --list toont ze.", en: "Name a rule; --list shows them.")
        case .unknownRule(let name):
            Sentence(
                nl: "De regel “\(name)” bestaat niet; --list toont ze.",
                en: "There is no rule “\(name)”; --list shows them.")
        case .unreadable: Sentence(nl: "De invoer kon niet worden gelezen.", en: "The input could not be read.")
        case .tooLarge: Sentence(nl: "De invoer is groter dan 1 MB.", en: "The input is larger than 1 MB.")
        case .notJSON: Sentence(nl: "De invoer is geen JSON-object.", en: "The input is not a JSON object.")
        case .missing(let key): Sentence(nl: "“\(key)” ontbreekt.", en: "“\(key)” is missing.")
        case .wrongValue(let key, let wanted):
            Sentence(
                nl: "“\(key)” is niet bruikbaar: het moet \(wanted.nl) zijn.",
                en: "“\(key)” cannot be used: it must be \(wanted.en).")
        case .outside(let range): range.explanation
        case .said(let sentence): sentence
        }
    }
}
