import ArgumentParser
import Audit
import Clinical
import Federation
import Foundation
import Identity
import Storage

/// Other houses by way of which people sign in: DigiD, or one for professionals.
struct ProviderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: "Other houses by way of which people sign in, such as DigiD.",
        subcommands: [Add.self, List.self, On.self, Off.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take the word of another house.")

        @Argument(help: "As it stands in addresses: small letters, digits and dashes.")
        var name: String

        @Option(help: "As people know it: DigiD.")
        var title: String

        @Option(help: "Whom it knows: patient or professional.")
        var kind: Provider.Kind

        @Option(help: "The id of the organisation whose officer reads what goes wrong there.")
        var organisation: String

        @Option(help: "The issuer, as the house writes it.")
        var issuer: String

        @Option(help: "As whom the house knows us.")
        var clientID: String

        @Option(help: "A file with the secret that we share with it, mode 0600.")
        var secretFile: String?

        @Option(help: "Instead of a secret: a file with our own key (P-256, PEM), mode 0600.")
        var keyFile: String?

        @Option(help: "The name of that key, as the house knows it.")
        var keyID: String?

        @Option(help: "For whom our signature is: issuer, or tokenEndpoint for a house that knows no better.")
        var keyAudience = ClientKey.Audience.issuer

        @Option(parsing: .upToNextOption, help: "What is asked of it.")
        var scope = ["openid"]

        @Option(parsing: .upToNextOption, help: "How sure it can be (acr), the weakest first.")
        var levels: [String]

        @Option(help: "The least of those that we take; it counts as two factors.")
        var minimum: String

        @Option(help: "How many seconds ago somebody may have shown there who they are.")
        var maximumAge = 300

        @Flag(help: "It is on this machine, without TLS: only to try.")
        var loopback = false

        @OptionGroup var data: DataFolder

        func run() async throws {
            guard let organisation = ID<Practice>(organisation) else {
                throw ValidationError("--organisation is an id.")
            }
            let row = try row(of: organisation)
            try check(row)
            try data.mustExist()
            let store = try await data.open()
            guard try await store.read({ try Identity.practice(organisation, $0) }) != nil else {
                throw ValidationError("There is no organisation with this id.")
            }
            let occasion = Clock.real.occasion
            do {
                try await store.write {
                    try Identity.add(row, at: occasion.now, $0)
                    try Audit.record(
                        Audit.Entry(.added, "other house", in: organisation, by: .hartlijn), at: occasion, $0)
                }
            } catch let failure as StorageFailure where failure.isConstraint {
                throw ValidationError("There is a house with this name or this issuer already.")
            }
            tell("Tell the house to send people back to <address of this site>/sign-in/answer")
            tell("and to report there who left at <address of this site>/sign-in/logout/\(name).")
        }

        private func row(of organisation: ID<Practice>) throws -> Identity.ProviderRow {
            guard Identity.ProviderRow.isName(name) else {
                throw ValidationError("The name has 1 to 40 small letters, digits and dashes.")
            }
            let (authentication, file) = try authentication()
            return Identity.ProviderRow(
                name: name, title: title, kind: kind, organisation: organisation, issuer: issuer, clientID: clientID,
                authentication: authentication, file: URL(fileURLWithPath: file).standardizedFileURL.path,
                scopes: scope, levels: levels, minimum: minimum, maximumAge: .seconds(maximumAge),
                reach: loopback ? .loopbackToo : .encrypted)
        }

        private func authentication() throws -> (Identity.ProviderRow.Authentication, String) {
            switch (secretFile, keyFile, keyID) {
            case (let file?, nil, nil): return (.secret, file)
            case (nil, let file?, let id?): return (.key(id: id, audience: keyAudience), file)
            case (_, _, _): throw ValidationError("Give --secret-file, or --key-file with --key-id.")
            }
        }

        /// What cannot work is not kept.
        private func check(_ row: Identity.ProviderRow) throws {
            do {
                _ = try row.provider(reaching: .anywhere, with: try SecretFile.read(row.file))
            } catch let failure as SecretFileFailure {
                throw ValidationError("\(row.file): \(failure.words)")
            } catch let failure as ProviderFailure {
                throw ValidationError("This is no house that we can use: \(failure).")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the other houses.")

        @OptionGroup var data: DataFolder

        func run() async throws {
            try data.mustExist()
            let store = try await data.open()
            for row in try await store.read({ try Identity.providers($0) }) {
                print("\(row.name)  \(row.state.rawValue)  \(row.kind.rawValue)  \(row.issuer)  from \(row.minimum)")
            }
        }
    }

    struct On: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take the word of a house again.")

        @Argument(help: "The name of the house.")
        var name: String

        @OptionGroup var data: DataFolder

        func run() async throws { try await ProviderCommand.turn(name, .on, data) }
    }

    struct Off: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take the word of a house no more; sessions that began there end.")

        @Argument(help: "The name of the house.")
        var name: String

        @OptionGroup var data: DataFolder

        func run() async throws { try await ProviderCommand.turn(name, .off, data) }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forget a house, who was linked to it, and end the sessions that began there.")

        @Argument(help: "The name of the house.")
        var name: String

        @OptionGroup var data: DataFolder

        func run() async throws {
            try data.mustExist()
            let (store, occasion) = (try await data.open(), Clock.real.occasion)
            let removed = try await store.write { [name] db -> Int? in
                guard let found = try Identity.removeProvider(name, at: occasion.now, db) else { return nil }
                try Audit.record(
                    Audit.Entry(.changed, "other house", in: found.row.organisation, by: .hartlijn), at: occasion, db)
                return found.joined
            }
            guard let removed else { throw ValidationError("There is no house with this name.") }
            tell("Removed. \(removed) accounts were linked to it.")
        }
    }

    fileprivate static func turn(
        _ name: String, _ state: Identity.ProviderRow.State, _ data: DataFolder
    ) async throws {
        try data.mustExist()
        let (store, occasion) = (try await data.open(), Clock.real.occasion)
        let isThere = try await store.write { db in
            guard let row = try Identity.turn(provider: name, state, at: occasion.now, db) else { return false }
            try Audit.record(
                Audit.Entry(.changed, "other house", in: row.organisation, by: .hartlijn), at: occasion, db)
            return true
        }
        guard isThere else { throw ValidationError("There is no house with this name.") }
    }
}

extension Provider.Kind: ExpressibleByArgument {}
extension ClientKey.Audience: ExpressibleByArgument {}

extension SecretFileFailure {
    var words: String {
        switch self {
        case .cannotOpen, .cannotRead: "this file cannot be read"
        case .notAFile: "this is no file"
        case .tooLong: "this file is too long for a secret"
        case .open: "others can read this file, or it is somebody else's: chmod 600"
        }
    }
}
