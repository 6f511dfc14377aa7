import Clinical
import HTTPTypes
import Web

/// There is no pharmacy to write to, or it is not this patient's any more.
struct NoPharmacy: Refusal {
    var status: HTTPResponse.Status { .conflict }
    var explanation: Sentence {
        Sentence(nl: "Kies eerst uw apotheek.", en: "Choose your pharmacy first.")
    }
}
