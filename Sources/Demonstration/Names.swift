import Clinical

/// Names made by putting common parts together. Nobody in the demonstration exists.
enum Names {
    static let practices = [
        "De Linde", "De Beuk", "Het Zwaluwnest", "De Meidoorn", "De Wilg", "De Kastanje", "De Brink", "De Ooievaar",
        "De Molenwiek", "De Populier", "De Vlinder", "Het Kompas", "De Esdoorn", "De Kievit", "De Waterlelie",
        "De Notelaar", "De Roerdomp", "De Haven",
    ]

    static let women = [
        "Anna", "Mieke", "Fatma", "Samira", "Joke", "Mei", "Ria", "Emine", "Truus", "Chantal", "Nadia", "Wil", "Greet",
        "Sharda", "Ineke", "Aisha", "Corrie", "Lena", "Marjan", "Hanneke",
    ]
    static let men = [
        "Johan", "Karim", "Arie", "Ruben", "Piet", "Tjeerd", "Mehmet", "Kees", "Henk", "Winston", "Ali", "Wim", "Bram",
        "Rashid", "Dirk", "Gerrit", "Stefan", "Hans", "Theo", "Marcin",
    ]
    static let families = [
        "de Wit", "El Amrani", "Jansen", "Pinas", "van Dijk", "Kaya", "Bouali", "Hoekstra", "Groen", "Lie", "Smeets",
        "Visser", "Demir", "Bakker", "Vermeulen", "de Boer", "Ramdin", "Kuipers", "Nowak", "van den Berg", "Haddad",
        "Postma", "Willems", "Sahin", "Peeters", "de Graaf", "Benali", "Mulder", "van Leeuwen", "Koster", "Aydin",
        "Hendriks", "Schouten", "Tjon", "Dekker", "Maas", "Brouwer", "Azzouzi", "Wolters", "Verhoeven",
    ]
    static let languages = ["Turks en Nederlands", "Arabisch en Nederlands", "Pools", "Nederlands en Sranan"]
    static let programmes = ["hypertensie", "HVZ", "DM2", "HVZ, DM2", "DM2, hypertensie"]

    static let goals = [
        "elke dag wandelen", "weer fietsen naar de kleinkinderen", "minder zout eten", "twee keer per week zwemmen",
        "stoppen met roken", "elke avond een half uur lopen", "vijf kilo lichter worden", "de trap nemen",
    ]
}
