import Clinical
import Crypto
import Exports
import Identity

extension Enrolling {
    /// A list of the practice's own system, row by row: who may be asked, and what cannot be read.
    struct ListReader {
        /// A row that nobody can be made of; it names the line, never who stands there.
        struct Refused: Hashable, Sendable {
            let line: Int
            let reason: Reason

            enum Reason: String, Hashable, Sendable, CaseIterable {
                case unreadable, noName, noBirthday, noSex
            }
        }

        enum Row: Sendable {
            case eligible(Candidate, key: [UInt8])
            case notEligible
            case refused(Refused)
        }

        private let definition: EligibilityDefinition
        private let list: ID<ListMark>
        private var table: PlainTable

        /// - Throws: ``ExportFailure`` when it is no list
        init(
            path: String, _ definition: EligibilityDefinition, as list: ID<ListMark>
        ) throws(ExportFailure) {
            let table = try PlainTable(path: path, most: Enrolling.largestList)
            guard Self.needed.allSatisfy({ names in names.contains { table.columns.contains($0) } }) else {
                throw .unknownTable
            }
            self.table = table
            self.definition = definition
            self.list = list
        }

        /// The columns without which nobody can be found again.
        private static let needed = [family, given, born, sex]
        private static let family = ["achternaam", "familynaam", "geslachtsnaam", "familyname", "lastname"]
        private static let given = ["voornaam", "roepnaam", "voornamen", "givenname", "firstname"]
        private static let born = ["geboortedatum", "gebdatum", "geboren", "dateofbirth", "birthdate"]
        private static let sex = ["geslacht", "mv", "sex", "gender"]

        /// - Parameter occasion: gives each person a number, and says what day it is
        /// - Returns: `nil` at the end
        mutating func next(at occasion: Occasion) throws(ExportFailure) -> Row? {
            switch try table.next() {
            case nil: return nil
            case .failure(let trouble): return .refused(Refused(line: trouble.line, reason: .unreadable))
            case .success(let row): return judge(row, at: occasion)
            }
        }

        private func judge(_ row: PlainTable.Row, at occasion: Occasion) -> Row {
            func refuse(_ reason: Refused.Reason) -> Row { .refused(Refused(line: row.line, reason: reason)) }
            guard let family = row[Self.family], let given = row[Self.given], family.count <= 80,
                given.count <= 80
            else { return refuse(.noName) }
            guard let born = row[Self.born].flatMap(Self.day), born <= occasion.today,
                occasion.today.age(bornOn: born) <= 120
            else { return refuse(.noBirthday) }
            guard let sex = row[Self.sex].flatMap(Self.sex) else { return refuse(.noSex) }
            let bodyMass = row["bmi", "queteletindex"].flatMap(Self.bodyMass)
            let codes = (row["icpc", "icpccodes", "episodes", "codes"] ?? "").split {
                !$0.isLetter && !$0.isNumber && $0 != "."
            }
            let facts = EligibilityFacts(codes: codes.map(String.init), bornOn: born, bodyMass: bodyMass)
            guard case .eligible(let grounds, let cautions) = definition.judge(facts, on: occasion.today) else {
                return .notEligible
            }
            return .eligible(
                Candidate(
                    id: occasion.newID(), givenName: given, familyName: family, bornOn: born, sex: sex,
                    phone: String((row["telefoon", "telefoonnummer", "mobiel", "phone"] ?? "").prefix(30)),
                    grounds: grounds, cautions: cautions, box: BoxAdvice(grounds: grounds, bodyMass: bodyMass),
                    stateAt: occasion.now, list: list),
                key: Enrolling.key(given, family, born))
        }

        /// Only days of which day and month cannot be mistaken: as in the Netherlands, or the year first.
        private static func day(_ text: String) -> Day? {
            if let day = Day(text) { return day }
            let parts = text.split { "-/. ".contains($0) }
            guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
                let year = Int(parts[2])
            else { return nil }
            return Day(year, month, day)
        }

        private static func sex(_ text: String) -> Sex? {
            switch text.lowercased() {
            case "m", "man", "male": .male
            case "v", "vrouw", "f", "female": .female
            default: nil
            }
        }

        /// A body mass index that nobody has is not believed.
        private static func bodyMass(_ text: String) -> BodyMassIndex? {
            guard let value = Double(text.replacing(",", with: ".")), (10...100).contains(value) else { return nil }
            return BodyMassIndex(shown: Rounded(value, places: 1))
        }
    }

    /// A list of a practice is some megabytes at most.
    static let largestList = 64 << 20

    /// The same person on two lists has the same key.
    ///
    /// - Shape: 16 bytes of a SHA-256
    package static func key(_ given: String, _ family: String, _ born: Day) -> [UInt8] {
        let text = "\(Identity.searchName(given))|\(Identity.searchName(family))|\(born)"
        return Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
    }
}
