import Clinical
import HTTPTypes

/// Something that the person can do something about, told in plain words on a page of its own.
///
/// - Shape: a status 4xx, and one or two sentences in both languages
package protocol Refusal: Error, Sendable {
    var status: HTTPResponse.Status { get }
    var explanation: Sentence { get }
}

/// There is no such page, or it is somebody else's: from outside the two cannot be told apart.
package struct NotFound: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .notFound }
    package var explanation: Sentence {
        Sentence(nl: "Deze pagina bestaat niet.", en: "This page does not exist.")
    }
}

/// There is something here, but not for this method.
package struct WrongMethod: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .methodNotAllowed }
    package var explanation: Sentence {
        Sentence(nl: "Dit kan hier niet. Er is niets veranderd.", en: "This cannot be done here. Nothing changed.")
    }
}

/// The form is too old, or it was not ours.
package struct StaleForm: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .forbidden }
    package var explanation: Sentence {
        Sentence(
            nl: "Deze pagina stond te lang open. Ga terug en probeer het nog een keer.",
            en: "This page was open for too long. Go back and try again."
        )
    }
}

/// A form that our own pages never send: too big, too many fields, or not text.
package struct UnreadableForm: Refusal {
    private let failure: FormFailure

    package init(_ failure: FormFailure) { self.failure = failure }

    package var status: HTTPResponse.Status {
        switch failure {
        case .tooLarge, .tooManyFields: .contentTooLarge
        case .wrongKind: .unsupportedMediaType
        case .notText: .badRequest
        }
    }

    package var explanation: Sentence {
        switch failure {
        case .tooLarge, .tooManyFields:
            Sentence(
                nl: "Dit is te veel in één keer. Er is niets bewaard.",
                en: "This is too much at once. Nothing was saved.")
        case .wrongKind, .notText:
            Sentence(
                nl: "Wij kunnen dit niet lezen. Er is niets bewaard.", en: "We cannot read this. Nothing was saved."
            )
        }
    }
}
