import Clinical

/// Where a page tells what waits on this phone; without scripts nothing ever does, and it stays hidden.
package enum WaitingReadings {
    /// A page of somebody who may measure, or one where nobody is known yet.
    package enum Place: String, Sendable { case page, door }

    package static func notice(_ place: Place = .page, in language: Language) -> HTML {
        """
        <div class="waiting" data-behaviour="waiting" data-place="\(place.rawValue)" role="status" hidden>
        <div data-part="waiting" hidden>\(counted(Words.waitsOne, Words.waitsMore, language))\
        <p data-part="later">\(Words.later[language])</p></div>
        <p data-part="signed-out" hidden>\(Words.signIn[language]) <a href="/">\(Words.toDoor[language])</a></p>
        <p data-part="sent" hidden>\(icon(.check))\(Words.sent[language])</p>
        <p data-part="answer" hidden><b>\(Words.veryHigh[language])</b> \
        <a href="">\(Words.toAnswer[language])</a></p>
        <div data-part="asked" hidden><p><b>\(Words.isRight[language])</b></p><p class="big" data-part="shown"></p>\
        <p data-part="says"></p><div class="buttons pair">\
        <button class="btn" type="button" data-part="yes">\(Words.yes[language])</button>\
        <button class="btn ghost" type="button" data-part="no">\(Words.throwAway[language])</button></div></div>
        <div data-part="refused" hidden>\(counted(Words.refusedOne, Words.refusedMore, language))\
        <p>\(Words.refusedHow[language])</p>\
        <button class="btn ghost" type="button" data-part="seen">\(Words.seen[language])</button></div>
        <p data-part="others" hidden>\(Words.others[language])</p>
        <p data-part="reload" hidden>\(Words.newer[language]) <a href="">\(Words.reload[language])</a></p>
        </div>
        """
    }

    /// The way out; a phone on which something waits asks first what is to be done with it.
    package static func signOut(_ secret: FormSecret, _ button: HTML, in language: Language) -> HTML {
        """
        <form class="stack" method="post" action="/sign-out" data-behaviour="leaving">\(secret.field)\
        <input type="hidden" name="keep" value="nothing">\
        <div class="card stack" data-part="waiting" hidden><h2 tabindex="-1">\(Words.stays[language])</h2>\
        \(counted(Words.stayOne, Words.stayMore, language))\
        <p class="problem" data-part="failed" hidden>\(icon(.alert))\(Words.notYet[language])</p>\
        <div class="buttons"><button class="btn" data-choice="send">\(Words.sendFirst[language])</button>\
        <button class="btn ghost" data-choice="keep">\(Words.leaveKept[language])</button>\
        <p class="quiet">\(Words.leaveKeptMore[language])</p>\
        <button class="btn ghost" data-choice="throw">\(Words.leaveEmpty[language])</button></div></div>\(button)</form>
        """
    }

    private static func counted(_ one: Sentence, _ more: Sentence, _ language: Language) -> HTML {
        "<p data-one=\"\(one[language])\" data-more=\"\(more[language])\"></p>"
    }

    enum Words {
        static let waitsOne = Sentence(
            nl: "1 meting staat nog op uw telefoon.", en: "1 reading is still on your phone.")
        static let waitsMore = Sentence(
            nl: "{n} metingen staan nog op uw telefoon.", en: "{n} readings are still on your phone.")
        static let later = Sentence(nl: "Wij sturen het later.", en: "We will send it later.")
        static let signIn = Sentence(
            nl: "Meld u aan. Dan sturen wij uw metingen.", en: "Sign in. Then we send your readings.")
        static let toDoor = Sentence(nl: "Naar aanmelden", en: "To sign in")
        static let sent = Sentence(nl: "Uw metingen zijn verstuurd.", en: "Your readings have been sent.")
        static let veryHigh = Sentence(nl: "Een meting was heel hoog.", en: "One reading was very high.")
        static let toAnswer = Sentence(nl: "Bekijk wat u kunt doen", en: "See what you can do")
        static let isRight = Sentence(nl: "Klopt deze meting?", en: "Is this reading right?")
        static let yes = Sentence(nl: "Ja, klopt", en: "Yes, that is right")
        static let throwAway = Sentence(nl: "Nee, gooi weg", en: "No, throw it away")
        static let refusedOne = Sentence(
            nl: "1 meting konden wij niet bewaren.", en: "We could not keep 1 reading.")
        static let refusedMore = Sentence(
            nl: "{n} metingen konden wij niet bewaren.", en: "We could not keep {n} readings.")
        static let refusedHow = Sentence(
            nl: "Meet nog een keer, of bel de praktijk.", en: "Measure again, or phone the practice.")
        static let seen = Sentence(nl: "Begrepen", en: "I understand")
        static let others = Sentence(
            nl: "Hier wachten ook metingen van iemand anders.", en: "Readings of somebody else wait here too.")
        static let newer = Sentence(nl: "Er is een nieuwe versie.", en: "There is a new version.")
        static let reload = Sentence(nl: "Laad opnieuw", en: "Load again")
        static let stays = Sentence(nl: "Nog niet alles is verstuurd", en: "Not everything has been sent")
        static let stayOne = Sentence(
            nl: "1 meting staat nog op uw telefoon.", en: "1 reading is still on your phone.")
        static let stayMore = Sentence(
            nl: "{n} metingen staan nog op uw telefoon.", en: "{n} readings are still on your phone.")
        static let notYet = Sentence(nl: "Versturen lukt nu niet.", en: "Sending does not work now.")
        static let sendFirst = Sentence(nl: "Eerst versturen", en: "Send first")
        static let leaveKept = Sentence(nl: "Afmelden en bewaren", en: "Sign out and keep")
        static let leaveKeptMore = Sentence(
            nl: "Niemand kan ze lezen. Wij sturen ze als u terug bent.",
            en: "Nobody can read them. We send them when you are back.")
        static let leaveEmpty = Sentence(nl: "Afmelden en weggooien", en: "Sign out and throw away")
    }
}
