import Clinical

/// What somebody reads who comes in for the first time, and what stands in the letter.
enum ActivationWords {
    static let title = Sentence(nl: "Ik heb een code", en: "I have a code")
    static let code = Sentence(nl: "De code uit uw brief", en: "The code from your letter")
    static let codeHint = Sentence(nl: "Bijvoorbeeld 7K2M-QX4D.", en: "For example 7K2M-QX4D.")
    static let birthday = Sentence(nl: "Wanneer bent u geboren?", en: "When were you born?")
    static let wrong = Sentence(
        nl: "Dit klopt niet. Kijk nog een keer naar de code en de datum.",
        en: "This is not right. Look at the code and the date again.")
    static let hasAccount = Sentence(nl: "Ik heb al een wachtwoord", en: "I have a password already")
    static let name = Sentence(nl: "Kies een naam om mee aan te melden", en: "Choose a name to sign in with")
    static let nameHint = Sentence(nl: "Bijvoorbeeld uw mailadres.", en: "For example your mail address.")
    static let knownName = Sentence(nl: "U meldt zich aan als", en: "You sign in as")
    static let password = Sentence(nl: "Kies een wachtwoord", en: "Choose a password")
    static let begin = Sentence(nl: "Beginnen", en: "Begin")
    static let needName = Sentence(
        nl: "Kies een naam van minstens 3 letters.", en: "Choose a name of at least 3 letters.")
    static let taken = Sentence(
        nl: "Kies een andere naam. Deze kan niet.", en: "Choose another name. This one cannot be.")

    static let letter = Sentence(nl: "Brief met code", en: "Letter with code")
    static let letterWhat = Sentence(
        nl: "Met de code en de geboortedatum maakt de patiënt een account. De code werkt 14 dagen en één keer.",
        en: "With the code and the birthday the patient makes an account. The code works for 14 days and once.")
    static let letterLost = Sentence(
        nl:
            "Had de patiënt al een account? Dan kiest deze een nieuw wachtwoord; alles wat open stond, gaat dicht. App en passkey blijven gevraagd.",
        en:
            "Did the patient have an account? Then they choose a new password; everything that was open closes. App and passkey stay asked for."
    )
    static let lostApp = Sentence(nl: "Ook app of telefoon kwijt?", en: "App or phone lost as well?")
    static let notLost = Sentence(nl: "Nee, die blijven gevraagd", en: "No, these stay asked for")
    static func lostAnd(_ document: Activation.Document) -> Sentence {
        Sentence(nl: "Ja, \(document.title.nl) gezien", en: "Yes, \(document.title.en) seen")
    }
    static let make = Sentence(nl: "Brief maken", en: "Make the letter")
    static let letterTitle = Sentence(nl: "Uw code voor Hartlijn", en: "Your code for Hartlijn")
    static let goTo = Sentence(nl: "Ga op internet naar", en: "On the internet go to")
    static let typeCode = Sentence(nl: "Typ deze code:", en: "Type this code:")
    static let yourBirthday = Sentence(nl: "Vul uw geboortedatum in.", en: "Fill in your birthday.")
    static let orScan = Sentence(
        nl: "Of scan dit plaatje met uw telefoon.", en: "Or scan this picture with your phone.")
    static let picture = Sentence(nl: "Plaatje met uw code", en: "Picture with your code")
    static let keepToYourself = Sentence(nl: "Geef de code aan niemand anders.", en: "Give the code to nobody else.")
    static let print = Sentence(nl: "Print de brief", en: "Print the letter")

    static func hello(_ name: String) -> Sentence { Sentence(nl: "Welkom, \(name)", en: "Welcome, \(name)") }
    static func dear(_ name: String) -> Sentence { Sentence(nl: "Beste \(name),", en: "Dear \(name),") }
    static func worksUntil(_ day: String) -> Sentence {
        Sentence(nl: "De code werkt tot en met \(day).", en: "The code works until \(day).")
    }
}
