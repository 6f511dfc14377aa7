import Clinical
import Testing

/// Every sentence a patient can read, with an example of each value in it.
private let patientSentences: [Sentence] = weekSentences + doubtSentences + alertSentences + bodySentences

private let weekSentences: [Sentence] =
    [
        WeekJudgement.Outcome.notEnoughData(have: 4, need: 12), .onTarget(average: .mmHg(128, over: 80)),
        .raised(average: .mmHg(142, over: 91)),
    ].flatMap(\.toPatient)

private let doubts: [Doubt] = [
    .systolic(.mmHg(290)), .diastolic(.mmHg(20)), .swapped(.mmHg(80, over: 130)), .closeTogether(.mmHg(85, over: 80)),
    .jump(.mmHg(218), usual: .mmHg(130)), .pulse(.perMinute(230)), .weight(.kg(360)),
    .weightChange(from: .kg(70), to: .kg(92.5)), .steps(.count(120_000)), .glucose(.millimolesPerLitre(40)),
    .height(.cm(90)), .waist(.cm(230)), .future,
]
private let doubtSentences = doubts.flatMap(\.question) + Impossible.pressure(.mmHg(500)).toPatient

private let alertSentences: [Sentence] =
    AlertReason.allCases.flatMap(\.toPatient)
    + [PatientAnswer.thankYou, .contactPractice, .measureAgain(waitMinutes: 5), .phonePracticeToday, .call112]
    .flatMap(\.toPatient) + HomeAlerts.notWatched
    + [Silence.measuring, .remind(days: 14), .tellPractice(days: 21), .neverMeasured].flatMap(\.toPatient)

private let bodySentences: [Sentence] = weightSentences + stepsSentences + pulseSentences + glucoseSentences

private let weightSentences: [Sentence] = {
    let heavier = DayWeight(day(2), .kg(83.1))
    let earlier: [[DayWeight]] = [
        [], [DayWeight(day(1), .kg(83))], [DayWeight(day(1), .kg(80))], [DayWeight(day(0), .kg(80))],
        (-9 ... -3).map { DayWeight(day($0), .kg(80)) },
    ]
    return earlier.flatMap { HeartFailureWeight.judge(heavier, after: $0).toPatient }
}()

private let stepsSentences: [Sentence] = [2, 5].flatMap { count in
    StepsRule.judge((0..<count).map { DaySteps(day($0), .count(3150)) }, today: day(6)).toPatient
}

private let pulseSentences: [Sentence] = [35, 45, 70, 120].flatMap { PulseRule.judge(.perMinute($0)).toPatient }

private let glucoseSentences: [Sentence] = [3.0, 4.2, 6, 10, 20].flatMap { value in
    GlucoseMoment.allCases.flatMap { GlucoseRule.judge(.millimolesPerLitre(value), $0).toPatient }
}

@Suite struct WordingTests {
    @Test(arguments: patientSentences)
    func `no sentence for patients is longer than twelve words, in either language`(sentence: Sentence) {
        for language in Language.allCases {
            #expect(Readability.check(sentence[language]).longSentences == [])
            #expect(!sentence[language].isEmpty)
        }
    }

    @Test(arguments: patientSentences)
    func `no sentence for patients has a hard word`(sentence: Sentence) {
        #expect(Readability.check(sentence.nl).jargon == [])
    }

    @Test func `all sentences for patients together read easily`() throws {
        let report = Readability.check(patientSentences.map(\.nl).joined(separator: "\n"))
        #expect(try #require(report.fleschDouma) >= Readability.lowestFleschDouma)
        #expect(report.verdict == .passes)
    }

    @Test func `every name on a settings page is there in both languages`() {
        for title in AlertLimit.allCases.map(\.title) + AlertReason.allCases.map(\.title) {
            #expect(!title.nl.isEmpty && !title.en.isEmpty && title.nl != title.en)
        }
        for title in RuleInput.allCases.map(\.title) { #expect(!title.nl.isEmpty && !title.en.isEmpty) }
    }

    @Test func `a rule that cannot answer says its bounds`() {
        let outside = OutsideRange(input: .age, given: 39, lowest: 40, highest: 89)
        #expect(outside.explanation.nl == "Leeftijd (jaar) 39: deze regel geldt van 40 tot en met 89.")
    }
}
