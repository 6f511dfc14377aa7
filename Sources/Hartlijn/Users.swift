import ArgumentParser
import Audit
import Clinical
import Credentials
import Foundation
import Identity
import Storage

/// Practices and the care group.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Practices and the care group.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a practice or a care group; prints its id.")

        @Argument(help: "The name, as patients know it.")
        var name: String

        @Option(
            help: "practice, health-centre, hoed, pharmacy, hospital, welfare, library, municipality or care-group.")
        var kind = "practice"

        @Option(help: "The id of its care group; without it the only one there is.")
        var careGroup: String?

        @Option(help: "The telephone number for patients.")
        var phone: String

        @Option(help: "Within how many working days the practice answers.")
        var replyDays = 2

        @OptionGroup var data: DataFolder

        func validate() throws {
            guard Identity.PracticeCard.Kind(rawValue: kind) != nil else {
                throw ValidationError(
                    "--kind is \(Identity.PracticeCard.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            guard (1...30).contains(replyDays) else { throw ValidationError("--reply-days is 1 to 30.") }
        }

        func run() async throws {
            let store = try await data.open()
            let id: ID<Practice> = Clock.real.occasion.newID()
            let group = try await group(in: store)
            let card = Identity.PracticeCard(
                id: id, kind: Identity.PracticeCard.Kind(rawValue: kind) ?? .practice, name: name, phone: phone,
                replyDays: replyDays, careGroup: group)
            try await store.write { try Identity.add(card, $0) }
            print(id)
        }

        private func group(in store: Store) async throws -> ID<Practice>? {
            guard kind != Identity.PracticeCard.Kind.careGroup.rawValue else { return nil }
            let groups = try await store.read { try Identity.careGroups($0) }
            if let careGroup {
                guard let group = groups.first(where: { $0.id.description == careGroup }) else {
                    throw ValidationError("There is no care group with this id.")
                }
                return group.id
            }
            guard groups.count < 2 else { throw ValidationError("There is more than one care group: say which.") }
            return groups.first?.id
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the practices.")

        @OptionGroup var data: DataFolder

        func run() async throws {
            try data.mustExist()
            let store = try await data.open()
            for practice in try await store.read({ try Identity.practices($0) }) {
                print("\(practice.id)  \(practice.name)")
            }
        }
    }
}

/// People who sign in.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "People who sign in.",
        subcommands: [Add.self, Password.self, Leave.self, SignOut.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add somebody who works at a practice or the care group; reads the password from standard input.")

        @Argument(help: "The name to sign in with.")
        var signIn: String

        @Option(help: "The id of the organisation.")
        var organisation: String

        @Option(help: "poh, gp, manager, specialist, implementer, lead, officer or administrator.")
        var role: String

        @Option(help: "The given name.")
        var givenName: String

        @Option(help: "The family name.")
        var familyName: String

        @Option(help: PasswordInput.listHelp)
        var breachedPasswords: String?

        @OptionGroup var data: DataFolder

        func run() async throws {
            guard let organisation = ID<Practice>(organisation), let role = Identity.Role(rawValue: role),
                role != .patient, role != .proxy
            else { throw ValidationError("--organisation is an id, and --role one of those in the help.") }
            try data.mustExist()
            let password = try PasswordInput.read(of: signIn, breached: breachedPasswords)
            let store = try await data.open()
            guard let card = try await store.read({ try Identity.practice(organisation, $0) }) else {
                throw ValidationError("There is no organisation with this id.")
            }
            guard role.fits(card.kind) else {
                throw ValidationError("A \(role.rawValue) does not work at a \(card.kind.rawValue).")
            }
            let occasion = Clock.real.occasion
            let worker = Identity.WorkerCard(
                id: occasion.newID(), givenName: givenName, familyName: familyName, role: role)
            do {
                try await SignIn(store: store).setPassword(
                    password, for: signIn, of: .worker(worker.id), role: role, in: organisation, at: occasion.now)
            } catch is SignInTaken {
                throw ValidationError("Somebody signs in as \(signIn) already.")
            }
            try await store.write { db in
                try Identity.add(worker, to: organisation, at: occasion.now, db)
                try Audit.record(Audit.Entry(.added, "account", in: organisation, by: .hartlijn), at: occasion, db)
            }
            print(worker.id)
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an account a new password, read from standard input.")

        @Argument(help: "The name to sign in with.")
        var signIn: String

        @Option(help: PasswordInput.listHelp)
        var breachedPasswords: String?

        @OptionGroup var data: DataFolder

        func run() async throws {
            try data.mustExist()
            let password = try PasswordInput.read(of: signIn, breached: breachedPasswords)
            let store = try await data.open()
            guard try await SignIn(store: store).changePassword(password, for: signIn, at: Clock.real.occasion) else {
                throw ValidationError("There is no such account, or it has ended.")
            }
            tell("The password is changed, and every session of this account is over.")
        }
    }
}

extension UserCommand {
    struct Leave: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Somebody leaves: their account opens nothing any more, at once or after their last day.")

        @Argument(help: "The name to sign in with.")
        var signIn: String

        @Option(help: "The last day, such as 2026-11-30; without it, now.")
        var lastDay: String?

        @OptionGroup var data: DataFolder

        func validate() throws {
            guard lastDay.map({ Day($0) != nil }) ?? true else {
                throw ValidationError("--last-day is a day such as 2026-11-30.")
            }
        }

        func run() async throws {
            try data.mustExist()
            let store = try await data.open()
            let occasion = Clock.real.occasion
            let end = lastDay.flatMap { Day($0) }.map { Amsterdam.instant($0.adding(1), hour: 0) } ?? occasion.now
            guard try await SignIn(store: store).leave(signIn, from: end, at: occasion) else {
                throw ValidationError("There is no such account, or it ends before that already.")
            }
            tell("This account opens nothing any more from \(Moment.amsterdam(end).rfc3339).")
        }
    }
}

