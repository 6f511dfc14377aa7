import Clinical
import Web

extension Identity.Role {
    package var title: Sentence {
        switch self {
        case .patient: Sentence(nl: "patiënt", en: "patient")
        case .poh: Sentence(nl: "POH-S", en: "practice nurse")
        case .gp: Sentence(nl: "huisarts", en: "GP")
        case .implementer: Sentence(nl: "implementatiemedewerker", en: "implementation worker")
        case .administrator: Sentence(nl: "beheerder", en: "administrator")
        }
    }
}

extension PracticeContext {
    /// What stands around every page of this professional.
    package func frame(open: Int) -> WorkFrame {
        WorkFrame(
            name: visitor.fullName, role: visitor.role.title, organisation: visitor.practiceName,
            places: WorkPlace.ofPractice, open: open, secret: formSecret)
    }
}

extension CareGroupContext {
    package var frame: WorkFrame {
        WorkFrame(
            name: visitor.fullName, role: visitor.role.title, organisation: visitor.practiceName,
            places: WorkPlace.ofCareGroup, secret: formSecret)
    }
}
