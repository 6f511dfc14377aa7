import Clinical
import Identity
import Storage
import Vendors

/// The coupling is not ours to go on with: it ended, or another node has it.
struct Overtaken: Error {}

/// The maker knows our tokens no more.
struct Refused: Error {}

extension WithingsFetching {
    /// What stood on disk, and the how-manieth it is.
    private struct Held {
        let tokens: Withings.Tokens
        let turn: Int
        let coupling: ID<Exchange.Coupling.Mark>
    }

    /// Ends before they do, so that a page that is asked now is answered.
    private static let slack = Duration.minutes(5)

    /// Does something with tokens that open: renewed when they are about to end, and once when they are refused.
    func withTokens(of job: Exchange.Job, _ work: (Withings.Tokens) async throws -> Void) async throws {
        let held = try await held(job)
        guard held.tokens.until > clock.occasion.now + Self.slack else {
            return try await renewed(held, job, work)
        }
        do {
            try await work(held.tokens)
        } catch WithingsFailure.notRecognised {
            try await renewed(held, job, work)
        }
    }

    private func renewed(
        _ held: Held, _ job: Exchange.Job, _ work: (Withings.Tokens) async throws -> Void
    ) async throws {
        let fresh = try await renew(held, job)
        do { try await work(fresh) } catch WithingsFailure.notRecognised { throw Refused() }
    }

    /// When the answer is lost, or we are before it is on disk, the old ones still serve: they end when the new ones are
    /// used, or hours later.
    private func renew(_ held: Held, _ job: Exchange.Job) async throws -> Withings.Tokens {
        let fresh: Withings.Tokens
        do {
            fresh = try await desk.line.tokens(instead: held.tokens, at: clock.occasion.now)
        } catch let failure as WithingsFailure where failure.isAboutTheToken {
            throw Refused()
        }
        let (desk, coupling) = (desk, held.coupling)
        let isOurs = try await store.write { db in
            let key = try desk.safe.key(of: job.patient, in: job.practice, db)
            let new = Exchange.NewCoupling(
                id: coupling, hash: desk.hash(of: fresh.person),
                farewell: try desk.farewell(of: fresh.person, coupling, in: job.practice),
                sealed: try desk.seal(fresh, of: job.patient, with: key))
            return try Exchange.replace(tokens: held.turn, with: new, of: job.patient, in: job.practice, db)
        }
        guard isOurs else { throw Overtaken() }
        return fresh
    }

    private func held(_ job: Exchange.Job) async throws -> Held {
        let desk = desk
        let held = try await store.read { db -> Held? in
            guard let coupling = try Exchange.coupling(of: job.patient, in: job.practice, db), coupling.state == .on,
                let secret = try Exchange.sealedTokens(of: job.patient, in: job.practice, db),
                let key = try desk.safe.keyIfAny(of: job.patient, in: job.practice, db)
            else { return nil }
            return Held(
                tokens: try desk.open(secret.sealed, of: job.patient, with: key), turn: secret.turn,
                coupling: coupling.id)
        }
        guard let held else { throw Overtaken() }
        return held
    }
}
