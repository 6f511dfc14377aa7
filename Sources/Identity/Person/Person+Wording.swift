import Clinical

enum PersonWords {
    static let title = Sentence(nl: "Gegevens", en: "Personal details")
    static let why = Sentence(
        nl: "Wat u hier wijzigt, geldt in heel Hartlijn. Het HIS wijzigt niet mee.",
        en: "What you change here holds in all of Hartlijn. The record system does not change along.")
    static let notKept = Sentence(nl: "Nog niet bewaard", en: "Not kept yet")
    static let birthday = Sentence(nl: "Geboortedatum", en: "Date of birth")
    static let sex = Sentence(nl: "Geslacht", en: "Sex")
    static let female = Sentence(nl: "Vrouw", en: "Female")
    static let male = Sentence(nl: "Man", en: "Male")
    static let phone = Sentence(nl: "Telefoonnummer", en: "Telephone number")
    static let spoken = Sentence(nl: "Spreekt", en: "Speaks")
    static let reading = Sentence(nl: "Lezen", en: "Reading")
    static let fluent = Sentence(nl: "Leest goed", en: "Reads well")
    static let difficult = Sentence(nl: "Leest moeilijk", en: "Reads with difficulty")
    static let keep = Sentence(nl: "Bewaren", en: "Keep")

    static let needName = Sentence(
        nl: "Vul een naam in van hoogstens 60 tekens.", en: "Fill in a name of at most 60 signs.")
    static let needBirthday = Sentence(
        nl: "Vul een datum in die geweest is.", en: "Fill in a date that has been.")
    static let needSex = Sentence(nl: "Kies man of vrouw.", en: "Choose male or female.")
    static let needPhone = Sentence(
        nl: "Alleen cijfers, spaties en + - ( ).", en: "Only digits, spaces and + - ( ).")
    static let needLanguage = Sentence(nl: "Vul een taal in.", en: "Fill in a language.")
    static let needReading = Sentence(nl: "Kies hoe iemand leest.", en: "Choose how somebody reads.")
}
