import Clinical
import Foundation
import Identity
import Measurements
import Storage
import Stories
import Testing
import Vault

@testable import Demonstration
@testable import Hartlijn
@testable import Outbox

/// A whole day of a care group, played ten minutes by ten minutes, against the rule worked out by hand.
@Suite struct ReminderDayTests {
    /// Somebody who wants to be reminded, as the test knows it without asking the outbox.
    private struct Wisher {
        let patient: ID<Patient>
        let practice: ID<Practice>
        let wishes: ReminderWishes
    }

    @Test func `on a day of four hundred patients everybody is reminded as the rule says, and nobody at night`()
        async throws
    {
        let morning = Amsterdam.instant(Day(number: 20_782), hour: 0)
        let town = try await Town(now: morning, practices: 18, patients: 400)
        let wishers = try await Self.wishers(in: town)
        #expect(wishers.count > 350)
        let expected = try await Self.reckon(wishers, on: Moment.amsterdam(morning).day, town)
        #expect(expected > 50, "the day tests something")

        let safe = try #require(Safe.ofATest)
        try await Self.turnOn(wishers, safe, town)
        print("reminders: \(wishers.count) patients, \(expected) reminders by the rule")
        let sent = try await Self.play(town, safe, from: morning)
        #expect(sent.count == expected)
        let names = try await town.texts(
            "SELECT given_name FROM identity_patient UNION SELECT family_name FROM identity_patient")
        #expect(names.count > 100)
        #expect(sent.allSatisfy { !QuietHours.night.hold($0.at) })
        let known = Set(names)
        let texts = Set(sent.map(\.text))
        for text in texts {
            #expect(known.isDisjoint(with: text.split { !$0.isLetter }.map(String.init)), "\(text)")
            #expect(!text.contains { $0.isNumber }, "\(text)")
        }
        #expect(texts == ["U hebt een nieuwe taak in Hartlijn. https://hartlijn.example"])
        let lines = try await town.number("SELECT count(*) FROM audit_line WHERE object = 'reminder to send'")
        #expect(lines == expected)
    }

    /// Every patient, with moments that differ, some on holiday, some with quiet hours by day.
    private static func wishers(in town: Town) async throws -> [Wisher] {
        let patients = try await town.store.read { db in
            try Identity.practices(db).flatMap { practice in
                try db.rows("SELECT id FROM identity_patient WHERE practice_id = \(practice.id) ORDER BY id") {
                    (try $0.id(0, of: Patient.self), practice.id)
                }
            }
        }
        let today = Moment.amsterdam(town.now).day
        return patients.enumerated().map { place, pair in
            let moments = place.isMultiple(of: 5) ? ReminderMoments([615, 1170, 1290]) : nil
            let quiet = place.isMultiple(of: 7) ? QuietHours(from: 20 * 60, until: 9 * 60) : nil
            return Wisher(
                patient: pair.0, practice: pair.1,
                wishes: ReminderWishes(
                    moments: moments ?? ReminderMoments.choices[place % 3], quiet: quiet ?? .night,
                    pausedUntil: place.isMultiple(of: 11) ? today.adding(1) : nil))
        }
    }

    private static func turnOn(_ wishers: [Wisher], _ safe: Safe, _ town: Town) async throws {
        let occasion = Occasion(now: town.now, chance: { UInt64.random(in: .min ... .max) })
        try await town.store.write { db in
            for (place, wisher) in wishers.enumerated() {
                let owner = Outbox.Owner(
                    patient: wisher.patient, in: wisher.practice, by: wisher.patient, language: .nl)
                _ = try Outbox.ask(
                    "iemand\(place)@voorbeeld.example", on: .mail, of: owner, code: "123456", safe, at: occasion, db)
                _ = try Outbox.confirm("123456", of: wisher.patient, in: wisher.practice, at: occasion.now, db)
                try Outbox.withdrawAll(
                    of: wisher.patient, in: wisher.practice, because: "test", at: occasion.now, db)
                try Outbox.keep(wisher.wishes, by: .mail, of: owner, at: occasion.now, db)
            }
        }
    }

    /// What the rule comes to, from the tables of measurements and without any of the outbox: nobody measures on this day,
    /// so a week asks at each loud moment, and a weekly plan once.
    private static func reckon(_ wishers: [Wisher], on day: Day, _ town: Town) async throws -> Int {
        try await town.store.read { db in
            var count = 0
            for wisher in wishers where wisher.wishes.pausedUntil == nil {
                let loud = wisher.wishes.moments.minutes.filter { !wisher.wishes.quiet.hold($0) }.count
                let week = try Measurements.week(around: day, of: wisher.patient, in: wisher.practice, db)
                if week != nil {
                    count += min(loud, 4)
                    continue
                }
                let last = try db.row(
                    """
                    SELECT last_day FROM measurements_summary
                    WHERE practice_id = \(wisher.practice) AND patient_id = \(wisher.patient)
                    """
                ) { try $0.dayIfAny(0) }
                guard let last = last ?? nil, day.days(since: last) >= 7, loud > 0 else { continue }
                count += 1
            }
            return count
        }
    }

    /// The rounds every ten minutes and the deliveries after each, from midnight to midnight.
    private static func play(
        _ town: Town, _ safe: Safe, from start: Instant
    ) async throws -> [(at: Instant, text: String)] {
        let wording = Outbox.Wording(site: SiteHost(named: "hartlijn.example") ?? .unknown)
        let practices = try await town.store.read { try Identity.practices($0) }
        let story = ReminderIsDue(store: town.store)
        let node: ID<Wisher> = ID(high: 1, low: 1)
        var sent: [(Instant, String)] = []
        for round in 0..<144 {
            let now = start + .minutes(round * 10 + 3)
            let occasion = Occasion(now: now, chance: { UInt64.random(in: .min ... .max) })
            for practice in practices {
                guard try await story.tell(in: practice.id, at: occasion) > 0 else { continue }
                let parcels = try await town.store.write {
                    try Outbox.take(in: practice.id, by: node, at: now, most: 500, safe, $0)
                }
                for parcel in parcels { sent.append((now, wording.text(of: parcel))) }
                try await town.store.write { db in
                    for parcel in parcels { _ = try Outbox.note(.sent, of: parcel, at: now, db) }
                }
            }
        }
        return sent.map { (at: $0.0, text: $0.1) }
    }
}

extension Safe {
    fileprivate static var ofATest: Safe? {
        var chance = SystemRandomNumberGenerator()
        // Keys of chance are never weak.
        return (try? MasterKeys.new(using: &chance)).map(Safe.init)
    }
}
