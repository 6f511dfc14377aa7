import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /more`   language, a file to read in, help, and signing out
package struct MoreRoutes: Sendable {
    /// Which makers of meters can be coupled.
    package enum Meters: Sendable { case none, withings }

    private let store: Store
    private let meters: Meters

    package init(store: Store, meters: Meters = .none) {
        self.store = store
        self.meters = meters
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.get("more", for: .seeOwnPlace) { _, context in
            let (frame, loans) = try await store.read {
                (try context.frame($0), try Portal.loans(of: context.patient, in: context.practice, $0))
            }
            return MorePage(
                frame: frame, loans: loans, meters: meters, may: context.may, secret: context.formSecret,
                language: context.language
            ).page
        }
    }
}

struct MorePage {
    let frame: PatientFrame
    /// How many kits this patient has at home.
    let loans: Int
    let meters: MoreRoutes.Meters
    /// What this person may do; a line that leads nowhere is not shown.
    let may: (Identity.Deed) -> Bool
    let secret: FormSecret
    let language: Language

    var page: Page {
        let other: Language = language == .nl ? .en : .nl
        return patientPage(
            MoreWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(MoreWords.title[language])</h1></div>
            <ul class="card plain">
            \(line("", .globe, MoreWords.language[language], MoreWords.other[language], "/language/\(other.rawValue)"))
            \(line("sun", .book, MoreWords.diary, MoreWords.diaryMore, "/measure/diary", .measure))
            \(line("blue", .upload, MoreWords.file, MoreWords.fileMore, "/import", .importFile))
            \(meter)
            \(line("sun", .eye, MoreWords.watching, MoreWords.watchingMore, "/watching", .seeWhoLooked))
            \(line("green", .hands, MoreWords.helpers, MoreWords.helpersMore, "/helpers", .decideWhoMay))
            \(line("blue", .hands, MoreWords.help, MoreWords.helpMore, "/help", .decideOnHelp))
            \(line("green", .pill, MoreWords.pharmacy, MoreWords.pharmacyMore, "/my-pharmacy", .writeToPharmacy))
            \(line("green", .book, MoreWords.rights, MoreWords.rightsMore, "/rights", .askRights))
            \(line("blue", .doc, MoreWords.copy, MoreWords.copyMore, "/copy", .takeCopy))
            \(line("sun", .bell, MoreWords.reminders, MoreWords.remindersMore, "/reminders", .seeReminders))
            \(line("green", .flag, MoreWords.goal, MoreWords.goalMore, "/goal", .seeGoal))
            \(loans > 0 ? line("sun", .box, MoreWords.loan, MoreWords.loanMore, "/loan", .seeOwnLoan) : .none)
            \(line("blue", .lock, MoreWords.account, MoreWords.accountMore, "/account", .keepOwnWayIn))
            </ul>
            <section class="card stack"><h2>\(MoreWords.watched[language])</h2>\
            \(HomeAlerts.notWatched.map { "<p>\($0[language])</p>" as HTML })</section>
            <div id="sign-out">\(signOut)</div>
            \(helpLine(frame.phone, in: language))</main>
            """
        )
    }

    private var signOut: HTML {
        WaitingReadings.signOut(
            secret, "<button class=\"btn ghost\">\(icon(.signOut))\(MoreWords.signOut[language])</button>", in: language
        )
    }

    private var meter: HTML {
        switch meters {
        case .none: .none
        case .withings: line("green", .cuff, MoreWords.meter, MoreWords.meterMore, "/withings", .coupleMeter)
        }
    }

    private func line(
        _ colour: String, _ sign: Icon, _ title: Sentence, _ more: Sentence, _ path: String, _ deed: Identity.Deed
    ) -> HTML {
        may(deed) ? line(colour, sign, title[language], more[language], path) : .none
    }

    private func line(_ colour: String, _ sign: Icon, _ title: String, _ more: String, _ path: String) -> HTML {
        """
        <li><a class="line" href="\(path)"><span class="face \(colour)">\(icon(sign))</span>\
        <span><b>\(title)</b>\(more)</span>\(icon(.forward))</a></li>
        """
    }
}

enum MoreWords {
    static let title = Sentence(nl: "Meer", en: "More")
    static let language = Sentence(nl: "Taal: Nederlands", en: "Language: English")
    static let other = Sentence(nl: "Read in English", en: "Lees in het Nederlands")
    static let file = Sentence(nl: "Bestand inlezen", en: "Read in a file")
    static let diary = Sentence(nl: "Boekje overtypen", en: "Type over your booklet")
    static let diaryMore = Sentence(nl: "Wat u op papier schreef", en: "What you wrote on paper")
    static let fileMore = Sentence(nl: "Metingen uit uw meter of app", en: "Readings of your meter or app")
    static let meter = Sentence(nl: "Withings-meter koppelen", en: "Link a Withings meter")
    static let meterMore = Sentence(nl: "Dan komen uw metingen vanzelf", en: "Then your readings come by themselves")
    static let watching = Sentence(nl: "Wie keek mee?", en: "Who looked?")
    static let watchingMore = Sentence(nl: "Wie in uw gegevens keek", en: "Who looked at your data")
    static let copy = Sentence(nl: "Mijn gegevens meenemen", en: "Take my data along")
    static let copyMore = Sentence(nl: "Op papier of in een bestand", en: "On paper or in a file")
    static let rights = Sentence(nl: "Uw gegevens", en: "Your data")
    static let rightsMore = Sentence(nl: "Iets verbeteren, wissen of stoppen", en: "Put right, erase or stop")
    static let goal = Sentence(nl: "Mijn doel", en: "My goal")
    static let goalMore = Sentence(nl: "Iets wat u zelf graag wilt", en: "Something you want yourself")
    static let reminders = Sentence(nl: "Herinneringen", en: "Reminders")
    static let remindersMore = Sentence(nl: "Een bericht als het tijd is", en: "A message when it is time")
    static let helpers = Sentence(nl: "Wie mag meekijken?", en: "Who may look?")
    static let helpersMore = Sentence(
        nl: "Iemand die u helpt, of het ziekenhuis", en: "Somebody who helps you, or the hospital")
    static let help = Sentence(nl: "Hulp in de buurt", en: "Help nearby")
    static let helpMore = Sentence(nl: "Met uw telefoon, of samen wandelen", en: "With your phone, or walking together")
    static let pharmacy = Sentence(nl: "Mijn apotheek", en: "My pharmacy")
    static let pharmacyMore = Sentence(nl: "Vragen over uw medicijnen", en: "Questions about your medicines")
    static let loan = Sentence(nl: "Uw geleende box", en: "Your kit on loan")
    static let loanMore = Sentence(nl: "Tot wanneer, en iets kapot of kwijt", en: "Until when, and broken or lost")
    static let account = Sentence(nl: "Aanmelden en veiligheid", en: "Signing in and safety")
    static let accountMore = Sentence(
        nl: "Uw wachtwoord en waar u bent aangemeld", en: "Your password and where you are signed in")
    static let watched = Sentence(nl: "Goed om te weten", en: "Good to know")
    static let signOut = Sentence(nl: "Afmelden", en: "Sign out")
}
