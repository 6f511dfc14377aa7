import ArgumentParser
import Meters

/// What a meter said, in words that people and programs read.
struct Gatt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gatt",
        abstract: "Decode one value of a meter and print it as JSON.",
        discussion: """
            CHARACTERISTIC is the number of a Bluetooth characteristic such as 2A35, SFLOAT or FLOAT, or the name of a record \
            such as omron-hem-7142t2. Exits with 1 and the reason when it must be refused; judging what is likely is not its \
            work. docs/exchange/meters.md says what is read.
            """
    )

    @Argument(help: "2A35, 2A9D, …, SFLOAT, FLOAT, omron-hem-7142t2.")
    var characteristic: String

    @Argument(help: "The bytes, as they came: 167c0056006100e807060f11111b33000000")
    var hex: String

    func run() throws {
        do {
            print(try Meters.answer(to: characteristic, hex: hex))
        } catch {
            tell(error.description)
            throw ExitCode.failure
        }
    }
}
