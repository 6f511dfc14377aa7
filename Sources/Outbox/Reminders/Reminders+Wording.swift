import Clinical

/// What a patient reads about reminders. Short, kind, and never about what they did not do.
enum ReminderWords {
    static let title = Sentence(nl: "Herinneringen", en: "Reminders")
    static let intro = Sentence(
        nl: "Wij laten u weten wanneer het tijd is om te meten.", en: "We let you know when it is time to measure.")
    static let nothingInIt = Sentence(
        nl: "In het bericht staat niets over u of uw gezondheid.",
        en: "The message says nothing about you or your health.")
    static let notHere = Sentence(
        nl: "Uw praktijk stuurt nog geen herinneringen.", en: "Your practice does not send reminders yet.")
    static let missed = Sentence(
        nl: "Gisteren lukte meten niet. Dat geeft niet. Vandaag kan het weer.",
        en: "You did not get to it yesterday. That is fine. Today is a new day.")

    static let how = Sentence(nl: "Hoe wilt u het weten?", en: "How do you want to know?")
    static let otherWay = Sentence(nl: "Anders laten weten", en: "Let me know another way")
    static let none = Sentence(nl: "Geen herinneringen", en: "No reminders")
    static let next = Sentence(nl: "Verder", en: "Next")
    static let thisDevice = Sentence(nl: "Bericht op dit toestel", en: "A message on this device")
    static let noDevice = Sentence(
        nl: "Dit toestel liet het niet toe. Kies een andere manier.",
        en: "This device did not allow it. Choose another way.")
    static let on = Sentence(nl: "Herinneringen staan aan", en: "Reminders are on")
    static let lost = Sentence(
        nl: "Er is geen adres meer. Kies opnieuw hoe u het wilt weten.",
        en: "There is no address any more. Choose again how you want to know.")
    static let never = Sentence(nl: "Nooit", en: "Never")
    static let last = Sentence(nl: "Laatste herinnering", en: "Last reminder")
    static let when = Sentence(nl: "Wanneer", en: "When")
    static let by = Sentence(nl: "Hoe", en: "How")
    static let pause = Sentence(nl: "Pauze", en: "Pause")
    static let times = Sentence(nl: "Tijden veranderen", en: "Change the times")
    static let off = Sentence(nl: "Herinneringen uitzetten", en: "Turn reminders off")
    static let offMore = Sentence(
        nl: "Zet u ze uit? Dan vergeten wij ook uw adres.", en: "Turning them off? Then we forget your address too.")

    static let holiday = Sentence(nl: "Gaat u weg?", en: "Are you going away?")
    static let holidayUntil = Sentence(nl: "Vanaf welke dag weer herinneringen?", en: "From which day on again?")
    static let keepPause = Sentence(nl: "Even pauze", en: "Pause for now")
    static let endPause = Sentence(nl: "Pauze stoppen", en: "End the pause")
    static let pauseWrong = Sentence(
        nl: "Kies een dag vanaf morgen, binnen een half jaar.", en: "Choose a day from tomorrow, within half a year.")

    static let mailTitle = Sentence(nl: "Uw mailadres", en: "Your mail address")
    static let phoneTitle = Sentence(nl: "Uw mobiele nummer", en: "Your mobile number")
    static let codeFollows = Sentence(
        nl: "Wij sturen u eerst een code. Zo weten we dat het klopt.",
        en: "First we send you a code. So we know it is right.")
    static let sendCode = Sentence(nl: "Stuur de code", en: "Send the code")
    static let mailWrong = Sentence(
        nl: "Dit is geen mailadres. Kijk het nog eens na.", en: "This is no mail address. Look at it once more.")
    static let phoneWrong = Sentence(
        nl: "Dit is geen mobiel nummer. Kijk het nog eens na.", en: "This is no mobile number. Look at it once more.")
    static let tooOften = Sentence(
        nl: "U vroeg net al een paar codes. Probeer het over een uur.",
        en: "You asked for some codes just now. Try again in an hour.")
    static let codeTitle = Sentence(nl: "Typ de code", en: "Type the code")
    static func codeSent(_ address: String) -> Sentence {
        Sentence(nl: "Wij stuurden een code naar \(address).", en: "We sent a code to \(address).")
    }
    static let code = Sentence(nl: "Code (6 cijfers)", en: "Code (6 digits)")
    static let codeReady = Sentence(nl: "Klaar", en: "Done")
    static let codeAgain = Sentence(nl: "Geen code gekregen?", en: "Got no code?")
    static let codeWrong = Sentence(
        nl: "Deze code klopt niet. Probeer het nog eens.", en: "This code is not right. Try again.")
    static let codeOver = Sentence(
        nl: "Deze code is niet meer geldig. Vraag een nieuwe.", en: "This code is no longer good. Ask for a new one.")

    static let timesTitle = Sentence(nl: "Wanneer wilt u het weten?", en: "When do you want to know?")
    static let ownTimes = Sentence(nl: "Eigen tijden", en: "Own times")
    static let morning = Sentence(nl: "In de ochtend", en: "In the morning")
    static let evening = Sentence(nl: "In de avond", en: "In the evening")
    static let quietTitle = Sentence(
        nl: "Wanneer wilt u nooit iets horen?", en: "When do you never want to hear anything?")
    static let from = Sentence(nl: "Vanaf", en: "From")
    static let until = Sentence(nl: "Tot", en: "Until")
    static let save = Sentence(nl: "Bewaren", en: "Save")
    static let back = Sentence(nl: "Terug", en: "Back")
    static let timesWrong = Sentence(nl: "Kies tijden als 8:00 of 20:30.", en: "Choose times such as 8:00 or 20:30.")
    static let timesQuiet = Sentence(
        nl: "Op een van deze tijden wilt u niets horen.", en: "At one of these times you want to hear nothing.")
    static let quietWrong = Sentence(nl: "Kies twee verschillende tijden.", en: "Choose two different times.")
    static let notYet = Sentence(nl: "Kijk nog even", en: "Please look again")
    static let choose = Sentence(nl: "Kies een manier.", en: "Choose one.")

    static func channel(_ channel: Outbox.Channel) -> Sentence {
        switch channel {
        case .mail: Sentence(nl: "Een mail", en: "A mail")
        case .phone: Sentence(nl: "Een bericht op uw telefoon", en: "A message on your phone")
        case .push: thisDevice
        }
    }

    static func between(_ from: String, _ until: String) -> Sentence {
        Sentence(nl: "tussen \(from) en \(until) uur", en: "between \(from) and \(until)")
    }

    static func at(_ times: [String]) -> Sentence {
        Sentence(
            nl: "om \(times.joined(separator: " en ")) uur", en: "at \(times.joined(separator: " and "))")
    }

    static func again(_ day: String) -> Sentence { Sentence(nl: "tot \(day)", en: "until \(day)") }
}
