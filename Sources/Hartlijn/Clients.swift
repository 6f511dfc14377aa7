import ArgumentParser
import Audit
import Clinical
import Federation
import Foundation
import Identity
import Storage

/// Machines of somebody else that read or write here, such as a record system.
struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "Machines that get tokens here, such as a record system.",
        subcommands: [Add.self, List.self, End.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a machine get tokens for one organisation; prints its client id.")

        @Option(help: "The id of the organisation.")
        var organisation: String

        @Option(help: "What it may do, such as \"system/Observation.rs system/Patient.r\".")
        var scope: String

        @Option(help: "A file with its public keys (JWKS), as its makers handed them in.")
        var jwks: String

        @Option(help: "What it is called in the list.")
        var name = ""

        @OptionGroup var data: DataFolder

        func run() async throws {
            guard let organisation = ID<Practice>(organisation) else {
                throw ValidationError("--organisation is an id.")
            }
            let (scopes, keys) = (try scopes(), try keys())
            try data.mustExist()
            let store = try await data.open()
            guard try await store.read({ try Identity.practice(organisation, $0) }) != nil else {
                throw ValidationError("There is no organisation with this id.")
            }
            let occasion = Clock.real.occasion
            let row = Identity.ClientRow(
                id: occasion.newID(), organisation: organisation, name: name, jwks: keys, scopes: scopes)
            try await store.write {
                try Identity.add(row, at: occasion.now, $0)
                try Audit.record(Audit.Entry(.added, "machine", in: organisation, by: .hartlijn), at: occasion, $0)
            }
            print(row.id)
        }

        private func scopes() throws -> Set<SystemScope> {
            do throws(ScopeFailure) { return try SystemScope.list(scope) } catch {
                throw ValidationError("--scope is no list of system scopes (\(error)), such as system/Observation.rs.")
            }
        }

        private func keys() throws -> String {
            guard let found = FileManager.default.contents(atPath: jwks) else {
                throw ValidationError("\(jwks): this file cannot be read.")
            }
            do throws(JWKSFailure) { _ = try JWKS(Array(found)) } catch {
                throw ValidationError("\(jwks): these are no public keys that we can use (\(error)).")
            }
            return String(decoding: found, as: UTF8.self)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the machines.")

        @OptionGroup var data: DataFolder

        func run() async throws {
            try data.mustExist()
            let store = try await data.open()
            for row in try await store.read({ try Identity.clients($0) }) {
                let state = row.endedAt.map { "ended \(Moment.amsterdam($0).rfc3339)" } ?? SystemScope.text(row.scopes)
                print("\(row.id)  \(row.organisation)  \(row.name)  \(state)")
            }
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A machine gets no tokens any more, and those it has are worth nothing.")

        @Argument(help: "The client id.")
        var id: String

        @OptionGroup var data: DataFolder

        func run() async throws {
            guard let client = ID<Identity.Client>(id) else { throw ValidationError("This is no client id.") }
            try data.mustExist()
            let (store, occasion) = (try await data.open(), Clock.real.occasion)
            let organisation = try await store.write { db -> ID<Practice>? in
                guard let organisation = try Identity.end(client, at: occasion.now, db) else { return nil }
                try Audit.record(
                    Audit.Entry(.changed, "machine", in: organisation, by: .hartlijn), at: occasion, db)
                return organisation
            }
            guard organisation != nil else { throw ValidationError("There is no such machine, or it has ended.") }
        }
    }
}
