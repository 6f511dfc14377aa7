import Clinical
import HTTPTypes
import Web

/// The line was closed by somebody else a moment ago. (A line of another practice is simply not found.)
package struct NotOpen: Refusal {
    package var status: HTTPResponse.Status { .conflict }
    package var explanation: Sentence {
        Sentence(
            nl: "Deze regel staat niet meer open. Misschien was een collega u voor.",
            en: "This line is no longer open. Perhaps a colleague was ahead of you.")
    }
}
