import Clinical
import Web

extension Identity {
    /// Who a patient is, as somebody of the practice puts it right.
    ///
    /// - Source: AVG article 16 (what is wrong is put right)
    package struct Correction: Hashable, Sendable {
        package let givenName: String
        package let familyName: String
        package let bornOn: Day
        package let sex: Sex
        package let phone: String
        package let spokenLanguage: String
        package let reading: PatientCard.ReadingSkill

        static let longestName = 60
        static let longestPhone = 40

        /// - Throws: ``Incomplete`` with one problem for each field that is not right
        init(_ form: Form, today: Day) throws(Incomplete) {
            let (given, family) = (form["given"] ?? "", form["family"] ?? "")
            let (phone, language) = (form["phone"] ?? "", form["spoken"] ?? "")
            let bornOn = form["born"].flatMap { Day($0) }.flatMap { $0 <= today && $0.year >= 1900 ? $0 : nil }
            let sex = form["sex"].flatMap { Sex(rawValue: $0) }
            let reading = form["reading"].flatMap { PatientCard.ReadingSkill(rawValue: $0) }
            func isName(_ text: String) -> Bool { (1...Self.longestName).contains(text.codePoints) }
            let problems: [Problem?] = [
                isName(given) ? nil : Problem("given", PersonWords.needName),
                isName(family) ? nil : Problem("family", PersonWords.needName),
                bornOn == nil ? Problem("born", PersonWords.needBirthday) : nil,
                sex == nil ? Problem("sex", PersonWords.needSex) : nil,
                phone.codePoints <= Self.longestPhone && phone.unicodeScalars.allSatisfy(Self.isOfPhone)
                    ? nil : Problem("phone", PersonWords.needPhone),
                isName(language) ? nil : Problem("spoken", PersonWords.needLanguage),
                reading == nil ? Problem("reading", PersonWords.needReading) : nil,
            ]
            guard problems.allSatisfy({ $0 == nil }), let bornOn, let sex, let reading else {
                throw Incomplete(problems: problems.compactMap(\.self))
            }
            (givenName, familyName, self.bornOn, self.sex) = (given, family, bornOn, sex)
            (self.phone, spokenLanguage, self.reading) = (phone, language, reading)
        }

        struct Incomplete: Error { let problems: [Problem] }

        private static func isOfPhone(_ scalar: Unicode.Scalar) -> Bool {
            ("0"..."9").contains(scalar) || " -+()".unicodeScalars.contains(scalar)
        }
    }
}
