import Clinical
import HTTPTypes
import Web

/// The same help is asked of the same organisation already.
package struct AskedAlready: Refusal {
    package var status: HTTPResponse.Status { .conflict }
    package var explanation: Sentence {
        Sentence(nl: "Deze hulp is al gevraagd.", en: "This help was asked for already.")
    }
}

extension Assistance {
    /// A task that stands like this has no such step. Perhaps somebody else was first.
    package struct CannotBeDone: Refusal {
        package var status: HTTPResponse.Status { .conflict }
        package var explanation: Sentence {
            Sentence(nl: "Dit kan nu niet meer. Er is niets veranderd.", en: "Not any more. Nothing changed.")
        }
    }
}
