import Clinical
import Identity
import Measurements
import Portal
import Storage
import Testing
import Worklist

@testable import Demonstration

@Suite struct DemonstrationTests {
    @Test func `the same seed at the same moment makes the same people, another seed others`() async throws {
        let (one, same, other) = (try await Town(), try await Town(), try await Town(seed: 2))
        let readings = try await one.readings()
        #expect(readings.count > 3000)
        #expect(try await same.readings() == readings)
        #expect(try await same.lines() == one.lines())
        #expect(try await other.readings() != readings)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the worklist of De Linde has something now, today and this week`(seed: UInt64) async throws {
        let items = try await Town(seed: seed).open()
        #expect((10...14).contains(items.count), "\(items.count) lines")
        for urgency in Worklist.Urgency.allCases { #expect(items.contains { $0.urgency == urgency }, "\(urgency)") }
        #expect(items.count { $0.urgency == .now } == 3)
        let reasons = Set(items.map(\.reason))
        for reason in [
            Worklist.Reason.alert(.stillVeryHigh), .alert(.alarmingComplaints), .alert(.irregular), .weightGain,
            .question, .weekAbove, .weekOnTarget, .weekTooFew, .silent, .unconfirmed,
        ] { #expect(reasons.contains(reason), "\(reason)") }
    }

    @Test func `in a larger practice Marieke finished seven lines today and put some off`() async throws {
        let town = try await Town(practices: 2, patients: 120)
        let practice = try await town.linde()
        let midnight = Amsterdam.instant(Moment.amsterdam(Town.now).day, hour: 0)
        let counts = try await town.store.read {
            try Worklist.counts(in: practice, at: Town.now, since: midnight, $0)
        }
        #expect((3...8).contains(counts[.closed] ?? 0), "\(counts)")
        #expect((1...3).contains(counts[.later] ?? 0), "\(counts)")
    }

    @Test func `every other practice has a few lines and no empty list`() async throws {
        let town = try await Town(practices: 6, patients: 90)
        let open = try await town.store.read { db in
            try Identity.practices(db).filter { $0.name != "De Linde" }.map {
                try Worklist.open(in: $0.id, at: Town.now, db).count
            }
        }
        #expect(open.allSatisfy { (1...8).contains($0) }, "\(open)")
    }

    @Test(
        arguments: zip(
            [(0, 10), (0, 50), (2, 30), (6, 20), (14, 59), (23, 55)],
            ["2026-11-22", "2026-11-23", "2026-10-25", "2027-03-28", "2026-12-28", "2027-03-01"]))
    func `nothing lies in the future, at any hour`(clock: (hour: Int, minute: Int), date: String) async throws {
        let day = try #require(Day(date))
        let now = Amsterdam.instant(day, hour: clock.hour, minute: clock.minute)
        let town = try await Town(now: now)
        let late = try await town.number(
            """
            SELECT (SELECT count(*) FROM measurements_reading WHERE taken_at > \(now))
                 + (SELECT count(*) FROM worklist_item WHERE opened_at > \(now) OR closed_at > \(now)
                                                          OR closed_at < opened_at)
                 + (SELECT count(*) FROM portal_message WHERE sent_at > \(now) OR read_at > \(now))
                 + (SELECT count(*) FROM portal_goal_day WHERE day > \(day))
                 + (SELECT count(*) FROM portal_medication_change WHERE changed_on > \(day))
            """
        )
        #expect(late == 0)
        #expect(Set(try await town.open().map(\.urgency)).count == 3)
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `Fatma is on the third day of her week, below her goal, with one message to read`(seed: UInt64) async throws {
        let town = try await Town(seed: seed)
        let (practice, today) = (try await town.linde(), Moment.amsterdam(Town.now).day)
        let (week, days, summary, unread, goal) = try await town.store.read { db in
            (
                try Measurements.week(around: today, of: Cast.fatma.id, in: practice, db),
                try Measurements.days(
                    .bloodPressure, of: Cast.fatma.id, in: practice, from: today.adding(-2), through: today, db),
                try Measurements.summary(of: Cast.fatma.id, in: practice, db),
                try Portal.unread(from: .worker, of: Cast.fatma.id, in: practice, db),
                try Portal.currentGoal(of: Cast.fatma.id, in: practice, on: today, db)
            )
        }
        #expect(week?.startsOn == today.adding(-2))
        #expect(days.map(\.day) == [today.adding(-2), today.adding(-1)])
        #expect(days.allSatisfy { $0.mornings == 2 && $0.evenings == 2 })
        let average = try #require(summary?.average)
        #expect(average.systolic < .mmHg(135) && average.diastolic < .mmHg(85), "\(average)")
        #expect((summary?.weeks.first ?? nil)?.systolic ?? .mmHg(0) >= .mmHg(140))
        #expect(unread == 1)
        #expect(goal?.text == "elke dag wandelen")
    }

    @Test func `the weekly averages fall after the medicine changed`() async throws {
        let town = try await Town()
        let practice = try await town.linde()
        let weeks = try await town.store.read {
            try Measurements.weeks(of: Cast.fatma.id, in: practice, most: 10, $0)
        }.compactMap(\.judged?.outcome)
        guard case .onTarget(let last) = weeks.first, case .raised(let before) = weeks.dropFirst().first else {
            Issue.record("\(weeks)")
            return
        }
        #expect(before.systolic.mmHg - last.systolic.mmHg >= 8, "\(before) → \(last)")
    }

    @Test func `first days of measuring are higher than the days after, over all people`() async throws {
        let town = try await Town(practices: 3, patients: 60)
        let gap = try await town.number(
            """
            SELECT CAST(100 * (avg(CASE WHEN day.day = plan.started_on THEN 1.0 * first_sum / (mornings + evenings) END)
                             - avg(CASE WHEN day.day > plan.started_on THEN 1.0 * first_sum / (mornings + evenings) END))
                   AS INTEGER)
            FROM measurements_day AS day
            JOIN measurements_plan AS plan ON plan.practice_id = day.practice_id AND plan.patient_id = day.patient_id
            JOIN measurements_week AS week ON week.practice_id = day.practice_id AND week.patient_id = day.patient_id
             AND week.starts_on = plan.started_on AND day.day BETWEEN week.starts_on AND week.ends_on
            WHERE day.kind = 'blood-pressure'
            """
        )
        #expect(gap > 300, "\(gap) hundredths of mmHg")
    }

    @Test func `the counts of a practice agree with its patients`() async throws {
        let town = try await Town(practices: 3, patients: 60)
        let wrong = try await town.number(
            """
            SELECT count(*)
            FROM (SELECT practice_id, standing, count(*) AS patients
                  FROM measurements_summary GROUP BY practice_id, standing) AS counted
            LEFT JOIN measurements_tally AS tally
              ON tally.practice_id = counted.practice_id AND tally.standing = counted.standing
            WHERE tally.patients IS NULL OR tally.patients <> counted.patients
            """
        )
        #expect(wrong == 0)
        #expect(try await town.number("SELECT CAST(sum(patients) AS BIGINT) FROM measurements_tally") == 60)
    }

    @Test func `all kinds of life are in it`() async throws {
        let town = try await Town(practices: 3, patients: 150)
        let kinds = Set(try await town.texts("SELECT DISTINCT kind FROM measurements_reading"))
        #expect(kinds == ["blood-pressure", "weight", "steps"])
        #expect(try await town.number("SELECT count(*) FROM measurements_reading WHERE detail = 'irregular'") > 5)
        #expect(
            try await town.number("SELECT count(*) FROM measurements_reading WHERE status = 'entered-in-error'") == 1)
        let tens = try await town.number(
            """
            SELECT count(*)
            FROM (SELECT avg(CASE WHEN first_value % 10 = 0 THEN 1.0 ELSE 0 END) AS share
                  FROM measurements_reading WHERE kind = 'blood-pressure' GROUP BY patient_id) AS habit
            WHERE share > 0.5
            """
        )
        #expect(tens > 2)
        #expect(try await town.number("SELECT count(*) FROM identity_patient WHERE reading = 'difficult'") > 10)
        #expect(try await town.number("SELECT count(DISTINCT spoken_language) FROM identity_patient") > 5)
        let births = "SELECT count(*) FROM identity_patient WHERE born_on < '1938-01-01' OR born_on > '1980-12-31'"
        #expect(try await town.number(SQL(stringLiteral: births)) == 0)
    }

    @Test func `what patients are told is easy to read`() async throws {
        let town = try await Town(practices: 3, patients: 120)
        let sent = try await town.letters(
            """
            SELECT sealed FROM portal_message WHERE sender = 'worker'
            UNION SELECT sealed_why FROM portal_medication_change
            """
        )
        let all = sent + Texts.talks.map(\.answer) + Texts.pills.map(\.why) + Texts.wellDone + Texts.goals
        #expect(sent.count > 8)
        for text in all {
            let report = Readability.check(text)
            #expect(report.longSentences.isEmpty, "\(text)")
            #expect(report.jargon.isEmpty, "\(text): \(report.jargon)")
        }
    }

    @Test func `only the people on the list can sign in`() async throws {
        let town = try await Town()
        let accounts = try await town.accounts()
        let names = try await town.texts("SELECT sign_in FROM identity_account")
        #expect(Set(names) == Set(accounts.map(\.signIn)))
        #expect(
            Set(names) == [
                "fatma", "hanneke", "elif", "marieke", "ada", "nadia", "mo", "ilse", "vera", "loes", "paula", "otto",
                "bo", "wout", "daan",
            ])
        #expect(Set(accounts.map(\.role)) == Set(Identity.Role.allCases))
        let fatma = try #require(accounts.first)
        let started = try await SignIn(store: town.store).start(
            fatma.signIn, password: fatma.password, at: Occasion(now: Town.now) { 7 })
        #expect(started.role == .patient)
    }

    @Test func `one practice is enough`() async throws {
        let town = try await Town(practices: 1, patients: 2)
        #expect(Set(try await town.accounts().map(\.role)) == Set(Identity.Role.allCases))
    }
}
