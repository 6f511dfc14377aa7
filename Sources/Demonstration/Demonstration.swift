import Clinical
import Credentials
import Identity
import Measurements
import Portal
import Storage

/// A believable care group to look around in: practices, people with months of readings, and a worklist of today.
///
/// The same seed at the same moment makes the same people. Nobody in it exists.
package struct Demonstration: Sendable {
    private let practices: Int
    private let patients: Int
    let seed: UInt64
    let now: Instant

    package init(practices: Int = 18, patients: Int = 400, seed: UInt64 = 1, now: Instant) {
        self.practices = practices
        self.patients = patients
        self.seed = seed
        self.now = now
    }

    /// Fills an empty, migrated store.
    ///
    /// - Parameter safe: the keys of fields; without them nobody has an address to be reminded at
    package func build(in store: Store, safe: Safe? = nil, progress: (String) -> Void) async throws -> [DemoAccount] {
        let builder = Builder(store: store, now: now, shared: SharedChance(seed: seed))
        let organisations = try await people(by: builder, progress: progress)
        if let safe {
            try await Replies(builder: builder, organisation: organisations[0])
                .reminders(of: Cast.fatma.id, to: "fatma@voorbeeld.example", safe)
        }
        return try await builder.accounts(organisations)
    }

    /// Everything but the passwords, which are slow on purpose.
    func people(by builder: Builder, progress: (String) -> Void) async throws -> [Organisation] {
        var chance = Chance(seed: seed)
        progress("Making \(practices) practices and \(patients) patients …")
        let organisations = try await builder.organisations(practices)
        var crowds: [[ID<Patient>]] = []
        for (place, organisation) in organisations.enumerated() {
            let cast = place == 0 ? Cast.people(builder.today) : []
            crowds.append(
                try await builder.fill(organisation, with: share(of: place), cast: cast, using: &chance))
            if (place + 1).isMultiple(of: 6) { progress("  \(place + 1) practices ready") }
        }
        progress("Playing the last days …")
        let rounds = Rounds(builder: builder)
        try await rounds.nights(in: organisations.map(\.card.id))
        try await Scenes(builder: builder, linde: organisations[0]).play()
        if organisations.count > 1 {
            try await builder.emergency(by: organisations[1], of: Cast.hanneke.id, in: organisations[0].card.id)
        }
        for (organisation, patients) in zip(organisations, crowds).dropFirst() {
            try await rounds.passBy(organisation, patients, using: &chance)
        }
        for (place, (organisation, patients)) in zip(organisations, crowds).enumerated() {
            let cast = place == 0 ? Cast.allCases.map(\.id) : []
            try await Kits(builder: builder, organisation: organisation).fill(for: cast + patients)
            try await Asking(builder: builder, organisation: organisation).fill(
                for: Array((cast + patients).prefix(Asking.taking)), using: &chance)
        }
        try await Replies(builder: builder, organisation: organisations[0]).opens()
        for organisation in organisations {
            try await Replies(builder: builder, organisation: organisation).quarter()
        }
        return organisations
    }

    /// The first practice is the one to look around in, so it gets more than its share.
    private func share(of place: Int) -> Int {
        let first = practices == 1 ? patients : max(14, patients * 24 / 100)
        guard place > 0 else { return min(first, patients) }
        let rest = max(0, patients - first)
        return rest / (practices - 1) + (place - 1 < rest % (practices - 1) ? 1 : 0)
    }
}

/// Somebody who can sign in to the demonstration.
package struct DemoAccount: Hashable, Sendable {
    package let role: Identity.Role
    package let name: String
    package let signIn: String
    package let password: String
    /// What the app of somebody with two factors holds.
    package let app: TOTP.Secret?
}

/// A practice of the demonstration and who works there.
struct Organisation: Sendable {
    let card: Identity.PracticeCard
    let poh: Identity.WorkerCard
    let gp: Identity.WorkerCard
}
