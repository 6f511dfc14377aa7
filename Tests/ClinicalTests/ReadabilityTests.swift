import Clinical
import Testing

@Suite struct ReadabilityTests {
    @Test(arguments: [
        ("huis", 1), ("wijn", 1), ("banaan", 2), ("computer", 3), ("organisatie", 5), ("ziekenhuisopname", 6),
        ("coördinatie", 5), ("station", 2), ("actie", 2), ("nieuw", 1), ("nieuwe", 2), ("eeuw", 1), ("draaien", 2),
        ("mooie", 2), ("groeien", 2), ("bijeenkomst", 3), ("beïnvloeden", 4), ("zeeën", 2), ("ideeën", 3),
        ("radio", 3), ("team", 1), ("coach", 1), ("baby", 2), ("yoghurt", 2), ("museum", 3), ("enquête", 3),
        ("bureau", 2), ("één", 1), ("bloeddruk", 2), ("medicijnen", 4), ("huisarts", 2), ("'s", 1), ("112", 1),
        ("IJsland", 2), ("reuma", 2), ("patiënt", 3), ("nationaal", 3), ("meter", 2), ("oei", 1),
    ])
    func `syllables are counted by their vowels`(word: String, count: Int) {
        #expect(Syllables.count(word) == count, "\(word)")
    }

    @Test func `the indexes follow the published formulas`() {
        let counts = TextCounts(words: 100, sentences: 5, syllables: 150)
        #expect(counts.fleschDouma?.value == 72.74)
        #expect(counts.brouwer?.value == 54.5)
    }

    @Test func `the cat on the mat is very easy`() {
        let report = Readability.check("De kat zat op de mat.")
        #expect(report.fleschDouma?.value == 124.26)
        #expect(report.counts == TextCounts(words: 6, sentences: 1, syllables: 6))
        #expect(report.band == .veryEasy)
        #expect(report.lix?.value == 6)
        #expect(report.verdict == .passes)
    }

    @Test func `long words count from seven letters`() {
        #expect(Readability.check("Medisch dossier zes letter.").lix?.value == 54)
    }

    @Test(arguments: [
        ("Een. Twee! Drie? Vier", 4), ("Neem bijv. een appel.", 1), ("Dat is 4.5 kilo.", 1), ("Kop\nEen zin.", 2),
        ("", 0), ("...", 0), ("Hij zei: \"Kom.\" Toen ging hij.", 2), ("Om 8 uur. Daarna niet.", 2),
    ])
    func `a text falls into sentences`(text: String, count: Int) {
        #expect(Readability.check(text).counts.sentences == count)
    }

    @Test(arguments: [(11, 0), (12, 0), (13, 1)])
    func `a sentence has at most twelve words`(words: Int, long: Int) {
        let text = Array(repeating: "kat", count: words).joined(separator: " ") + "."
        #expect(Readability.check(text).longSentences.count == long)
    }

    @Test(arguments: [
        ("Uw hypertensie", "hoge bloeddruk"), ("Systolische waarde", "bovendruk"), ("Met betrekking tot eten", "over"),
        ("twee consulten", "afspraak"), ("DOSERING!", "hoeveel u neemt"),
    ])
    func `a hard word comes with an easy one`(text: String, plain: String) {
        #expect(Readability.check(text).jargon.map(\.plain) == [plain])
    }

    @Test func `the list is long enough and suggests no hard words itself`() {
        #expect(Jargon.list.count >= 60)
        for (word, plain) in Jargon.list {
            #expect(Readability.check(plain).jargon.isEmpty, "\(word)")
        }
    }

    @Test func `a text without words has no score`() {
        let report = Readability.check("")
        #expect(report.fleschDouma == nil && report.brouwer == nil && report.lix == nil)
        #expect(report.explanation.map(\.nl) == ["Nog geen tekst."])
    }

    @Test(arguments: [
        (29.99, ReadabilityBand.veryHard), (30, .hard), (44.99, .hard), (45, .fairlyHard), (59.99, .fairlyHard),
        (60, .normal), (69.99, .normal), (70, .fairlyEasy), (80, .easy), (90, .veryEasy),
    ])
    func `the bands are those of Douma`(index: Double, band: ReadabilityBand) {
        #expect(ReadabilityBand(Rounded(index, places: 2)) == band)
    }

    @Test func `hard official prose needs work`() {
        let text = "Indien de medicatie gecontinueerd dient te worden, verzoeken wij u contact op te nemen."
        #expect(Readability.check(text).verdict == .needsWork)
    }
}
