import Clinical
import Testing

@Suite struct HomeAlertsTests {
    private func taken(
        _ systolic: Int, _ diastolic: Int = 80, pulse: Int? = nil, rhythm: Rhythm? = nil, minutes: Int = 0
    ) -> TakenReading {
        let noon = Amsterdam.instant(day(10), hour: 12)
        return TakenReading(
            .mmHg(systolic, over: diastolic), pulse: pulse.map { .perMinute($0) }, rhythm: rhythm,
            taken: .amsterdam(noon + .minutes(minutes)))
    }

    private let aDay = 24 * 60

    @Test(arguments: [
        (120, 80, AlertReason.nothingUnusual), (159, 99, .nothingUnusual), (160, 80, .somewhatHigh),
        (161, 80, .somewhatHigh), (150, 100, .somewhatHigh), (150, 101, .somewhatHigh), (170, 80, .somewhatHigh),
        (171, 80, .singleHigh), (179, 109, .singleHigh), (180, 80, .veryHigh), (181, 80, .veryHigh),
        (150, 109, .somewhatHigh), (150, 110, .veryHigh), (150, 111, .veryHigh), (91, 60, .nothingUnusual),
        (90, 60, .nothingUnusual), (89, 60, .low),
    ])
    func `one reading has one reason`(systolic: Int, diastolic: Int, reason: AlertReason) {
        #expect(HomeAlerts.judge(taken(systolic, diastolic)).reason == reason)
    }

    @Test func `a very high reading first asks for rest and a repeat`() {
        let alert = HomeAlerts.judge(taken(185))
        #expect(alert.level == .amber)
        #expect(alert.answer == .measureAgain(waitMinutes: 5))
    }

