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
        case .proxy: Sentence(nl: "mantelzorger", en: "proxy")
        case .manager: Sentence(nl: "praktijkmanager", en: "practice manager")
        case .pharmacist: Sentence(nl: "apotheker", en: "pharmacist")
        case .specialist: Sentence(nl: "specialist", en: "specialist")
        case .helper: Sentence(nl: "helper sociaal domein", en: "helper in the social domain")
        case .lead: Sentence(nl: "programmaleider", en: "programme lead")
        case .officer: Sentence(nl: "privacyfunctionaris", en: "privacy officer")
        }
    }
}

extension Identity.Role {
    /// Whether somebody can be this at such an organisation.
    package func fits(_ kind: Identity.PracticeCard.Kind) -> Bool {
        switch self {
        case .implementer, .lead, .officer, .administrator: kind == .careGroup
        case .specialist: kind == .hospital
        case .pharmacist: kind == .pharmacy
        case .helper: [.welfare, .library, .municipality].contains(kind)
        case .patient, .proxy, .poh, .gp, .manager: [.practice, .healthCentre, .hoed].contains(kind)
        }
    }
}

extension WorkPlace {
    /// What somebody comes to do there.
    fileprivate var deed: Identity.Deed {
        switch self {
        case .worklist, .keys: .seeWorklist
        case .patients: .findPatient
        case .shared: .seeSharedPatients
        case .limits: .seeLimits
        case .summaries: .seeSummaries
        case .answering: .keepAnswering
        case .requests: .seeRequests
        case .requestCounts: .countRequests
        case .enrolling: .selectPatients
        case .tasks: .seeTasks
        case .inboxes: .seeInboxes
        case .pharmacy: .seePharmacyPatients
        case .practices: .seeProgramme
        case .access: .reviewAccess
        case .people: .seePeople
        case .kits: .seeKits
        case .stock: .seeStock
        case .account: .keepOwnWayIn
        }
    }
}

extension PassingContext {
    /// The places in the menu of who is asking.
    fileprivate var places: [WorkPlace] { WorkPlace.allCases.filter { may($0.deed) } }
}

extension WorkContext where Place: PlaceWithPatients {
    /// What stands around every page of this professional.
    package func frame(open: Int? = nil) -> WorkFrame {
        WorkFrame(
            name: visitor.fullName, role: visitor.role.title, organisation: visitor.practiceName, places: places,
            open: open, secret: formSecret)
    }
}

extension OwnContext {
    /// What stands around a page for professionals of whatever role.
    package var workFrame: WorkFrame {
        WorkFrame(
            name: visitor.fullName, role: visitor.role.title, organisation: visitor.practiceName, places: places,
            secret: formSecret)
    }
}

extension WorkContext where Place == Office {
    package var frame: WorkFrame {
        WorkFrame(
            name: visitor.fullName, role: visitor.role.title, organisation: visitor.practiceName, places: places,
            secret: formSecret)
    }
}
