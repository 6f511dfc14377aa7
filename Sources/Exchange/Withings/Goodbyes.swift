import Clinical
import Storage
import Vendors

/// What is said after the tokens are gone.
extension WithingsFetching {
    private static let mostTries = 20
    private static let mostFarewells = 20

    func sayGoodbyes(in practice: ID<Practice>) async throws -> Outcome {
        let now = clock.occasion.now
        let farewells = try await store.read {
            try Exchange.farewells(in: practice, at: now, most: Self.mostFarewells, $0)
        }
        for farewell in farewells {
            do {
                let person = try desk.person(inFarewell: farewell.sealed, farewell.id, in: practice)
                // Who came back in the meantime has not left.
                if try await !isHere(person) { try await desk.line.revoke(person, at: now) }
            } catch WithingsFailure.tooMany {
                try await putOff(farewell, in: practice)
                return .tooMany
            } catch is NotOurAccount {
                try await putOff(farewell, in: practice)
                return .notOurAccount
            } catch let failure as WithingsFailure where !failure.mayPass {
                // They know nobody of this number any more.
            } catch let failure as StorageFailure {
                throw failure
            } catch let cancelled as CancellationError {
                throw cancelled
            } catch {
                try await putOff(farewell, in: practice)
                continue
            }
            try await store.write { try Exchange.isSaid(farewell.id, in: practice, $0) }
        }
        return .done
    }

    private func isHere(_ person: Withings.Person) async throws -> Bool {
        for hash in desk.hashes(of: person)
        where try await store.ask({ try !Exchange.couplings(ofPerson: hash, $0).isEmpty }) {
            return true
        }
        return false
    }

    private func putOff(_ farewell: Exchange.Farewell, in practice: ID<Practice>) async throws {
        let next = clock.occasion.now + Self.pause(after: farewell.tries + 1)
        try await store.write { db in
            guard farewell.tries < Self.mostTries else { return try Exchange.isSaid(farewell.id, in: practice, db) }
            try Exchange.put(off: farewell.id, to: next, in: practice, db)
        }
    }
}