    @Test(arguments: [(-1, AlertLevel.amber), (-2, .red), (-3, .red), (-10, .red)])
    func `only a repeat on the same day that stays high is red`(minutes: Int, level: AlertLevel) {
        let alert = HomeAlerts.judge(taken(182), recent: [taken(185, minutes: minutes)])
        #expect(alert.level == level)
        if level == .red { #expect(alert.answer == .phonePracticeToday) }
    }

    @Test func `very high yesterday and today is not a repeat`() {
        #expect(HomeAlerts.judge(taken(182), recent: [taken(185, minutes: -aDay)]).level == .amber)
    }

    @Test func `a repeat that comes down is not red`() {
        #expect(HomeAlerts.judge(taken(150), recent: [taken(185, minutes: -10)]).level == .none)
    }

    @Test func `a later reading says nothing about an earlier one`() {
        #expect(HomeAlerts.judge(taken(185), recent: [taken(190, minutes: 30)]).level == .amber)
    }

    @Test(arguments: Complaint.allCases)
    func `alarming complaints with a very high value are for 112 at once`(complaint: Complaint) {
        let alert = HomeAlerts.judge(taken(180), complaints: [complaint])
        #expect((alert.answer == .call112) == (complaint != .dizziness))
        #expect((alert.level == .red) == (complaint != .dizziness))
    }

    @Test func `alarming complaints are never thanked away`() {
        let alert = HomeAlerts.judge(taken(128), complaints: [.paralysis])
        #expect(alert.level == .red)
        #expect(alert.reason == .alarmingComplaints)
        #expect(alert.toPatient.map(\.nl).contains { $0.contains("112") })
    }

    @Test(arguments: [(99, AlertReason.low), (100, .nothingUnusual), (101, .nothingUnusual), (90, .low)])
    func `dizziness makes a pressure below a hundred low`(systolic: Int, reason: AlertReason) {
        #expect(HomeAlerts.judge(taken(systolic, 60), complaints: [.dizziness]).reason == reason)
        #expect(HomeAlerts.judge(taken(systolic, 60)).reason == .nothingUnusual)
    }

    @Test(arguments: [(140, AlertReason.nothingUnusual), (141, .threeRaised), (142, .threeRaised)])
    func `three readings above 140 in a row are amber`(systolic: Int, reason: AlertReason) {
        let recent = [taken(141, minutes: -2 * aDay), taken(150, minutes: -4 * aDay)]
        #expect(HomeAlerts.judge(taken(systolic), recent: recent).reason == reason)
    }

    @Test func `a reading on target starts the row again`() {
        let recent = [
            taken(150, minutes: -3 * aDay), taken(140, minutes: -5 * aDay), taken(150, minutes: -6 * aDay),
        ]
        #expect(HomeAlerts.judge(taken(150), recent: recent).reason == .nothingUnusual)
    }

    @Test(arguments: [(13, AlertReason.threeRaised), (14, .nothingUnusual)])
    func `a row is no longer than fourteen days`(days: Int, reason: AlertReason) {
        let recent = [taken(150, minutes: -2 * aDay), taken(150, minutes: -days * aDay)]
        #expect(HomeAlerts.judge(taken(150), recent: recent).reason == reason)
    }

    @Test(arguments: [(48 * 60, AlertReason.fourDeviating), (48 * 60 + 1, .nothingUnusual)])
    func `four deviating readings within 48 hours are amber, whatever lies between`(minutes: Int, reason: AlertReason) {
        let recent = [
            taken(130, minutes: -60), taken(150, minutes: -120), taken(130, minutes: -180),
            taken(130, 91, minutes: -240), taken(130, minutes: -300), taken(141, minutes: -minutes),
        ]
        #expect(HomeAlerts.judge(taken(150), recent: recent).reason == reason)
    }

    @Test(arguments: [
        (39, AlertReason.pulseVerySlow), (40, .pulseSlow), (41, .pulseSlow), (49, .pulseSlow), (50, .nothingUnusual),
        (51, .nothingUnusual), (109, .nothingUnusual), (110, .nothingUnusual), (111, .pulseFast),
    ])
    func `a pulse has its limits`(pulse: Int, reason: AlertReason) {
        #expect(HomeAlerts.judge(taken(120, pulse: pulse)).reason == reason)
    }

    @Test func `a fast pulse is repeated before it is for the practice`() {
        #expect(HomeAlerts.judge(taken(120, pulse: 115)).answer == .measureAgain(waitMinutes: 5))
        let recent = [taken(120, pulse: 118, minutes: -10)]
        #expect(HomeAlerts.judge(taken(120, pulse: 115), recent: recent).answer == .contactPractice)
    }

    @Test(arguments: [(-10, AlertReason.nothingUnusual), (-24 * 60, .irregular), (-31 * 24 * 60, .nothingUnusual)])
    func `an irregular rhythm on two days is a task for the practice`(minutes: Int, reason: AlertReason) {
        let recent = [taken(120, rhythm: .irregular, minutes: minutes)]
        let alert = HomeAlerts.judge(taken(120, rhythm: .irregular), recent: recent)
        #expect(alert.reason == reason)
        #expect(alert.answer == .thankYou)
    }

    @Test func `what was also found is not lost`() {
        let alert = HomeAlerts.judge(taken(185, pulse: 45))
        #expect(alert.reason == .veryHigh)
        #expect(alert.also == [.pulseSlow])
    }

    @Test(arguments: AlertLimit.allCases)
    func `every limit can be overridden by its name`(limit: AlertLimit) {
        var limits = AlertLimits()
        #expect(limits[limit] == limit.standard)
        #expect(limit.unit.allowed.contains(limit.standard))
        #expect(limits.set(limit.rawValue, to: limit.unit.allowed.upperBound) == .changed(limit))
        #expect(limits[limit] == limit.unit.allowed.upperBound)
        #expect(limits.overridden == [limit])
        #expect(!limit.source.isEmpty)
    }

    @Test func `a slip of the finger does not become a limit`() {
        var limits = AlertLimits()
        #expect(limits.set("veryHighSystolic", to: 18) == .outsideBounds(40...300))
        #expect(limits.set("unheardOf", to: 18) == .unknownName)
        #expect(limits == AlertLimits())
    }

    @Test func `a practice's own limits are used`() {
        var limits = AlertLimits()
        limits.set("veryHighSystolic", to: 200)
        limits.set("singleHighSystolic", to: 190)
        #expect(HomeAlerts.judge(taken(185), limits: limits).reason == .somewhatHigh)
        limits.set("raisedCount", to: 0)
        let recent = [taken(150, minutes: -aDay), taken(150, minutes: -2 * aDay - 60)]
        #expect(HomeAlerts.judge(taken(150), recent: recent, limits: limits).reason == .nothingUnusual)
    }

    @Test func `a reading that does not look back is judged the same whatever came before it`() {
        let worst = (1...20).map { taken(200, 120, pulse: 150, rhythm: .irregular, minutes: -$0 * 60) }
        var calm = 0
        for systolic in 80...200 {
            for (diastolic, pulse) in [(60, nil), (80, 50), (85, 110), (90, 35), (95, 130), (111, 200)] {
                for rhythm in [nil, Rhythm.regular, .irregular] {
                    let reading = taken(systolic, diastolic, pulse: pulse, rhythm: rhythm)
                    guard !HomeAlerts.looksBack(from: reading) else { continue }
                    calm += 1
                    #expect(HomeAlerts.judge(reading, recent: worst) == HomeAlerts.judge(reading))
                }
            }
        }
        #expect(calm > 100)
    }

    @Test(arguments: [
        (0, Silence.measuring), (13, .measuring), (14, .remind(days: 14)), (15, .remind(days: 15)),
        (20, .remind(days: 20)), (21, .tellPractice(days: 21)), (22, .tellPractice(days: 22)),
    ])
    func `silence is first a reminder, then for the practice`(days: Int, silence: Silence) {
        #expect(HomeAlerts.silence(lastReading: day(0), today: day(days)) == silence)
    }

    @Test func `who never measured is not silent but new`() {
        #expect(HomeAlerts.silence(lastReading: nil, today: day(0)) == .neverMeasured)
    }

    @Test(arguments: [(19, 9, false), (20, 0, true), (21, 0, true), (0, 10, true), (0, 11, true)])
    func `a fall on standing has two limits`(systolic: Int, diastolic: Int, falls: Bool) {
        let judgement = HomeAlerts.standing(.mmHg(140 - systolic, over: 90 - diastolic), after: .mmHg(140, over: 90))
        #expect(judgement == (falls ? .falls(systolic: systolic, diastolic: diastolic) : .steady))
    }
}
