import Clinical
import HTTPTypes

/// A desk with a few places: who finds none comes back later.
package actor Desk {
    private let places: Int
    private var taken = 0

    package init(places: Int) { self.places = places }

    /// - Returns: whether there was a place
    func enter() -> Bool {
        guard taken < places else { return false }
        taken += 1
        return true
    }

    func leave() { taken -= 1 }
}

/// Others send files at this moment.
package struct TooManyFiles: Refusal {
    package var status: HTTPResponse.Status { .serviceUnavailable }
    package var explanation: Sentence {
        Sentence(
            nl: "Er worden nu veel bestanden ingelezen. Probeer het over een paar minuten.",
            en: "Many files are being read now. Try again in a few minutes.")
    }
}
