import Clinical

/// What somebody reads about signing in without a password. The word itself is new to most people, so it is explained.
enum PasskeyWords {
    static let title = Sentence(nl: "Aanmelden zonder wachtwoord", en: "Sign in without a password")
    static let another = Sentence(nl: "Nog een telefoon of computer", en: "Another phone or computer")
    static let or = Sentence(nl: "Of een passkey", en: "Or a passkey")
    static let what = Sentence(
        nl: "Dat kan met een passkey. Uw telefoon of computer kent u dan.",
        en: "You can with a passkey. Your phone or computer then knows you.")
    static let asks = Sentence(
        nl: "Hij vraagt om uw vinger, uw gezicht of uw pincode.",
        en: "It asks for your finger, your face or your PIN.")
    static let stays = Sentence(
        nl: "Uw vinger en gezicht blijven in het apparaat. Wij zien ze nooit.",
        en: "Your finger and face stay in the device. We never see them.")
    static let make = Sentence(nl: "Maak een passkey", en: "Make a passkey")
    static let trouble = Sentence(
        nl: "Dat lukte niet. Probeer het nog een keer.", en: "That did not work. Try again.")
    static let hasOne = Sentence(nl: "Dit apparaat heeft al een passkey.", en: "This device has a passkey already.")
    static let wrongMade = Sentence(
        nl: "Er is geen passkey gemaakt. Probeer het nog een keer.", en: "No passkey was made. Try again.")
    static let enough = Sentence(
        nl: "U hebt genoeg passkeys. Haal er eerst één weg.", en: "You have enough passkeys. Take one away first.")

    static let enter = Sentence(nl: "Aanmelden met passkey", en: "Sign in with a passkey")
    static let isEnough = Sentence(
        nl: "Uw vinger, gezicht of pincode is genoeg.", en: "Your finger, face or PIN is enough.")
    static let use = Sentence(nl: "Gebruik uw passkey", en: "Use your passkey")
    static let useThere = Sentence(
        nl: "Doe dit op het apparaat met uw passkey.", en: "Do this on the device with your passkey.")
    static let wrong = Sentence(
        nl: "Aanmelden met uw passkey lukte niet. Probeer het nog een keer.",
        en: "Signing in with your passkey did not work. Try again.")

    static let yours = Sentence(nl: "Uw passkeys", en: "Your passkeys")
    static let someDevice = Sentence(nl: "Een apparaat", en: "A device")
    static let made = Sentence(nl: "Gemaakt:", en: "Made:")
    static let used = Sentence(nl: "Het laatst gebruikt:", en: "Last used:")
    static let notUsed = Sentence(nl: "Nog niet gebruikt.", en: "Not used yet.")
    static let lost = Sentence(
        nl: "Telefoon kwijt? Haal de passkey dan weg. Daarna bent u alleen hier nog aangemeld.",
        en: "Phone lost? Take the passkey away. After that you are signed in here alone.")
    static let remove = Sentence(nl: "Haal weg", en: "Take away")
}