extension UserCommand {
    struct SignOut: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-out", abstract: "End the sessions of one account, or of everybody, at once.")

        @Argument(help: "The name to sign in with.")
        var signIn: String?

        @Flag(help: "Everybody, such as after a break-in.")
        var everybody = false

        @OptionGroup var data: DataFolder

        func validate() throws {
            guard (signIn == nil) == everybody else { throw ValidationError("Give a name, or --everybody.") }
        }

        func run() async throws {
            try data.mustExist()
            let store = try await data.open()
            let ended = try await SignIn(store: store).signOut(signIn, at: Clock.real.occasion)
            tell("\(ended) sessions are over.")
        }
    }
}

/// A password from standard input: never an argument, which other users of the machine could see.
enum PasswordInput {
    static let shortest = SignIn.shortestPassword

    static let listHelp: ArgumentHelp = """
        A file of stolen passwords that may not be used: lines of HASH:count, SHA-1, sorted by hash; without it \
        HARTLIJN_BREACHED_PASSWORDS.
        """

    static func read(of signIn: String, breached path: String?) throws -> String {
        guard let line = readLine(strippingNewline: true), line.unicodeScalars.count >= shortest else {
            throw ValidationError("Give a password of at least \(shortest) characters on standard input.")
        }
        do throws(PasswordFailure) {
            try PasswordRules(breached: try found(path)).check(line, of: signIn)
        } catch {
            throw ValidationError(words(error))
        }
        return line
    }

    /// The list for the pages, looked at once: a file that is no list keeps the site from starting.
    static func list(_ path: String?) throws -> BreachedPasswords? {
        do throws(PasswordFailure) {
            guard let list = try found(path) else { return nil }
            try PasswordRules(breached: list).check("vier losse woorden samen 8071", of: "-")
            return list
        } catch {
            throw ValidationError(words(error))
        }
    }

    private static func found(_ path: String?) throws(PasswordFailure) -> BreachedPasswords? {
        let named = path ?? ProcessInfo.processInfo.environment["HARTLIJN_BREACHED_PASSWORDS"]
        guard let path = named else { return nil }
        do throws(BreachedListFailure) {
            return BreachedPasswords(try ListFile(path: path))
        } catch {
            throw .list(error)
        }
    }

    private static func words(_ failure: PasswordFailure) -> String {
        switch failure {
        case .tooShort: "Give a password of at least \(shortest) characters."
        case .tooLong: "Give a password of at most \(PasswordRules.longest) characters."
        case .easyToGuess(let pattern):
            "This password is easy to guess (\(pattern.words)). Take some words that do not belong together."
        case .breached: "This password was stolen somewhere once. Take another one."
        case .list: "The file of stolen passwords cannot be read."
        }
    }
}

extension Guessing.Pattern {
    fileprivate var words: String {
        switch self {
        case .word: "a word that many choose"
        case .ownName: "the own name"
        case .row: "neighbours on the keyboard"
        case .repetition: "the same again and again"
        case .year: "a year"
        }
    }
}
