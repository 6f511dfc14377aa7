import ArgumentParser
import Audit
import Clinical
import Identity
import Storage
import Stories
import Vault
import Web

/// What a patient may ask of the practice, where it needs the administrator.
struct PatientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patient", abstract: "What a patient may ask that needs an administrator.",
        subcommands: [Forget.self])

    struct Forget: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forget a patient: everything but the access log, also from the free pages of the file.",
            discussion: """
                The practice decides first: a record of care may have to be kept for 20 years (WGBO article 7:455). \
                Backups made before keep what they hold until they are thrown away.
                """)

        @Argument(help: "The patient's id.")
        var patient: String

        @Option(help: "The patient's id once more: nothing brings them back.")
        var confirm: String

        @OptionGroup var data: DataFolder

        func validate() throws {
            guard ID<Patient>(patient) != nil else { throw ValidationError("This is not the id of a patient.") }
            guard confirm == patient else { throw ValidationError("--confirm is the same id once more.") }
        }

        func run() async throws {
            try data.mustExist()
            let store = try await data.open()
            guard let patient = ID<Patient>(patient),
                let practice = try await store.read({ try Identity.practice(of: patient, $0) }),
                let proof = try await PatientIsForgotten(store: store).tell(
                    patient, of: practice, by: .hartlijn, at: Clock.real.occasion)
            else { throw ValidationError("There is no such patient.") }
            print(
                """
                Forgotten: patient \(proof.patient) of \(proof.practice), at \(Moment.amsterdam(proof.at).rfc3339).
                Readings \(proof.readings), lines of the worklist \(proof.lines), messages \(proof.messages), \
                accounts \(proof.accounts).
                \(proof.key.map { "Key \($0.key) destroyed; SHA-256 of what stood there: \($0.hash.hexadecimal)." } ?? "No field was sealed.")
                The access log keeps the number. Throw backups made before this moment away within their term.
                """)
        }
    }
}
