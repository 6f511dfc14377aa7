import Clinical

/// What the patient reads about the coupling with the maker of a meter.
enum CouplingWords {
    static let title = Sentence(nl: "Koppel uw Withings-meter", en: "Link your Withings meter")
    static let intro = Sentence(
        nl: "Uw metingen komen dan vanzelf bij ons.", en: "Your readings then come to us by themselves.")

    static let comes = Sentence(nl: "Dit komt naar ons", en: "This comes to us")
    static let comesWhat = [
        Sentence(nl: "Uw bloeddruk en uw hartslag.", en: "Your blood pressure and your pulse."),
        Sentence(nl: "Uw gewicht.", en: "Your weight."),
        Sentence(nl: "Uw stappen per dag.", en: "Your steps of a day."),
    ]
    static let fromNow = Sentence(
        nl: "Alleen wat u meet nadat u koppelt.", en: "Only what you measure after you link.")

    static let stays = Sentence(nl: "Dit komt niet naar ons", en: "This does not come to us")
    static let staysWhat = [
        Sentence(nl: "Wat u eerder heeft gemeten.", en: "What you measured before."),
        Sentence(nl: "Uw slaap en uw hartfilmpje.", en: "Your sleep and your heart trace."),
        Sentence(nl: "Uw wachtwoord van Withings.", en: "Your Withings password."),
    ]

    static let know = Sentence(nl: "Goed om te weten", en: "Good to know")
    static let knowWhat = [
        Sentence(nl: "Withings weet dan dat u Hartlijn gebruikt.", en: "Withings then knows that you use Hartlijn."),
        Sentence(nl: "Een meting komt soms pas later binnen.", en: "A reading sometimes comes in later."),
        Sentence(nl: "U kunt hier altijd weer stoppen.", en: "You can always stop here again."),
        Sentence(nl: "Wat binnen is, blijft staan.", en: "What came in, stays."),
    ]

    static let link = Sentence(nl: "Koppelen", en: "Link")
    static let again = Sentence(nl: "Opnieuw koppelen", en: "Link again")

    static let linked = Sentence(nl: "Uw meter is gekoppeld", en: "Your meter is linked")
    static func since(_ day: String) -> Sentence { Sentence(nl: "Gekoppeld: \(day).", en: "Linked: \(day).") }
    static func fetched(_ day: String, _ time: String) -> Sentence {
        Sentence(nl: "Laatst gekeken: \(day) om \(time).", en: "Last looked: \(day) at \(time).")
    }
    static let notYet = Sentence(
        nl: "We kijken zo voor het eerst of er iets is.", en: "We look for the first time in a moment.")
    static let stop = Sentence(nl: "Stop de koppeling", en: "End the link")
    static let stopMore = Sentence(
        nl: "Dan komt er niets meer binnen. Wij kunnen dan niet meer bij uw metingen.",
        en: "Then nothing comes in any more. We cannot reach your readings any more.")

    static let ended = Sentence(nl: "De koppeling is gestopt.", en: "The link was stopped.")
    static let broken = Sentence(nl: "Uw meter is niet meer gekoppeld", en: "Your meter is not linked any more")
    static let brokenMore = Sentence(
        nl: "Withings laat ons niet meer bij uw metingen. Meet u nog? Koppel dan opnieuw.",
        en: "Withings does not let us see your readings any more. Do you still measure? Then link again.")
    static let understood = Sentence(nl: "Ik koppel niet meer", en: "I do not link any more")

    static let onward = Sentence(nl: "Nu naar Withings", en: "Now to Withings")
    static let onwardMore = [
        Sentence(nl: "Meld u daar aan met uw account van Withings.", en: "Sign in there with your Withings account."),
        Sentence(nl: "Kies daar de persoon die u zelf bent.", en: "Choose the person there who is you."),
        Sentence(nl: "Zeg daar ja. Dan komt u hier terug.", en: "Say yes there. Then you come back here."),
    ]
    static let go = Sentence(nl: "Naar Withings", en: "To Withings")
    static let rather = Sentence(nl: "Toch niet", en: "Rather not")

    static let failed = Sentence(nl: "Het koppelen is niet gelukt", en: "Linking did not work")
    static let failedMore = Sentence(
        nl: "Er is niets gekoppeld. Probeer het nog een keer.", en: "Nothing was linked. Please try again.")
    static let ofAnother = Sentence(
        nl: "Deze persoon van Withings is al aan iemand gekoppeld. Dat kan maar één keer.",
        en: "This person of Withings is linked to somebody already. That is possible only once.")
    static let back = Sentence(nl: "Terug", en: "Back")
}
