/// A scenario that cannot be played: which step, and what is wrong with it.
package enum ScenarioFailure: Error, Hashable, CustomStringConvertible {
    case notAScenario(String)
    case badStep(Int, String)
    case badPatient(String)

    package var description: String {
        switch self {
        case .notAScenario(let reason): "This is not a scenario: \(reason)"
        case .badStep(let number, let reason): "Step \(number): \(reason)"
        case .badPatient(let reason): "The patient: \(reason)"
        }
    }
}
