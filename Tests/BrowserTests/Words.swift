/// The words on the screens that the walks go by, in the order in which they come up.
enum Words {
    // the door
    static let userName = "Gebruikersnaam"
    static let password = "Wachtwoord"
    static let signIn = "Aanmelden"
    static let code = "Code uit uw app"

    // a patient measures
    static let startMeasuring = ["Start met meten", "Toch meten"]
    static let sitting = "Ik zit rustig"
    static let meterReady = "Mijn meter is klaar"
    static let systolic = "Bovendruk"
    static let diastolic = "Onderdruk"
    static let pulse = "Hartslag"
    static let next = "Volgende"
    static let yesRight = "Ja, klopt"
    static let thanks = "Dank u"
    static let backToToday = ["Later", "Klaar"]

    // the graph
    static let graph = "Grafiek"
    static let graphTitle = "Mijn bloeddruk"
    static let keySentence = "Uw bloeddruk is nu gemiddeld"

    // a question and its answer
    static let messages = "Berichten"
    static let question = "Stel een vraag"
    static let sendQuestion = "Stuur mijn vraag"
    static let questionSent = "Uw vraag is verstuurd"
    static let answer = "Bericht"
    static let weekOnTarget = "onder doel."
    static let weekText = "Dat is onder uw doel."
    static let sendAnswer = "Verstuur"
    static let answerSent = "Uw antwoord is verstuurd"
    static let finished = "is afgerond"
    static let undo = "Ongedaan maken"

    // one more step, and passkeys
    static let signOut = "Afmelden"
    static let makePasskey = "Maak een passkey"
    static let notUsedYet = "Nog niet gebruikt"
    static let lastUsed = "Het laatst gebruikt"
    static let takeAway = "Haal weg"
    static let hasPasskey = "Dit apparaat heeft al een passkey"
    static let didNotWork = "Dat lukte niet"
    static let enterWithPasskey = "Aanmelden met passkey"
    static let passkeyFailed = "Aanmelden met uw passkey lukte niet"
    static let usePasskey = "Gebruik uw passkey"
}
