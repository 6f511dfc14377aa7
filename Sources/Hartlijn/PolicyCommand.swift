import ArgumentParser
import Identity

/// Prints who may do what, as the program itself looks at it.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Print who may do what, about whom, once they proved who they are.")

    func run() { print(Identity.Policy.standing.table) }
}
