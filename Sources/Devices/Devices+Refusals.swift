import Clinical
import HTTPTypes
import Web

/// This cannot be done with a kit in this state.
package struct NotNow: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .conflict }
    package var explanation: Sentence {
        Sentence(
            nl: "Dit kan niet met deze box zoals hij nu is. Ga terug en kijk nog een keer.",
            en: "This cannot be done with this kit as it is now. Go back and look again.")
    }
}

/// Somebody else did something with this kit since the page was opened.
package struct ChangedMeanwhile: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .conflict }
    package var explanation: Sentence {
        Sentence(
            nl: "Iemand anders heeft deze box net gewijzigd. Er is niets gebeurd. Ga terug en kijk opnieuw.",
            en: "Somebody else has just changed this kit. Nothing happened. Go back and look again.")
    }
}

/// One meter, one scale and one step counter for each patient.
package struct HasOneAlready: Refusal {
    package init() {}
    package var status: HTTPResponse.Status { .conflict }
    package var explanation: Sentence {
        Sentence(
            nl: "Deze patiënt heeft al zo'n apparaat te leen. Neem dat eerst terug.",
            en: "This patient has such a device on loan already. Take that one back first.")
    }
}
