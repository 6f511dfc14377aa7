import Clinical
import Identity
import Web

/// What practice and patient agree on about a kit, on one A4. On paper, so in Dutch; language level A2.
struct AgreementPage {
    let card: Devices.Card
    let holder: Devices.Holder
    let name: String
    let practice: Identity.PracticeCard
    let today: Day

    var page: Page {
        let words = DateWords(.nl)
        let parts = AgreementWords.parts(card.kit.devices)
        return Page(
            AgreementWords.title.nl, in: .nl,
            """
            <body><main class="wrap one stack" id="main"><article class="card letter" lang="nl">
            <p>\(practice.name)<br>\(practice.phone)</p><h1>\(AgreementWords.title.nl)</h1>
            <p><b>\(name)</b></p><p>\(AgreementWords.gets.nl)</p><ul class="have">\(parts)</ul>
            <p>\(AgreementWords.number(card.kit.number).nl)<br>\
            \(AgreementWords.until(words.plain(holder.dueOn, today: today)).nl)</p>
            <h2>\(AgreementWords.agree.nl)</h2>
            <ul class="have">\(AgreementWords.points.map { "<li>\($0.nl)</li>" as HTML })</ul>
            <p>\(AgreementWords.trouble.nl) <b class="nowrap">\(practice.phone)</b></p>
            <p>\(AgreementWords.sign.nl)</p><div class="signing"><p>\(AgreementWords.day.nl)</p>\
            <p>\(AgreementWords.signature.nl)</p></div></article>
            <p class="no-print"><button class="btn" type="button" data-behaviour="print" hidden>\
            \(AgreementWords.print.nl)</button></p>
            <p class="no-print"><a href="\(KitPath.card(card.kit.number))">\(AgreementWords.back.nl)</a></p></main></body>
            """)
    }
}

/// What a patient reads and puts a name under.
enum AgreementWords {
    static let title = Sentence(nl: "Afspraken over uw box", en: "Agreement about your kit")
    static let gets = Sentence(nl: "U leent van ons:", en: "You borrow from us:")
    static let agree = Sentence(nl: "Wij spreken af", en: "We agree")
    static let sign = Sentence(
        nl: "Bent u het hiermee eens? Zet dan uw handtekening.", en: "Do you agree? Then sign here.")
    static let day = Sentence(nl: "Datum", en: "Date")
    static let signature = Sentence(nl: "Handtekening", en: "Signature")
    static let print = Sentence(nl: "Print de afspraken", en: "Print the agreement")
    static let back = Sentence(nl: "Terug", en: "Back")

    static let points = [
        Sentence(nl: "Lenen kost u niets.", en: "Borrowing is free."),
        Sentence(nl: "De box is van de praktijk.", en: "The kit belongs to the practice."),
        Sentence(nl: "U gebruikt de box alleen zelf.", en: "Only you use the kit."),
        Sentence(nl: "U houdt de box droog en schoon.", en: "You keep the kit dry and clean."),
        Sentence(nl: "U brengt alles op tijd terug.", en: "You bring everything back in time."),
        Sentence(nl: "Wij wissen daarna het geheugen van de meter.", en: "Then we erase the memory of the meter."),
        Sentence(nl: "U mag altijd stoppen.", en: "You may stop at any time."),
    ]

    static func number(_ number: KitNumber) -> Sentence {
        Sentence(nl: "Nummer van uw box: \(number)", en: "Number of your kit: \(number)")
    }
    static func until(_ day: String) -> Sentence {
        Sentence(nl: "U mag de box lenen tot \(day).", en: "You may borrow the kit until \(day).")
    }
    static let trouble = Sentence(
        nl: "Is er iets kapot of kwijt? Dat kan gebeuren. Bel ons:",
        en: "Is something broken or lost? That can happen. Phone us:")

    static func parts(_ devices: [Devices.Device]) -> [HTML] {
        devices.map { device in
            let serial = device.serial.isEmpty ? "" : ", nummer \(device.serial)"
            return "<li>een \(KitWords.part(device.part).nl) (\(device.model)\(serial))</li>"
        }
    }
}
