import ArgumentParser

/// The one program: the product itself, the demonstration, and the commands around them.
@main
struct Hartlijn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hartlijn",
        abstract: "Home measuring, the patient's portal and the practice's worklist, for Dutch primary care.",
        version: "0.1.0",
        subcommands: [
            Demo.self, Serve.self, Import.self, Gatt.self, Calculate.self, Replay.self, OrganisationCommand.self,
            UserCommand.self, ProviderCommand.self, ClientCommand.self, PatientCommand.self, MigrateStore.self,
            Verify.self, PolicyCommand.self, KeyCommand.self, Bench.self,
            OutboxCommand.self, RetentionCommand.self,
        ]
    )
}
