/// Names made by putting common parts together. Nobody in the demonstration exists.
enum Names {
    static let practices = [
        "De Linde", "De Beuk", "Het Zwaluwnest", "De Meidoorn", "De Wilg", "De Kastanje", "De Brink", "De Ooievaar",
        "De Molenwiek", "De Populier", "De Vlinder", "Het Kompas", "De Esdoorn", "De Kievit", "De Waterlelie",
        "De Notelaar", "De Roerdomp", "De Haven",
    ]

    /// First names, family names and languages that go together.
    struct Origin: Sendable {
        let women: [String]
        let men: [String]
        let families: [String]
        let languages: [String]
        /// One in this many finds reading difficult.
        let readsWithDifficulty: Int
    }

    static let dutch = Origin(
        women: [
            "Anna", "Joke", "Ria", "Truus", "Chantal", "Wil", "Greet", "Ineke", "Corrie", "Lena", "Marjan", "Els",
            "Toos", "Annemiek", "Gerda", "Petra", "Willy", "Thea", "Bep", "Lia",
        ],
        men: [
            "Jan", "Piet", "Kees", "Henk", "Wim", "Bram", "Dirk", "Gerrit", "Hans", "Theo", "Sjaak", "Cor", "Ad", "Leo",
            "Harrie", "Rinus", "Frans", "Jos", "Martien", "Bert",
        ],
        families: [
            "Jansen", "Bakker", "Vermeulen", "de Boer", "Kuipers", "van den Berg", "Willems", "Peeters", "de Graaf",
            "Mulder", "van Leeuwen", "Koster", "Hendriks", "Schouten", "Dekker", "Brouwer", "Wolters", "Verhoeven",
            "van de Ven", "Claassen", "van Hout", "Driessen", "Swinkels", "van der Heijden", "Lemmens", "Adriaans",
            "van Gerwen", "Timmermans", "Bloemen", "Raaijmakers",
        ],
        languages: ["Nederlands"], readsWithDifficulty: 7)

    static let others = [
        Origin(
            women: ["Ayşe", "Hatice", "Zeynep", "Elif", "Gülay", "Sevgi"],
            men: ["Mehmet", "Hasan", "İsmail", "Yusuf", "Kemal", "Orhan"],
            families: ["Demir", "Şahin", "Aydın", "Çelik", "Koç", "Arslan", "Özkan"],
            languages: ["Turks en Nederlands", "Turks en Nederlands", "Turks"], readsWithDifficulty: 3),
        Origin(
            women: ["Nadia", "Aïcha", "Fatiha", "Malika", "Zohra", "Naima"],
            men: ["Rachid", "Mustapha", "Driss", "Hamid", "Abdel", "Omar"],
            families: ["Haddad", "Benali", "Azzouzi", "El Idrissi", "Chaoui", "Mansouri"],
            languages: ["Arabisch en Nederlands", "Berbers en Nederlands", "Berbers"], readsWithDifficulty: 3),
        Origin(
            women: ["Sharda", "Lucia", "Roos", "Astrid", "Shanti", "Hilda"],
            men: ["Winston", "Stanley", "Soerin", "Romeo", "Humphrey", "Anil"],
            families: ["Ramdin", "Tjon", "Kartosen", "Mohan", "Blokland", "Wijntuin"],
            languages: ["Nederlands en Sranan", "Nederlands en Hindoestaans", "Nederlands"], readsWithDifficulty: 7),
        Origin(
            women: ["Agnieszka", "Danuta", "Bożena", "Renata"], men: ["Marcin", "Andrzej", "Zbigniew", "Piotr"],
            families: ["Nowak", "Wójcik", "Mazur", "Zając", "Król"], languages: ["Pools", "Pools en Nederlands"],
            readsWithDifficulty: 4),
    ]

    static let programmes = ["hypertensie", "HVZ", "DM2", "HVZ, DM2", "DM2, hypertensie"]

    /// The nurse practitioner and the doctor of a practice: only those of De Linde and of the second have a part.
    static func staff(of place: Int) -> (poh: (given: String, family: String), gp: (given: String, family: String)) {
        let families = dutch.families
        switch place {
        case 0: return (("Marieke", "Kok"), ("Ada", "Bos"))
        case 1: return (("Nadia", "Hoekstra"), ("Wim", "Lemmens"))
        default:
            return (
                (dutch.women[(place * 7 + 3) % 20], families[(place * 5 + 2) % 30]),
                (dutch.men[(place * 3 + 1) % 20], families[(place * 11 + 7) % 30])
            )
        }
    }

    /// A number that nobody has.
    static func phone(of place: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "0413 - 00 \(two(place / 100)) \(two(place % 100))"
    }
}
