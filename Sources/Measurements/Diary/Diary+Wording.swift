import Clinical

/// For patients: A2.
enum DiaryWords {
    static let title = Sentence(nl: "Boekje overtypen", en: "Type over your booklet")
    static let lead = Sentence(
        nl: "Typ hier wat u op papier schreef. Eén dag per keer.",
        en: "Type here what you wrote on paper. One day at a time.")
    static let day = Sentence(nl: "Welke dag?", en: "Which day?")
    static let morning = Sentence(nl: "In de ochtend", en: "In the morning")
    static let evening = Sentence(nl: "In de avond", en: "In the evening")
    static let save = Sentence(nl: "Bewaar deze dag", en: "Save this day")
    static let lookAgain = Sentence(nl: "Kijk nog een keer", en: "Look once more")
    static let another = Sentence(nl: "Hebt u nog een dag? Typ hem hieronder.", en: "Another day? Type it below.")
    static let graph = Sentence(nl: "Bekijk mijn grafiek", en: "Look at my graph")
    static let whichDay = Sentence(
        nl: "Kies een dag van de laatste twee maanden.", en: "Choose a day of the last two months.")
    static let notYet = Sentence(nl: "Dit moment is nog niet geweest.", en: "This moment has not been yet.")
    static let number = Sentence(nl: "Typ hier het hele getal.", en: "Type the whole number here.")
    static let nothing = Sentence(nl: "Typ minstens één meting.", en: "Type at least one reading.")

    static func upper(_ number: Int) -> Sentence {
        Sentence(nl: "Meting \(number): bovendruk", en: "Reading \(number): upper")
    }

    static func lower(_ number: Int) -> Sentence {
        Sentence(nl: "Meting \(number): onderdruk", en: "Reading \(number): lower")
    }

    static func kept(_ count: Int) -> Sentence {
        count == 1
            ? Sentence(nl: "1 meting bewaard", en: "1 reading kept")
            : Sentence(nl: "\(count) metingen bewaard", en: "\(count) readings kept")
    }
}
