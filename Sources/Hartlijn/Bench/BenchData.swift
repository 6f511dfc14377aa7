import ArgumentParser
import Clinical
import Credentials
import Foundation
import Identity
import Measurements
import Storage
import Worklist

/// A practice of a given size to measure in: patients with readings, one with five thousand, a full worklist.
struct BenchData: Sendable {
    static let practice = ID<Practice>(high: 1, low: 1)
    static let poh = ID<Worker>(high: 3, low: 1)
    static let sessions = 64
    static let password = "alleen-voor-deze-proef"
    /// What the first patient measured in a year.
    static let mostReadings = 5000

    let place: BenchPlace
    let patients: Int
    let readingsPerPatient: Int
    /// Cookies of as many patients as there are connections; the first has five thousand readings.
    private(set) var cookies: [String] = []
    private(set) var pohCookie = ""

    init(place: BenchPlace, patients: Int, readingsPerPatient: Int) {
        self.place = place
        self.patients = max(patients, Self.sessions)
        self.readingsPerPatient = readingsPerPatient
    }

    /// All readings in the file when it was made.
    var readingCount: Int { (patients - 1) * readingsPerPatient + Self.mostReadings }

    static func patient(_ place: Int) -> ID<Patient> { ID(high: 0x0190_0000_0000_7000 + UInt64(place), low: 2) }

    mutating func make() async throws {
        let store = try await DataFolder.parse(place.options).open()
        let clock = Clock.real
        try await people(store, clock.occasion)
        try await readings(store, clock.occasion)
        try await worklist(store, clock.occasion)
        try await store.optimise()
        try await sessions(store, clock.occasion)
        try store.close()
    }

    private func people(_ store: Store, _ occasion: Occasion) async throws {
        let count = patients
        try await store.write { db in
            try Identity.add(
                .init(id: Self.practice, name: "Proefpraktijk", phone: "0413 - 00 00 00", replyDays: 2), db)
            try Identity.add(
                .init(id: Self.poh, givenName: "Marieke", familyName: "Kok", role: .poh), to: Self.practice,
                at: occasion.now, db)
            for place in 0..<count {
                try Identity.add(
                    .init(
                        id: Self.patient(place), givenName: "Fatma", familyName: "Naam\(place)",
                        bornOn: Day(number: -3000), sex: .female, programmes: "hypertensie", phone: "06 - 00 00 00 00"),
                    to: Self.practice, at: occasion.now, db)
                try Measurements.agree(
                    on: Measurements.Plan(startedOn: occasion.today.adding(-365)), with: Self.patient(place),
                    in: Self.practice, db)
            }
        }
    }

    private func readings(_ store: Store, _ occasion: Occasion) async throws {
        for place in 0..<patients {
            let count = place == 0 ? Self.mostReadings : readingsPerPatient
            let readings = Self.series(count, seed: place, until: occasion.now)
            try await store.write { db in
                _ = try Measurements.record(
                    all: readings, of: Self.patient(place), in: Self.practice, at: occasion, db)
            }
        }
    }

    /// A year of readings, evenly spread, below the goal and with some life in them.
    private static func series(_ count: Int, seed: Int, until now: Instant) -> [Reading] {
        let step = Duration.days(364).wholeMilliseconds / Int64(count)
        return (0..<count).map { place in
            let wave = (place * 7 + seed * 13) % 17
            return Reading(
                .bloodPressure(.mmHg(120 + wave, over: 72 + wave / 2), pulse: .perMinute(64), rhythm: nil),
                taken: .amsterdam(Instant(milliseconds: now.milliseconds - Int64(count - place) * step)),
                source: .typed)
        }
    }

    private func worklist(_ store: Store, _ occasion: Occasion) async throws {
        let count = min(100, patients)
        try await store.write { db in
            for place in 0..<count {
                try Worklist.consider(
                    place < 10 ? .alert(.threeRaised) : .weekAbove, Worklist.Urgency.allCases[place % 3],
                    Worklist.Facts(pressure: .mmHg(142, over: 88), count: 12), of: Self.patient(place),
                    in: Self.practice, at: occasion.at(occasion.now - .hours(place)), db)
            }
        }
    }

    private mutating func sessions(_ store: Store, _ occasion: Occasion) async throws {
        let signIn = SignIn(store: store, cost: HashCost(rounds: 1 << 10))
        let password = Self.password
        // A run takes longer than a session may lie idle, so these begin later than now.
        let occasion = occasion.at(occasion.now + .hours(6))
        for place in 0..<Self.sessions {
            try await signIn.setPassword(
                password, for: "p\(place)", of: .patient(Self.patient(place)), role: .patient, in: Self.practice,
                at: occasion.now)
            cookies.append(
                "__Host-hartlijn=\(try await signIn.start("p\(place)", password: password, at: occasion).token)")
        }
        // A hash that costs what it costs: this one signs in when signing in is measured, and ends no session of the other.
        for (name, signIn) in [("poh", signIn), (SignInFigures.name, SignIn(store: store))] {
            try await signIn.setPassword(
                password, for: name, of: .worker(Self.poh), role: .poh, in: Self.practice, at: occasion.now)
        }
        let app = try TOTP.Secret(Array(repeating: 7, count: TOTP.Secret.length))
        try await signIn.setApp(app, for: "poh", at: occasion.now)
        let token = try await signIn.start("poh", password: password, app: app, at: occasion)
        pohCookie = "__Host-hartlijn=\(token)"
    }
}
